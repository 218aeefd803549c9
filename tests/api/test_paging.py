from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.api.conftest import Get
from tests.factories import make_person, make_role

pytestmark = pytest.mark.django_db


def make_people(number: int) -> None:
    for one in range(number):
        make_role(make_person(f"Person {one:03}"), "Adviser", "campaign")


def test_page_has_fifty_entries(get: Get) -> None:
    make_people(51)
    answer = get("people/")
    assert (answer["count"], len(answer["results"])) == (51, 50)


def test_page_size_is_taken(get: Get) -> None:
    make_people(3)
    assert len(get("people/?page_size=2")["results"]) == 2


@pytest.mark.parametrize("size", ["0", "201", "-1", "1.5", "many", "", "１", "99999999999999999999"])
def test_page_size_out_of_range_is_refused(client: Client, size: str) -> None:
    response = client.get("/api/v1/people/", {"page_size": size})
    expected = {"parameter": "page_size", "message": f"“{size}” is no size of a page.", "choices": ["1 to 200"]}
    assert (response.status_code, response.json()["errors"]) == (400, [expected | {"suggestions": []}])


@pytest.mark.parametrize("page", ["0", "3", "-1", "1.5", "last", "", "２", "99999999999999999999"])
def test_page_that_the_list_does_not_have_is_refused(client: Client, page: str) -> None:
    make_people(2)
    response = client.get("/api/v1/people/", {"page_size": "1", "page": page})
    expected = {"parameter": "page", "message": f"“{page}” is no page of this list.", "choices": ["1 to 2"]}
    assert (response.status_code, response.json()["errors"]) == (400, [expected | {"suggestions": []}])


def test_empty_list_has_one_page(get: Get) -> None:
    assert get("people/?page=1") == {"count": 0, "next": None, "previous": None, "results": []}


def test_links_lead_from_page_to_page_and_keep_the_filters(get: Get) -> None:
    make_people(3)
    answer = get("people/?page=2&page_size=1&role=campaign&role=media&sort=name")
    kept = {"page_size": ["1"], "role": ["campaign", "media"], "sort": ["name"]}
    links = [urlsplit(answer[name]) for name in ("previous", "next")]
    assert [link.path for link in links] == ["/api/v1/people/"] * 2
    assert [parse_qs(link.query) for link in links] == [kept, kept | {"page": ["3"]}]


def test_next_links_lead_through_the_whole_list_once(client: Client) -> None:
    make_people(5)
    address, names = "/api/v1/people/?page_size=2", []
    while address:
        answer = client.get(address).json()
        names += [person["name"] for person in answer["results"]]
        address = answer["next"]
    assert names == [f"Person {one:03}" for one in range(5)]
