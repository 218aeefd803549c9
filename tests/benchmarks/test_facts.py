from typing import Any

import pytest
from django.http import QueryDict

from benchmarks.facts import WORD, facts
from benchmarks.generator.world import tables
from benchmarks.generator.writing import load
from benchmarks.progress import Progress
from people.filters import AllegationFilter, IndexFilter, MeetingFilter, PersonFilter
from people.models import Meeting, Person, Role
from people.network.full_graph import load_full_graph
from people.network.paths import shortest_paths


@pytest.fixture
def found(db: None) -> dict[str, Any]:
    load(tables(size=120, seed=7), Progress())
    return facts()


def count(filters: type[IndexFilter], query: str) -> int:
    asked = filters(QueryDict(query))
    assert asked.is_valid()
    return asked.count()


def test_facts_count_whom_the_site_shows(found: dict[str, Any]) -> None:
    hub = Person.objects.get(pk=1).slug
    assert [found["people"], found["met_hub_in_category"], found["worded"]] == [
        Person.public.count(),
        count(PersonFilter, f"role=campaign&contact={hub}"),
        count(PersonFilter, f"q={WORD}"),
    ]


def test_facts_count_what_the_lists_show(found: dict[str, Any]) -> None:
    assert [found["messages"], found["answered"], found["roles"]] == [
        count(MeetingFilter, "kind=message"),
        count(AllegationFilter, "answered=answered"),
        Role.public.count(),
    ]


def test_facts_know_the_meetings_that_the_site_shows(found: dict[str, Any]) -> None:
    shown = [*found["hubs"], *found["ordinary"]]
    assert [one["meetings"] for one in shown] == [
        Meeting.public.filter(people__slug=one["slug"]).count() for one in shown
    ]


def test_facts_know_how_far_apart_two_people_are(found: dict[str, Any]) -> None:
    start, goal, steps = found["way"]
    ends = [Person.objects.get(slug=slug).pk for slug in (start, goal)]
    ways = shortest_paths(load_full_graph(), *ends)
    assert {len(way) - 1 for way in ways.listed} == {steps}
