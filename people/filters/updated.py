"""The filter by when an entry last changed, which every list of entries has."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django_filters import CharFilter

from people.filters.base import ListFilter

UPDATED_SINCE = "updated_since"

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
    return forms.ValidationError(
        f"“{text}” is no date or time in ISO 8601; write for example 2026-11-27 or 2026-11-27T15:30:00Z."
    )


def updated_since() -> CharFilter:
    """Return the filter that lists what changed at that time or later."""
    return CharFilter(label="Changed since", max_length=40, validators=[read_time])


class UpdatedFilter(ListFilter):
    """A list that has no other filter."""

    updated_since = updated_since()

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        UPDATED_SINCE: lambda rows, time: rows.changed_since(read_time(time)),
    }
