"""What was withdrawn."""

from typing import Any

from people.api.views.base import UpdatedListView
from people.models import Tombstone
from people.serializers.withdrawn import WithdrawnEntrySerializer


class WithdrawnView(UpdatedListView):
    """Entries that were published and are withdrawn, the first withdrawn first, by digests of their slugs.

    Who keeps a copy asks for `updated_since`, as of the lists, and deletes what has such a digest. An entry that had
    several slugs is named by each.
    """

    rows = Tombstone.objects
    serializer_class = WithdrawnEntrySerializer

    def get_queryset(self) -> Any:
        """Return them."""
        return Tombstone.objects.gone().addressed().oldest()
