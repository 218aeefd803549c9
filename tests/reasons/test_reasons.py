"""A filtered list says why each person is on it: on the page, in the API and in files alike."""

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from people.index import get_index
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
)
from tests.views.document import body, get

pytestmark = pytest.mark.django_db


def reasons(client: Client, query: str) -> dict[str, list[str]]:
    """Return, by slug, why the API lists each person."""
    results = client.get(f"/api/v1/people/?{query}").json()["results"]
    return {one["slug"]: [reason["text"] for reason in one["reasons"]] for one in results}


def printed(client: Client, query: str) -> list[str]:
    """Return why the page lists people, each with its citations."""
    lists = get(client, f"/people/?{query}").texts("ul", "reasons")
    return [text.replace(" of The source", "").strip() for text in lists]


@pytest.fixture
def envoy() -> None:
    """Ann and Bob met the envoy, Bob twice; Cy wrote to Ann; Dee was heard beside the envoy."""
    ann, bob, cy, dee = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cy Dee", "Dee Eff"))
    envoy = make_person("Envoy Young")
    make_meeting(ann, envoy, date="2016?-07", place="The convention")
    make_meeting(bob, envoy, kind="conversation", times=2, standing="reported")
    make_meeting(bob, envoy, kind="message", date="2017")
    make_meeting(cy, ann, kind="message")
    make_meeting(dee, envoy, kind="hearing")


@pytest.mark.usefixtures("envoy")
def test_contact_is_explained_by_the_meetings_with_them(client: Client) -> None:
    assert reasons(client, "contact=envoy-young") == {
        "ann-bee": ["Met in person, July 2016 (year inferred), The convention"],
        "bob-cee": ["In touch by message, 2017", "Spoke twice, no date given, reported"],
    }


@pytest.mark.usefixtures("envoy")
def test_kind_of_contact_holds_on_the_meeting_that_explains_it(client: Client) -> None:
    assert reasons(client, "contact=envoy-young&contact_kind=message") == {"bob-cee": ["In touch by message, 2017"]}


@pytest.mark.usefixtures("envoy")
def test_kind_of_contact_alone_is_explained_with_names(client: Client) -> None:
    assert reasons(client, "contact_kind=message") == {
        "ann-bee": ["In touch with Cy Dee by message, no date given"],
        "bob-cee": ["In touch with Envoy Young by message, 2017"],
        "cy-dee": ["In touch with Ann Bee by message, no date given"],
        "envoy-young": ["In touch with Bob Cee by message, 2017"],
    }


@pytest.mark.usefixtures("envoy")
def test_contact_with_one_of_several_names_which(client: Client) -> None:
    assert reasons(client, "contact=envoy-young&contact=ann-bee") == {
        "ann-bee": ["Met Envoy Young in person, July 2016 (year inferred), The convention"],
        "bob-cee": [
            "In touch with Envoy Young by message, 2017",
            "Spoke with Envoy Young twice, no date given, reported",
        ],
        "cy-dee": ["In touch with Ann Bee by message, no date given"],
        "envoy-young": ["Met Ann Bee in person, July 2016 (year inferred), The convention"],
    }


def test_meeting_of_many_names_some_and_counts_the_others(client: Client) -> None:
    make_meeting(*(make_person(f"Person {place}") for place in range(6)), kind="dinner")
    assert reasons(client, "contact_kind=dinner&q=5") == {
        "person-5": ["Met Person 0, Person 1, Person 2 and 2 others at a dinner, no date given"]
    }


def test_page_shows_the_first_meetings_and_how_many_more_there_are(client: Client) -> None:
    ann, bob, passage = make_person("Ann Bee"), make_person("Bob Cee"), make_passage()
    for year in range(2010, 2016):
        make_meeting(ann, bob, date=str(year), passages=[passage])
    page = get(client, "/people/?contact=ann-bee")
    met = [text for text in page.texts("a") if text.startswith("Met")]
    assert met == ["Met in person, 2010", "Met in person, 2011", "Met in person, 2012"]
    assert page.links()["and 3 more of Bob Cee"] == "/people/bob-cee/"


def test_files_and_api_say_how_many_more_there_are(client: Client) -> None:
    ann, bob, passage = make_person("Ann Bee"), make_person("Bob Cee"), make_passage()
    for year in range(2001, 2014):
        make_meeting(ann, bob, date=str(year), passages=[passage])
    [listed] = client.get("/api/v1/people/?contact=ann-bee").json()["results"]
    assert (len(listed["reasons"]), listed["more_reasons"]) == (10, 3)
    [row] = csv.DictReader(io.StringIO(body(client.get("/people.csv?contact=ann-bee"))))
    assert row["reasons"].splitlines()[-2:] == ["Met in person, 2010", "and 3 more"]


def test_job_is_explained_with_its_dates_by_all_parameters_that_ask_for_it(client: Client) -> None:
    ann = make_person("Ann Bee")
    make_role(ann, "Manager", "campaign", make_organisation("The campaign"), start="2016-03", end="2016-08")
    make_role(ann, "Banker", "business")
    [listed] = client.get("/api/v1/people/?role=campaign&organisation=the-campaign&title=banker").json()["results"]
    assert [(one["parameters"], one["text"], one["date"], one["url"]) for one in listed["reasons"]] == [
        (
            ["role", "organisation"],
            "Manager, The campaign (March to August 2016)",
            "2016-03/2016-08",
            "http://testserver/people/ann-bee/#role-ann-bee-manager",
        ),
        (["title"], "Banker", None, "http://testserver/people/ann-bee/#role-ann-bee-banker"),
    ]


