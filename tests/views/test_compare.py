"""People side by side."""

from typing import Any

import pytest
from django.test import Client

from people.index import get_index
from people.models import Person
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_tie,
    rename,
)
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> None:
    """Ann and Bob met; both met Cy, Ann also wrote to him; Ann met Dee; all were at a hearing."""
    ann, bob, cy, dee = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cy Dee", "Dee Eff"))
    make_role(ann, "Manager", organisation=make_organisation("The campaign"))
    make_meeting(ann, bob, title="A talk", date="2016-03")
    make_meeting(ann, cy, title="A dinner", date="2016-04")
    make_meeting(ann, cy, title="A letter", kind="message", standing="reported")
    make_meeting(bob, cy, title="A walk", date="2016-05")
    make_meeting(ann, dee, title="A drive")
    make_meeting(ann, bob, cy, dee, title="A hearing", kind="hearing")
    make_tie(bob, ann, kind="advised", summary="On money.")
    make_tie(bob, cy)
    make_response(make_allegation(ann, bob, title="The claim"), bob)


def rows(page: Document, heading: str) -> list[str]:
    return page.section(heading).texts("li")


@pytest.mark.usefixtures("cast")
def test_people_stand_in_the_order_of_the_address(client: Client) -> None:
    page = get(client, "/people/compare/?p=bob-cee&p=ann-bee")
    assert page.texts("h2")[:2] == ["Bob Cee", "Ann Bee"]
    assert page.texts("title") == ["Bob Cee, Ann Bee side by side · Probe"]


