"""The search page at its limits: any text and parameter has its answer, and however much is found costs the same."""

from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
)
from tests.properties import examples
from tests.views.document import get

pytestmark = pytest.mark.django_db


def test_text_without_words_is_refused(client: Client) -> None:
    page = get(client, "/search/?q=!!", status=400)
    assert page.section("q").texts("p") == ["There is no letter or digit in “!!” to search for."]


@pytest.mark.parametrize(
    ("query", "parameter", "choices"),
    [
        ("kind=planet", "kind", ["person", "organisation", "title", "role", "meeting", "allegation", "statement"]),
        ("kind=person&page=9", "page", ["1"]),
        ("kind=person&page=x", "page", ["1"]),
    ],
)
def test_bad_parameter_is_named_with_its_choices(
    client: Client, query: str, parameter: str, choices: list[str]
) -> None:
    page = get(client, f"/search/?q=ann&{query}", status=400)
    assert (page.texts("h2")[0], page.section(parameter).texts("code")[1:]) == (parameter, choices)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("who met kislyak", 17), ("fired", 10), ("denied", 19)])
def test_answer_costs_the_same_queries_however_much_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, query: str, queries: int, number: int
) -> None:
    kislyak = make_person("Sergey Kislyak")
    for one in range(number):
        person = make_person(f"Ann {one}")
        make_meeting(person, kislyak, title="A meeting with Kislyak")
        make_statement(person, "Was fired.")
        make_response(make_allegation(person, title="Denied"), person, stance="denies")
    client.get("/search/", {"q": "who met kislyak"})
    with django_assert_num_queries(queries):
        client.get("/search/", {"q": query})


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_queries_however_much_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for one in range(number):
        person = make_person(f"Ann Secret {one}")
        make_alias(person, f"Secretive secret {one}")
        make_role(person, "Secret adviser", organisation=make_organisation(f"Secret service {one}"))
        make_meeting(person, title="A secret dinner")
        make_response(make_allegation(person, title="The secret"), person, summary="No secret.")
        make_statement(person, "Kept a secret.")
    client.get("/search/?q=secret")
    with django_assert_num_queries(23):
        client.get("/search/?q=secret")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a'",
        'a"',
        "a\x00",
        "a" * 10_000,
        "🕵️ a" * 50,
        "a OR (b",
        "NEAR(",
        "a%",
        "a\\",
        "\r\n",
        "¿a",
        "\u202ea",
        "a " * 1_000,
    ],
)
def test_any_text_has_an_answer(client: Client, text: str) -> None:
    assert [client.get(f"/search/{path}", {"q": text}).status_code for path in ("", "suggest/")] == [200, 200]


@given(st.text())
@examples(30)
def test_any_text_at_all_has_an_answer(text: str) -> None:
    make_person("Ann Bee")
    typed = quote(text.encode("utf-8", "surrogatepass"))
    answers = {Client().get(f"/search/{path}?q={typed}").status_code for path in ("", "suggest/")}
    assert answers in ({200}, {400})
    Person.objects.all().delete()
