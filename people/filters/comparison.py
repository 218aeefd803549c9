"""The FilterSet of the page that sets people side by side."""

from django import forms
from django.http import QueryDict
from django_filters import ModelMultipleChoiceFilter

from people.filters.base import ListFilter, public_people
from people.filters.errors import MAX_SEARCHED_NAMES, slug_of_typed
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Person
from people.querysets.person import PersonQuerySet

COMPARED = "p"
MOST = 4


class ComparisonForm(forms.Form):
    """The people to compare, of whom there are at most four."""

    def clean(self) -> dict[str, object]:
        """Raise ValidationError for too many."""
        cleaned = super().clean() or {}
        number = len(cleaned.get(COMPARED, ()))
        if number > MOST:
            message = gettext("Two to four different people can be compared; %(number)s people are given.")
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
        # Each value as it is looked for, and as it was typed.
        values = data.getlist(COMPARED)
        read = slug_of_typed if len(values) <= MAX_SEARCHED_NAMES else str
        self.names = {read(value): value for value in values}
        named.setlist(COMPARED, list(self.names))
        super().__init__(named)
        self.typed = data

    @property
    def compared(self) -> list[str]:
        """Return the slugs of the people, in the order of the query string."""
        return list(self.data.getlist(COMPARED))

    def query_with(self, value: str, slug: str) -> str:
        """Return the query string with the person of that slug in place of a value, or added to them, `?` before it."""
        kept = [slug if one == value else one for one in self.compared]
        return self.query(COMPARED, kept if value in self.compared else [*kept, slug])

    @property
    def people(self) -> PersonQuerySet:
        """Return the people to compare, in no order."""
        return Person.public.told_apart().filter(slug__in=self.compared)
