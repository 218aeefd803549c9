import pytest
from django.core.management import CommandError
from django.db import OperationalError

from people.management.errors import database_errors


def test_database_errors_are_told_in_one_line() -> None:
    with pytest.raises(CommandError) as caught, database_errors():
        raise OperationalError("connection refused\n\tIs the server running?\n")
    assert str(caught.value) == "The database can't be used, or lacks its migrations: connection refused"
