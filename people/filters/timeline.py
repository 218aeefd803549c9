"""The FilterSet of the timeline."""

import datetime as dt
from functools import cached_property
from typing import ClassVar
from urllib.parse import urlencode

from django import forms
from django_filters import CharFilter, Filter, ModelMultipleChoiceFilter, MultipleChoiceFilter

from people.dates import InvalidDateError, bounds
from people.filters.base import OR_NOT_RECORDED, IndexFilter, public_people
from people.filters.facets import EnumFacet, FacetSpec, SubjectFacet
from people.index import Criteria, timeline_index
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Person
from people.vocabulary import RoleCategory, TimelineKind

PERIOD = ("from", "to")
PERIOD_LABELS = {"from": _("From"), "to": _("To")}


def read_days(text: str) -> tuple[dt.date, dt.date]:
    """Return the earliest and the latest day of a single date in EDTF. Raises ValidationError for anything else."""
    try:
        earliest, latest = bounds(text)
    except InvalidDateError as error:
        raise forms.ValidationError(str(error)) from error
    if "/" in text or earliest is None or latest is None:
        message = gettext("“%(text)s” is not a single date; write for example 2016, 2016-03 or 2016-03-15.")
        raise forms.ValidationError(message % {"text": text})
    return earliest, latest


class PeriodForm(forms.Form):
    """The parameters of the timeline, of which `to` may not lie before `from`."""

    def clean(self) -> dict[str, object]:
        """Raise ValidationError for a period that ends before it begins."""
        cleaned = super().clean() or {}
        start, end = map(cleaned.get, PERIOD)
        if start and end and read_days(end)[1] < read_days(start)[0]:
            self.add_error("to", gettext("“%(end)s” lies before “%(start)s”.") % {"end": end, "start": start})
        return cleaned


class TimelineFilter(IndexFilter):
    """The timeline: whom entries concern, their kind, the category of a role, and when they may lie."""

    person = ModelMultipleChoiceFilter(label=_("Person"), to_field_name="slug", queryset=public_people)
    kind = MultipleChoiceFilter(label=_("Kind"), choices=TimelineKind.choices)
    category = MultipleChoiceFilter(label=_("Job category"), choices=RoleCategory.choices, **OR_NOT_RECORDED)

    load_index = staticmethod(timeline_index)
    facets: ClassVar[tuple[FacetSpec, ...]] = (EnumFacet("kind"), EnumFacet("category"), SubjectFacet("person"))

    class Meta:
        form = PeriodForm

    @cached_property
    def criteria(self) -> Criteria:
        """Return the checked values as the index takes them: people by id, the period by its first and last day."""
        ends = {end: read_days(self.cleaned[end])[place] for place, end in enumerate(PERIOD) if end in self.cleaned}
        return {**super().criteria, **ends}

    @property
    def period(self) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day of the period asked for; None where that end is open."""
        return self.criteria.get("from"), self.criteria.get("to")

    @property
    def people(self) -> list[Person]:
        """Return the people asked for."""
        return list(self.form.cleaned_data["person"])

    def count_dated(self) -> int:
        """Return how many entries of the list have a date."""
        return int(self.index.count_dated(self.matches()))

    def query_for_period(self, start: str, end: str) -> str:
        """Return the query string with that period instead, its ends in EDTF or empty, `?` before it."""
        kept = {name: self.data.getlist(name) for name in self.data if name in self.filters}
        ends = {name: day for name, day in zip(PERIOD, (start, end), strict=True) if day}
        return f"?{urlencode({**{name: kept[name] for name in kept if name not in PERIOD}, **ends}, doseq=True)}"

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """Return the filters; `from` is a word of Python's and can't be declared as the others are."""
        ends = {name: CharFilter(label=PERIOD_LABELS[name], max_length=40, validators=[read_days]) for name in PERIOD}
        return {**super().get_filters(), **ends}
