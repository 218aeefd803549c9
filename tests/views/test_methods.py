"""What is only read refuses to be written to, and says so."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "CONNECT", "BREW"]
SAMPLES = {"slug": "a", "str": "a.csv", "path": "portraits/a.webp"}


def addresses(patterns: Any, before: str = "/") -> Iterator[str]:
    """Yield an address for each pattern of readers'."""
    for pattern in patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            for name, converter in pattern.pattern.converters.items():
                kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
                route = route.replace(f"<{kind}:{name}>", SAMPLES[kind])
            yield f"{before}{route}"
        elif pattern.namespace != "api":
            yield from addresses(pattern.url_patterns, f"{before}{route}")


ours = next(one for one in get_resolver().url_patterns if isinstance(one, URLResolver) and one.namespace == "people")
READERS = list(addresses(ours.url_patterns))


def test_addresses_of_every_kind_are_asked() -> None:
    wanted = {"/", "/people/", "/people/a/", "/people.csv", "/feeds/changes.atom", "/data/a.csv"}
    assert wanted <= set(READERS)


@pytest.mark.parametrize("address", READERS)
def test_readers_address_answers_other_methods_with_those_it_has(address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    answers = {method: client.generic(method, address) for method in METHODS}
    found = {method: (answer.status_code, answer.headers["Allow"]) for method, answer in answers.items()}
    assert found == dict.fromkeys(METHODS, (405, "GET, HEAD"))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/people/", "/api/v1/people/facets/", "/api/v1/schema/"])
def test_api_answers_other_methods_with_those_it_has(address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    methods = [method for method in METHODS if method != "OPTIONS"]
    answers = {method: client.generic(method, address) for method in methods}
    found = {method: (answer.status_code, answer.headers["Allow"]) for method, answer in answers.items()}
    assert found == dict.fromkeys(methods, (405, "GET, HEAD, OPTIONS"))


def test_documentation_of_the_api_answers_other_methods_with_those_it_has() -> None:
    answer = Client(enforce_csrf_checks=True).post("/api/v1/docs/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/people/", "/people.csv", "/feeds/changes.atom", "/robots.txt", "/healthz"])
def test_head_answers_as_get_does(client: Client, address: str) -> None:
    got, asked = client.get(address), client.head(address)
    assert (asked.status_code, asked.headers["Content-Type"]) == (got.status_code, got.headers["Content-Type"])
