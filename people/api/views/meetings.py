"""Meetings."""

from django.db.models import QuerySet

from people.api.serializers import facets_serializer
from people.api.views.base import EntryView, FacetsView, FilteredListView
from people.filters import MeetingFilter
from people.models import Meeting
from people.serializers.meeting import MeetingSerializer


class MeetingsView(FilteredListView):
    """The meetings that the query string asks for, in order of time."""

    rows = Meeting.public
    filters = MeetingFilter
    serializer_class = MeetingSerializer


class MeetingFacetsView(FacetsView):
    """How many meetings each choice would list, the other filters kept: the numbers of the meetings page."""

    rows = Meeting.public
    filters = MeetingFilter
    serializer_class = facets_serializer("MeetingFacets", MeetingFilter)


class MeetingView(EntryView):
    """Who took part in a meeting, and what the sources say of it."""

    rows = Meeting.public
    serializer_class = MeetingSerializer

    def get_queryset(self) -> QuerySet[Meeting]:
        """Return the meetings with everything that the answer holds."""
        return Meeting.public.for_list()
