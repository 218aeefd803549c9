"""Who has changed what since a form was opened, as far as the admin's own log knows."""

import datetime as dt
import json
from collections.abc import Iterator

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property

# So many of the last lines are read: the log has no index by entry.
MAX_LOG_LINES = 300

UNKNOWN_AUTHOR = "by somebody the log doesn’t name"


class Authors:
    """The last lines of the admin's log, those since a given time."""

    def __init__(self, request: HttpRequest, since: dt.datetime | None) -> None:
        """Take who asks, and from when on."""
        self.user, self.since = request.user, since

    @cached_property
    def lines(self) -> list[LogEntry]:
        """Return the lines, the newest first."""
        if self.since is None:
            return []
        last = LogEntry.objects.select_related("user").order_by("-pk")[:MAX_LOG_LINES]
        return [line for line in last if line.action_time >= self.since]

    def changed(self, field: str, *entries: Model) -> str:
        """Return who changed the field of that label: of the first entry, or of a row on the page of the next."""
        lines = [line for entry in entries for line in self._of(type(entry), entry.pk, ADDITION, CHANGE)]
        return self._told(next((line for line in lines if field in _fields(line)), next(iter(lines), None)))

    def deleted(self, model: type[Model], key: object, page: Model | None = None) -> str:
        """Return who deleted the entry of that key, or changed the page of the entry on which it was a row."""
        lines = [*self._of(model, key, DELETION), *(self._of(type(page), page.pk, CHANGE) if page else ())]
        return self._told(next(iter(lines), None))

    def name(self, model: type[Model], key: object) -> str | None:
        """Return what an entry was called when it was deleted."""
        return next((f"“{line.object_repr}”" for line in self._of(model, key, DELETION)), None)

    def _of(self, model: type[Model], key: object, *actions: int) -> Iterator[LogEntry]:
        about = (ContentType.objects.get_for_model(model).pk, str(key))
        return (
            line
            for line in self.lines
            if (line.content_type_id, line.object_id) == about and line.action_flag in actions
        )

    def _told(self, line: LogEntry | None) -> str:
        if line is None:
            return UNKNOWN_AUTHOR
        mine = line.user_id == self.user.pk
        who = "you, in another window" if mine else line.user.get_full_name() or line.user.get_username()
        return f"by {who}, {timezone.localtime(line.action_time):%-d %B %Y at %H:%M %Z}"


def _fields(line: LogEntry) -> set[str]:
    """Return the labels of the fields that the line says were changed."""
    try:
        parts = json.loads(line.change_message)
    except ValueError:
        return set()
    changed = (part.get("changed", {}) for part in parts if isinstance(part, dict))
    return {field for one in changed if isinstance(one, dict) for field in one.get("fields", ())}
