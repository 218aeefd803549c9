"""Sources."""

from typing import Any

from people.api.serializers.source import SourceProfileSerializer, SourceSerializer
from people.api.views.base import EntryView, ListView
from people.models import Source


class SourcesView(ListView):
    """The documents on which everything rests, by title."""

    rows = Source.objects
    serializer_class = SourceSerializer


class SourceView(EntryView):
    """A source sentence by sentence, with what rests on each, or why nothing does."""

    rows = Source.objects
    serializer_class = SourceProfileSerializer

    def find(self, slug: str) -> Any:
        """Return the source with its passages and what rests on them."""
        source = super().find(slug)
        source.sentences = source.passages.with_resting()
        return source
