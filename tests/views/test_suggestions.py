"""What the search box suggests as one types."""

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from people.vocabulary import MeetingKind, OrganisationKind
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db


def test_answer_is_suggested_before_entries(client: Client) -> None:
    make_meeting(make_person("Ann Bee"), make_person("Sergey Kislyak"), title="Bee meets Kislyak")
    suggested = options(client, "who met kislyak")
    assert suggested == [
        ("Contact with Sergey Kislyak is recorded here for 1 person Answer", "/search/?q=who+met+kislyak"),
        ("Bee meets Kislyak In person, no date given", "/meetings/bee-meets-kislyak/"),
    ]


def options(client: Client, typed: str) -> list[tuple[str, str]]:
    """Return text and address of what is suggested."""
    page = get(client, f"/search/suggest/?q={quote(typed)}")
    return [(one.text, one.attributes["href"]) for one in page.where("a", role="option")]


def test_suggestions_are_people_and_organisations_first(client: Client) -> None:
    make_meeting(make_person("Ann Secret"), make_person("Cy"), title="A secret dinner", kind=MeetingKind.DINNER)
    person = make_person("Bob Secret", description="A lawyer")
    firm = make_organisation("Secret service", kind=OrganisationKind.GOVERNMENT)
    make_role(person, "Secret adviser", organisation=firm, slug="bob-adviser")
    make_response(make_allegation(person, title="The secret"), person)
    make_allegation(person, title="The other secret")
    assert options(client, "secr") == [
        ("Ann Secret Person", "/people/ann-secret/"),
        ("Bob Secret A lawyer", "/people/bob-secret/"),
        ("Secret service Government body", "/organisations/secret-service/"),
        ("Secret adviser Job of Bob Secret", "/people/bob-secret/#role-bob-adviser"),
        ("A secret dinner Dinner, no date given", "/meetings/a-secret-dinner/"),
        ("The secret Allegation, reply by Bob Secret", "/allegations/the-secret/"),
        ("The other secret Allegation, no reply recorded here", "/allegations/the-other-secret/"),
    ]


def test_suggestions_are_at_most_eight(client: Client) -> None:
    for number in range(6):
        make_role(make_person(f"Ann {number}"), organisation=make_organisation(f"Ann firm {number}"))
    assert [text for text, _ in options(client, "ann")] == [
        *(f"Ann {number} Person" for number in range(6)),
        "Ann firm 0 Campaign",
        "Ann firm 1 Campaign",
    ]


def test_suggestions_of_organisations_need_a_public_role(client: Client) -> None:
    make_organisation("Ann firm")
    assert options(client, "ann") == []


@pytest.mark.parametrize("typed", ["k", "ki", "kisl", "kislyak", "sergey k", "KISL"])
def test_suggestions_follow_each_letter(client: Client, typed: str) -> None:
    make_person("Sergey Kislyak")
    assert options(client, typed) == [("Sergey Kislyak Person", "/people/sergey-kislyak/")]


@pytest.mark.parametrize("end", range(1, len("investigations") + 1))
def test_suggestions_stay_while_a_word_is_typed_past_its_stem(client: Client, end: int) -> None:
    make_person("Head of Investigations")
    assert len(options(client, "investigations"[:end])) == 1


def test_suggestion_tells_the_other_name_that_was_typed(client: Client) -> None:
    make_alias(make_person("Ann Bee", description="A lawyer"), "Queenie")
    assert options(client, "queen") == [("Ann Bee Also called Queenie", "/people/ann-bee/")]


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_hidden_entries_are_not_suggested(client: Client, hidden: dict[str, bool]) -> None:
    make_person("Ann Secret", **hidden)
    assert options(client, "secr") == []


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_cost_the_same_queries_however_much_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for one in range(number):
        person = make_person(f"Secret {one}")
        make_role(person, "Secret adviser", organisation=make_organisation(f"Secret service {one}"))
    client.get("/search/suggest/?q=secr")
    with django_assert_num_queries(10):
        client.get("/search/suggest/?q=secr")


def test_suggested_title_of_several_leads_to_the_list_of_them(client: Client) -> None:
    for name in ("Ann", "Bob"):
        make_role(make_person(name), "Adviser")
    assert options(client, "advis") == [("Adviser Job of 2 people", "/people/?title=adviser")]
