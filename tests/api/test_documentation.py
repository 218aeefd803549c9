import re

import pytest
from django.test import Client

from tests.api.conftest import Get

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    response = client.get("/api/v1/docs/")
    assert response.status_code == 200
    return response.content.decode()


def test_page_names_every_address_and_parameter(page: str, get: Get) -> None:
    paths = get("schema/")["paths"]
    parameters = {
        one["name"]
        for operations in paths.values()
        for one in operations["get"].get("parameters", [])
        if one["in"] == "query"
    }
    codes = set(re.findall(r"<code>(.*?)</code>", page))
    assert {*paths, *parameters} <= codes


def test_page_explains_every_part_that_it_links_to(page: str) -> None:
    linked = set(re.findall(r'href="#(\w+)"', page)) - {"main"}
    assert linked == set(re.findall(r'<h3 id="(\w+)"', page)) & linked
    assert len(linked) > 20


def test_page_has_no_script_or_style_in_it(page: str) -> None:
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    assert (set(scripts), "<style" in page, " style=" in page) == ({""}, False, False)


def test_page_is_there_to_read_alone(client: Client) -> None:
    assert client.post("/api/v1/docs/").status_code == 405
