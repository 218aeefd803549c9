"""The search page, and what the search box suggests."""

import re
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from people.vocabulary import MeetingKind, OrganisationKind
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
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def headings(page: Document) -> list[str]:
    return page.texts("h2")


def entries(page: Document) -> list[str]:
    return page.texts("h3")


def notices(page: Document) -> list[str]:
    return page.texts("p", "notice")


def test_page_without_a_question_shows_the_box(client: Client) -> None:
    page = get(client, "/search/")
    assert (page.texts("h1"), headings(page)) == (["Search"], [])
    assert [one.attributes["value"] for one in page.where("input", id="search")] == [""]


def test_page_groups_what_was_found_by_kind(client: Client) -> None:
    person = make_person("Ann Secret")
    make_role(person, "Secret adviser", organisation=make_organisation("Secret service"))
    make_meeting(person, title="A secret dinner")
    make_allegation(person, title="The secret")
    make_statement(person, "Kept a secret.")
    page = get(client, "/search/?q=secret")
    assert headings(page) == [
        "People 1",
        "Organizations 1",
        "Jobs 1",
        "Meetings 1",
        "Allegations and replies 1",
        "Other facts 1",
    ]
    assert entries(page) == [
        "Ann Secret",
        "Secret service",
        "Secret adviser",
        "A secret dinner",
        "The secret",
        "Ann Secret",
    ]


def test_page_marks_what_was_found(client: Client) -> None:
    person = make_person("Ann Gülen", description="Adviser", summary="Advised <b>nobody</b>.")
    make_alias(person, "Gulenist")
    make_statement(person, "Has advisers & friends.")
    page = get(client, "/search/?q=gulen+advisers")
    assert page.texts("mark") == ["Gülen", "Adviser", "Advised"]


def test_page_escapes_what_it_marks(client: Client) -> None:
    make_person("Ann Bee", summary="A <b>bee</b> & more.")
    response = client.get("/search/", {"q": "bee <script>"})
    assert b"A &lt;b&gt;<mark>bee</mark>&lt;/b&gt; &amp; more." in response.content
    assert b"bee &lt;script&gt;" in response.content


def test_person_shows_the_other_name_that_was_found(client: Client) -> None:
    person = make_person("Ann Bee")
    make_alias(person, "Queenie")
    make_alias(person, "Annie")
    assert get(client, "/search/?q=queenie").texts("p", "small")[0].startswith("Also called Queenie ")


