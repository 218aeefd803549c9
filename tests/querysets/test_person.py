"""The filters and orders of people, each on a data set of its own; lists are by name where the verb doesn't order."""

from typing import Any

import pytest

from people.models import Person
from people.vocabulary import PersonSort
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
)

pytestmark = pytest.mark.django_db


def names(people: Any) -> list[str]:
    return sorted(str(person) for person in people)


@pytest.fixture
def written() -> None:
    """Four people with something to search in each place, and drafts of it."""
    ann = make_person("Ánn Bée", summary="Wrote letters.")
    bob = make_person("Bob Cee", description="A man of Łódź", summary="Ann_x is 100% his friend.")
    make_person("", slide=3, description="A woman at a table")
    make_person("Dee", published=False)
    make_alias(ann, "Annie Oakley")
    make_alias(ann, "Nan", published=False)
    make_alias(ann, "Nancy", sourced=False)
    make_role(bob, "Press Secretary")
    make_role(bob, "Spy", published=False)
    make_role(bob, "Plumber", sourced=False)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ann", ["Bob Cee", "Ánn Bée"]),
        ("ÁNN bee", ["Ánn Bée"]),
        ("ann BÉE", ["Ánn Bée"]),
        ("lodz", ["Bob Cee"]),
        ("Łódź", ["Bob Cee"]),
        ("woman", ["Unnamed: slide 3"]),
        ("letter", ["Ánn Bée"]),
        ("oakley", ["Ánn Bée"]),
        ("secretary", ["Bob Cee"]),
        ("bee letters oakley", ["Ánn Bée"]),
        ("cee secretary lodz friend", ["Bob Cee"]),
        ("bee secretary", []),
        ("oakley secretary", []),
        (" \t\n", ["Bob Cee", "Unnamed: slide 3", "Ánn Bée"]),
        ("", ["Bob Cee", "Unnamed: slide 3", "Ánn Bée"]),
        ("nobody", []),
        ("dee", []),
    ],
)
def test_matching_finds_people_of_whom_each_word_stands_somewhere(text: str, found: list[str]) -> None:
    assert names(Person.public.matching(text)) == found


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("text", ["nan", "nancy", "spy", "plumber"])
def test_matching_finds_nothing_by_what_readers_do_not_see(text: str) -> None:
    assert names(Person.public.matching(text)) == []


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("text", "found"),
    [("%", ["Bob Cee"]), ("0%", ["Bob Cee"]), ("_", ["Bob Cee"]), ("n_x", ["Bob Cee"]), ("a_n", []), ("\\", [])],
)
def test_matching_takes_wildcards_literally(text: str, found: list[str]) -> None:
    assert names(Person.public.matching(text)) == found


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("text", ["'", '"', "' OR 1=1 --", "a'b", "(", "*", "ann*", "NEAR", "a AND b"])
def test_matching_takes_query_syntax_literally(text: str) -> None:
    assert names(Person.public.matching(text)) == []


@pytest.mark.usefixtures("written")
def test_matching_takes_as_many_words_as_fit_into_a_search() -> None:
    assert names(Person.public.matching("a " * 10)) == ["Bob Cee", "Unnamed: slide 3", "Ánn Bée"]


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
def test_in_categories_finds_holders_of_a_role_in_any_of_them(categories: list[str], found: list[str]) -> None:
    assert names(Person.public.in_categories(categories)) == found


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
def test_titled_finds_holders_of_any_of_the_titles(titles: list[str], found: list[str]) -> None:
    assert names(Person.public.titled(titles)) == found


@pytest.mark.usefixtures("employed")
@pytest.mark.parametrize(
    ("organisations", "found"),
    [(["campaign"], ["Ann"]), (["bank"], ["Bob"]), (["bank", "campaign"], ["Ann", "Bob"]), (["nowhere"], [])],
)
def test_at_finds_holders_of_a_role_at_any_of_the_organisations(organisations: list[str], found: list[str]) -> None:
    assert names(Person.public.at(organisations)) == found


@pytest.mark.usefixtures("employed")
def test_filters_by_role_may_hold_on_different_roles() -> None:
    bob = Person.objects.get(slug="bob")
    make_role(bob, "Speaker", "politics")
    assert names(Person.public.in_categories(["politics"]).titled(["adviser"]).at(["bank"])) == ["Bob"]


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
        ([], ["Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus"]),
    ],
)
def test_by_allegations_finds_people_to_whom_any_choice_applies(choices: list[str], found: list[str]) -> None:
    assert names(Person.public.by_allegations(choices)) == found


@pytest.fixture
def pictured() -> None:
    make_person("Cy", slide=1)
    make_person("Bob", slide=2)
    make_person("Ann", slide=10)
    make_person("Dee")
    make_person("Abe")
    make_person("Eve", slide=4, published=False)


@pytest.mark.usefixtures("pictured")
@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (["gallery"], ["Ann", "Bob", "Cy"]),
        (["mentioned"], ["Abe", "Dee"]),
        (["gallery", "mentioned"], ["Abe", "Ann", "Bob", "Cy", "Dee"]),
        ([], ["Abe", "Ann", "Bob", "Cy", "Dee"]),
    ],
)
def test_by_appearance_finds_people_to_whom_any_choice_applies(choices: list[str], found: list[str]) -> None:
    assert names(Person.public.by_appearance(choices)) == found


@pytest.mark.usefixtures("pictured")
def test_in_gallery_lists_whom_the_gallery_shows_in_its_order() -> None:
    assert [person.name for person in Person.public.in_gallery()] == ["Cy", "Bob", "Ann"]


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
def test_sorted_by_lists_people_in_each_order(order: str, listed: list[str]) -> None:
    assert [person.name for person in Person.public.sorted_by(order)] == listed


@pytest.mark.usefixtures("lined_up")
@pytest.mark.parametrize("order", PersonSort.values)
def test_sorted_by_ends_in_the_number_so_that_pages_do_not_overlap(order: str) -> None:
    assert Person.public.sorted_by(order).query.order_by[-1] == "pk"
