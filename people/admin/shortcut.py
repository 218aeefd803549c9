"""From an entry's pages in the admin to the page on which readers find it."""

from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseRedirect

from people.admin.requests import is_key
from people.requests import absolute_url


def view_on_site(request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponseRedirect:
    """Redirect to the entry's page. Django's own view does so for drafts too, whose address holds their name.

    Raises Http404 where readers are shown no such entry, PermissionDenied for who may not see it in the admin.
    """
    if not is_key(content_type_id) or not is_key(object_id):
        raise Http404
    model: Any = _model(int(content_type_id))
    if not hasattr(model, "public") or not hasattr(model, "get_absolute_url"):
        raise Http404
    if not admin.site.get_model_admin(model).has_view_permission(request):
        raise PermissionDenied
    entry = model.public.filter(pk=object_id).first()
    if entry is None:
        raise Http404
    return HttpResponseRedirect(absolute_url(request, entry.get_absolute_url()))


def _model(content_type_id: int) -> type[Model] | None:
    try:
        return ContentType.objects.get_for_id(content_type_id).model_class()
    except ContentType.DoesNotExist:
        return None
