"""People."""

from typing import Any

from django.db.models import QuerySet

from people.api.serializers import facets_serializer
from people.api.views.base import EntryView, FacetsView, FilteredListView
from people.api.views.mentions import with_first_mentions
from people.filters import PersonFilter
from people.models import Person
from people.serializers.person import PersonSerializer, ProfileSerializer


class PeopleView(FilteredListView):
    """The people whom the query string asks for, in the order it asks for."""

    rows = Person.public
    filters = PersonFilter
    serializer_class = PersonSerializer


class PersonFacetsView(FacetsView):
    """How many people each choice would list, the other filters kept: the numbers of the people page."""

    rows = Person.public
    filters = PersonFilter
    serializer_class = facets_serializer("PersonFacets", PersonFilter)


class PersonView(EntryView):
    """Everything that the sources say of a person: each allegation with its answers, each line with its sentences."""

    rows = Person.public
    serializer_class = ProfileSerializer

    def get_queryset(self) -> QuerySet[Person]:
        """Return the people with everything that the answer holds."""
        return Person.public.for_profile()

    def find(self, slug: str) -> Any:
        """Return the person with what mentions them. Raises as EntryView does."""
        return with_first_mentions(super().find(slug))