@pytest.fixture
def accused() -> None:
    """Ann answers one of two allegations against her; one is against Bob too, who doesn't."""
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, bob, title="First claim", claim="They did it."), ann, summary="Ann denies it.")
    make_allegation(ann, title="Second claim", claim="She did that.")


@pytest.mark.usefixtures("accused")
@pytest.mark.parametrize(
    ("choices", "titles"),
    [
        ("any", {"ann-bee": ["First claim", "Second claim"], "bob-cee": ["First claim"]}),
        ("answered", {"ann-bee": ["First claim"]}),
        ("unanswered", {"ann-bee": ["Second claim"], "bob-cee": ["First claim"]}),
        ("none&allegations=answered", {"ann-bee": ["First claim"]}),
    ],
)
def test_allegations_are_those_asked_for(client: Client, choices: str, titles: dict[str, list[str]]) -> None:
    found = reasons(client, f"allegations={choices}")
    assert {slug: [text.partition(".")[0] for text in texts] for slug, texts in found.items()} == titles


@pytest.mark.usefixtures("accused")
def test_allegation_stands_beside_what_each_subject_replies(client: Client) -> None:
    [ann, bob] = printed(client, "allegations=any")
    assert [(text.count("They did it."), text.count("Denies Ann denies it.")) for text in (ann, bob)] == [(1, 1)] * 2
    assert bob.index("No reply by Bob Cee is recorded here.") < bob.index("Denies Ann denies it.")


@pytest.mark.usefixtures("accused")
def test_allegation_is_told_with_its_replies_by_files_and_the_api(client: Client) -> None:
    [ann] = client.get("/api/v1/people/?allegations=answered").json()["results"]
    replies = "Ann Bee denies: Ann denies it. Bob Cee: no reply is recorded."
    told = f"First claim. Alleged, said by A witness: They did it. {replies}"
    assert [(one["text"], [reply["summary"] for reply in one["responses"]]) for one in ann["reasons"]] == [
        (told, ["Ann denies it."])
    ]
    [row] = csv.DictReader(io.StringIO(body(client.get("/people.csv?allegations=answered"))))
    assert row["reasons"] == told


def test_search_is_explained_by_what_the_line_under_the_name_does_not_show(client: Client) -> None:
    ann = make_person("Ann Bee", description="A banker", summary="She ran the harbour office.")
    make_alias(ann, "Annie Harbour")
    make_role(ann, "Harbourmaster")
    assert reasons(client, "q=harbour") == {
        "ann-bee": ["Also called Annie Harbour", "Harbourmaster", "She ran the harbour office."]
    }
    assert reasons(client, "q=ann+banker") == {"ann-bee": []}


def test_job_that_two_filters_ask_for_stands_once(client: Client) -> None:
    make_role(make_person("Ann Bee"), "Manager", "campaign")
    [listed] = client.get("/api/v1/people/?role=campaign&q=manager").json()["results"]
    assert [(one["parameters"], one["text"]) for one in listed["reasons"]] == [(["role", "q"], "Manager")]


@pytest.mark.parametrize("query", ["", "?sort=name", "?appears=mentioned", "?updated_since=2020-01-01"])
def test_list_without_a_filter_to_explain_has_no_reasons(client: Client, query: str) -> None:
    make_role(make_person("Ann Bee"))
    assert "reasons" not in client.get(f"/api/v1/people/{query}").json()["results"][0]
    assert "reasons" not in json.loads(body(client.get(f"/people.json{query}")))["results"][0]
    assert "reasons" not in body(client.get(f"/people.csv{query}"))
    assert printed(client, query.lstrip("?")) == []


@pytest.mark.usefixtures("envoy")
def test_page_api_csv_and_json_give_the_same_reasons(client: Client) -> None:
    expected = list(reasons(client, "contact=envoy-young").values())
    files = json.loads(body(client.get("/people.json?contact=envoy-young")))["results"]
    rows = list(csv.DictReader(io.StringIO(body(client.get("/people.csv?contact=envoy-young")))))
    page = get(client, "/people/?contact=envoy-young")
    links = [
        one.text for one in page.where("a") if one.attributes["href"].startswith(("/meetings/ann-", "/meetings/bob-"))
    ]
    assert [[one["text"] for one in person["reasons"]] for person in files] == expected
    assert [row["reasons"].splitlines() for row in rows] == expected
    assert links == [text for texts in expected for text in texts]
    assert [row["reason_passages"].count("slide-1") for row in rows] == [1, 2]


@pytest.mark.parametrize("view", ["cards", "table"])
@pytest.mark.parametrize("number", [1, 3])
def test_reasons_take_as_many_queries_whatever_they_are(
    client: Client, django_assert_num_queries: Any, view: str, number: int
) -> None:
    envoy = make_person("Envoy Young")
    for place in range(number):
        ann = make_person(f"Ann {place}")
        make_role(ann, "Manager", "campaign", make_organisation(f"Office {place}"))
        for _ in range(number):
            make_meeting(ann, envoy)
            make_response(make_allegation(ann, title=f"Claim {place}"), ann)
    get_index()
    query = f"contact=envoy-young&contact_kind=in-person&role=campaign&allegations=any&view={view}"
    client.get(f"/people/?{query}")
    with django_assert_num_queries(12):
        client.get(f"/people/?{query}")
