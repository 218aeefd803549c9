"""Meetings with those who took part, and ties."""

import random
from collections.abc import Iterator

from benchmarks.generator import words
from benchmarks.generator.dates import changed, partial_dates
from benchmarks.generator.skew import Tail, hub_sizes
from benchmarks.generator.slugs import Slugs
from benchmarks.generator.tables import GeneratedTable, GeneratedWorld, Row, citations, model
from people.vocabulary import Capacity, MeetingKind, Standing, TieKind

PER_PERSON = 2
GUESTS = (1, 1, 1, 1, 1, 1, 2, 2, 3, 7)
TIED = 0.05
# Tie.__str__ names the kind.
KINDS = dict(TieKind.choices)


def meetings(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the meetings, what they rest on, and who took part."""
    groups = list(_groups(world))
    columns = (
        "id slug updated_at status kind title summary date date_earliest date_latest place times organisation_id "
        "standing"
    )
    yield GeneratedTable(model("meeting"), tuple(columns.split()), _meetings(world, groups), len(groups))
    yield citations(world, "meeting", len(groups))
    columns = "id meeting_id person_id capacity"
    yield GeneratedTable(
        model("participation"), tuple(columns.split()), _participations(groups), world.size * PER_PERSON
    )


def _groups(world: GeneratedWorld) -> Iterator[tuple[int, ...]]:
    """Yield who met: first each hub with others, then the others among themselves, two meetings a person in all."""
    rng, places = world.rng("participation"), world.size * PER_PERSON
    for hub, number in enumerate(hub_sizes(world.size), start=1):
        for _ in range(number):
            group = _group(rng, world.size, rng.choice(GUESTS[:8]), hub)
            places -= len(group)
            yield group
    while places > 0:
        group = _group(rng, world.size, 1 + rng.choice(GUESTS))
        places -= len(group)
        yield group


def _group(rng: random.Random, size: int, guests: int, *present: int) -> tuple[int, ...]:
    """Return those present and others, who come up the more often the lower their key is."""
    return tuple(dict.fromkeys([*present, *(int(size * rng.random() ** 1.2) + 1 for _ in range(guests))]))


def _meetings(world: GeneratedWorld, groups: list[tuple[int, ...]]) -> Iterator[Row]:
    rng, slugs = world.rng("meeting"), Slugs("meeting")
    sentences, dates = words.sentences(rng, 500), partial_dates(rng, 100)
    kinds = Tail([kind for kind in MeetingKind.values if kind != MeetingKind.HEARING] + [MeetingKind.HEARING.value])
    standings = ["", "", *Standing.values]
    for key, group in enumerate(groups, start=1):
        title = " and ".join(world.names[person] for person in group[:3])
        date, kind = rng.choice(dates), kinds.draw(rng, 1)[0]
        said = (title, " ".join(rng.choices(sentences, k=2)), *date)
        times, organisation = rng.choice((None, None, None, 1, 2, 5)), rng.randint(1, world.organisations)
        where = (rng.choice(["", *words.PLACES]), times, organisation if kind == MeetingKind.HEARING else None)
        status = world.fate("meeting", rng, key)
        yield key, slugs.of(title), changed(key), status, kind, *said, *where, rng.choice(standings)


def _participations(groups: list[tuple[int, ...]]) -> Iterator[Row]:
    key = 0
    for meeting, group in enumerate(groups, start=1):
        for person in group:
            key += 1
            yield key, meeting, person, (Capacity.WITNESS if key % 11 == 0 else Capacity.PARTICIPANT).value


def ties(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield ties of people with others, then what they rest on."""
    columns = ("id", "slug", "updated_at", "status", "kind", "from_person_id", "to_person_id", "summary")
    number = int(world.size * TIED)
    yield GeneratedTable(model("tie"), columns, _ties(world, number), number)
    yield citations(world, "tie", number)


def _ties(world: GeneratedWorld, number: int) -> Iterator[Row]:
    rng, slugs = world.rng("tie"), Slugs("tie")
    sentences, kinds = words.sentences(rng, 50), Tail(TieKind.values)
    seen: set[tuple[str, int, int]] = set()
    while len(seen) < number:
        (kind,), one, other = kinds.draw(rng, 1), rng.randint(1, world.size), rng.randint(1, world.size)
        if one == other or (kind, one, other) in seen:
            continue
        seen.add((kind, one, other))
        key, title = len(seen), f"{world.names[one]} {KINDS[kind]} {world.names[other]}"
        status = world.fate("tie", rng, key)
        yield key, slugs.of(title), changed(key), status, kind, one, other, rng.choice(sentences)
