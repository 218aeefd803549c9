"""Files: portraits that editors add, and the site's icon."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.static import serve

from people.models import Person

# A portrait never changes under its name, but it may be withdrawn, and is then gone everywhere after so long.
KEPT_FOR = 3_600  # seconds


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return the portrait at `path` below MEDIA_ROOT, if readers see whose it is, or if the user may work on it.

    Raises Http404 for any other file.
    """
    is_public = "\0" not in path and Person.public.filter(portrait=path).exists()
    if not is_public and not is_editable(request, path):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["X-Content-Type-Options"] = "nosniff"
    if is_public:
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def is_editable(request: HttpRequest, path: str) -> bool:
    """Return whether somebody has the portrait whom the user may see in the admin."""
    user = request.user
    may_see = user.is_authenticated and user.is_staff and user.has_perm("people.view_person")
    return may_see and "\0" not in path and Person.objects.filter(portrait=path).exists()


def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Redirect browsers that ask for the icon by its old name."""
    return HttpResponseRedirect(static("favicon.svg"))
