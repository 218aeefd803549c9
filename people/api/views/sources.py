"""Sources."""

from typing import Any

from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from people.api.errors import Moved
from people.api.paging import PassagesPaging
from people.api.views.base import EntryView, PagedListMixin, UpdatedListView, missing
from people.models import Passage, Source
from people.querysets.loading import CitingEntries, load_cited_by
from people.requests import absolute_url
from people.serializers.source import PassageProfileSerializer, SourceProfileSerializer, SourceSerializer


class SourcesView(UpdatedListView):
    """The documents on which everything rests, by title."""

    rows = Source.public
    serializer_class = SourceSerializer


class SourceView(PagedListMixin, EntryView):
    """A source sentence by sentence, with what rests on each, or why nothing does; a long one in pages."""

    rows = Source.public
    serializer_class = SourceProfileSerializer
    pagination_class = PassagesPaging

    def find(self, slug: str) -> Any:
        """Return the source with the page of its passages and what rests on them."""
        source = super().find(slug)
        passages, source.paging = self.read_page(source.passages.cited())
        source.sentences = load_cited_by(passages)
        return source


class PassageView(PagedListMixin):
    """A sentence of a source, named by its anchor (s5-3: slide 5, sentence 3), with all that rests on it in pages."""

    rows = Passage.public
    serializer_class = PassageProfileSerializer
    operation_id = "passages_retrieve"

    def get(self, request: Request, slug: str, anchor: str) -> Response:
        """Answer the sentence. Raises NotFound, and Moved where the source's slug is a former one."""
        passage: Any = self.get_queryset().select_related("source").at_anchor(anchor).filter(source__slug=slug).first()
        if passage is None:
            former = Source.public.formerly(slug).first()
            if former is None:
                raise NotFound if Source.public.filter(slug=slug).exists() else missing(Source.public, slug)
            raise Moved(absolute_url(request, f"../../{former.slug}/{anchor}/"))
        passage.entries, passage.paging = self.read_page(CitingEntries(passage))
        return Response(self.get_serializer(passage).data)
