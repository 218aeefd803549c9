"""Files: portraits that editors add, and the site's icon."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.views.static import serve


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return the file at `path` below MEDIA_ROOT; directories are not listed. Raises Http404 where there is none."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Redirect browsers that ask for the icon by its old name."""
    return HttpResponseRedirect(static("favicon.svg"))