@pytest.mark.usefixtures("cast")
def test_roles_are_listed_with_their_citations(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee")
    held = rows(page, "Jobs")
    assert [text.partition("1·")[0] for text in held] == ["Manager, The campaign", "No jobs are recorded here."]
    assert len(list(page.section("Jobs").where("a", "cite"))) == 1


@pytest.mark.usefixtures("cast")
def test_contact_of_both_is_listed_and_a_hearing_is_none(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee")
    assert page.section("Where they were together").texts("h3") == ["A talk"]


@pytest.mark.usefixtures("cast")
def test_whom_both_had_contact_with_is_listed_with_the_meetings(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee")
    section = page.section("Contacts in common")
    assert section.texts("h3") == ["Cy Dee"]
    met = [" ".join(text.split(" of The source")) for text in section.texts("li")][1:]
    assert [text.partition(":")[0] for text in met] == ["Ann Bee", "Bob Cee"]
    assert [one.text for one in section.where("a") if one.attributes["href"].startswith("/meetings/")] == [
        "A dinner",
        "A letter",
        "A walk",
    ]
    assert section.texts("span", "status") == ["Reported"]


@pytest.mark.usefixtures("cast")
def test_who_is_compared_is_no_third_person(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee&p=cy-dee")
    assert page.section("Contacts in common").texts("h3") == []
    assert page.section("Where they were together").texts("h3") == ["A talk", "A dinner", "A walk", "A letter"]


@pytest.mark.usefixtures("cast")
def test_third_people_come_in_the_order_of_how_many_they_met(client: Client) -> None:
    ann, bob, dee = (Person.objects.get(slug=slug) for slug in ("ann-bee", "bob-cee", "dee-eff"))
    make_meeting(make_person("Abe Also"), ann, title="One")
    make_meeting(Person.objects.get(slug="abe-also"), bob, title="Two")
    make_meeting(Person.objects.get(slug="cy-dee"), dee, title="Three")
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee&p=dee-eff")
    assert page.section("Contacts in common").texts("h3") == ["Cy Dee", "Abe Also"]


@pytest.mark.usefixtures("cast")
def test_ties_between_them_are_told_from_their_first_person(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee")
    assert [text.partition(". ")[0] for text in rows(page, "Ties between them")] == [
        "Bob Cee advised Ann Bee: On money"
    ]


@pytest.mark.usefixtures("cast")
def test_allegations_stand_beside_the_answers_of_each(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=cy-dee&p=bob-cee")
    section = page.section("Allegations and replies")
    assert section.texts("h3") == ["Ann Bee", "Cy Dee", "Bob Cee"]
    assert section.texts("h4") == ["The claim", "The claim"]
    answers = ["Allegation", "Ann Bee’s reply", "Bob Cee’s reply"]
    turned = ["Allegation", "Bob Cee’s reply", "Ann Bee’s reply"]
    assert section.texts("h5") == [*answers, *turned]
    assert section.texts("p", "small") == [
        "Source: A witness",
        "No allegations are recorded here.",
        "Source: A witness",
    ]


@pytest.mark.usefixtures("cast")
def test_description_speaks_of_no_allegation(client: Client) -> None:
    [description] = get(client, "/people/compare/?p=ann-bee&p=cy-dee").where("meta", name="description")
    assert description.attributes["content"] == "What is recorded here of Ann Bee, Cy Dee, and what connects them."


def test_people_with_nothing_in_common_are_told_so(client: Client) -> None:
    make_person("Ann Bee")
    make_person("Bob Cee")
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee")
    assert [text for text in page.texts("p") if text.endswith(" recorded here.")] == [
        "No contact between them is recorded here.",
        "No contacts in common are recorded here.",
        "No ties between them are recorded here.",
    ]


@pytest.mark.usefixtures("cast")
def test_drafts_are_left_out(client: Client) -> None:
    ann, bob = Person.objects.get(slug="ann-bee"), Person.objects.get(slug="bob-cee")
    make_role(bob, "Ghost", published=False)
    make_meeting(ann, bob, title="Unseen", sourced=False)
    ghost = make_person("Ghost", published=False)
    for one in (ann, bob):
        make_meeting(one, ghost, title=f"Seen by {one}")
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee")
    assert [text for text in page.texts() if "Ghost" in text or "Unseen" in text] == []


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "p=ann-bee&p=bob-cee&p=cy-dee&p=dee-eff&p=fay",
            "Two to four different people can be compared; 5 people are given.",
        ),
        ("p=ann-bee&p=Nemo", "Nobody recorded here is called “Nemo”."),
    ],
)
def test_what_can_not_be_compared_is_said(client: Client, query: str, message: str) -> None:
    make_person("Fay")
    assert message in get(client, f"/people/compare/?{query}", 400).texts("p")


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(("query", "chosen"), [("", []), ("?p=", []), ("?p=ann-bee&p=Ann+Bee", ["Ann Bee"])])
def test_fewer_than_two_are_asked_for_somebody_else(client: Client, query: str, chosen: list[str]) -> None:
    page = get(client, f"/people/compare/{query}")
    kept = [one.attributes["value"] for one in page.where("input", name="p")]
    assert (page.texts("h2"), kept) == (chosen, [*(["ann-bee"] if chosen else []), ""])


@pytest.mark.usefixtures("cast")
def test_name_of_several_people_offers_them_and_keeps_who_is_chosen(client: Client) -> None:
    make_person("Bob Cee", slug="bob-2", description="A baker")
    page = get(client, "/people/compare/?p=ann-bee&p=Bob+Cee", 400)
    kept = [one.attributes["value"] for one in page.where("input", name="p")]
    links = [one.attributes["href"] for one in page.section("Which “Bob Cee”?").where("a")]
    assert (page.texts("h2")[0], kept) == ("Ann Bee", ["ann-bee", "Bob Cee"])
    assert sorted(link for link in links if link.startswith("?")) == ["?p=ann-bee&p=bob-2", "?p=ann-bee&p=bob-cee"]


@pytest.mark.usefixtures("cast")
def test_typed_name_of_one_person_is_taken(client: Client) -> None:
    response = client.get("/people/compare/?p=ann-bee&p=cee")
    assert (response.status_code, response.headers["Location"]) == (302, "/people/compare/?p=ann-bee&p=bob-cee")


@pytest.mark.usefixtures("cast")
def test_suggested_person_is_added_to_those_chosen(client: Client) -> None:
    page = get(client, "/people/compare/suggest/?p=ann-bee&p=dee-eff&p=bo")
    assert page.links() == {"Bob Cee Person": "/people/compare/?p=ann-bee&p=dee-eff&p=bob-cee"}


@pytest.mark.usefixtures("cast")
def test_person_given_twice_counts_once(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=Bob+Cee&p=ann-bee")
    assert page.texts("h2")[:3] == ["Ann Bee", "Bob Cee", "Jobs"]


@pytest.mark.usefixtures("cast")
def test_former_slug_redirects_for_good(client: Client) -> None:
    ann = Person.objects.get(slug="ann-bee")
    rename(ann, "annie")
    response = client.get("/people/compare/?p=ann-bee&p=bob-cee")
    assert (response.status_code, response.headers["Location"]) == (301, "/people/compare/?p=annie&p=bob-cee")


@pytest.mark.usefixtures("cast")
def test_one_of_three_can_be_left_out_and_another_added(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee&p=cy-dee")
    assert page.links()["Leave out Bob Cee"] == "?p=ann-bee&p=cy-dee"
    given = [one.attributes["value"] for one in page.where("input", name="p")]
    assert given == ["ann-bee", "bob-cee", "cy-dee", ""]


@pytest.mark.usefixtures("cast")
def test_four_are_as_many_as_there_can_be(client: Client) -> None:
    page = get(client, "/people/compare/?p=ann-bee&p=bob-cee&p=cy-dee&p=dee-eff")
    assert list(page.where("input", name="p")) == []


@pytest.mark.parametrize("number", [1, 3])
def test_comparison_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    passages = [make_passage()]
    ann, bob = make_person("Ann Bee", passages=passages), make_person("Bob Cee", passages=passages)
    for place in range(number):
        other = make_person(f"Other {place}", passages=passages)
        for one in (ann, bob):
            make_role(one, f"Role {place}", organisation=make_organisation(f"Office {one} {place}"))
            make_meeting(one, other, title=f"Talk {one} {place}")
        make_meeting(ann, bob, title=f"Both {place}")
        make_tie(ann, bob, ["friend", "advised", "opposed"][place])
        make_response(make_allegation(ann, bob, title=f"Claim {place}"), ann)
    get_index()
    with django_assert_num_queries(25):
        client.get("/people/compare/?p=ann-bee&p=bob-cee")
    get_index()
    with django_assert_num_queries(25):
        client.get("/people/compare/?p=ann-bee&p=bob-cee&p=other-0")
