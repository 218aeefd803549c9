"""What the API answers when it can't answer: what is wrong with the address, or where the entry is now."""

from collections.abc import Iterable

from rest_framework.exceptions import APIException

from people.filters import ParameterError


class BadParameters(APIException):
    """Some parameters can't be read: status 400, and what is wrong with each."""

    status_code = 400

    def __init__(self, problems: Iterable[ParameterError]) -> None:
        """Take what is wrong."""
        super().__init__({"errors": [problem._asdict() for problem in problems]})


class Moved(Exception):  # noqa: N818 - it is no error
    """What the address names has another name now; the answer redirects to `address`."""

    def __init__(self, address: str) -> None:
        """Take the address with today's name."""
        super().__init__(address)
        self.address = address
