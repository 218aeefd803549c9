"""What readers get: the entries to which the documents found belong, as far as readers may see them, by kind."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from people.languages import Noun
from people.languages import gettext_lazy as _
from people.models import Alias, Allegation, JobTitle, Meeting, Organisation, Person, Role, Statement
from people.querysets.sides import load_sides_with_citations
from people.search.document_specs import READER_SPECS, row_of, spec_of_document
from people.search.index import SearchHits
from people.search.public import any_public, public_entries
from people.search.strategies import Attempt, Substitution, search_index, strategies
from people.search.titles import load_held_titles
from people.search.words import SearchQuery, parse_query, telling_words


class Kind(NamedTuple):
    """Entries that are listed together: their model, a heading, what one is called, and how they are loaded."""

    name: str
    heading: Any
    noun: Noun
    load: Callable[[], Any]


# In the order of the page. A slide leads to the roles of whom it shows, words to the titles of roles.
KINDS = (
    Kind(
        "person",
        _("People"),
        Noun("person", "people"),
        lambda: Person.public.told_apart().with_place().with_citations(),
    ),
    Kind("organisation", _("Organizations"), Noun("organization", "organizations"), Organisation.public.all),
    Kind("title", _("Job titles"), Noun("job title", "job titles"), JobTitle.objects.all),
    Kind("role", _("Jobs"), Noun("job", "jobs"), lambda: Role.public.for_citing().with_citations()),
    Kind("meeting", _("Meetings"), Noun("meeting", "meetings"), Meeting.public.for_list),
    Kind("allegation", _("Allegations and replies"), Noun("allegation", "allegations"), Allegation.public.all),
    Kind("statement", _("Other facts"), Noun("fact", "facts"), lambda: Statement.public.for_citing().with_citations()),
)


class FoundEntry(NamedTuple):
    """An entry found; of a person also the other names by which it was found."""

    object: Any
    aliases: list[Alias]


@dataclass(frozen=True)
class ResultGroup:
    """The entries of a kind that readers may see.

    Attributes:
        kind: What they are.
        documents: The documents found of each entry, by the entry's key, the best first.
        more: Whether more were found than were ranked.
    """

    kind: Kind
    documents: dict[int, list[int]]
    more: bool

    @property
    def keys(self) -> list[int]:
        """Return the keys of the entries, the best first."""
        return list(self.documents)

    def entries(self, keys: Iterable[int]) -> list[FoundEntry]:
        """Return the entries with those keys, with what is shown of them at hand."""
        wanted = list(keys)
        loaded = self.kind.load().in_bulk(wanted)
        if self.kind.name == "allegation":
            load_sides_with_citations((one, None) for one in loaded.values())
        elif self.kind.name == "title":
            loaded = load_held_titles(loaded)
        aliases = self._aliases(wanted) if self.kind.name == "person" else {}
        # Somebody may withdraw an entry between two queries.
        return [FoundEntry(loaded[key], aliases.get(key, [])) for key in wanted if key in loaded]

    def _aliases(self, keys: Collection[int]) -> dict[int, list[Alias]]:
        found = [row_of(one) for key in keys for one in self.documents[key] if spec_of_document(one).model is Alias]
        by_person: dict[int, list[Alias]] = {}
        for alias in Alias.public.with_citations().filter(pk__in=found) if found else ():
            by_person.setdefault(alias.person_id, []).append(alias)
        return by_person


class SearchResults(NamedTuple):
    """The answer to a query. Without any words in it there was no attempt to find it."""

    query: SearchQuery
    attempt: Attempt | None
    groups: list[ResultGroup]

    def matched(self, groups: Iterable[tuple[ResultGroup, Iterable[int]]]) -> set[str]:
        """Return the words, folded, by which entries were found, given with their groups by their keys."""
        documents = [one for group, keys in groups for key in keys for one in group.documents[key]]
        if self.attempt is None or not documents:
            return set()
        index = search_index()
        pattern = index.pattern([word.one_word_forms() for word in self.attempt.words], any_word=True)
        return index.matched(documents, pattern, titles=self.attempt.titles)

    def substitutions(self, matched: set[str]) -> list[Substitution]:
        """Return which words stand for others, given those that were matched: respelled ones, and synonyms."""
        if self.attempt is None:
            return []
        used = [(word, [one for one in word.synonyms if matched >= telling_words(one)]) for word in self.query.words]
        used = [(word, synonyms) for word, synonyms in used if synonyms]
        index = search_index()
        known = any_public(index.sample([index.pattern([word.without_synonyms()]) for word, _ in used]))
        instead = (Substitution(word.text, one) for (word, one), has in zip(used, known, strict=True) if not has)
        return [*self.attempt.substitutions, *instead]


def search(text: str, strategies: Callable[[SearchQuery], Iterator[Attempt]] = strategies) -> SearchResults:
    """Return what readers may see of what `text` asks for, found in the most faithful of the ways that finds any.

    Costs at most one query for each way, some for the words that are unknown, and one for each model.
    """
    query = parse_query(text)
    attempt = None
    for attempt in strategies(query) if query.words else ():
        if groups := public_groups(attempt.found):
            return SearchResults(query, attempt, groups)
    return SearchResults(query, attempt, [])


def public_groups(found: SearchHits) -> list[ResultGroup]:
    """Return the entries of the documents that readers may see, by kind; no kind without any."""
    entries = public_entries(hit.document for hit in found.hits)
    documents: dict[str, dict[int, list[int]]] = {}
    for hit in found.hits:
        if hit.document in entries:
            of_kind = documents.setdefault(spec_of_document(hit.document).kind, {})
            of_kind.setdefault(entries[hit.document], []).append(hit.document)
    cut = {spec.kind for spec in READER_SPECS if spec.number in found.cut}
    return [ResultGroup(kind, documents[kind.name], kind.name in cut) for kind in KINDS if kind.name in documents]
