"""Where to report a weakness of the site, as programs and researchers look for it."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from people.requests import absolute_url, contact_uri

# Readers should not trust an older copy; RFC 9116 advises less than a year.
VALID_FOR = dt.timedelta(days=180)


def security_txt(request: HttpRequest) -> HttpResponse:
    """Return the file of RFC 9116. Raises Http404 where the site names no contact."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    lines = [
        f"Contact: {contact_uri(settings.SECURITY_CONTACT)}",
        f"Expires: {expiry(timezone.now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute_url(request, request.path)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def expiry(now: dt.datetime) -> dt.datetime:
    """Return until when the file holds that is sent now: it is the same all day."""
    return now.astimezone(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0) + VALID_FOR
