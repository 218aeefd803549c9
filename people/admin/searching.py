"""How editors search: what they type is read as readers' is, and finds drafts too."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest

from people.models import Person
from people.querysets.base import SLUG, GuardedQuerySet
from people.search.index import Match
from people.search.listing import ListQuery, parse_list_query, rows_matching
from people.search.strategies import search_index
from people.search.words import Word
from people.spellings import POSSESSIVE, SIGNS

# In the admin whole sentences are looked for.
MAX_ADMIN_QUERY_WORDS = 50


class IndexSearchMixin(admin.ModelAdmin):
    """Searches the index for the entry itself, and for others that it names.

    `searched` has their models by relation; the entry's own is under "".
    """

    searched: ClassVar[Mapping[str, type[Model]]] = {}

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        """Return the rows that have all of the words, or the slug, and that none of them is there twice."""
        if not search_term.strip():
            return queryset, False
        found = self._rows()
        for word in self._reading(request, search_term).words:
            found = found.matching_alternatives(self._alternatives(word))
        return queryset.matching_alternatives(
            [[[found.order_by().values("pk")]], *self._slug_alternatives(search_term.strip())]
        ), False

    def _reading(self, request: HttpRequest, term: str) -> ListQuery:
        """Return what the term is read as; Django asks again for each filter whose choices it counts."""
        readings: dict[str, ListQuery] = vars(request).setdefault("readings", {})
        if term not in readings:
            readings[term] = parse_list_query(term, self._finds, MAX_ADMIN_QUERY_WORDS)
            self._tell(request, readings[term])
        return readings[term]

    def _tell(self, request: HttpRequest, reading: ListQuery) -> None:
        match = request.resolver_match
        for one in reading.substitutions if match and str(match.url_name).endswith("_changelist") else ():
            messages.info(request, f"Nothing here has “{one.typed}”. This is for “{'” or “'.join(one.words)}”.")

    def _finds(self, word: Word) -> bool:
        return bool(self._rows().matching_alternatives(self._alternatives(word)).exists())

    def _rows(self) -> GuardedQuerySet:
        rows: GuardedQuerySet = self.model._default_manager.all()
        return rows

    def _alternatives(self, word: Word) -> list[list[list[QuerySet | RawSQL]]]:
        ways = [[list(self._subqueries(match)) for match in way] for way in search_index().alternatives(word)]
        if word.slide and self.model is Person:
            ways.append([[Person.objects.on_slide(word.slide).order_by().values("pk")]])
        return ways

    def _subqueries(self, match: Match) -> Iterator[QuerySet | RawSQL]:
        for path, model in self.searched.items():
            keys = rows_matching(match, model, hidden=True)
            yield self._rows().filter(**{f"{path}__in": keys}).order_by().values("pk") if path else keys

    def _slug_alternatives(self, term: str) -> Iterator[list[list[QuerySet | RawSQL]]]:
        if SLUG.fullmatch(term) and any(field.name == "slug" for field in self.model._meta.concrete_fields):
            yield [[self._rows().filter(slug__startswith=term).order_by().values("pk")]]


class ColumnSearchMixin(admin.ModelAdmin):
    """Searches columns that are in no index, as Django does, without signs beside words and in any case."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Return the rows that have all of the words, and whether one may be there twice."""
        twice = False
        for word in search_term.split():
            queryset, again = self._with_word(request, queryset, POSSESSIVE.sub("", word.strip(SIGNS)))
            twice = twice or again
        return queryset, twice

    def _with_word(self, request: HttpRequest, queryset: QuerySet, word: str) -> tuple[QuerySet, bool]:
        # SQLite knows capital letters from small ones in ASCII alone.
        found = [
            super(ColumnSearchMixin, self).get_search_results(request, queryset, one)
            for one in dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
        ]
        (rows, twice), *others = found
        for other, again in others:
            rows, twice = rows | other, twice or again
        return rows, twice
