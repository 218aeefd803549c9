"""The ways from one person to another, as the server sends them."""

import pytest
from django.test import Client

from people.models import Person
from tests.factories import make_meeting, make_organisation, make_person, make_role, rename
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def way(client: Client, query: str, status: int = 200) -> Document:
    return get(client, f"/network/path/?{query}", status)


def titles(page: Document) -> list[str]:
    return page.texts("title")


def headings(page: Document) -> list[str]:
    return page.texts("h2")


@pytest.mark.usefixtures("joined_people")
def test_way_tells_each_step_with_its_citations(client: Client) -> None:
    page = way(client, "from=bob-cee&to=cat-dee")
    [steps] = page.where("ol", "way")
    assert (headings(page), titles(page)) == (
        ["2 steps from Bob Cee to Cat Dee"],
        ["Bob Cee and Cat Dee: 2 steps apart · Probe"],
    )
    assert steps.text == (
        "Bob Cee Met in person, December 2016 (year inferred), Reported Lunch "
        "5·2 Slide 5, sentence 25·3 Slide 5, sentence 3 "
        "Ann Bee Recommended Bee spoke for her. 7·1 Slide 7, sentence 1 Cat Dee"
    )


@pytest.mark.usefixtures("joined_people")
def test_tie_on_a_way_reads_from_the_person_before_it(client: Client) -> None:
    [steps] = way(client, "from=cat-dee&to=ann-bee").where("ol", "way")
    assert steps.text == "Cat Dee Recommended by Bee spoke for her. 7·1 Slide 7, sentence 1 Ann Bee"


@pytest.mark.usefixtures("joined_people")
def test_joints_show_their_kind_of_line(client: Client) -> None:
    page = way(client, "from=bob-cee&to=cat-dee")
    assert [one.classes[1] for one in page.where("div", "joints")] == ["line-met", "line-tie"]


@pytest.mark.usefixtures("joined_people")
def test_way_can_be_swapped(client: Client) -> None:
    page = way(client, "from=bob-cee&to=cat-dee&through=meetings")
    assert page.links()["Swap"] == "?from=cat-dee&to=bob-cee&through=meetings"


@pytest.mark.usefixtures("joined_people")
@pytest.mark.parametrize(
    ("query", "typed"),
    [("from=bob-cee&to=cat-dee", ["Bob Cee", "Cat Dee"]), ("from=bob-cee&to=nobody", ["Bob Cee", "nobody"])],
)
def test_boxes_show_whom_they_mean_or_what_was_typed(client: Client, query: str, typed: list[str]) -> None:
    page = way(client, query, 400 if "nobody" in query else 200)
    boxes = [one for one in page.where("input") if one.attributes["name"] in ("from", "to")]
    assert [one.attributes["value"] for one in boxes] == typed


@pytest.mark.usefixtures("joined_people")
def test_part_of_a_name_leads_to_the_one_it_means(client: Client) -> None:
    response = client.get("/network/path/?from=Cee&to=cat-dee")
    assert (response.status_code, response.headers["Location"]) == (302, "/network/path/?from=bob-cee&to=cat-dee")


@pytest.mark.usefixtures("joined_people")
def test_part_of_several_names_offers_all_of_them(client: Client) -> None:
    make_person("Bob Cobb")
    offered = way(client, "from=bob&to=cat-dee", 400).section("Which “bob”?").links()
    assert {name: address for name, address in offered.items() if address.startswith("?")} == {
        "Bob Cee": "?from=bob-cee&to=cat-dee",
        "Bob Cobb": "?from=bob-cobb&to=cat-dee",
    }


@pytest.mark.usefixtures("joined_people")
def test_box_suggests_people_and_keeps_the_other_end(client: Client) -> None:
    options = get(client, "/network/path/suggest/?parameter=from&from=be&to=Cat").where("a", role="option")
    assert [(one.text, one.attributes["href"]) for one in options] == [
        ("Ann Bee Person", "/network/path/?to=Cat&from=ann-bee")
    ]


@pytest.mark.usefixtures("joined_people")
def test_page_begins_with_examples_of_people_who_are_connected(client: Client) -> None:
    [example] = list(way(client, "").where("a", "chip"))
    assert (example.text, example.attributes["href"]) == ("Bob Cee and Cat Dee", "?from=bob-cee&to=cat-dee")
    assert headings(way(client, example.attributes["href"][1:])) == ["2 steps from Bob Cee to Cat Dee"]


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
    assert (headings(page), page.section("No connection recorded").texts("p")[0], titles(page)) == (
        ["No connection recorded", "Nearest to each"],
        "No meeting or tie recorded here connects Bob Cee and Dan Eff, directly or through others.",
        ["Bob Cee and Dan Eff: no connection recorded · Probe"],
    )


