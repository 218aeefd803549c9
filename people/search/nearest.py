"""Which entries an address, or a value of a filter, probably means that names none."""

from collections.abc import Iterator
from typing import Any

from people.search.results import ResultGroup, public_groups
from people.search.strategies import Attempt, autocomplete_strategies, respell, search_index
from people.search.words import SearchQuery, parse_query

MAX_NEAREST_ENTRIES = 3
PERSON, ORGANISATION, MEETING, ALLEGATION = "person", "organisation", "meeting", "allegation"
# Those that have a page of their own.
KINDS_WITH_PAGES = (PERSON, ORGANISATION, MEETING, ALLEGATION)


def nearest_entries(text: str, kind: str, *, or_other: bool = False) -> list[Any]:
    """Return the entries whose titles have the words of `text`, or some of them, the best first; readers see all.

    Args:
        text: Words, perhaps with hyphens between them, as in a slug.
        kind: What the entries are.
        or_other: Whether entries of other kinds will do where there are none of this one.
    """
    query = parse_query(text.replace("-", " ").replace("_", " "))
    others: list[ResultGroup] = []
    for attempt in title_strategies(query) if query.words else ():
        groups = {group.kind.name: group for group in public_groups(attempt.found)}
        if kind in groups:
            return loaded(groups[kind])
        others = others or [groups[name] for name in KINDS_WITH_PAGES if name in groups]
    return loaded(others[0]) if others and or_other else []


def loaded(group: ResultGroup) -> list[Any]:
    """Return the best entries of the group."""
    return [entry.object for entry in group.entries(group.keys[:MAX_NEAREST_ENTRIES])]


def title_strategies(query: SearchQuery) -> Iterator[Attempt]:
    """Yield each way to look in titles for the query, at last for some of its words."""
    yield from autocomplete_strategies(query)
    if len(query.words) > 1:
        index = search_index()
        words, substitutions = respell(index, query.words)
        yield Attempt(words, index.find(words, any_word=True, titles=True), substitutions, any_word=True, titles=True)
