"""The lists: their columns, filters and numbers of queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.admin.conftest import choices_of, rows_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)


def make_former_slug(number: int) -> None:
    person = make_person(f"Person {number}")
    person.slug = f"renamed-{number}"
    person.save()


# The number of queries of each list page, however many rows it lists: session, user and two for permissions, two
# counts, the rows, one for each filter, and one to tell people apart whom rows name.
LISTS: dict[str, tuple[Callable[[int], Any], int]] = {
    "source": (lambda n: make_source(f"Source {n}"), 10),
    "passage": (lambda n: make_passage(sentence=n), 10),
    "person": (lambda n: make_person(f"Person {n}"), 12),
    "alias": (lambda n: make_alias(make_person(f"Person {n}")), 11),
    "organisation": (lambda n: make_organisation(f"Organisation {n}"), 9),
    "role": (lambda n: make_role(make_person(f"Person {n}"), organisation=make_organisation(f"O {n}")), 15),
    "meeting": (lambda n: make_meeting(make_person(f"Person {n}"), organisation=make_organisation(f"O {n}")), 14),
    "participation": (lambda n: make_meeting(make_person(f"Person {n}")), 10),
    "tie": (lambda n: make_tie(make_person(f"A {n}"), make_person(f"B {n}")), 13),
    "allegation": (lambda n: make_allegation(make_person(f"Person {n}"), title=f"Claim {n}"), 11),
    "response": (lambda n: make_response(make_allegation(p := make_person(f"P {n}"), title=f"Claim {n}"), p), 12),
    "outcome": (lambda n: make_outcome(make_allegation(make_person(f"P {n}"), title=f"Claim {n}")), 11),
    "statement": (lambda n: make_statement(make_person(f"Person {n}")), 12),
    "slugredirect": (make_former_slug, 9),
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("noun", LISTS)
def test_list_takes_the_same_number_of_queries_for_any_number_of_rows(
    noun: str, rows: int, editor_client: Client, django_assert_num_queries: Any
) -> None:
    make, queries = LISTS[noun]
    for number in range(rows):
        make(number)
    address = f"/admin/people/{noun}/"
    editor_client.get(address)  # Content types are read once in a process.
    with django_assert_num_queries(queries):
        response = editor_client.get(address)
    assert len(rows_of(response)) == rows


def column(response: Any, name: str) -> list[str]:
    changelist = response.context["cl"]
    return [str(getattr(changelist.model_admin, name)(row)) for row in changelist.result_list]


def test_role_list_says_when_in_words(editor_client: Client) -> None:
    person = make_person()
    make_role(person, "Adviser", start="2016-03", end="2016-08")
    make_role(person, "Banker", tenure="former")
    assert column(editor_client.get("/admin/people/role/"), "held") == ["March to August 2016", "former"]


def test_meeting_list_says_when_in_words(editor_client: Client) -> None:
    make_meeting(date="2016?-12")
    make_meeting()
    response = editor_client.get("/admin/people/meeting/")
    assert column(response, "held") == ["December 2016 (year inferred)", "no date given"]


@pytest.mark.parametrize(("direction", "step"), [("3", 1), ("-3", -1)])
def test_meeting_list_is_sorted_as_readers_see_it(editor_client: Client, direction: str, step: int) -> None:
    dates = ["../2016", "../2017", "2015", "2016-06", ""]
    for date in reversed(dates):
        make_meeting(date=date)
    rows = editor_client.get(f"/admin/people/meeting/?o={direction}").context["cl"].result_list
    assert [meeting.date for meeting in rows] == dates[::step]


def test_source_list_says_when_in_words(editor_client: Client) -> None:
    make_source("A", date="2017-05")
    make_source("B")
    assert column(editor_client.get("/admin/people/source/"), "dated") == ["May 2017", "no date given"]


def test_statement_list_says_when_in_words(editor_client: Client) -> None:
    make_statement(make_person(), date="199X")
    assert column(editor_client.get("/admin/people/statement/"), "dated") == ["in the 1990s"]


def test_source_list_links_to_the_passages_of_each(editor_client: Client) -> None:
    source = make_source()
    make_passage(source)
    make_passage(make_source("Another"))
    (_, link) = column(editor_client.get("/admin/people/source/"), "passage_list")
    address = f"/admin/people/passage/?source__id__exact={source.pk}"
    assert link == f'<a href="{address}">1 passage</a>'
    assert rows_of(editor_client.get(address)) == ["the-source/slide-1/1"]


@pytest.fixture
def people(db: None) -> None:
    make_person("Ann", slide=1)
    make_person("Bob", published=False)
    make_person("Cee", sourced=False)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("", ["Ann", "Bob", "Cee"]),
        ("status=draft", ["Bob"]),
        ("sourced=yes", ["Ann", "Bob"]),
        ("sourced=no", ["Cee"]),
        ("shown=yes", ["Ann"]),
        ("shown=no", ["Bob", "Cee"]),
        ("appears=gallery", ["Ann"]),
        ("appears=mentioned", ["Bob", "Cee"]),
        ("appears=nowhere", ["Ann", "Bob", "Cee"]),
    ],
)
def test_person_list_is_filtered(query: str, listed: list[str], people: None, editor_client: Client) -> None:
    assert rows_of(editor_client.get(f"/admin/people/person/?{query}")) == listed


@pytest.mark.parametrize(
    ("title", "choices"),
    [
        ("status", ["All", "draft (1)", "published (2)"]),
        ("cites a passage", ["All", "Yes (2)", "No (1)"]),
        ("shown to readers", ["All", "Yes (1)", "No (2)"]),
        (
            "appearance",
            ["All", "In the gallery (1)", "Pictured, nothing more recorded (1)", "Mentioned, not pictured (2)"],
        ),
    ],
)
def test_person_filter_counts_each_choice(title: str, choices: list[str], people: None, editor_client: Client) -> None:
    assert choices_of(editor_client.get("/admin/people/person/"), title) == choices


def test_person_filter_counts_what_the_other_filters_leave(people: None, editor_client: Client) -> None:
    response = editor_client.get("/admin/people/person/?status=published")
    assert choices_of(response, "cites a passage") == ["All", "Yes (1)", "No (1)"]


def test_person_list_says_who_is_shown(people: None, editor_client: Client) -> None:
    assert column(editor_client.get("/admin/people/person/"), "is_shown") == ["True", "False", "False"]


def test_role_filter_counts_the_organisations_in_use(editor_client: Client) -> None:
    person, campaign, ministry = make_person(), make_organisation(), make_organisation("The ministry")
    make_organisation("Another")
    make_role(person, "A", organisation=campaign)
    make_role(person, "B", organisation=campaign, published=False)
    make_role(person, "C", organisation=ministry)
    make_role(person, "D")
    counted = ["All", "The campaign (2)", "The ministry (1)", "- (1)"]
    assert choices_of(editor_client.get("/admin/people/role/"), "organisation") == counted


def test_role_filter_by_organisation_counts_what_the_other_filters_leave(editor_client: Client) -> None:
    person, campaign, ministry = make_person(), make_organisation(), make_organisation("The ministry")
    make_role(person, "A", organisation=campaign, published=False)
    make_role(person, "B", organisation=ministry)
    response = editor_client.get(f"/admin/people/role/?status=draft&organisation__id__exact={ministry.pk}")
    assert choices_of(response, "organisation") == ["All", "The campaign (1)", "The ministry (0)", "- (0)"]


def test_organisation_list_says_which_are_shown(editor_client: Client) -> None:
    make_role(make_person(), organisation=make_organisation("A"))
    make_organisation("B")
    assert column(editor_client.get("/admin/people/organisation/"), "is_shown") == ["True", "False"]


@pytest.fixture
def passages(db: None) -> None:
    source = make_source()
    make_person(published=False, passages=[make_passage(source)])
    make_passage(source, reason="a photo credit")
    make_passage(source, "headline", 1)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("coverage=cited", ["the-source/slide-1/1"]),
        ("coverage=explained", ["the-source/slide-1/2"]),
        ("coverage=open", ["the-source/headline/1"]),
        ("kind=slide", ["the-source/slide-1/1", "the-source/slide-1/2"]),
        ("kind=headline", ["the-source/headline/1"]),
    ],
)
def test_passage_list_is_filtered(query: str, listed: list[str], passages: None, editor_client: Client) -> None:
    assert rows_of(editor_client.get(f"/admin/people/passage/?{query}")) == listed


def test_passage_filter_counts_what_is_left_to_do(passages: None, editor_client: Client) -> None:
    counted = ["All", "An entry (1)", "None, for a reason (1)", "None yet (1)"]
    assert choices_of(editor_client.get("/admin/people/passage/"), "what rests on it") == counted


def test_passage_page_names_what_cites_it(editor_client: Client) -> None:
    passage = make_passage()
    person = make_person(published=False, passages=[passage])
    role = make_role(person, passages=[passage])
    page = editor_client.get(f"/admin/people/passage/{passage.pk}/change/")
    told = page.context["adminform"].model_admin.cited_by(passage)
    assert told == (
        f'<div><a href="/admin/people/person/{person.pk}/change/">person: Ann Bee</a></div>'
        f'<div><a href="/admin/people/role/{role.pk}/change/">role: Adviser</a></div>'
    )


def test_passage_page_names_the_first_that_cite_it_and_leads_to_all(editor_client: Client) -> None:
    passage = make_passage()
    people = [make_person(f"Person {place:02}", passages=[passage]) for place in range(21)]
    address = f"/admin/people/passage/{passage.pk}/change/"
    told = editor_client.get(address).context["adminform"].model_admin.cited_by(passage)
    shown = [f'<div><a href="/admin/people/person/{one.pk}/change/">person: {one}</a></div>' for one in people[:20]]
    everybody = f"/admin/people/person/?passages__id__exact={passage.pk}"
    assert told == "".join([*shown, f'<div><a href="{everybody}">all: 21 people</a></div>'])
    assert editor_client.get(everybody).context["cl"].result_count == 21


def test_passage_page_says_that_nothing_cites_it(editor_client: Client) -> None:
    page = editor_client.get(f"/admin/people/passage/{make_passage().pk}/change/")
    assert "none yet" in page.content.decode()


@pytest.mark.parametrize("noun", LISTS)
def test_list_is_searched_without_error(noun: str, editor_client: Client) -> None:
    assert rows_of(editor_client.get(f"/admin/people/{noun}/?q=nothing like it")) == []
