"""A Django site of one view that returns the same bytes each time, with the fewest middlewares."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.peers.body import kept

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
)
HEADERS, BODY = kept()


def page(request: HttpRequest) -> HttpResponse:
    """Return the bytes."""
    return HttpResponse(BODY, headers=dict(HEADERS))


urlpatterns = [path("", page)]
application = get_wsgi_application()
