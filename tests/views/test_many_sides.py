"""An allegation against very many people: each with their reply, and nobody left out."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from people.index import get_index
from people.models import Allegation, Meeting, Participation, Person, Response
from tests.factories import make_allegation, make_meeting, make_passage, make_person
from tests.views.document import get

pytestmark = pytest.mark.django_db

MANY = 60
NAMES = [f"Person {place:02}" for place in range(MANY)]
LAST = NAMES[-1]
ADDRESS = "/allegations/the-claim/"
AND_OTHERS = "And 49 other people of whom this is said: The claim"


@pytest.fixture(autouse=True)
def many() -> None:
    """Make one allegation against sixty people, each of whom replies, and a meeting of all."""
    passage = make_passage()
    people = Person.objects.bulk_create(
        Person(name=name, sort_name=name, slug=f"person-{name[-2:]}", kind="named", status="published")
        for name in NAMES
    )
    claim = make_allegation(*people, passages=[passage])
    replies = Response.objects.bulk_create(
        Response(
            allegation=claim, person=one, slug=one.slug, stance="denies", summary=f"{one}: no.", status="published"
        )
        for one in people
    )
    meeting = make_meeting(title="The meeting", kind="in-person", passages=[passage])
    Participation.objects.bulk_create(Participation(meeting=meeting, person=one) for one in people)
    for entries in (people, replies):
        links: Any = type(entries[0]).passages.through
        key = f"{entries[0]._meta.model_name}_id"
        links.objects.bulk_create(links(passage=passage, **{key: entry.pk}) for entry in entries)


def sides(text: list[str]) -> list[str]:
    """Return whose reply each side has, who must be who replies."""
    found = [re.fullmatch(r"(.+)’s reply (.+): no\. .*", one) for one in text]
    assert all(one and one[1] == one[2] for one in found), text
    return [one[1] for one in found if one]


def test_profile_shows_the_persons_own_reply_before_those_of_a_few_others(client: Client) -> None:
    page = get(client, "/people/person-59/").section("Allegations and replies")
    assert sides(page.texts("div", "side")) == [LAST, *NAMES[:10]]
    assert page.links()[AND_OTHERS] == ADDRESS


def test_profile_shows_who_met_the_person_and_how_many_others(client: Client) -> None:
    page = get(client, "/people/person-59/").section("Contacts")
    assert list(page.links().items())[:22] == [
        ("The meeting", "/meetings/the-meeting/"),
        *((name, f"/people/person-{name[-2:]}/") for name in NAMES[:20]),
        ("39 other people", "/meetings/the-meeting/"),
    ]


def test_profile_tells_the_day_of_a_change_of_what_it_does_not_show(client: Client) -> None:
    Response.objects.filter(slug="person-40").update(updated_at="2040-01-02T12:00:00Z")
    assert "2040" in client.get("/people/person-59/cite.bib").content.decode()


def test_profile_takes_no_more_queries_for_many_sides(client: Client, django_assert_num_queries: Any) -> None:
    get_index()
    with django_assert_num_queries(19):
        client.get("/people/person-59/")


def test_pages_of_an_allegation_show_everybody_once_beside_their_reply(client: Client) -> None:
    first, second = (get(client, f"{ADDRESS}?page={number}") for number in (1, 2))
    assert [sides(page.texts("div", "side")) for page in (first, second)] == [NAMES[:50], NAMES[50:]]
    assert [page.section("About").texts("h3", "name") for page in (first, second)] == [
        NAMES[:50],
        NAMES[50:],
    ]


def test_page_of_an_allegation_says_which_part_it_is(client: Client) -> None:
    page = get(client, f"{ADDRESS}?page=2")
    assert page.texts("p", "small")[0] == "60 people, by name, each with any reply: 51 to 60."
    assert [link.attributes["href"] for link in page.where("link", rel="canonical")] == [
        f"http://testserver{ADDRESS}?page=2"
    ]


@pytest.mark.parametrize("number", ["0", "3", "x"])
def test_page_of_an_allegation_that_there_is_not_is_refused(client: Client, number: str) -> None:
    page = get(client, f"{ADDRESS}?page={number}", 400)
    assert f"“{number}” is no page of this list." in " ".join(page.texts("p"))


@pytest.mark.parametrize("number", [1, 2])
def test_page_of_an_allegation_takes_as_many_queries_as_one_with_few_subjects(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    with django_assert_num_queries(8):
        client.get(f"{ADDRESS}?page={number}")


def test_share_card_of_an_allegation_names_the_first_subjects_with_their_replies(client: Client) -> None:
    (card,) = get(client, ADDRESS).where("meta", property="og:description")
    replies = " ".join(f"{name}: no." for name in NAMES[:10])
    assert card.attributes["content"] == f"Alleged, about {', '.join(NAMES[:10])} and 50 others. {replies}"


def test_list_of_allegations_shows_the_first_sides(client: Client) -> None:
    page = get(client, "/allegations/")
    assert sides(page.texts("div", "side")) == NAMES[:10]
    assert page.links()["And 50 other people of whom this is said: The claim"] == ADDRESS


def test_search_shows_the_first_sides(client: Client) -> None:
    assert sides(get(client, "/search/?q=claim").texts("div", "side")) == NAMES[:10]


def test_comparison_shows_each_persons_own_reply_first(client: Client) -> None:
    page = get(client, "/people/compare/?p=person-59&p=person-58").section("Allegations and replies")
    assert sides(page.texts("div", "side")) == [LAST, *NAMES[:10], NAMES[58], *NAMES[:10]]


def test_comparison_shows_the_first_contacts_in_common(client: Client) -> None:
    page = get(client, "/people/compare/?p=person-59&p=person-58").section("Contacts in common")
    assert page.texts("h3") == NAMES[:50]
    assert page.texts("p", "small")[-1] == (
        "And 8 other people. Everyone each of them had contact with: Person 59, Person 58"
    )


def test_second_allegation_against_many_keeps_its_own_subjects(client: Client) -> None:
    make_allegation(*Person.objects.filter(name__in=NAMES[20:22]), title="Another claim")
    page = get(client, "/allegations/")
    shown = [text.partition("’s reply")[0] for text in page.texts("div", "side")]
    assert shown == [*NAMES[20:22], *NAMES[:10]]


def test_api_leaves_nobody_out(client: Client) -> None:
    answers = [client.get(f"/api/v1{address}").json() for address in (ADDRESS, "/people/person-59/")]
    replies = [answers[0]["responses"], answers[1]["allegations"][0]["responses"]]
    slugs = [f"person-{name[-2:]}" for name in NAMES]
    assert [[one["person"] for one in some] for some in replies] == [slugs, slugs]


def test_linked_data_leaves_nobody_out(client: Client) -> None:
    document = json.loads(client.get("/people/person-59.jsonld").content)
    (claim,) = (one for one in document["mainEntity"]["subjectOf"] if one["@type"] == "Claim")
    assert [one["author"]["name"] for one in claim["comment"]] == NAMES


def test_export_of_people_has_their_own_reply_and_says_how_many_others_there_are(client: Client) -> None:
    entries = json.loads(b"".join(client.get("/people.json")))["results"]
    (claim,) = entries[-1]["allegations"]
    assert [one["person"] for one in claim["responses"]] == [
        *(f"person-{place:02}" for place in range(10)),
        "person-59",
    ]
    assert claim["more_subjects"] == 49
    (meeting,) = entries[-1]["meetings"]
    slugs = [*(f"person-{place:02}" for place in range(20)), "person-59"]
    assert (meeting["people"], meeting["more_people"]) == (slugs, 39)


def test_table_of_people_has_their_own_reply_and_says_how_many_others_there_are(client: Client) -> None:
    last = b"".join(client.get("/people.csv")).decode().splitlines()[-1]
    assert "Person 59 denies: Person 59: no. The allegation’s own page has 49 others and any replies of theirs." in last


def test_export_of_allegations_leaves_nobody_out(client: Client) -> None:
    (claim,) = json.loads(b"".join(client.get("/allegations.json")))["results"]
    assert ([one["person"] for one in claim["responses"]], "more_subjects" in claim) == (claim["subjects"], False)
    assert len(claim["subjects"]) == MANY


def test_feed_has_a_reply_beside_the_allegation_and_a_few_others(client: Client) -> None:
    Response.objects.filter(slug="person-59").update(updated_at="2040-01-02T00:00:00Z")
    feed = client.get("/feeds/changes.atom").content.decode()
    entry = feed.partition("<entry>")[2].partition("</entry>")[0]
    assert "Person 59 denies: Person 59: no." in entry
    assert "The claim. Alleged, said by A witness: Something happened. Person 00 denies: Person 00: no." in entry
    assert "own page has 49 others" in entry


def test_hidden_people_are_neither_shown_nor_counted(client: Client) -> None:
    hidden = make_person("Aaron", published=False)
    Allegation.objects.get().subjects.add(hidden)
    Participation.objects.create(meeting=Meeting.objects.get(), person=hidden)
    page = get(client, "/people/person-59/")
    assert sides(page.texts("div", "side")) == [LAST, *NAMES[:10]]
    assert {AND_OTHERS, "39 other people"} <= page.links().keys()


def test_list_of_a_persons_entries_shows_the_person_among_many(client: Client) -> None:
    claim = get(client, "/allegations/?person=person-59")
    assert sides(claim.texts("div", "side")) == [*NAMES[:10], LAST]
    assert get(client, "/meetings/?person=person-59").links()[LAST] == "/people/person-59/"
