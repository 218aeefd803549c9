"""How many requests an address may send to the API."""

from rest_framework.throttling import AnonRateThrottle

from people.exports.limits import AddressThrottle


class ApiThrottle(AddressThrottle, AnonRateThrottle):
    """Requests of an address to the API in a minute."""
