"""Whatever stands in the database, a choice counts what its link lists (what that is: tests/agreement)."""

from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from people.filters import AllegationFilter, IndexFilter, MeetingFilter, ParameterError, PersonFilter
from people.filters.facets import Facet, SearchTerm
from people.vocabulary import (
    AllegationChoice,
    Answered,
    AppearanceChoice,
    ContactKind,
    MeetingKind,
    PersonSort,
    RoleCategory,
    Standing,
)
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
)
from tests.properties import examples

pytestmark = pytest.mark.django_db

PEOPLE = 5
TITLES = ["Manager", "Adviser", "Éditeur"]
CATEGORIES = RoleCategory.values[:3]

person_numbers = st.integers(0, PEOPLE - 1)
published = st.sampled_from([True, True, True, False])


class FacetWorld(NamedTuple):
    """What stands in the database, by number of person: see `build`."""

    people: list[tuple[bool, bool]]
    roles: list[tuple[int, int, int, int | None, bool]]
    meetings: list[tuple[set[int], str, bool]]
    allegations: list[tuple[set[int], set[int], bool]]


groups = st.sets(person_numbers, min_size=1, max_size=3)
worlds = st.builds(
    FacetWorld,
    people=st.lists(st.tuples(published, st.booleans()), min_size=PEOPLE, max_size=PEOPLE),
    roles=st.lists(
        st.tuples(person_numbers, st.integers(0, 2), st.integers(0, 2), st.sampled_from([None, 0, 1]), published),
        max_size=6,
    ),
    meetings=st.lists(st.tuples(groups, st.sampled_from(MeetingKind.values), published), max_size=5),
    allegations=st.lists(st.tuples(groups, groups, published), max_size=3),
)


def build(world: FacetWorld) -> None:
    """Write the world to the database."""
    passages = [make_passage()]
    people = [
        make_person(f"Person {number}", slide=number + 1 if pictured else None, published=shown, passages=passages)
        for number, (shown, pictured) in enumerate(world.people)
    ]
    organisations = [make_organisation(f"Body {number}") for number in range(2)]
    for person, title, category, body, shown in world.roles:
        organisation = None if body is None else organisations[body]
        role = make_role(
            people[person], TITLES[title], CATEGORIES[category], organisation, published=shown, sourced=False
        )
        role.passages.set(passages)
    for group, kind, shown in world.meetings:
        make_meeting(*(people[one] for one in sorted(group)), kind=kind, published=shown, passages=passages)
    for subjects, answering, shown in world.allegations:
        allegation = make_allegation(*(people[one] for one in subjects), published=shown, passages=passages)
        for one in subjects & answering:
            make_response(allegation, people[one], passages=passages)


def some(values: list[str], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


queries = st.fixed_dictionaries(
    {
        "q": st.sampled_from(["", "person", "edit", "1"]),
        "role": some(CATEGORIES),
        "contact": some([f"person-{number}" for number in range(PEOPLE)]),
        "contact_kind": some(ContactKind.values),
        "title": some(["manager", "adviser", "editeur"]),
        "organisation": some(["body-0", "body-1"]),
        "allegations": some(AllegationChoice.values),
        "appears": some(AppearanceChoice.values),
        "sort": st.sampled_from(["", *PersonSort.values]),
    }
)


def query_string(query: dict[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in query.items():
        data.setlist(name, [value] if isinstance(value, str) else value)
    return data


def counts_and_lengths(facets: list[Facet]) -> list[tuple[str, str, int, int]]:
    """Return for each choice its count, and the number of people at its link."""
    return [
        (facet.parameter, choice.value, choice.number, people_at(choice.query))
        for facet in facets
        for choice in (*facet.choices, *facet.more)
    ]


def people_at(query: str) -> int:
    filters = PersonFilter(QueryDict(query.removeprefix("?")))
    assert filters.is_valid(), filters.problems
    return filters.count()


def valid_filters(query: dict[str, Any]) -> PersonFilter:
    filters = PersonFilter(query_string(query))
    if not filters.is_valid():  # it names a draft person, or a title that nobody holds
        known = query | {problem.parameter: [] for problem in filters.problems}
        filters = PersonFilter(query_string(known))
        assert filters.is_valid()
    return filters


@examples(20)
@given(world=worlds, query=queries, term=st.sampled_from(["", "person", "1", "edit", "body 0"]))
def test_choices_found_by_name_count_what_they_list(world: FacetWorld, query: dict[str, Any], term: str) -> None:
    with transaction.atomic():
        build(world)
        filters = valid_filters(query)
        found = {
            parameter: facet.find(filters, SearchTerm(term)).choices
            for parameter, facet in filters.open_facets().items()
        }
        wrong = [
            (parameter, value, number)
            for parameter, choices in found.items()
            for value, _, number in choices
            if number != people_at(filters.query(parameter, [value]))
        ]
        transaction.set_rollback(True)
    assert wrong == []


# Counts and lists come out of the same index in memory: tests/agreement compares both databases with an oracle.
@pytest.mark.looks
@examples(12)
@given(world=worlds, query=queries)
def test_person_facets_count_what_their_links_list(world: FacetWorld, query: dict[str, Any]) -> None:
    with transaction.atomic():
        build(world)
        filters = valid_filters(query)
        wrong = [row for row in counts_and_lengths(filters.build_facets()) if row[2] != row[3]]
        transaction.set_rollback(True)
    assert wrong == []


entry_queries = st.fixed_dictionaries(
    {
        "person": some([f"person-{number}" for number in range(PEOPLE)]),
        "kind": some(MeetingKind.values),
        "standing": some(Standing.values),
        "answered": some(Answered.values),
    }
)


@pytest.mark.looks
@examples(20)
@given(world=worlds, query=entry_queries, read=st.sampled_from([MeetingFilter, AllegationFilter]))
def test_entry_facets_count_what_their_links_list(
    world: FacetWorld, query: dict[str, Any], read: type[IndexFilter]
) -> None:
    def valid(given: QueryDict) -> IndexFilter:
        filters = read(given)
        return filters if filters.is_valid() else valid(without(given, filters.problems))

    with transaction.atomic():
        build(world)
        filters = valid(query_string(query))
        wrong = [
            (facet.parameter, choice.value, choice.number)
            for facet in filters.build_facets()
            for choice in (*facet.choices, *facet.more)
            if choice.number != valid(QueryDict(choice.query.removeprefix("?"))).count()
        ]
        transaction.set_rollback(True)
    assert wrong == []


def without(given: QueryDict, problems: list[ParameterError]) -> QueryDict:
    """Return the query string without the parameters at fault: they name a draft person."""
    left = given.copy()
    for problem in problems:
        del left[problem.parameter]
    return left
