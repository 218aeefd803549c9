"""The search page."""

import re

import pytest
from django.test import Client

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
        "Job titles 1",
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
        "Allegation Alleged Someone says so; the source does not say that it is established. "
        "They kept it. Source: A witness "
        "Ann Bee’s reply Nobody did. I never did Bob Cee’s reply No reply is recorded here."
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


@pytest.mark.parametrize("typed", ["mcfarlnae", "mcfarl", "mcfarlane"])
def test_nothing_tells_of_words_in_hidden_entries(client: Client, typed: str) -> None:
    make_person("Ann Russia")
    make_person("Bob McFarlane", sourced=False)
    make_alias(make_person("Cy", published=False), "McFarlane")
    make_organisation("McFarlane’s firm")
    pages = [get(client, f"/search/?q={word}+russia").texts("p", "notice") for word in (typed, "unheard-of")]
    assert pages == [["No entry has all of these words. These have some of them."]] * 2


def test_box_stands_on_every_page_once(client: Client) -> None:
    make_person("Ann Bee")
    pages = [get(client, address) for address in ("/", "/people/", "/people/ann-bee/", "/search/", "/about/")]
    assert [len(list(page.where("input", id="search"))) for page in pages] == [1] * 5


def test_title_is_shown_once_with_its_first_holders(client: Client) -> None:
    for name in ("Dan", "Bob", "Cy", "Ann"):
        make_role(make_person(name), "Secret adviser", organisation=make_organisation(f"Firm of {name}"))
    section = get(client, "/search/?q=adviser").section("Job titles 1")
    assert [re.sub(r" 1·\d.*", "", line) for line in section.texts("p")][:-1] == [
        "4 people",
        "Ann, Firm of Ann, no date given",
        "Bob, Firm of Bob, no date given",
        "Cy, Firm of Cy, no date given",
        "and 1 other",
    ]
    assert section.links()["Secret adviser"] == section.links()["and 1 other"] == "/people/?title=secret-adviser"


def test_titles_that_differ_in_signs_alone_are_one(client: Client) -> None:
    for name, title in (("Ann", "Vice-president"), ("Bob", "Vice president")):
        make_role(make_person(name), title)
    assert [entries(get(client, f"/search/?q={word}")) for word in ("president", "vicepresident")] == [
        ["Vice president"]
    ] * 2


def test_former_kind_of_titles_leads_to_them(client: Client) -> None:
    make_role(make_person("Ann"), "Adviser")
    assert headings(get(client, "/search/?q=adviser&kind=role")) == ["Job titles 1"]
