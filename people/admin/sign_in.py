"""Signing in: how many wrong passwords an address may send, what they may cost, and what is logged of it."""

import datetime as dt
import logging
from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import AbstractUser, User
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from people.pages.unsaved import kept_fields, unsaved_page
from people.requests import client_address

logger = logging.getLogger("probe.signin")

# To check a password takes a core for a third of a second. So many of a process's threads may do so at once; the
# others are left to readers, however many passwords are sent.
MAX_CONCURRENT_CHECKS = 2
checks = BoundedSemaphore(MAX_CONCURRENT_CHECKS)

MAX_USERNAME = 150
MAX_PASSWORD = 4_096
MAX_LOGGED_NAME = 50


class SignInForm(AdminAuthenticationForm):
    """The form of the admin's sign-in page. What is too long to be right is refused before anything is looked up."""

    username = UsernameField(max_length=MAX_USERNAME, widget=forms.TextInput(attrs={"autofocus": True}))

    error_messages = AdminAuthenticationForm.error_messages | {
        "busy": "Too many people are signing in just now. Please try again in a few seconds.",
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        """Make the form, with a limit to the password."""
        super().__init__(*args, **options)
        self.fields["password"].validators.append(MaxLengthValidator(MAX_PASSWORD))

    def clean(self) -> dict[str, object]:
        """Return what was typed, if the password is right. Refuses without a look at it when too many are checked."""
        if not checks.acquire(blocking=False):
            log(logging.WARNING, "refused, as others are being checked", self.data.get("username"), self.request)
            raise ValidationError(self.error_messages["busy"], code="busy")
        try:
            return super().clean()
        finally:
            checks.release()

    def confirm_login_allowed(self, user: User) -> None:
        """Refuse who is no member of the staff."""
        try:
            super().confirm_login_allowed(user)
        except ValidationError:
            log(logging.WARNING, "refused, as the account has no access", user.get_username(), self.request)
            raise


def locked_out(request: HttpRequest, response: HttpResponse, credentials: Mapping[str, object] | None) -> HttpResponse:
    """Return the page with status 429 for an address that has sent too many wrong passwords."""
    until = locked_until(request)
    explanation = (
        "Too many wrong passwords have come from your address, so nobody can sign in from it until "
        f"{timezone.localtime(until):%H:%M %Z}. Then try again. If you have forgotten your password, ask an "
        "administrator for a new one."
    )
    page = unsaved_page(request, 429, "Sign-in is closed for a while", explanation, kept_fields(request))
    page.headers["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    add_never_cache_headers(page)
    return page


def locked_until(request: HttpRequest) -> dt.datetime:
    """Return when enough of the failures from the request's address are too old to count."""
    cool_off: dt.timedelta = settings.AXES_COOLOFF_TIME
    rows = AccessAttempt.objects.filter(ip_address=client_address(request), attempt_time__gt=timezone.now() - cool_off)
    failures = list(rows.order_by("attempt_time").values_list("attempt_time", "failures_since_start"))
    left = sum(number for _, number in failures)
    for time, number in failures:
        left -= number
        if left < settings.AXES_FAILURE_LIMIT:
            end: dt.datetime = time + cool_off
            return end
    return timezone.now()


def log(level: int, event: str, name: object, request: HttpRequest | None) -> None:
    """Write a line; of the user's name only the beginning, and so that it can't make up a line of its own."""
    address = client_address(request) if request else None
    logger.log(
        level, "Sign-in %s: user %r from %s", event, str(name)[:MAX_LOGGED_NAME], address or "an unknown address"
    )


@receiver(user_logged_in, dispatch_uid="people.sign_in")
def log_success(request: HttpRequest | None, user: AbstractUser, **_: object) -> None:
    """Log that somebody signed in."""
    log(logging.INFO, "succeeded", user.get_username(), request)


@receiver(user_login_failed, dispatch_uid="people.sign_in")
def log_failure(credentials: Mapping[str, object], request: HttpRequest | None = None, **_: object) -> None:
    """Log that a password was wrong, or that it wasn't looked at. axes has counted the failure, or locked it out."""
    failures = getattr(request, "axes_failures_since_start", None)
    refused = failures is None and getattr(request, "axes_locked_out", False)
    event = "refused, as too many failed" if refused else f"failed ({failures or 1} in a row)"
    log(logging.WARNING, event, credentials.get("username"), request)
