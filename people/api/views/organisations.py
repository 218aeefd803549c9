"""Organisations."""

from typing import Any

from people.api.views.base import EntryView, UpdatedListView
from people.models import Organisation
from people.serializers.role import OrganisationProfileSerializer, OrganisationSerializer


class OrganisationsView(UpdatedListView):
    """The organisations, by name."""

    rows = Organisation.public
    serializer_class = OrganisationSerializer


class OrganisationView(EntryView):
    """Who held a post at an organisation, and which meetings it held."""

    rows = Organisation.public
    serializer_class = OrganisationProfileSerializer

    def get_queryset(self) -> Any:
        """Return the organisations with everything that the answer holds."""
        return super().get_queryset().for_profile()
