"""What the settings make of a request: whom it comes from, and which addresses it is told."""

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest

# A subscriber has a whole IPv6 network of this many bits, and could send each request from another address in it.
NETWORK_BITS = 64
# How the names of parameters begin that are added by those who share a link, to follow who clicks it.
TRACKING = ("utm_", "fbclid", "gclid")


def client_address(request: HttpRequest) -> str | None:
    """Return the IP address that a request comes from, or None where there is none that can be read.

    Behind proxies it is the address that the outermost of ours saw: the one that stands NUM_PROXIES places from the end
    of X-Forwarded-For. Without proxies that header is the client's own invention, and isn't read. An IPv6 address is
    returned as the first of its network.
    """
    address = _parse(_sender(request).strip())
    if isinstance(address, IPv6Address) and not address.is_loopback:
        host_bits = address.max_prefixlen - NETWORK_BITS
        return str(IPv6Address(int(address) >> host_bits << host_bits))
    return str(address) if address else None


def _sender(request: HttpRequest) -> str:
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if settings.NUM_PROXIES else []
    return str(forwarded[-settings.NUM_PROXIES :][0] if any(forwarded) else request.META.get("REMOTE_ADDR", ""))


def _parse(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address in the text; some proxies append the port, and some write IPv4 as IPv6."""
    for has_port in (False, True):
        with suppress(ValueError):
            address = ip_address(urlsplit(f"//{text}").hostname or "" if has_port else text)
            return getattr(address, "ipv4_mapped", None) or address
    return None


def has_session(request: HttpRequest) -> bool:
    """Return whether the request comes from somebody who is, or was, signed in. Their pages are made for them alone."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def is_tracking(parameter: str) -> bool:
    """Return whether the parameter only follows clicks: it changes nothing, wherever it is added."""
    return parameter.startswith(TRACKING)


def site_url(request: HttpRequest) -> str:
    """Return scheme and host of the site, without a slash: SITE_URL, or else those of the request."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"


def contact_uri(contact: str) -> str:
    """Return the link to a contact that is given as the address of a page or as a mail address."""
    return contact if contact.startswith(("https://", "http://")) else f"mailto:{contact}"


def absolute_url(request: HttpRequest, address: str = "") -> str:
    """Return an address on this site in full; it may be relative to the request's own, which is the default."""
    return urljoin(f"{site_url(request)}{request.path}", address or request.get_full_path())
