"""Asking a site that runs, whatever it answers."""

import time
from collections.abc import Callable
from email.message import Message
from http.client import HTTPResponse
from typing import NamedTuple
from urllib.error import HTTPError

from tests.serving import LIMIT, Site


class Reply(NamedTuple):
    """What a site answered, read to its end."""

    status: int
    headers: Message
    body: bytes


def begin(site: Site, address: str) -> HTTPResponse | HTTPError:
    """Return the answer as it begins, to be closed by the caller."""
    try:
        return site.get(address)
    except HTTPError as error:
        return error


def ask(site: Site, address: str) -> Reply:
    with begin(site, address) as answer:
        return Reply(answer.status or 0, answer.headers, answer.read())


def statuses(site: Site, *addresses: str) -> list[int]:
    return [ask(site, address).status for address in addresses]


def wait_for(site: Site, address: str, is_right: Callable[[Reply], bool]) -> Reply:
    """Return the first answer that is right."""
    last = time.monotonic() + LIMIT
    while not is_right(reply := ask(site, address)):
        assert time.monotonic() < last, (reply.status, reply.headers)
        time.sleep(0.2)
    return reply