@pytest.mark.usefixtures("joined_people")
def test_who_is_nearest_to_each_is_told_where_there_is_no_way(client: Client) -> None:
    nearest = way(client, "from=bob-cee&to=dan-eff").section("Nearest to each")
    assert (nearest.texts("h3"), nearest.texts("li"), nearest.texts("p")[0]) == (
        ["Connected to Bob Cee", "Connected to Dan Eff"],
        ["Ann Bee: in person"],
        "Nobody, as far as is recorded here.",
    )


@pytest.mark.usefixtures("joined_people")
def test_jobs_at_the_same_organisation_are_told_where_there_is_no_way(client: Client) -> None:
    office, shop = make_organisation("The office"), make_organisation("The shop")
    for name, title in (("bob-cee", "Clerk"), ("dan-eff", "Guard"), ("ann-bee", "Head")):
        make_role(Person.objects.get(slug=name), title, organisation=office)
    make_role(Person.objects.get(slug="bob-cee"), "Seller", organisation=shop)
    make_role(Person.objects.get(slug="dan-eff"), "Nobody's guard")
    page = way(client, "from=bob-cee&to=dan-eff")
    assert headings(page) == ["No connection recorded", "Jobs at the same organization", "Nearest to each"]
    jobs = page.section("Jobs at the same organization")
    assert (jobs.texts("h3"), [text.partition(",")[0] for text in jobs.texts("li")]) == (
        ["The office"],
        ["Bob Cee: Clerk", "Dan Eff: Guard"],
    )


@pytest.mark.usefixtures("joined_people")
def test_meetings_only_leave_ties_out_and_offer_them(client: Client) -> None:
    page = way(client, "from=bob-cee&to=cat-dee&through=meetings")
    assert (headings(page)[0], page.links()["Try ties too"]) == ("No connection recorded", "?from=bob-cee&to=cat-dee")


@pytest.mark.usefixtures("joined_people")
@pytest.mark.parametrize(("query", "asked"), [("", []), ("from=bob-cee", ["Who is at the other end?", "Nearest"])])
def test_way_without_two_ends_asks_for_them(client: Client, query: str, asked: list[str]) -> None:
    assert headings(way(client, query)) == asked


def test_hearing_is_no_step(client: Client) -> None:
    make_meeting(make_person("Ann"), make_person("Bob"), kind="hearing")
    assert headings(way(client, "from=ann&to=bob"))[0] == "No connection recorded"


def test_equally_short_ways_are_listed_by_name(client: Client) -> None:
    ann, bob, cat, dan = (make_person(name) for name in ("Ann", "Dan", "Cat", "Bob"))
    for between in (bob, cat):
        make_meeting(ann, between)
        make_meeting(between, dan)
    page = way(client, "from=ann&to=bob")
    answer = page.section("2 steps from Ann to Bob")
    assert (answer.texts("h3"), answer.texts("summary"), len(answer.texts("ol", "way"))) == (
        ["Through Cat"],
        ["Through Dan"],
        2,
    )


def test_equally_short_ways_beyond_five_are_counted(client: Client) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    for number in range(12):
        between = make_person(f"Between {number:02}")
        make_meeting(ann, between)
        make_meeting(between, bob)
    page = way(client, "from=ann&to=bob").section("2 steps from Ann to Bob")
    assert (page.texts("p")[0], len(page.texts("ol"))) == (
        "12 ways are equally short. 5 of them are listed, and 7 more are not.",
        5,
    )


def test_renamed_end_of_a_way_redirects(client: Client) -> None:
    ann = make_person("Ann")
    rename(ann, "anne")
    response = client.get("/network/path/?from=ann")
    assert (response.status_code, response.headers["Location"]) == (301, "/network/path/?from=anne")


def test_unknown_choice_of_what_a_way_leads_through_is_refused(client: Client) -> None:
    page = way(client, "through=walls", 400)
    assert page.texts("code") == ["through", "all", "meetings"]


def test_unknown_parameter_is_named(client: Client) -> None:
    assert way(client, "form=ann").texts("p", "notice") == ["“form” is no filter here, so it was left out."]


def test_several_people_at_one_end_are_refused(client: Client) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    page = way(client, f"from={ann.slug}&from={bob.slug}&to=ann", 400)
    assert (headings(page), page.section("One person at each end").texts("p")[0]) == (
        ["One person at each end"],
        "Only one person can stand here.",
    )
