"""The pages for what can't be answered."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from probe.urls import handler400, handler403, handler404, handler500
from probe.urls import urlpatterns as site
from tests.factories import make_meeting, make_organisation, make_person, make_role
from tests.views.document import Document, get

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def malformed(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [
    *site,
    path("malformed/", malformed),
    path("forbidden/", forbidden),
    path("broken/", broken),
]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/malformed/", 400, "This request can't be understood"),
        ("/forbidden/", 403, "This page is not for you"),
        ("/nowhere/", 404, "Page not found"),
        ("/broken/", 500, "Something went wrong here"),
    ],
)
def test_error_has_a_page_that_needs_no_database(address: str, status: int, heading: str) -> None:
    page = get(Client(raise_request_exception=False), address, status)
    assert page.texts("h1") == [heading]


@pytest.mark.urls(__name__)
def test_error_of_which_the_page_fails_too_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.pages.errors.render", broken)
    response = Client(raise_request_exception=False).get("/broken/")
    assert (response.status_code, response.content.decode()) == (
        500,
        "Something went wrong here. The fault is ours, not yours. Please try again later.",
    )


def test_host_that_is_not_ours_gets_the_page_for_malformed_requests(client: Client) -> None:
    response = client.get("/about/", headers={"host": "elsewhere.example"})
    assert (response.status_code, Document(response).texts("h1")) == (400, ["This request can't be understood"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "parameter", "choices"),
    [
        ("/people/?appears=nowhere", "appears", ["gallery", "pictured", "mentioned"]),
        ("/meetings/?page=9", "page", ["1"]),
        ("/allegations/?answered=perhaps", "answered", ["answered", "unanswered"]),
    ],
)
def test_value_that_does_not_exist_names_parameter_and_choices(
    client: Client, address: str, parameter: str, choices: list[str]
) -> None:
    page = get(client, address, 400)
    assert page.texts("code") == [parameter, *choices]
    assert page.links()["This list without any filter"] == address.partition("?")[0]


MEANT = [
    ("/people/flynn/", ["/people/michael-flynn/", "/people/", "/search/?q=flynn"]),
    ("/people/micheal-flyn/", ["/people/michael-flynn/", "/people/", "/search/?q=micheal+flyn"]),
    ("/person/mike-flynn/", ["/people/michael-flynn/", "/people/", "/search/?q=mike+flynn"]),
    ("/meetings/flynn-kislyak/", ["/meetings/flynn-meets-kislyak/", "/meetings/", "/search/?q=flynn+kislyak"]),
    ("/organizations/cia/", ["/organisations/central-intelligence-agency-cia/", "/search/?q=cia"]),
    ("/people/secret/", ["/people/", "/search/?q=secret"]),
    ("/timelin/", ["/timeline/"]),
    ("/nowhere/", ["/search/?q=nowhere"]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "meant"), MEANT)
def test_address_that_leads_nowhere_offers_what_was_meant(client: Client, address: str, meant: list[str]) -> None:
    flynn = make_person("Michael Flynn")
    make_person("Secret Draft", published=False)
    make_person("Secret Hidden", sourced=False)
    make_meeting(flynn, make_person("Sergey Kislyak"), title="Flynn meets Kislyak")
    make_role(flynn, "Agent", organisation=make_organisation("Central Intelligence Agency (CIA)"))
    offered = [one.attributes["href"] for one in get(client, address, 404).where("a", "chip")]
    assert [one for one in offered if one != "/organisations/"] == meant


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("?contact=kislyak&role=media", ["?role=media&contact=sergey-kislyak"]),
        ("?role=Campaign", ["?role=campaign"]),
        ("?role=white&role=media", ["?role=white-house&role=media"]),
        ("?title=Foreign+policy+adviser", ["?title=foreign-policy-adviser"]),
        ("?contact=secret", []),
        ("?contact=%00", []),
    ],
)
def test_value_that_does_not_exist_offers_what_was_meant(client: Client, query: str, meant: list[str]) -> None:
    make_role(make_person("Sergey Kislyak"), "Foreign policy adviser")
    make_person("Secret Draft", published=False)
    page = get(client, f"/people/{query}", 400)
    assert [one.attributes["href"] for one in page.where("a", "chip")] == meant


def test_error_pages_are_kept_out_of_indexes(client: Client) -> None:
    page = get(client, "/nowhere/", 404)
    assert [meta.attributes["content"] for meta in page.where("meta", name="robots")] == ["noindex"]


@pytest.mark.django_db
def test_program_gets_problem_details() -> None:
    response = Client().get("/people/nobody.jsonld")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (response.status_code, response.json()["title"]) == (404, "Not Found")
