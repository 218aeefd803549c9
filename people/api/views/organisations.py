"""Organisations."""

from typing import Any

from django.db.models import QuerySet

from people.api.serializers import facets_serializer
from people.api.views.base import EntryView, FacetsView, FilteredListView
from people.api.views.mentions import with_first_mentions
from people.filters import OrganisationFilter
from people.models import Organisation
from people.serializers.role import OrganisationProfileSerializer, OrganisationSerializer


class OrganisationsView(FilteredListView):
    """The organisations that the query string asks for, by name."""

    rows = Organisation.public
    filters = OrganisationFilter
    serializer_class = OrganisationSerializer


class OrganisationFacetsView(FacetsView):
    """How many organisations each choice would list, the other filters kept: the numbers of the organisations page."""

    rows = Organisation.public
    filters = OrganisationFilter
    serializer_class = facets_serializer("OrganisationFacets", OrganisationFilter)


class OrganisationView(EntryView):
    """Who worked there at an organisation, and which meetings it held."""

    rows = Organisation.public
    serializer_class = OrganisationProfileSerializer

    def get_queryset(self) -> QuerySet[Organisation]:
        """Return the organisations with everything that the answer holds."""
        return Organisation.public.for_profile()

    def find(self, slug: str) -> Any:
        """Return the organisation with what mentions it. Raises as EntryView does."""
        return with_first_mentions(super().find(slug))
