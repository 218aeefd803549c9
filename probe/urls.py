"""Every address: the admin's, and the site's own."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("people.urls")),
]

handler400 = "people.views.errors.bad_request"
handler403 = "people.views.errors.forbidden"
handler404 = "people.views.errors.not_found"
handler500 = "people.views.errors.server_error"
