"""A form that adds an entry adds it once, even if it is sent twice: by a double click, or by going back."""

import json
import re
import secrets
from typing import Any, NamedTuple

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest

from people.admin.opened import digest

# The hidden field that tells one form from another.
FORM_KEY_FIELD = "_form"
FORM_KEY_PATTERN = re.compile(r"[\w-]{16,40}", re.ASCII)
# So many of the last lines that the admin's log has of an editor are read.
MAX_LOG_LINES = 100


class Added(NamedTuple):
    """What a form has added before: under which key, and whether it held the same."""

    key: str
    same: bool


def new_form_key() -> str:
    """Return what tells a form from all others."""
    return secrets.token_urlsafe(16)


def form_key(request: HttpRequest) -> str:
    """Return what tells the form that was sent from others; nothing if it does not say so."""
    key = request.POST.get(FORM_KEY_FIELD, "")
    return key if FORM_KEY_PATTERN.fullmatch(key) else ""


def noted(request: HttpRequest, message: list[Any]) -> list[object]:
    """Return what the admin's log says of an entry that was added, with the form that did it, and what stood in it."""
    key = form_key(request)
    return [{"added": {}, "form": key, "sent": _sent(request)}, *message[1:]] if key and message else message


def added_before(request: Any, model: type[Model]) -> Added | None:
    """Return what the same form has added before, if it has; while one is looked for, the editor's others wait."""
    key = form_key(request)
    if not key:
        return None
    list(get_user_model()._base_manager.select_for_update(no_key=True).filter(pk=request.user.pk).values_list("pk"))
    lines = LogEntry.objects.filter(user=request.user.pk).order_by("-pk")[:MAX_LOG_LINES]
    about = ContentType.objects.get_for_model(model).pk
    for line in lines:
        if line.action_flag == ADDITION and line.content_type_id == about and key in line.change_message:
            return Added(str(line.object_id), json.loads(line.change_message)[0].get("sent") == _sent(request))
    return None


def _sent(request: HttpRequest) -> str:
    """Return the digest of all that was typed."""
    fields = [
        (name, values) for name, values in request.POST.lists() if name[0:1] != "_" and not name.startswith("csrf")
    ]
    uploads: Any = request.FILES
    files = [(name, file.name, file.size) for name, file in uploads.items()]
    return digest(json.dumps([sorted(fields), sorted(files)]))
