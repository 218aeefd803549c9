"""The FilterSet of the page that sets people side by side."""

from typing import Any

from django import forms
from django.http import QueryDict
from django_filters import ModelMultipleChoiceFilter

from people.filters.base import ListFilter, public_people
from people.languages import gettext_lazy as _
from people.languages import ngettext
from people.models import Person
from people.text import slug

COMPARED = "p"
FEWEST, MOST = 2, 4


class ComparisonForm(forms.Form):
    """The people to compare, of whom there are two to four."""

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError for too few or too many."""
        cleaned: dict[str, Any] = super().clean() or {}
        number = len(cleaned.get(COMPARED, ()))
        if COMPARED not in self.errors and not FEWEST <= number <= MOST:
            message = ngettext(
                "Two to four different people can be compared; %(number)s person is given.",
                "Two to four different people can be compared; %(number)s people are given.",
                number,
            )
            self.add_error(COMPARED, message % {"number": number})
        return cleaned


class ComparisonFilter(ListFilter):
    """Who is compared, each given by name or by slug; who is given twice counts once."""

    p = ModelMultipleChoiceFilter(label=_("People"), to_field_name="slug", queryset=public_people)

    naming = (COMPARED,)

    class Meta:
        form = ComparisonForm

    def __init__(self, data: QueryDict) -> None:
        """Take the query string, in which a name stands for the slug that is made of it."""
        named = data.copy()
        named.setlist(COMPARED, [slug(value) or value for value in data.getlist(COMPARED)])
        super().__init__(named)
        self.typed = data

    @property
    def compared(self) -> list[str]:
        """Return the slugs of the people, in the order of the query string."""
        return list(self.data.getlist(COMPARED))

    @property
    def people(self) -> Any:
        """Return the people to compare, in no order."""
        return Person.public.told_apart().filter(slug__in=self.compared)
