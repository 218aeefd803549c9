"""Signing in: how many wrong passwords are let through, what they cost, and what is logged."""

import datetime as dt
from typing import Any

import pytest
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from people.admin import sign_in
from tests.views.document import Document

pytestmark = pytest.mark.django_db

SIGN_IN = "/admin/login/"
RIGHT = "a right and long password"
LIMIT = 15


@pytest.fixture
def account() -> User:
    return User.objects.create_user("eddie", password=RIGHT, is_staff=True)


@pytest.fixture(autouse=True)
def logged(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> pytest.LogCaptureFixture:
    caplog.set_level("INFO", "probe.signin")
    monkeypatch.setattr(sign_in.logger, "propagate", True)
    return caplog


def enter(password: str = "wrong", name: str = "eddie", address: str = "192.0.2.1", **headers: str) -> Any:
    return Client().post(SIGN_IN, {"username": name, "password": password}, REMOTE_ADDR=address, headers=headers)


def fail(times: int, **options: Any) -> list[int]:
    return [enter(**options).status_code for _ in range(times)]


def lines(logged: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in logged.records if record.name == "probe.signin"]


@pytest.mark.usefixtures("account")
def test_fifteen_wrong_passwords_in_a_row_are_refused_even_the_right_one() -> None:
    assert fail(LIMIT) == [200] * (LIMIT - 1) + [429]
    assert enter(RIGHT).status_code == 429


@pytest.mark.usefixtures("account")
def test_refusal_says_until_when_in_the_site_s_look() -> None:
    fail(LIMIT - 1)
    response = enter()
    page = Document(response)
    until = timezone.localtime(AccessAttempt.objects.get().attempt_time + dt.timedelta(minutes=30))
    assert page.texts("h1") == ["Sign-in is closed for a while"]
    (words,) = page.texts("p", css="intro")
    assert words == (
        f"Too many wrong passwords have come from your address, so nobody can sign in from it until {until:%H:%M} UTC. "
        "Then try again. If you have forgotten your password, ask an administrator for a new one."
    )
    assert 0 < int(response.headers["Retry-After"]) <= 1_800
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.usefixtures("account")
def test_lock_opens_again_once_enough_failures_are_old() -> None:
    fail(LIMIT)
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=31))
    assert enter(RIGHT).status_code == 302


@pytest.mark.usefixtures("account")
def test_lock_of_several_names_ends_when_the_first_of_them_are_old() -> None:
    fail(8, name="anna")
    fail(7, name="bert")
    early = timezone.now() - dt.timedelta(minutes=20)
    AccessAttempt.objects.filter(username="anna").update(attempt_time=early)
    until = timezone.localtime(early + dt.timedelta(minutes=30))
    assert f"until {until:%H:%M} UTC" in enter().content.decode()


@pytest.mark.usefixtures("account")
def test_refused_attempts_do_not_make_the_lock_longer() -> None:
    fail(LIMIT)
    before = list(AccessAttempt.objects.values())
    fail(3, name="another")
    assert list(AccessAttempt.objects.values()) == before


@pytest.mark.usefixtures("account")
def test_right_password_ends_the_row() -> None:
    statuses = [*fail(LIMIT - 1), enter(RIGHT).status_code, *fail(LIMIT - 1)]
    assert statuses == [200] * (LIMIT - 1) + [302] + [200] * (LIMIT - 1)


@pytest.mark.usefixtures("account")
def test_lock_is_of_the_address_whatever_the_name_and_the_browser() -> None:
    names = [enter(name=f"user{number}", **{"user-agent": f"Browser {number}"}).status_code for number in range(LIMIT)]
    assert names == [200] * (LIMIT - 1) + [429]


@pytest.mark.usefixtures("account")
def test_lock_of_an_address_keeps_nobody_out_elsewhere() -> None:
    fail(LIMIT)
    assert enter(RIGHT, address="192.0.2.2").status_code == 302


@pytest.mark.usefixtures("account")
def test_invented_forwarding_does_not_evade_the_lock() -> None:
    statuses = [enter(**{"x-forwarded-for": f"198.51.100.{number}"}).status_code for number in range(LIMIT)]
    assert statuses[-1] == 429


