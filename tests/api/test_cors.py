import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

ORIGIN = {"Origin": "https://elsewhere.example"}


@pytest.mark.parametrize(
    "address", ["", "people/", "people/nobody/", "people/?role=astronaut", "people", "planets/", "docs/"]
)
def test_other_sites_may_read_every_answer(client: Client, address: str) -> None:
    response = client.get(f"/api/v1/{address}", headers=ORIGIN)
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_other_sites_may_not_read_pages(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/people/", headers=ORIGIN).headers


def test_browser_that_asks_beforehand_hears_what_it_may_do(client: Client) -> None:
    asked = ORIGIN | {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-tool"}
    response = client.options("/api/v1/people/", headers=asked)
    answered = {name: value for name, value in response.headers.items() if name.startswith("Access-Control")}
    assert (response.status_code, answered) == (
        200,
        {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Expose-Headers": "Retry-After, Search-Corrected",
            "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Headers": "*",
            "Access-Control-Max-Age": "86400",
        },
    )
