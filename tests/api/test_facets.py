import pytest
from django.http import QueryDict
from django.test import Client

from people.filters import AllegationFilter, MeetingFilter, PersonFilter
from people.filters.facets import Facet
from tests.api.conftest import Get
from tests.factories import make_allegation, make_person, make_role

pytestmark = pytest.mark.django_db


def test_facet_holds_value_label_and_count(get: Get) -> None:
    make_allegation(make_person("Ann Bee"), standing="reported")
    assert get("allegations/facets/") == {
        "standing": [
            {"value": "reported", "label": "Reported", "count": 1},
            {"value": "alleged", "label": "Alleged", "count": 0},
            {"value": "stated-by-authorities", "label": "Stated by authorities", "count": 0},
            {"value": "acknowledged", "label": "Acknowledged by the subject", "count": 0},
        ],
        "answered": [
            {"value": "answered", "label": "Reply given", "count": 0},
            {"value": "unanswered", "label": "Source gives no reply", "count": 1},
        ],
        "reply": [
            {"value": "denies", "label": "Denies", "count": 0},
            {"value": "denied-at-first", "label": "Denied at first", "count": 0},
            {"value": "disputes", "label": "Disputes", "count": 0},
            {"value": "explains", "label": "Explains", "count": 0},
            {"value": "acknowledges", "label": "Acknowledges", "count": 0},
            {"value": "declined-to-comment", "label": "Declined to comment", "count": 0},
            {"value": "did-not-respond", "label": "Did not respond", "count": 0},
            {"value": "could-not-be-reached", "label": "Could not be reached", "count": 0},
        ],
        "person": [{"value": "ann-bee", "label": "Ann Bee", "count": 1}],
    }


def counts(answer: dict) -> dict[str, dict[str, int]]:
    return {name: {choice["value"]: choice["count"] for choice in choices} for name, choices in answer.items()}


def printed(found: list[Facet]) -> dict[str, dict[str, int]]:
    return {one.parameter: {choice.value: choice.number for choice in (*one.choices, *one.more)} for one in found}


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("query", ["", "role=campaign", "contact=cy-dee&contact_kind=message", "q=bee&sort=name"])
def test_facets_of_people_are_those_of_the_page(get: Get, query: str) -> None:
    filters = PersonFilter(QueryDict(query))
    assert filters.is_valid()
    assert counts(get(f"people/facets/?{query}")) == printed(filters.build_facets())


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("query", ["", "kind=message", "person=ann-bee"])
def test_facets_of_meetings_are_those_of_the_page(get: Get, query: str) -> None:
    filters = MeetingFilter(QueryDict(query))
    assert filters.is_valid()
    assert counts(get(f"meetings/facets/?{query}")) == printed(filters.build_facets())


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("query", ["", "standing=alleged", "person=ann-bee"])
def test_facets_of_allegations_are_those_of_the_page(get: Get, query: str) -> None:
    filters = AllegationFilter(QueryDict(query))
    assert filters.is_valid()
    assert counts(get(f"allegations/facets/?{query}")) == printed(filters.build_facets())


def test_long_facet_holds_every_choice(get: Get) -> None:
    for number in range(12):
        make_role(make_person(f"Person {number}"), f"Post {number}")
    assert len(get("people/facets/")["title"]) == 12


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("noun", ["people", "meetings", "allegations"])
def test_count_of_each_choice_is_the_length_of_its_list(get: Get, noun: str) -> None:
    for parameter, choices in get(f"{noun}/facets/").items():
        listed = [get(f"{noun}/?{parameter}={choice['value']}")["count"] for choice in choices]
        assert listed == [choice["count"] for choice in choices]


def test_facets_refuse_what_lists_refuse(client: Client) -> None:
    response = client.get("/api/v1/people/facets/?role=astronaut")
    assert (response.status_code, response.json()["errors"][0]["parameter"]) == (400, "role")