@pytest.mark.usefixtures("account")
def test_behind_a_proxy_the_address_that_it_saw_is_locked(settings: Settings) -> None:
    settings.NUM_PROXIES = 1
    fail(LIMIT, **{"x-forwarded-for": "203.0.113.5, 198.51.100.7"})
    assert enter(RIGHT, **{"x-forwarded-for": "203.0.113.5, 198.51.100.8"}).status_code == 302
    assert enter(RIGHT, **{"x-forwarded-for": "203.0.113.6, 198.51.100.7"}).status_code == 429


@pytest.mark.usefixtures("account")
def test_addresses_of_one_ipv6_network_are_locked_together() -> None:
    statuses = [enter(address=f"2001:db8:1:2::{number}").status_code for number in range(LIMIT)]
    assert statuses[-1] == 429


@pytest.mark.usefixtures("account")
def test_address_that_can_not_be_read_is_counted_all_the_same(settings: Settings) -> None:
    settings.NUM_PROXIES = 1
    assert fail(LIMIT, **{"x-forwarded-for": "unknown"})[-1] == 429


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("arguments", [["axes_reset"], ["axes_reset_ip", "192.0.2.1"]])
def test_command_opens_the_lock(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    fail(LIMIT)
    call_command(*arguments)
    assert enter(RIGHT).status_code == 302


@pytest.mark.usefixtures("account")
def test_refused_passwords_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    fail(LIMIT)
    looked_at: list[str] = []
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda _, password, salt: looked_at.append(password))
    monkeypatch.setattr(MD5PasswordHasher, "verify", lambda _, password, encoded: looked_at.append(password))
    fail(2)
    fail(2, name="nobody")
    assert looked_at == []


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    ("name", "password"), [("e" * 151, "wrong"), ("e" * 100_000, "wrong"), ("eddie", "x" * 4_097), ("ed\0die", "wrong")]
)
def test_what_is_too_long_or_malformed_is_refused_without_a_look(
    monkeypatch: pytest.MonkeyPatch, name: str, password: str
) -> None:
    monkeypatch.setattr(AxesDatabaseHandler, "is_allowed", None)
    assert enter(password, name=name).status_code == 200


@pytest.mark.usefixtures("account")
def test_sign_in_takes_no_more_of_a_process_than_its_share() -> None:
    for _ in range(sign_in.MAX_CONCURRENT_CHECKS):
        sign_in.checks.acquire()
    try:
        response = enter(RIGHT)
    finally:
        sign_in.checks.release(sign_in.MAX_CONCURRENT_CHECKS)
    assert Document(response).texts("p", css="errornote") == [
        "Too many people are signing in just now. Please try again in a few seconds."
    ]
    assert enter(RIGHT).status_code == 302


@pytest.mark.usefixtures("account")
def test_each_attempt_is_logged_in_a_line(logged: pytest.LogCaptureFixture) -> None:
    enter()
    enter(RIGHT)
    fail(LIMIT)
    enter(RIGHT)
    failed = [f"Sign-in failed ({number} in a row): user 'eddie' from 192.0.2.1" for number in range(1, LIMIT + 1)]
    refused = ["Sign-in refused, as too many failed: user 'eddie' from 192.0.2.1"]
    assert lines(logged) == [failed[0], "Sign-in succeeded: user 'eddie' from 192.0.2.1", *failed, *refused]


def test_account_that_is_none_of_the_staff_s_is_logged(logged: pytest.LogCaptureFixture) -> None:
    User.objects.create_user("reader", password=RIGHT)
    enter(RIGHT, name="reader")
    assert lines(logged) == ["Sign-in refused, as the account has no access: user 'reader' from 192.0.2.1"]


def test_log_holds_no_password_and_no_line_that_a_name_makes_up(logged: pytest.LogCaptureFixture) -> None:
    enter("secret-word", name=f"a\nSign-in succeeded: \u2028\u202e\x1b[2J{'b' * 90}")
    (line,) = lines(logged)
    name = "a\\nSign-in succeeded: \\u2028\\u202e\\x1b[2J" + "b" * 23
    assert line == f"Sign-in failed (1 in a row): user '{name}' from 192.0.2.1"
    assert "secret-word" not in logged.text


def test_database_holds_no_password() -> None:
    enter("secret-word")
    assert "secret-word" not in str(list(AccessAttempt.objects.values()))
