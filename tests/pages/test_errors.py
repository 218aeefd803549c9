"""What readers, programs and editors are told while the database doesn't answer."""

import sqlite3
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.debug import sensitive_post_parameters

from people.database import is_unavailable
from probe.urls import handler400, handler403, handler404, handler500
from probe.urls import urlpatterns as site
from tests.views.document import Document

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def sqlite_error(code: int) -> OperationalError:
    cause: Any = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorcode = code
    error = OperationalError("database is locked")
    error.__cause__ = cause
    return error


def locked(request: HttpRequest) -> HttpResponse:
    raise sqlite_error(sqlite3.SQLITE_BUSY)


class Failing:
    """Middleware that fails where no view is asked."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        raise OperationalError("gone")


urlpatterns = [
    path("locked/", locked),
    path("secret/", sensitive_post_parameters()(locked)),
    path("half-secret/", sensitive_post_parameters("pin")(locked)),
    path("api/locked/", locked),
    path("locked.json", locked),
    *site,
]

pytestmark = pytest.mark.urls(__name__)


def test_reader_is_told_to_try_again(client: Client) -> None:
    response = client.get("/locked/")
    assert (response.status_code, response.headers["Retry-After"], response.headers["Cache-Control"]) == (
        503,
        "5",
        "no-store",
    )
    assert Document(response).texts("h1") == ["Please try again in a moment"]


@pytest.mark.parametrize("address", ["/api/locked/", "/locked.json"])
def test_program_is_told_so_in_json(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.json()) == (
        503,
        {
            "type": "about:blank",
            "title": "Service Unavailable",
            "status": 503,
            "detail": "The database doesn’t answer just now. The fault is ours. Please try again in 5 seconds.",
        },
    )


def test_log_has_a_line_and_no_traceback(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/locked/")
    ours = [record for record in caplog.records if record.name.startswith("people")]
    assert [(record.getMessage(), record.exc_info) for record in ours] == [
        ("GET /locked/: the database doesn't answer: database is locked", None)
    ]


def hidden(response: Any) -> list[tuple[str, str]]:
    fields = Document(response).where("input", type="hidden")
    return [(one.attributes["name"] or "", one.attributes["value"] or "") for one in fields]


def test_editor_keeps_what_was_typed(client: Client) -> None:
    text = 'Two lines:\r\n"quoted" & <b>bold</b> '
    response = client.post("/locked/?next=a&b", {"summary": text, "passages": ["1", "2"], "empty": "", "_save": "Save"})
    assert (response.status_code, hidden(response)[1:]) == (
        503,
        [("summary", text), ("passages", "1"), ("passages", "2"), ("empty", ""), ("_save", "Save")],
    )
    assert [form.attributes["action"] for form in Document(response).where("form", method="post")] == [
        "/locked/?next=a&b"
    ]


def test_form_sent_again_has_a_token_that_holds(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    page = strict.get("/admin/login/")
    token = page.context["csrf_token"]
    again = dict(hidden(strict.post("/locked/", {"summary": "x", "csrfmiddlewaretoken": str(token)})))
    assert list(again) == ["csrfmiddlewaretoken", "summary"]
    assert strict.post("/locked/", again).status_code == 503


def test_editor_is_told_which_files_are_left_out(client: Client) -> None:
    response = client.post("/locked/", {"summary": "x", "portrait": SimpleUploadedFile("a.png", b"png")})
    assert Document(response).texts("code") == ["portrait", "summary"]


@pytest.mark.parametrize(("address", "names"), [("/secret/", []), ("/half-secret/", ["name"])])
def test_password_is_never_sent_back(client: Client, address: str, names: list[str]) -> None:
    response = client.post(address, {"name": "ann", "pin": "1234"})
    assert [name for name, _ in hidden(response) if name != "csrfmiddlewaretoken"] == names
    assert b"1234" not in response.content


def test_middleware_that_finds_no_database_gets_the_same_page(settings: Any) -> None:
    settings.MIDDLEWARE = [f"{__name__}.Failing"]
    response = Client(raise_request_exception=False).get("/about/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("server closed the connection"), True),
        (InterfaceError("connection already closed"), True),
        (sqlite_error(sqlite3.SQLITE_BUSY), True),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), True),
        (sqlite_error(sqlite3.SQLITE_FULL), True),
        (sqlite_error(sqlite3.SQLITE_ERROR), False),
        (ProgrammingError("no such column"), False),
        (ZeroDivisionError(), False),
        (None, False),
    ],
)
def test_error_of_the_database_itself_is_told_from_a_wrong_question(error: Exception | None, expected: bool) -> None:
    assert is_unavailable(error) == expected
