"""Every address: the admin's, and the site's own."""

from django.contrib import admin
from django.urls import include, path

from people.admin.shortcut import view_on_site

urlpatterns = [
    # In place of the admin's own view of that address.
    path("admin/r/<path:content_type_id>/<path:object_id>/", admin.site.admin_view(view_on_site)),
    path("admin/", admin.site.urls),
    path("", include("people.urls")),
]

handler400 = "people.views.errors.bad_request"
handler403 = "people.views.errors.forbidden"
handler404 = "people.views.errors.not_found"
handler500 = "people.views.errors.server_error"
