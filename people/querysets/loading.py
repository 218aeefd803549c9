"""Loading entries of many models with a few queries for all, where prefetching takes some for each model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

from people.querysets.allegation import load_others
from people.querysets.base import SourcedQuerySet, public_objects_of
from people.querysets.citations import keep, load_citations
from people.querysets.citing import (
    CITING_MODELS,
    MAX_LISTED_ENTRIES,
    count_cited_by,
    first_cited_by,
    public_citing_objects,
)
from people.querysets.participants import MAX_PARTICIPANTS, load_participants
from people.querysets.person import lists_of_their_own
from people.querysets.sides import LAST_PLACE, MAX_SIDES, load_reading_sides, load_sides

if TYPE_CHECKING:
    from people.models import Passage, Person, Sourced


def find_profile(slug: str, most: int | None = None) -> Person | None:
    """Return the person with that slug with everything prefetched, as `for_profile` has it of many people, or None.

    Given `most`, no more than that many meetings and allegations are prefetched, and of the sides of an allegation only
    some (see load_sides). `meeting_count` and `allegation_count` are how many there are.
    """
    person: Person | None = public_objects_of("Person").with_place().filter(slug=slug).first()
    if person is not None:
        _load_profile(person, most)
    return person


def _load_profile(person: Person, most: int | None) -> None:
    prefetch_related_objects([person], *lists_of_their_own())
    _load_meetings(person, most)
    _load_allegations(person, most)
    ties = list(public_objects_of("Tie").about([person]).by_name())
    keep(person, "ties_from", [tie for tie in ties if tie.from_person_id == person.pk])
    keep(person, "ties_to", [tie for tie in ties if tie.to_person_id == person.pk])
    _load_statements(person)
    load_citations([person, *person.lines()])


def _load_meetings(person: Person, most: int | None) -> None:
    # By slug, as PostgreSQL would read all meetings for the key of somebody who it knows has very many.
    theirs = public_objects_of("Meeting").filter(participations__person__slug=person.slug)
    first = list(theirs.chronological().select_related("organisation")[:most])
    load_participants([(one, person.pk) for one in first], MAX_PARTICIPANTS if most else LAST_PLACE)
    keep(person, "meetings", first)
    person.meeting_count = theirs.count() if len(first) == most else len(first)


def _load_allegations(person: Person, most: int | None) -> None:
    theirs = public_objects_of("Allegation").filter(subjects=person).by_title()
    first = list(theirs[:most])
    keep(person, "allegations", first)
    load_sides([(one, person.pk) for one in first], stop=MAX_SIDES if most else LAST_PLACE)
    person.allegation_count = theirs.count() if len(first) == most else len(first)


def _load_statements(person: Person) -> None:
    # Not both in one query, for which PostgreSQL would read everybody.
    own = list(public_objects_of("Statement").filter(person=person).for_citing())
    others = list(public_objects_of("Statement").filter(others=person).for_citing())
    load_others([*own, *others])
    keep(person, "statements", own)
    keep(person, "other_statements", others)


def load_cited_by(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages with what readers see that rests on each: `entries`, the first ones, and `entry_count`."""
    found = list(passages)
    keys = defaultdict[int, list[tuple[str, int]]](list)
    counts = defaultdict[int, dict[str, int]](dict)
    for cited, model, key, number in first_cited_by([passage.pk for passage in found]) if found else ():
        counts[cited][model] = number
        if len(keys[cited]) < MAX_LISTED_ENTRIES:
            keys[cited].append((model, key))
    loaded = load_entries(chain.from_iterable(keys.values()), lambda model: public_citing_objects(model).for_citing())
    ranks = {(model, key): (CITING_MODELS.index(model), rank) for rank, (model, key) in enumerate(loaded)}
    for passage in found:
        passage.entry_count = sum(counts[passage.pk].values())
        shown = sorted((one for one in keys[passage.pk] if one in loaded), key=ranks.__getitem__)
        passage.entries = [loaded[one] for one in shown]
    return found


def load_readings(passages: Iterable[Passage]) -> None:
    """Replace the `entries` of the passages by the same ones with all that `reading` tells of them prefetched."""
    passages = list(passages)
    keys = {passage: [(str(entry._meta.model_name), entry.pk) for entry in passage.entries] for passage in passages}
    loaded = load_entries(chain.from_iterable(keys.values()), lambda model: public_citing_objects(model).for_reading())
    load_reading_sides(loaded.values())
    for passage in passages:
        passage.entries = [loaded[one] for one in keys[passage] if one in loaded]


def load_entries(
    wanted: Iterable[tuple[str, int]], rows: Callable[[str], SourcedQuerySet]
) -> dict[tuple[str, int], Sourced]:
    """Return the entries, given by model and key, among the rows of each model; some may have been withdrawn."""
    keys = defaultdict(set)
    for model, key in wanted:
        keys[model].add(key)
    return {(model, key): one for model, those in keys.items() for key, one in rows(model).in_bulk(those).items()}


class CitingEntries:
    """What readers see that rests on one passage, model by model: a sequence that a paginator reads page by page."""

    def __init__(self, passage: Passage) -> None:
        """Take the passage."""
        self.passage = passage

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each model."""
        return {model: number for (_, model), number in count_cited_by([self.passage.pk]).items()}

    def __len__(self) -> int:
        """Return how many entries there are."""
        return sum(self.counts.values())

    def __getitem__(self, part: slice) -> list[Sourced]:
        """Return the entries of that part, whose start and stop are given."""
        found: list[Sourced] = []
        start, stop = part.start, part.stop
        for model in CITING_MODELS:
            number = self.counts.get(model, 0)
            if number and start < number and stop > 0:
                entries = public_citing_objects(model).filter(passages=self.passage).for_citing()
                found += entries[max(start, 0) : stop]
            start, stop = start - number, stop - number
        return found
