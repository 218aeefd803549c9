"""Rows that are selected in a list: what is done to them is done to what the list showed."""

import datetime as dt
import json
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.core import signing
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from people.admin.authors import Authors
from people.admin.guarded import Context, lock
from people.admin.opened import digest
from people.querysets.base import GuardedQuerySet
from people.querysets.guarding import MAX_NAMED_ENTRIES, keys_of

# The hidden field that says what the list showed.
LISTED_FIELD = "_listed"
SALT = "people.admin.selection"


class Listed(NamedTuple):
    """What a list showed: when, how many rows it had, and the states of those on the page.

    `mark` tells of the whole list where it had further pages (see GuardedQuerySet.mark).
    """

    at: float
    number: int
    states: dict[str, str]
    mark: list[str] | None = None

    def __str__(self) -> str:
        return signing.dumps(self, salt=SALT)

    @property
    def since(self) -> dt.datetime | None:
        """Return when the list was shown; None if nobody knows."""
        return dt.datetime.fromtimestamp(self.at, dt.UTC) if self.at else None

    def is_still(self, queryset: GuardedQuerySet) -> bool:
        """Return whether the rows, a queryset, are those of the whole list, as they were."""
        if self.number != queryset.count() or self.states != states_of(queryset.filter(pk__in=self.states)):
            return False
        return self.number == len(self.states) or self.mark == queryset.mark()


def listed_by(shown: ChangeList) -> Listed:
    """Return what the list shows, a ChangeList; asks the database only where it has further pages."""
    states = states_of(shown.result_list)
    mark = shown.queryset.mark() if shown.result_count > len(states) else None
    return Listed(timezone.now().timestamp(), shown.result_count, states, mark)


def read_listed(text: str) -> Listed:
    """Return what a form says that the list showed; nothing where it says nothing that we have signed."""
    try:
        return Listed(*signing.loads(text, salt=SALT))
    except signing.BadSignature:
        return Listed(0, -1, {})


def states_of(entries: Iterable[Model]) -> dict[str, str]:
    """Return a digest of each of the entries by its key, of what editors write in its own fields."""
    return {str(entry.pk): _state(entry) for entry in entries}


def _state(entry: Model) -> str:
    fields = (field for field in entry._meta.concrete_fields if field.editable)
    return digest(json.dumps([str(field.value_from_object(entry)) for field in fields]))


class SelectionMixin(admin.ModelAdmin):
    """Lists whose actions leave out what others have changed since the list was shown, and say so."""

    def changelist_view(self, request: HttpRequest, extra_context: Context | None = None) -> HttpResponse:
        """Return the list, with what it shows, or what follows an action."""
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        if shown := context.get("cl"):
            context["listed"] = str(listed_by(shown))
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

    def _unchanged(self, request: HttpRequest, queryset: GuardedQuerySet, locked: bool) -> QuerySet | None:
        """Return those of the rows that are selected and unchanged; None if none are."""
        listed = read_listed(request.POST.get(LISTED_FIELD, ""))
        if request.POST.get("select_across") == "1":
            return self._whole(request, queryset, listed, locked)
        selected = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if locked:
            lock(self.model, *selected)
        rows = list(queryset.filter(pk__in=selected))
        kept = [row.pk for row in rows if listed.states.get(str(row.pk)) == _state(row)]
        authors = Authors(request, listed.since)
        self._tell_changed(request, authors, [row for row in rows if row.pk not in kept])
        self._tell_gone(request, authors, sorted(set(selected) - {str(row.pk) for row in rows}))
        return queryset.filter(pk__in=kept) if kept or not selected else None

    def _whole(self, request: HttpRequest, queryset: GuardedQuerySet, listed: Listed, locked: bool) -> QuerySet | None:
        """Return the rows of the whole list; None if somebody has changed any of it."""
        keys = keys_of(queryset)
        if locked:
            lock(self.model, *keys)
        if listed.is_still(queryset):
            return queryset.filter(pk__in=keys)  # without any that come from now on
        told = "The list has changed since you opened it, so nothing was done. Look at it and select all again."
        self.message_user(request, told, messages.WARNING)
        return None

    def _tell_changed(self, request: HttpRequest, authors: Authors, rows: list[Model]) -> None:
        names = [f"“{row}” ({authors.changed('', row)})" for row in rows[:MAX_NAMED_ENTRIES]]
        if names:
            told = f"Left out, as changed since you opened the list: {_listing(names, len(rows))}."
            self.message_user(request, f"{told} Look at it, then select it again.", messages.WARNING)

    def _tell_gone(self, request: HttpRequest, authors: Authors, keys: list[str]) -> None:
        noun = self.opts.verbose_name
        names = [
            f"{authors.name(self.model, key) or f'one {noun}'} ({authors.deleted(self.model, key)})"
            for key in keys[:MAX_NAMED_ENTRIES]
        ]
        if names:
            told = f"Left out, as deleted since you opened the list: {_listing(names, len(keys))}."
            self.message_user(request, told, messages.WARNING)


def _listing(names: list[str], number: int) -> str:
    more = number - len(names)
    return ", ".join([*names, *([f"{more:,} more"] if more else [])])
