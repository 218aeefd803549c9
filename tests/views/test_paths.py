"""The ways from one person to another, as the server sends them."""

import pytest
from django.test import Client

from tests.factories import make_meeting, make_person
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def way(client: Client, query: str, status: int = 200) -> Document:
    return get(client, f"/network/path/?{query}", status)


def headings(page: Document) -> list[str]:
    return page.texts("h2")


@pytest.mark.usefixtures("joined_people")
def test_way_tells_each_step_with_its_citations(client: Client) -> None:
    page = way(client, "from=bob-cee&to=cat-dee")
    [steps] = page.where("ol", "steps")
    assert headings(page) == ["2 steps from Bob Cee to Cat Dee"]
    assert steps.text == (
        "Bob Cee and Ann Bee met in person, December 2016 (year inferred): Lunch. Reported. "
        "5·2 Slide 5, sentence 2 of The source5·3 Slide 5, sentence 3 of The source "
        "Ann Bee recommended Cat Dee: Bee spoke for her. 7·1 Slide 7, sentence 1 of The source"
    )


@pytest.mark.usefixtures("joined_people")
def test_tie_on_a_way_reads_from_its_first_person_either_way(client: Client) -> None:
    [steps] = way(client, "from=cat-dee&to=ann-bee").where("ol", "steps")
    assert steps.text == ("Ann Bee recommended Cat Dee: Bee spoke for her. 7·1 Slide 7, sentence 1 of The source")


@pytest.mark.usefixtures("joined_people")
def test_no_such_person_is_an_answer_of_its_own(client: Client) -> None:
    page = way(client, "from=bob-cee&to=nobody", 400)
    assert (headings(page), page.section("No such person").texts("code")) == (
        ["No such person"],
        ["to", "ann-bee", "bob-cee", "cat-dee", "dan-eff"],
    )


@pytest.mark.usefixtures("joined_people")
def test_same_person_is_an_answer_of_its_own(client: Client) -> None:
    assert headings(way(client, "from=bob-cee&to=bob-cee")) == ["The same person"]


@pytest.mark.usefixtures("joined_people")
def test_no_way_is_an_answer_of_its_own(client: Client) -> None:
    page = way(client, "from=bob-cee&to=dan-eff")
    assert (headings(page), page.section("No connection recorded").texts("p")[0]) == (
        ["No connection recorded"],
        "No meeting or tie recorded here connects Bob Cee and Dan Eff, directly or through others.",
    )


@pytest.mark.usefixtures("joined_people")
def test_meetings_only_leave_ties_out_and_offer_them(client: Client) -> None:
    page = way(client, "from=bob-cee&to=cat-dee&through=meetings")
    assert (headings(page), page.links()["Try ties too"]) == (["No connection recorded"], "?from=bob-cee&to=cat-dee")


@pytest.mark.usefixtures("joined_people")
@pytest.mark.parametrize(("query", "asked"), [("", []), ("from=bob-cee", ["Who stands at the other end?"])])
def test_way_without_two_ends_asks_for_them(client: Client, query: str, asked: list[str]) -> None:
    assert headings(way(client, query)) == asked


def test_hearing_is_no_step(client: Client) -> None:
    make_meeting(make_person("Ann"), make_person("Bob"), kind="hearing")
    assert headings(way(client, "from=ann&to=bob")) == ["No connection recorded"]


def test_equally_short_ways_are_listed_by_name(client: Client) -> None:
    ann, bob, cat, dan = (make_person(name) for name in ("Ann", "Dan", "Cat", "Bob"))
    for between in (bob, cat):
        make_meeting(ann, between)
        make_meeting(between, dan)
    page = way(client, "from=ann&to=bob")
    assert (page.section("2 steps from Ann to Bob").texts("h3"), page.texts("ol", "steps") != []) == (
        ["Cat", "Dan"],
        True,
    )


def test_equally_short_ways_beyond_ten_are_counted(client: Client) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    for number in range(12):
        between = make_person(f"Between {number:02}")
        make_meeting(ann, between)
        make_meeting(between, bob)
    page = way(client, "from=ann&to=bob").section("2 steps from Ann to Bob")
    assert (page.texts("p")[0], len(page.texts("ol"))) == (
        "12 ways are equally short. 10 of them are listed, and 2 more are not.",
        10,
    )


def test_renamed_end_of_a_way_redirects(client: Client) -> None:
    ann = make_person("Ann")
    ann.slug = "anne"
    ann.save()
    response = client.get("/network/path/?from=ann")
    assert (response.status_code, response.headers["Location"]) == (301, "/network/path/?from=anne")


def test_unknown_choice_of_what_a_way_leads_through_is_refused(client: Client) -> None:
    page = way(client, "through=walls", 400)
    assert page.texts("code") == ["through", "all", "meetings"]


def test_unknown_parameter_is_named(client: Client) -> None:
    assert way(client, "form=ann").texts("p", "notice") == ["“form” means nothing here, so it was left out."]
