"""Rows that are selected in a list: what is done to them is done to what the list showed."""

import datetime as dt
import json
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from people.admin.authors import Authors
from people.admin.guarded import lock
from people.admin.opened import digest
from people.querysets.guarding import MAX_NAMED

# The hidden field that says what the list showed.
LISTED = "_listed"
SALT = "people.admin.selection"


def states_of(entries: Iterable[Any]) -> dict[str, str]:
    """Return a digest of each of the entries by its key, of what editors write in its own fields."""
    return {str(entry.pk): _state(entry) for entry in entries}


def _state(entry: Any) -> str:
    fields = (field for field in entry._meta.concrete_fields if field.editable)
    return digest(json.dumps([str(field.value_from_object(entry)) for field in fields]))


class SelectionMixin(admin.ModelAdmin):
    """Lists whose actions leave out what others have changed since the list was shown, and say so."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Return the list, with what it shows, or what follows an action."""
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        if shown := context.get("cl"):
            states = states_of(shown.result_list)
            context["listed"] = signing.dumps([timezone.now().timestamp(), shown.result_count, states], salt=SALT)
        return response

    def response_action(self, request: HttpRequest, queryset: Any, *args: Any) -> HttpResponse | None:
        """Return what follows the action, which is done to the rows that are as the list showed them."""
        asks = request.POST.get("action") == "delete_selected" and "post" not in request.POST
        with nullcontext() if asks else transaction.atomic():
            if "post" not in request.POST:
                queryset = self._unchanged(request, queryset, locked=not asks)
            elif not queryset.filter(pk__in=request.POST.getlist(ACTION_CHECKBOX_NAME)).exists():
                self.message_user(request, "Nothing of that is left. Somebody has deleted it.", messages.WARNING)
                queryset = None
            return None if queryset is None else super().response_action(request, queryset, *args)

    def _unchanged(self, request: HttpRequest, queryset: Any, locked: bool) -> Any:
        """Return those of the rows that are selected and unchanged; None if none are."""
        at, number, states = _listed(request)
        if request.POST.get("select_across") == "1":
            if queryset.count() == number:
                return queryset
            told = "The list has changed since you opened it, so nothing was done. Look at it and select all again."
            self.message_user(request, told, messages.WARNING)
            return None
        selected = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if locked:
            lock(self.model, *selected)
        rows = list(queryset.filter(pk__in=selected))
        kept = [row.pk for row in rows if states.get(str(row.pk)) == _state(row)]
        authors = Authors(request, at)
        self._tell_changed(request, authors, [row for row in rows if row.pk not in kept])
        self._tell_gone(request, authors, sorted(set(selected) - {str(row.pk) for row in rows}))
        return queryset.filter(pk__in=kept) if kept or not selected else None

    def _tell_changed(self, request: HttpRequest, authors: Authors, rows: list[Any]) -> None:
        names = [f"“{row}” ({authors.changed('', row)})" for row in rows[:MAX_NAMED]]
        if names:
            told = f"Left out, as changed since you opened the list: {_listing(names, len(rows))}."
            self.message_user(request, f"{told} Look at it, then select it again.", messages.WARNING)

    def _tell_gone(self, request: HttpRequest, authors: Authors, keys: list[str]) -> None:
        noun = self.opts.verbose_name
        names = [
            f"{authors.name(self.model, key) or f'one {noun}'} ({authors.deleted(self.model, key)})"
            for key in keys[:MAX_NAMED]
        ]
        if names:
            told = f"Left out, as deleted since you opened the list: {_listing(names, len(keys))}."
            self.message_user(request, told, messages.WARNING)


def _listing(names: list[str], number: int) -> str:
    more = number - len(names)
    return ", ".join([*names, *([f"{more:,} more"] if more else [])])


def _listed(request: HttpRequest) -> tuple[dt.datetime | None, int, dict[str, str]]:
    """Return when the list was shown, how many rows it had, and the states of those that were on the page."""
    try:
        at, number, states = signing.loads(request.POST.get(LISTED, ""), salt=SALT)
    except signing.BadSignature:
        return None, -1, {}
    return dt.datetime.fromtimestamp(at, dt.UTC), number, states
