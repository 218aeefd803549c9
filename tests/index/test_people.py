"""Whom each filter of people lists and in which orders, each on a data set of its own."""

import pytest

from people.index import get_index
from people.models import Person
from people.vocabulary import ContactKind, PersonSort
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
)

pytestmark = pytest.mark.django_db


def listed(**criteria: list[str]) -> list[str]:
    """Return the names of those whom the index finds, sorted."""
    index = get_index()
    if "contact" in criteria:
        people = Person.objects.filter(slug__in=criteria["contact"])
        found = index.find({**criteria, "contact": [person.pk for person in people]})
    else:
        found = index.find(criteria)
    return sorted(str(person) for person in Person.objects.filter(pk__in=index.page(found)[:]))


@pytest.fixture
def employed() -> None:
    """People with roles; what is not public of these lists nobody."""
    bank, campaign = make_organisation("Bank"), make_organisation("Campaign")
    ann, bob, cy = make_person("Ann"), make_person("Bob"), make_person("Cy")
    make_person("Dee")
    make_role(ann, "Adviser", "campaign", campaign)
    make_role(ann, "Senior Adviser", "campaign", campaign)
    make_role(bob, "Adviser", "business", bank)
    make_role(cy, "Manager", "campaign")
    make_role(bob, "Manager", "media", campaign, published=False)
    make_role(cy, "Spy", "media", bank, sourced=False)
    make_role(make_person("Eve", published=False), "Spy", "media", bank)


@pytest.mark.usefixtures("employed")
@pytest.mark.parametrize(
    ("categories", "found"),
    [
        (["campaign"], ["Ann", "Cy"]),
        (["business"], ["Bob"]),
        (["business", "campaign"], ["Ann", "Bob", "Cy"]),
        (["media"], []),
        (["politics"], []),
    ],
)
def test_role_lists_holders_of_a_role_in_any_category(categories: list[str], found: list[str]) -> None:
    assert listed(role=categories) == found


@pytest.mark.usefixtures("employed")
@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (["adviser"], ["Ann", "Bob"]),
        (["senior-adviser"], ["Ann"]),
        (["manager"], ["Cy"]),
        (["adviser", "manager"], ["Ann", "Bob", "Cy"]),
        (["spy"], []),
        (["advis"], []),
    ],
)
def test_title_lists_holders_of_any_of_them(titles: list[str], found: list[str]) -> None:
    assert listed(title=titles) == found


@pytest.mark.usefixtures("employed")
@pytest.mark.parametrize(
    ("organisations", "found"),
    [(["campaign"], ["Ann"]), (["bank"], ["Bob"]), (["bank", "campaign"], ["Ann", "Bob"]), (["nowhere"], [])],
)
def test_organisation_lists_holders_of_a_role_at_any_of_them(organisations: list[str], found: list[str]) -> None:
    assert listed(organisation=organisations) == found


@pytest.mark.usefixtures("employed")
def test_filters_by_role_may_hold_on_different_roles() -> None:
    bob = Person.objects.get(slug="bob")
    make_role(bob, "Speaker", "politics")
    assert listed(role=["politics"], title=["adviser"], organisation=["bank"]) == ["Bob"]


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
def test_contact_lists_who_met_any_of_the_people_but_not_themselves(people: list[str], found: list[str]) -> None:
    assert listed(contact=people) == found


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
def test_contact_and_kind_are_on_the_same_meeting(people: list[str], kinds: list[str], found: list[str]) -> None:
    assert listed(contact=people, contact_kind=kinds) == found


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (["in-person"], ["Ann", "Bob", "Cy"]),
        (["message"], ["Ann", "Bob"]),
        (["interview"], ["Ann", "Cy"]),
        (["message", "interview"], ["Ann", "Bob", "Cy"]),
    ],
)
def test_contact_kind_alone_lists_who_met_anybody(kinds: list[str], found: list[str]) -> None:
    assert listed(contact_kind=kinds) == found


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize("person", ["dee", "fay", "gus", "hal"])
def test_contact_leaves_hearings_and_what_is_hidden_out(person: str) -> None:
    assert listed(contact=[person]) == []


