"""Loading entries of many models with a few queries for all, where prefetching takes some for each model."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, Value, prefetch_related_objects

from people.querysets.base import links, public_rows, rows
from people.querysets.person import lists_of_their_own
from people.querysets.source import MAX_LISTED_ENTRIES, RESTING, count_resting, resting


def find_profile(slug: str, most: int | None = None) -> Any | None:
    """Return the person with that slug with everything at hand, as `for_profile` has it of many people, or None.

    Of meetings no more than the first `most` are at hand. `meeting_count` is how many there are.
    """
    person = public_rows("Person").filter(slug=slug).first()
    if person is not None:
        _load_profile(person, most)
    return person


def _load_profile(person: Any, most: int | None) -> None:
    prefetch_related_objects([person], *lists_of_their_own())
    _load_meetings(person, most)
    ties = list(public_rows("Tie").about([person]).by_name())
    _keep(person, "ties_from", [tie for tie in ties if tie.from_person_id == person.pk])
    _keep(person, "ties_to", [tie for tie in ties if tie.to_person_id == person.pk])
    load_citations([person, *person.lines()])


def _load_meetings(person: Any, most: int | None) -> None:
    # By slug, as PostgreSQL would read all meetings for the key of somebody who it knows has very many.
    theirs = public_rows("Meeting").filter(participations__person__slug=person.slug)
    first = list(theirs.with_people()[:most])
    _keep(person, "meetings", first)
    person.meeting_count = len(first)
    person.meeting_count = theirs.count() if len(first) == most else len(first)


def load_citations(entries: Iterable[Any]) -> None:
    """Have the passages of the entries, whatever their models, at hand, as `with_citations` has those of one model."""
    citing = defaultdict(list)
    for entry in entries:
        citing[entry._meta.model_name, entry.pk].append(entry)
    cited = defaultdict(list)
    for model, key, passage in _links_of(citing):
        cited[passage].append((model, key))
    found = defaultdict(list)
    for passage in rows("Passage").cited().filter(pk__in=cited):
        for one in cited[passage.pk]:
            found[one].append(passage)
    for one, same in citing.items():
        for entry in same:
            _keep(entry, "passages", found[one])


def load_resting(passages: Iterable[Any]) -> list[Any]:
    """Return the passages with what readers see that rests on each: `entries`, the first ones, and `entry_count`."""
    found = list(passages)
    for passage in found:
        passage.entries = []
    for model in RESTING:
        short = [passage for passage in found if len(passage.entries) <= MAX_LISTED_ENTRIES]
        first = resting(model).for_citing()[: MAX_LISTED_ENTRIES + 1]
        prefetch_related_objects(short, Prefetch(f"{model}_set", first, f"first_{model}"))
        for passage in short:
            passage.entries += getattr(passage, f"first_{model}")
    for passage in found:
        passage.entry_count = len(passage.entries)
        del passage.entries[MAX_LISTED_ENTRIES:]
    long = {passage.pk: passage for passage in found if passage.entry_count > MAX_LISTED_ENTRIES}
    counts = Counter[int]()
    for (key, _), number in count_resting(list(long)).items() if long else ():
        counts[key] += number
    for key, number in counts.items():
        long[key].entry_count = number
    return found


def load_readings(passages: Iterable[Any]) -> None:
    """Replace the `entries` of the passages by the same ones with all that `reading` tells of them prefetched."""
    passages = list(passages)
    keys = defaultdict(set)
    for passage in passages:
        for entry in passage.entries:
            keys[entry._meta.model_name].add(entry.pk)
    loaded = {
        (model, key): entry
        for model, wanted in keys.items()
        for key, entry in resting(model).for_reading().in_bulk(wanted).items()
    }
    for passage in passages:
        named = [(entry._meta.model_name, entry.pk) for entry in passage.entries]
        passage.entries = [loaded[one] for one in named if one in loaded]


class RestingEntries:
    """What readers see that rests on one passage, model by model: a sequence that a paginator reads page by page."""

    def __init__(self, passage: Any) -> None:
        """Take the passage."""
        self.passage = passage

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many entries there are of each model."""
        return {model: number for (_, model), number in count_resting([self.passage.pk]).items()}

    def __len__(self) -> int:
        """Return how many entries there are."""
        return sum(self.counts.values())

    def __getitem__(self, part: slice) -> list[Any]:
        """Return the entries of that part, whose start and stop are given."""
        found: list[Any] = []
        start, stop = part.start, part.stop
        for model in RESTING:
            number = self.counts.get(model, 0)
            if number and start < number and stop > 0:
                entries = resting(model).filter(passages=self.passage).for_citing()
                found += entries[max(start, 0) : stop]
            start, stop = start - number, stop - number
        return found


def _links_of(entries: Iterable[tuple[str, int]]) -> Any:
    """Return model, key and passage of each citation of the entries, given as model and key."""
    keys = defaultdict(list)
    for model, key in entries:
        keys[model].append(key)
    parts = (
        links(rows(model).model, "passages")
        .filter(**{f"{model}__in": those})
        .values_list(Value(model), f"{model}_id", "passage_id")
        for model, those in keys.items()
    )
    return rows("Passage").none().union(*parts, all=True)


def _keep(entry: Any, relation: str, found: list[Any]) -> None:
    """Have what is found at hand as all that the relation holds, where Django's prefetching puts it."""
    held = getattr(entry, relation).get_queryset()
    held._result_cache = found
    entry.__dict__.setdefault("_prefetched_objects_cache", {})[relation] = held
