"""How many requests an address may send to the API."""

from typing import Any

from django.core.cache import caches
from django.utils.connection import ConnectionProxy
from rest_framework.throttling import AnonRateThrottle


class ApiThrottle(AnonRateThrottle):
    """Requests counted by address in a cache of their own, so that kept pages never push the counts out.

    A cache that doesn't answer counts nothing, and lets everybody in.
    """

    cache: Any = ConnectionProxy(caches, "throttling")
