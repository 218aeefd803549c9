"""The FilterSet of the timeline."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django_filters import CharFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from pyroaring import BitMap

from people.dates import InvalidDateError, bounds
from people.filters.base import public_people
from people.filters.sets import EntryFilter
from people.models import Role
from people.sets.listing import timeline_entries
from people.sets.timeline import TimelineEntries
from people.vocabulary import RoleCategory, TimelineKind


def read_days(text: str) -> tuple[dt.date, dt.date]:
    """Return the earliest and the latest day of a single date in EDTF. Raises ValidationError for anything else."""
    try:
        earliest, latest = bounds(text)
    except InvalidDateError as error:
        raise forms.ValidationError(str(error)) from error
    if "/" in text or earliest is None or latest is None:
        raise forms.ValidationError(f"“{text}” is not a single date; write for example 2016, 2016-03 or 2016-03-15.")
    return earliest, latest


class PeriodForm(forms.Form):
    """The parameters of the timeline, of which `to` may not lie before `from`."""

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError for a period that ends before it begins."""
        given: dict[str, Any] = super().clean() or {}
        start, end = given.get("from"), given.get("to")
        if start and end and read_days(end)[1] < read_days(start)[0]:
            self.add_error("to", f"“{end}” lies before “{start}”.")
        return given


class TimelineFilter(EntryFilter):
    """The timeline: whom entries concern, their kind, the category of a role, and when they may lie."""

    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)
    kind = MultipleChoiceFilter(label="Kind", choices=TimelineKind.choices)
    category = MultipleChoiceFilter(label="Category of role", choices=RoleCategory.choices)

    class Meta:
        form = PeriodForm

    def __init__(self, data: QueryDict) -> None:
        """Take the query string."""
        # There are rows of three models, which are found in sets.
        super().__init__(data, Role.public.none())

    @cached_property
    def sets(self) -> TimelineEntries:
        """Return what stands on the timeline as sets."""
        return timeline_entries()

    def parts(self, given: dict[str, Any]) -> Iterator[BitMap]:
        """Yield the numbers of what each of the `given` parameters lists."""
        yield from super().parts(given)
        if "from" in given:
            yield self.sets.days.since(read_days(given["from"])[0])
        if "to" in given:
            yield self.sets.days.until(read_days(given["to"])[1])

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """Return the filters; `from` is a word of Python's and can't be declared as the others are."""
        ends = {
            name: CharFilter(label=name.capitalize(), max_length=40, validators=[read_days]) for name in ("from", "to")
        }
        return {**super().get_filters(), **ends}
