"""What the log says of requests that are refused."""

import logging
from io import StringIO

import pytest
from django.test import Client


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """What the site's own handler writes."""
    (handler,) = (one for one in logging.getLogger("django").handlers if isinstance(one, logging.StreamHandler))
    written = StringIO()
    monkeypatch.setattr(handler, "stream", written)
    return written


def test_host_that_is_not_ours_takes_a_line(client: Client, log: StringIO) -> None:
    client.get("/about/", headers={"host": "elsewhere.example"})
    assert log.getvalue().splitlines() == [
        "Invalid HTTP_HOST header: 'elsewhere.example'. You may need to add 'elsewhere.example' to ALLOWED_HOSTS."
    ]


def test_host_that_is_long_and_malformed_takes_a_short_line(client: Client, log: StringIO) -> None:
    client.get("/about/", headers={"host": "\n" + "x" * 5_000})
    (line,) = log.getvalue().splitlines()
    assert len(line) <= 250


def test_error_of_ours_is_told_in_full(log: StringIO) -> None:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("django.request").exception("It broke.")
    assert log.getvalue().splitlines()[:2] == ["It broke.", "Traceback (most recent call last):"]
