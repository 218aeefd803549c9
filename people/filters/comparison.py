"""The FilterSet of the page that sets people side by side."""

from django import forms
from django.http import QueryDict
from django_filters import ModelMultipleChoiceFilter

from people.filters.base import ListFilter, public_people
from people.models import Person
from people.querysets.person import PersonQuerySet
from people.text import slug

COMPARED = "p"
FEWEST, MOST = 2, 4


class ComparisonForm(forms.Form):
    """The people to compare, of whom there are two to four."""

    def clean(self) -> dict[str, object]:
        """Raise ValidationError for too few or too many."""
        cleaned = super().clean() or {}
        number = len(cleaned.get(COMPARED, ()))
        if COMPARED not in self.errors and not FEWEST <= number <= MOST:
            people = "one person is given" if number == 1 else f"{number or 'no'} people are given"
            self.add_error(COMPARED, f"Two to four different people can be compared; {people}.")
        return cleaned


class ComparisonFilter(ListFilter):
    """Who is compared, each given by name or by slug; who is given twice counts once."""

    p = ModelMultipleChoiceFilter(label="People", to_field_name="slug", queryset=public_people)

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
    def people(self) -> PersonQuerySet:
        """Return the people to compare, in no order."""
        return Person.public.told_apart().filter(slug__in=self.compared)