def test_allegation_stands_beside_its_answers(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    allegation = make_allegation(ann, bob, title="The secret", claim="They kept it.", said_by="A witness")
    make_response(allegation, ann, summary="Nobody did.", quote="I never did")
    page = get(client, "/search/?q=secret")
    [sides] = page.texts("div", "sides")
    assert re.sub(r" 1·\d Slide 1, sentence \d", "", sides) == (
        "What is alleged Alleged They kept it. Said by: A witness "
        "Ann Bee’s reply Denies Nobody did. I never did Bob Cee’s reply No reply is recorded here."
    )


def test_allegation_found_by_its_answer_shows_both(client: Client) -> None:
    person = make_person("Ann Bee")
    allegation = make_allegation(person, title="The claim", claim="She lied.")
    make_response(allegation, person, summary="Calls it nonsense.")
    page = get(client, "/search/?q=nonsense")
    assert (entries(page), page.texts("mark")) == (["The claim"], ["nonsense"])
    assert "She lied." in page.texts("div", "sides")[0]


def test_every_line_has_its_citation(client: Client) -> None:
    person = make_person("Ann Secret", summary="Keeps one.")
    make_role(person, "Secret adviser")
    make_meeting(person, title="A secret dinner")
    make_response(make_allegation(person, title="The secret"), person)
    make_statement(person, "Kept a secret.")
    assert len(list(get(client, "/search/?q=secret").where("a", "cite"))) == 6


def test_title_of_the_page_tells_the_question(client: Client) -> None:
    assert get(client, "/search/?q=flynn").texts("title") == ["Search: flynn · Probe"]


def test_page_is_not_for_search_engines(client: Client) -> None:
    assert [one.attributes["content"] for one in get(client, "/search/?q=a").where("meta", name="robots")] == [
        "noindex"
    ]


def test_other_spelling_is_told(client: Client) -> None:
    make_person("Robert Mueller")
    page = get(client, "/search/?q=Muller")
    assert (notices(page), entries(page)) == (["No entry has “Muller”. These have “mueller”."], ["Robert Mueller"])


def test_beginnings_of_words_are_told(client: Client) -> None:
    make_person("Sergey Kislyak")
    assert notices(get(client, "/search/?q=kisl")) == [
        "No entry has the word “kisl”. These have words that begin with it."
    ]


def test_words_found_apart_are_told(client: Client) -> None:
    make_role(make_person("Ann Bee"), "Lawyer")
    assert notices(get(client, "/search/?q=bee+lawyer")) == [
        "No entry has all of these words. These have some of them."
    ]


def test_shortened_question_is_told(client: Client) -> None:
    words = "+".join(f"word{number}" for number in range(11))
    assert notices(get(client, f"/search/?q={words}")) == ["Only the first 10 words were looked for."]


def test_unknown_parameter_is_told(client: Client) -> None:
    assert notices(get(client, "/search/?q=a&role=campaign")) == ["“role” is no filter here, so it was left out."]


def test_nothing_found_leads_to_the_lists(client: Client) -> None:
    page = get(client, "/search/?q=xqzzy")
    assert [text for text in page.links() if text.startswith("All ")] == [
        "All people",
        "All meetings",
        "All allegations",
    ]
    assert "Nothing was found for “xqzzy”." in page.texts("div", "empty")[0]


def test_text_without_words_is_refused(client: Client) -> None:
    page = get(client, "/search/?q=!!", status=400)
    assert page.section("q").texts("p") == ["There is no letter or digit in “!!” to search for."]


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_hidden_entries_leave_no_trace(client: Client, hidden: dict[str, bool]) -> None:
    make_person("Ann Secret", **hidden)
    without = client.get("/search/?q=nobody").content.replace(b"nobody", b"secret")
    assert client.get("/search/?q=secret").content == without


def test_many_entries_are_listed_page_by_page(client: Client) -> None:
    for number in range(61):
        make_person(f"Ann {number:03}")
    make_organisation("Ann")
    page = get(client, "/search/?q=ann")
    assert (headings(page), len(entries(page))) == (["People 61"], 10)
    address = page.links()["All 61 people"]
    assert address == "?q=ann&kind=person"
    first, second = (get(client, f"/search/{address}&page={number}") for number in (1, 2))
    assert (len(entries(first)), len(entries(second))) == (50, 11)
    assert sorted(entries(first) + entries(second)) == [f"Ann {number:03}" for number in range(61)]


def test_page_of_a_kind_leads_back_to_everything(client: Client) -> None:
    make_person("Ann Bee")
    assert get(client, "/search/?q=ann&kind=person&page=1").links()["Everything that was found"] == "?q=ann"


def test_page_of_a_kind_links_its_pages(client: Client) -> None:
    for number in range(51):
        make_person(f"Ann {number:03}")
    links = get(client, "/search/?q=ann&kind=person&page=2").links()
    assert {text: address for text, address in links.items() if text.startswith("Page ")} == {
        "Page 1": "?q=ann&kind=person",
        "Page 2": "?q=ann&kind=person&page=2",
    }


def test_frequent_word_is_told_to_have_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.search.index.MAX_RANKED_MATCHES", 12 * 12)
    for number in range(13):
        make_person(f"Ann {number:03}")
    page = get(client, "/search/?q=ann")
    assert (headings(page), "The best 12 people of more" in page.links()) == (["People more than 12"], True)


def test_kind_without_entries_finds_nothing(client: Client) -> None:
    make_person("Ann Bee")
    assert "Nothing was found" in get(client, "/search/?q=ann&kind=role").texts("div", "empty")[0]


@pytest.mark.parametrize(
    ("query", "parameter", "choices"),
    [
        ("kind=planet", "kind", ["person", "organisation", "role", "meeting", "allegation", "statement"]),
        ("kind=person&page=9", "page", ["1"]),
        ("kind=person&page=x", "page", ["1"]),
    ],
)
def test_bad_parameter_is_named_with_its_choices(
    client: Client, query: str, parameter: str, choices: list[str]
) -> None:
    page = get(client, f"/search/?q=ann&{query}", status=400)
    assert (page.texts("h2")[0], page.section(parameter).texts("code")[1:]) == (parameter, choices)


def test_answer_stands_first_with_names_sentences_and_the_list(client: Client) -> None:
    kislyak = make_person("Sergey Kislyak")
    make_meeting(make_person("Ann Bee"), kislyak, title="Bee meets Kislyak")
    page = get(client, "/search/?q=who+met+kislyak")
    assert headings(page) == ["Contact with Sergey Kislyak is recorded here for 1 person", "Meetings 1"]
    assert entries(page) == ["Bee meets Kislyak"] * 2
    links = page.links()
    assert (links["Ann Bee"], links["See them as a list"]) == (
        "/people/ann-bee/",
        "/people/?contact=sergey-kislyak",
    )


def test_synonym_of_a_word_that_no_entry_has_is_told(client: Client) -> None:
    make_person("Ann Bee", summary="Was fired.")
    assert notices(get(client, "/search/?q=sacked")) == ["No entry has “sacked”. These have “fired”."]
    assert notices(get(client, "/search/?q=firing")) == []


def test_answer_is_suggested_before_entries(client: Client) -> None:
    make_meeting(make_person("Ann Bee"), make_person("Sergey Kislyak"), title="Bee meets Kislyak")
    suggested = options(client, "who met kislyak")
    assert suggested == [
        ("Contact with Sergey Kislyak is recorded here for 1 person Answer", "/search/?q=who+met+kislyak"),
        ("Bee meets Kislyak In person, no date given", "/meetings/bee-meets-kislyak/"),
    ]


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
    with django_assert_num_queries(21):
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


@pytest.mark.parametrize("typed", ["mcfarlnae", "mcfarl", "mcfarlane"])
def test_nothing_tells_of_words_in_hidden_entries(client: Client, typed: str) -> None:
    make_person("Ann Russia")
    make_person("Bob McFarlane", sourced=False)
    make_alias(make_person("Cy", published=False), "McFarlane")
    make_organisation("McFarlane’s firm")
    pages = [get(client, f"/search/?q={word}+russia").texts("p", "notice") for word in (typed, "unheard-of")]
    assert pages == [["No entry has all of these words. These have some of them."]] * 2


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_cost_the_same_queries_however_much_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for one in range(number):
        person = make_person(f"Secret {one}")
        make_role(person, "Secret adviser", organisation=make_organisation(f"Secret service {one}"))
    with django_assert_num_queries(8):
        client.get("/search/suggest/?q=secr")


def test_box_stands_on_every_page_once(client: Client) -> None:
    make_person("Ann Bee")
    pages = [get(client, address) for address in ("/", "/people/", "/people/ann-bee/", "/search/", "/about/")]
    assert [len(list(page.where("input", id="search"))) for page in pages] == [1] * 5