@pytest.mark.usefixtures("acquainted")
@pytest.mark.parametrize("kind", ["conversation", "dinner"])
def test_contact_kind_leaves_meetings_without_others_out(kind: str) -> None:
    assert listed(contact_kind=[kind]) == []


@pytest.mark.usefixtures("acquainted")
def test_contacts_count_people_rather_than_meetings() -> None:
    make_meeting(*Person.objects.filter(slug__in=["cy", "dee", "eve"]), kind=ContactKind.CONVERSATION)
    counts = {person.slug: get_index().summary_counts(person.pk).contacts for person in Person.public.all()}
    assert counts == {"ann": 2, "bob": 2, "cy": 4, "dee": 2, "eve": 2, "fay": 0, "gus": 0, "ida": 0}
    assert counts == {slug: len(listed(contact=[slug])) for slug in counts}


@pytest.fixture
def accused() -> None:
    """Ann answered her one allegation, Bob neither of his, Cy one of two; Dee has none.

    Ann's answer to what is said of both doesn't answer for Bob. Eve's answer is a draft, Fay's allegation too;
    what Gus answers is not said of him.
    """
    ann, bob, cy, _, eve, fay, gus = (make_person(name) for name in ("Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus"))
    of_both = make_allegation(ann, bob, title="of both")
    make_allegation(bob, title="of Bob")
    make_response(of_both, ann)
    make_response(make_allegation(cy, title="answered"), cy)
    make_allegation(cy, title="unanswered")
    make_response(make_allegation(eve, title="of Eve"), eve, published=False)
    make_response(make_allegation(fay, title="of Fay", published=False), fay)
    make_response(of_both, gus)


@pytest.mark.usefixtures("accused")
@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (["any"], ["Ann", "Bob", "Cy", "Eve"]),
        (["none"], ["Dee", "Fay", "Gus"]),
        (["answered"], ["Ann", "Cy"]),
        (["unanswered"], ["Bob", "Cy", "Eve"]),
        (["answered", "unanswered"], ["Ann", "Bob", "Cy", "Eve"]),
        (["none", "answered"], ["Ann", "Cy", "Dee", "Fay", "Gus"]),
        (["none", "unanswered"], ["Bob", "Cy", "Dee", "Eve", "Fay", "Gus"]),
        (["none", "any"], ["Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus"]),
    ],
)
def test_allegations_list_people_to_whom_any_choice_applies(choices: list[str], found: list[str]) -> None:
    assert listed(allegations=choices) == found


@pytest.fixture
def lined_up() -> None:
    """Six people who differ in slide, name and contacts; the two Lees are told apart by their number alone."""
    ann = make_person("Ann Young", sort_name="Young, Ann", slide=2)
    bob = make_person("Bob Lee", sort_name="Lee")
    cy = make_person("Cy Lee", sort_name="Lee")
    dee = make_person("Dee Abbot", sort_name="Abbot, Dee", slide=10)
    make_person("Eve Zander", sort_name="Zander, Eve", slide=1)
    make_person("Fay Mint", sort_name="Mint, Fay")
    make_meeting(ann, bob)
    make_meeting(ann, cy)
    make_meeting(ann, dee, kind="hearing")


@pytest.mark.usefixtures("lined_up")
@pytest.mark.parametrize(
    ("order", "listed"),
    [
        (PersonSort.GALLERY, ["Eve Zander", "Ann Young", "Dee Abbot", "Bob Lee", "Cy Lee", "Fay Mint"]),
        (PersonSort.NAME, ["Dee Abbot", "Bob Lee", "Cy Lee", "Fay Mint", "Ann Young", "Eve Zander"]),
        (PersonSort.CONTACTS, ["Ann Young", "Bob Lee", "Cy Lee", "Dee Abbot", "Fay Mint", "Eve Zander"]),
    ],
)
def test_page_lists_people_in_each_order(order: str, listed: list[str]) -> None:
    index = get_index()
    assert [person.name for person in Person.public.in_order(index.page(index.everything, order)[:])] == listed
