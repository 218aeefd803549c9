"""Filtering the network, and naming the two ends of a way."""

from typing import Any

import pytest
from django.http import QueryDict

from people.filters import NetworkFilter, ParameterError, PathFilter
from people.models import Person
from tests.factories import make_meeting, make_person, make_role, make_tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Person]:
    """Ann met Bob at a dinner, Bob wrote to Cat, Cat advised Dan; Eve was at a hearing with Ann."""
    ann, bob, cat, dan, eve = (make_person(name) for name in ("Ann", "Bob", "Cat", "Dan", "Eve"))
    make_meeting(ann, bob, kind="dinner")
    make_meeting(bob, cat, kind="message")
    make_tie(cat, dan, kind="advised")
    make_meeting(ann, eve, kind="hearing")
    make_role(cat, category="campaign")
    return {person.slug: person for person in (ann, bob, cat, dan, eve)}


def network(query: str) -> NetworkFilter:
    filters = NetworkFilter(QueryDict(query))
    assert filters.is_valid(), filters.errors
    return filters


def listed(query: str) -> list[str]:
    found = network(query)
    keys = found.ids[:]
    return [person.slug for person in Person.objects.filter(pk__in=keys).by_name()]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["ann", "bob", "cat", "dan", "eve"]),
        ("line=dinner", ["ann", "bob"]),
        ("line=dinner&line=advised", ["ann", "bob", "cat", "dan"]),
        ("around=bob", ["ann", "cat"]),
        ("around=bob&steps=1", ["ann", "cat"]),
        ("around=bob&steps=2", ["ann", "cat", "dan"]),
        ("around=bob&steps=1&steps=2", ["ann", "cat", "dan"]),
        ("around=bob&line=dinner&steps=2", ["ann"]),
        ("around=ann&around=dan", ["bob", "cat"]),
        ("around=eve&steps=2", []),
        ("steps=2", ["ann", "bob", "cat", "dan", "eve"]),
        ("role=campaign", ["cat"]),
        ("role=campaign&around=ann&steps=2", ["cat"]),
        ("contact=ann&around=cat", ["bob"]),
    ],
)
@pytest.mark.usefixtures("people")
def test_network_lists_whom_all_parameters_allow(query: str, slugs: list[str]) -> None:
    assert listed(query) == slugs


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("query", ["", "around=bob", "around=bob&steps=2&line=advised", "role=campaign"])
def test_each_kind_of_line_lists_as_many_people_as_counted(query: str) -> None:
    filters = network(query)
    counts = {kind: total for kind, _, total in filters.count_by_line()}
    assert counts == {kind: network(filters.query("line", [kind])[1:]).count() for kind in counts}


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("query", ["around=bob&steps=2", "line=message", "around=bob&role=campaign"])
def test_each_choice_of_a_facet_lists_as_many_people_as_counted(query: str) -> None:
    wrong = [
        (facet.parameter, choice.value)
        for facet in network(query).build_facets()[1:]
        for choice in (*facet.choices, *facet.more)
        if choice.number != len(listed(choice.query[1:]))
    ]
    assert wrong == []


@pytest.mark.parametrize(("query", "order"), [("", "name"), ("sort=-lines", "-lines")])
def test_network_is_ordered_by_name_unless_told(query: str, order: str) -> None:
    assert network(query).order == order


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("around=nobody", ParameterError("around", "“nobody” isn't one of the options.", ["ann"])),
        ("steps=3", ParameterError("steps", "“3” isn't one of the options.", ["1", "2"])),
        (
            "sort=contacts",
            ParameterError("sort", "“contacts” isn't one of the options.", ["name", "-name", "lines", "-lines"]),
        ),
    ],
)
def test_what_means_nothing_is_a_problem(query: str, problem: ParameterError) -> None:
    make_person("Ann")
    assert NetworkFilter(QueryDict(query)).problems == [problem]


def ends(query: str) -> tuple[Any, Any]:
    filters = PathFilter(QueryDict(query))
    assert filters.is_valid(), filters.errors
    return filters.person("from"), filters.person("to")


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", (None, None)),
        ("from=&to=", (None, None)),
        ("from=ann&to=bob", ("ann", "bob")),
        ("from=Ann&to=+BOB", ("ann", "bob")),
        ("from=ann&from=ann", ("ann", None)),
    ],
)
def test_ends_are_given_by_slug_or_name(query: str, slugs: tuple[str | None, str | None]) -> None:
    assert tuple(end and end.slug for end in ends(query)) == slugs


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("from=nobody", ParameterError("from", "“nobody” isn't one of the options.", ["ann", "bob"])),
        ("to=ann&to=bob", ParameterError("to", "Only one person can stand here.", ["ann", "bob"])),
        ("through=walls", ParameterError("through", "“walls” isn't one of the options.", ["all", "meetings"])),
    ],
)
def test_ends_that_name_nobody_are_problems(query: str, problem: ParameterError) -> None:
    make_person("Ann")
    make_person("Bob")
    assert PathFilter(QueryDict(query)).problems == [problem]


@pytest.mark.parametrize(("query", "only"), [("", False), ("through=all", False), ("through=meetings", True)])
def test_ways_lead_through_ties_too_unless_told(query: str, only: bool) -> None:
    filters = PathFilter(QueryDict(query))
    assert (filters.is_valid(), filters.only_meetings) == (True, only)
