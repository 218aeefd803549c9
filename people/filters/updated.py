"""The filter by when an entry last changed, which every list of entries has."""

import datetime as dt
import re
from array import array
from typing import Any, TypeVar

from django import forms
from django_filters import CharFilter
from pyroaring import BitMap

from people.filters.base import Finder, ListFilter
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Slugged
from people.querysets.base import SluggedQuerySet

UPDATED_SINCE = "updated_since"

Rows = TypeVar("Rows", bound=SluggedQuerySet)

# An offset whose plus sign stands in the address as it is, where it means a space.
BARE_OFFSET = re.compile(r"(?<=\d) (?=\d\d:?\d\d$)(?<!\d{4}-\d\d-\d\d )")


def read_time(text: str) -> dt.datetime:
    """Return the time that a date or a time in ISO 8601 means, UTC where it says nothing else.

    Raises ValidationError for anything else.
    """
    try:
        time = dt.datetime.fromisoformat(BARE_OFFSET.sub("+", text.strip()))
        return (time if time.tzinfo else time.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise not_a_time(text) from error


def not_a_time(text: str) -> forms.ValidationError:
    """Return the error that says what is wrong with the text, and what would do."""
    message = gettext(
        "“%(text)s” is no date or time in ISO 8601; write for example 2026-11-27 or 2026-11-27T15:30:00Z."
    )
    return forms.ValidationError(message % {"text": text})


def updated_since() -> CharFilter:
    """Return the filter that lists what changed at that time or later."""
    return CharFilter(label=_("Changed since"), max_length=40, validators=[read_time])


def changed_since(model: type[Slugged]) -> Finder:
    """Return what finds the model's rows that changed at that time or later."""

    def find(filters: Any, text: str) -> BitMap:
        rows = model.objects.order_by().changed_since(read_time(text)).values_list("pk", flat=True)
        found: BitMap = filters.index.cached(
            (UPDATED_SINCE, text), lambda: filters.index.bitmap(array("Q", rows.iterator()))
        )
        return found

    return find


class UpdatedFilter(ListFilter):
    """A list that has no other filter, and no index."""

    updated_since = updated_since()

    def apply(self, rows: Rows) -> Rows:
        """Return those of the rows that the query string lists."""
        time = self.cleaned.get(UPDATED_SINCE)
        return rows.changed_since(read_time(time)) if time else rows
