"""Allegations."""

from django.db.models import QuerySet

from people.api.serializers import facets_serializer
from people.api.views.base import EntryView, FacetsView, FilteredListView
from people.filters import AllegationFilter
from people.models import Allegation
from people.serializers.allegation import AllegationSerializer


class AllegationsView(FilteredListView):
    """The allegations that the query string asks for, each with all answers."""

    rows = Allegation.public
    filters = AllegationFilter
    serializer_class = AllegationSerializer


class AllegationFacetsView(FacetsView):
    """How many allegations each choice would list, the other filters kept: the numbers of the allegations page."""

    rows = Allegation.public
    filters = AllegationFilter
    serializer_class = facets_serializer("AllegationFacets", AllegationFilter)


class AllegationView(EntryView):
    """An allegation beside what each of its subjects answers."""

    rows = Allegation.public
    serializer_class = AllegationSerializer

    def get_queryset(self) -> QuerySet[Allegation]:
        """Return the allegations with everything that the answer holds."""
        return Allegation.public.for_list()
