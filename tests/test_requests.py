"""What the settings make of a request."""

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from people.requests import absolute_url, client_address


def address_of(settings: Settings, proxies: int, forwarded: str | None, sender: str = "192.0.2.1") -> str | None:
    settings.NUM_PROXIES = proxies
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return client_address(RequestFactory().get("/", headers=headers, REMOTE_ADDR=sender))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, "192.0.2.1"),
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9,198.51.100.7, 198.51.100.8", "198.51.100.7"),
        (2, "198.51.100.7", "198.51.100.7"),
        (1, None, "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "198.51.100.7:4711", "198.51.100.7"),
        (1, "::ffff:198.51.100.7", "198.51.100.7"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "[2001:db8:1:2:3:4:5:6]:4711", "2001:db8:1:2::"),
        (1, "fe80::1%eth0", "fe80::"),
        (1, "unknown", None),
        (1, "198.51.100.7, ", None),
        (1, "'; drop", None),
        (1, "[", None),
        (1, "9" * 9_999, None),
    ],
)
def test_address_is_the_one_that_the_proxies_tell(
    settings: Settings, proxies: int, forwarded: str | None, expected: str | None
) -> None:
    assert address_of(settings, proxies, forwarded) == expected


@pytest.mark.parametrize(("sender", "expected"), [("::1", "::1"), ("127.0.0.1", "127.0.0.1"), ("", None)])
def test_address_is_the_sender_s_without_proxies(settings: Settings, sender: str, expected: str | None) -> None:
    assert address_of(settings, 0, None, sender) == expected


@pytest.mark.parametrize(
    ("site", "address", "expected"),
    [
        ("", "", "http://testserver/people/?q=a%20b"),
        ("", "/about/", "http://testserver/about/"),
        ("https://probe.example.org", "", "https://probe.example.org/people/?q=a%20b"),
        ("https://probe.example.org", "/about/#words", "https://probe.example.org/about/#words"),
        ("https://probe.example.org", "../meetings/", "https://probe.example.org/meetings/"),
        ("https://probe.example.org:8443", "?page=2", "https://probe.example.org:8443/people/?page=2"),
    ],
)
def test_absolute_addresses_begin_with_the_site_s_own(
    settings: Settings, site: str, address: str, expected: str
) -> None:
    settings.SITE_URL = site
    assert absolute_url(RequestFactory().get("/people/?q=a%20b"), address) == expected
