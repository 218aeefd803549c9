"""How many exports of whole lists there may be: each takes a process's time for as long as it is made."""

from collections import Counter
from threading import Lock
from typing import Any

from django.core.cache import caches
from django.utils.connection import ConnectionProxy
from rest_framework.throttling import SimpleRateThrottle

from people.requests import client_address


class AddressThrottle(SimpleRateThrottle):
    """Counts requests by address, in a cache of their own, so that kept pages never push the counts out.

    A cache that doesn't answer counts nothing, and lets everybody in.
    """

    cache: Any = ConnectionProxy(caches, "throttling")

    def get_ident(self, request: Any) -> str:
        """Return the address of the client, as the settings of proxies tell it."""
        return client_address(request) or super().get_ident(request)


class ExportThrottle(AddressThrottle):
    """How many exports an address may begin in a minute."""

    scope = "exports"

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Return the key under which the exports of the request's address are counted."""
        return f"exports:{self.get_ident(request)}"


class Slots:
    """The exports that a process makes at the same time: so many, and of one address at most half of them."""

    def __init__(self, number: int) -> None:
        """Take how many there are."""
        self.number = number
        self.for_one = (number + 1) // 2
        self.taken = Counter[str]()
        self._lock = Lock()

    def take(self, address: str) -> bool:
        """Return whether there was one left for the address; it has to be given back."""
        with self._lock:
            is_free = self.taken.total() < self.number and self.taken[address] < self.for_one
            self.taken[address] += is_free
            return is_free

    def give_back(self, address: str) -> None:
        """Leave the slot to others."""
        with self._lock:
            self.taken[address] -= 1
            # No address is remembered for longer than it needs.
            self.taken += Counter()
