from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import Get
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_root_names_the_addresses(get: Get) -> None:
    names = ["people", "meetings", "allegations", "organisations", "sources", "withdrawn", "schema", "docs"]
    assert get("") == {name: f"http://testserver/api/v1/{name}/" for name in names}


@pytest.mark.parametrize(
    "address", ["/api/", "/api/v1/planets/", "/api/v2/people/", "/api/v1/people/a.b/", "/api/v1/people/a%0Ab/"]
)
def test_address_that_is_none_is_not_found_as_json(client: Client, address: str) -> None:
    response = client.get(address)
    problem = {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "Not found."}
    assert (response.status_code, response.json()) == (404, problem | {"suggestions": []})


@pytest.mark.parametrize(
    ("address", "options", "status"),
    [
        ("people/nobody/", {}, 404),
        ("people/", {"method": "POST"}, 405),
        ("people/", {"headers": {"Accept": "text/csv"}}, 406),
        ("schema/?page=1", {"headers": {"Accept": "application/yaml"}}, 400),
    ],
)
def test_error_is_problem_details(client: Client, address: str, options: dict[str, Any], status: int) -> None:
    response = client.generic(options.pop("method", "GET"), f"/api/v1/{address}", **options)
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (response.status_code, response.json()["status"]) == (status, status)


def test_address_without_slash_leads_to_the_one_with(client: Client) -> None:
    response = client.get("/api/v1/people?role=media")
    assert (response.status_code, response.headers["Location"]) == (301, "/api/v1/people/?role=media")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["", "people/", "people/facets/", "people/ann-bee/", "schema/"])
def test_method_that_would_write_is_refused(client: Client, method: str, address: str) -> None:
    make_person("Ann Bee")
    response = getattr(client, method)(f"/api/v1/{address}")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("address", ["", "people/", "people/facets/", "people/ann-bee/", "schema/"])
def test_head_answers_the_headers_of_get(client: Client, address: str) -> None:
    make_person("Ann Bee")
    head, get = client.head(f"/api/v1/{address}"), client.get(f"/api/v1/{address}")
    assert (head.status_code, head.headers, head.content) == (200, get.headers, b"")


def test_options_answers_what_is_allowed(client: Client) -> None:
    response = client.options("/api/v1/people/")
    assert (response.status_code, response.headers["Allow"]) == (200, "GET, HEAD, OPTIONS")


def test_answer_is_json_also_for_who_prefers_a_page(client: Client) -> None:
    response = client.get("/api/v1/people/", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")


def test_other_forms_than_json_are_refused(client: Client) -> None:
    response = client.get("/api/v1/people/", headers={"Accept": "text/csv"})
    assert (response.status_code, response.json()["title"]) == (406, "Not Acceptable")


def test_answer_is_the_same_for_everybody(client: Client, admin_client: Client) -> None:
    response = admin_client.get("/api/v1/people/")
    assert (response.headers.get("Vary"), dict(response.cookies)) == (None, {})
    assert response.content == client.get("/api/v1/people/").content
