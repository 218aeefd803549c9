"""Everything that the index answers, as ids and words, so that two of them can be compared."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from people.index import (
    CONTACT_KINDS,
    ContactSearch,
    EntryIndex,
    ListIndex,
    PeopleIndex,
    RankingLimits,
    allegation_index,
    get_index,
    meeting_index,
    organisation_index,
    timeline_index,
)
from people.models import Alias, Role
from people.vocabulary import PersonSort

LIMITS = [RankingLimits(2, 2), RankingLimits(100, 1), RankingLimits(100, 100)]
DAYS = [dt.date(2016, 1, 1), dt.date(2016, 3, 10), dt.date(2017, 6, 1)]

Answers = dict[str, Any]


def answers() -> Answers:
    """Return what all indexes answer now."""
    people = get_index()
    return {
        **dict(of_people(people)),
        **dict(of_entries("meetings", meeting_index())),
        **dict(of_entries("allegations", allegation_index())),
        **dict(of_list("organisations", organisation_index())),
        **dict(of_entries("timeline", timeline_index())),
        **dict(of_days()),
    }


def of_list(name: str, index: ListIndex) -> Iterator[tuple[str, Any]]:
    yield f"{name} listed", index.page(index.everything)[:]
    yield f"{name} counted", len(index)
    for parameter in index.choices:
        yield (
            f"{name} by {parameter}",
            [
                (value, label, index.page(index.any_of(parameter, [value]))[:])
                for value, label in index.labels(parameter)
            ],
        )
        yield f"{name} counts by {parameter}", index.facet_counts(parameter, index.everything, {})


def of_people(index: PeopleIndex) -> Iterator[tuple[str, Any]]:
    yield from of_list("people", index)
    ids = index.page(index.everything)[:]
    for sort in PersonSort.values:
        yield f"people by {sort}", index.page(index.everything, sort)[:]
        yield f"some by {sort}", index.page(index.bitmap(ids[::2]), sort)[:]
        yield f"in contact by {sort}", index.page(index.having_contact(), sort)[1:4]
    for limits in LIMITS:
        for kinds in ([], ["message"], CONTACT_KINDS):
            for found in (index.everything, index.bitmap(ids[:2])):
                yield f"ranking {limits} {kinds} {len(found)}", index.contact_ranking(found, kinds, limits, ids[:1])
    yield "kinds of contact", index.facet_counts("contact_kind", index.everything, {"contact": ids[:2]})
    yield "most contacts", [index.most_contacts(number) for number in (1, 3, 100)]
    yield "meetings", list(index.meetings(ids, CONTACT_KINDS))
    yield "reached", {one: index.reached([one], CONTACT_KINDS) for one in ids}
    for one in ids:
        contact = index.page(index.find({"contact": [one], "contact_kind": ["in-person"]}))[:]
        yield f"person {one}", (index.neighbours(one), index.summary_counts(one), index.categories(one), contact)
        yield f"place of {one}", index.gallery_place(one)
        searches = (ContactSearch(index, people, kinds) for people in ([], ids[:2]) for kinds in ([], ["message"]))
        yield f"shared meetings of {one}", [search.first(one, 2, 1) for search in searches]
    aliases = list(Alias.objects.eligible().order_by("pk").values_list("pk", flat=True))
    yield "owners of aliases", sorted(index.page(index.owners([], aliases, [])))
    titles = list(Role.objects.eligible().order_by("pk").values_list("title_slug", flat=True))
    yield "holders of titles", sorted(index.page(index.owners([], [], titles)))


def of_entries(name: str, index: EntryIndex) -> Iterator[tuple[str, Any]]:
    yield from of_list(name, index)
    entries = index.page(index.everything)[:]
    people = index.people.page(index.people.everything)[:]
    for limits in LIMITS:
        for found in (index.everything, *index.parts({"person": people[:1]})):
            yield f"subjects of {name} {limits} {len(found)}", index.subject_ranking(found, limits, people[:1])
    yield f"{name} concern", {one: index.page(index.find({"person": [one]}))[:] for one in people}
    if name != "timeline":
        yield f"first of {name}", [index.first_concerned(one, people) is None for one in entries]


def of_days() -> Iterator[tuple[str, Any]]:
    index = timeline_index()
    for day in DAYS:
        for end in ("from", "to"):
            found = index.find({end: day})
            yield f"timeline {end} {day}", (index.page(found)[:], index.count_dated(found))
