"""People by who they were in contact with."""

from typing import Any

import pytest

from people.models import Person
from people.vocabulary import ContactKind
from tests.factories import make_meeting, make_person
from tests.querysets.test_person import names

pytestmark = pytest.mark.django_db


@pytest.fixture
def acquainted() -> None:
    """Who was in contact with whom.

    Ann met Cy in person, twice, and once in an interview; she wrote to Bob, who met Cy in person. Dee and Ann
    appeared at a hearing. Eve dined alone. Fay and Gus met Ann in meetings that aren't public. Hal, who isn't public,
    met Ann in person, and spoke to Ida.
    """
    ann, bob, cy, dee, eve, fay, gus, ida = (
        make_person(name) for name in ("Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus", "Ida")
    )
    hal = make_person("Hal", published=False)
    for _ in range(2):
        make_meeting(ann, cy, kind="in-person")
    make_meeting(ann, cy, kind="interview")
    make_meeting(ann, bob, kind="message")
    make_meeting(bob, cy, kind="in-person")
    make_meeting(ann, dee, kind="hearing")
    make_meeting(eve, kind="dinner")
    make_meeting(ann, fay, kind="in-person", published=False)
    make_meeting(ann, gus, kind="in-person", sourced=False)
    make_meeting(ann, hal, kind="in-person")
    make_meeting(ida, hal, kind="conversation")


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize(
    ("people", "found"),
    [
        (["ann"], ["Bob", "Cy"]),
        (["bob"], ["Ann", "Cy"]),
        (["cy"], ["Ann", "Bob"]),
        (["ann", "bob"], ["Ann", "Bob", "Cy"]),
        (["bob", "eve"], ["Ann", "Cy"]),
        (["eve"], []),
        (["nobody"], []),
    ],
)
def test_in_contact_finds_who_met_any_of_the_people_but_not_themselves(people: list[str], found: list[str]) -> None:
    assert names(Person.public.in_contact(people, [])) == found


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize(
    ("people", "kinds", "found"),
    [
        (["ann"], ["in-person"], ["Cy"]),
        (["ann"], ["message"], ["Bob"]),
        (["ann"], ["in-person", "message"], ["Bob", "Cy"]),
        (["bob"], ["in-person"], ["Cy"]),
        (["bob"], ["interview"], []),
        (["ann", "bob"], ["in-person"], ["Cy"]),
        (["ann", "bob"], ["interview"], ["Cy"]),
    ],
)
def test_in_contact_asks_for_person_and_kind_on_the_same_meeting(
    people: list[str], kinds: list[str], found: list[str]
) -> None:
    assert names(Person.public.in_contact(people, kinds)) == found


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (["in-person"], ["Ann", "Bob", "Cy"]),
        (["message"], ["Ann", "Bob"]),
        (["interview"], ["Ann", "Cy"]),
        (["message", "interview"], ["Ann", "Bob", "Cy"]),
        ([], ["Ann", "Bob", "Cy"]),
    ],
)
def test_in_contact_finds_by_kind_alone_who_met_anybody(kinds: list[str], found: list[str]) -> None:
    assert names(Person.public.in_contact([], kinds)) == found


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize(("people", "kinds"), [(["dee"], []), (["ann"], ["hearing"]), ([], ["hearing"])])
def test_in_contact_leaves_hearings_out(people: list[str], kinds: list[str]) -> None:
    assert names(Person.public.in_contact(people, kinds)) == []


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize("people", [["fay"], ["gus"]])
def test_in_contact_leaves_hidden_meetings_out(people: list[str]) -> None:
    assert names(Person.public.in_contact(people, [])) == []


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize(("people", "kinds"), [(["hal"], []), ([], ["conversation"])])
def test_in_contact_leaves_hidden_people_out(people: list[str], kinds: list[str]) -> None:
    assert names(Person.public.in_contact(people, kinds)) == []


@pytest.mark.usefixtures("acquainted")
def test_in_contact_leaves_meetings_without_others_out() -> None:
    assert names(Person.public.in_contact([], ["dinner"])) == []


def contact_counts(people: Any) -> dict[str, int]:
    return dict(people.with_contact_count().values_list("slug", "contact_count"))


@pytest.mark.usefixtures("acquainted")
def test_contact_count_counts_people_rather_than_meetings() -> None:
    counts = {"ann": 2, "bob": 2, "cy": 2, "dee": 0, "eve": 0, "fay": 0, "gus": 0, "ida": 0}
    assert contact_counts(Person.public) == counts


@pytest.mark.usefixtures("acquainted")
def test_contact_count_is_the_number_of_people_that_the_filter_lists() -> None:
    make_meeting(*Person.objects.filter(slug__in=["cy", "dee", "eve"]), kind=ContactKind.CONVERSATION)
    listed = {person.slug: Person.public.in_contact([person.slug], []).count() for person in Person.public.all()}
    assert contact_counts(Person.public) == listed
