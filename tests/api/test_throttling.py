import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.throttling import AnonRateThrottle


@pytest.fixture
def two_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(AnonRateThrottle.THROTTLE_RATES, "anon", "2/min")


@pytest.mark.usefixtures("two_a_minute")
def test_requests_beyond_the_rate_are_refused(client: Client) -> None:
    statuses = [client.get(f"/api/v1/{address}/").status_code for address in ("planets", "comets")]
    response = client.get("/api/v1/moons/")
    assert [*statuses, response.status_code] == [404, 404, 429]
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    assert response.json()["detail"].startswith("Request was throttled.")


@pytest.mark.usefixtures("two_a_minute")
def test_rate_is_counted_for_each_address(client: Client) -> None:
    statuses = [
        client.get("/api/v1/planets/", REMOTE_ADDR=address).status_code
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.1")
    ]
    assert statuses == [404, 404, 404, 429]


@pytest.mark.usefixtures("two_a_minute")
def test_invented_forwarding_does_not_evade_the_rate(client: Client) -> None:
    statuses = [
        client.get("/api/v1/planets/", headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code
        for number in range(3)
    ]
    assert statuses == [404, 404, 429]


@pytest.mark.usefixtures("two_a_minute")
def test_behind_a_proxy_the_address_that_it_saw_counts(client: Client, settings: Settings) -> None:
    settings.NUM_PROXIES = 1
    statuses = [
        client.get("/api/v1/planets/", headers={"X-Forwarded-For": f"192.0.2.{number}, 198.51.100.{last}"}).status_code
        for number, last in ((1, 1), (2, 1), (3, 2), (4, 1))
    ]
    assert statuses == [404, 404, 404, 429]
