"""Errors that a command tells in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError


@contextmanager
def database_errors() -> Iterator[None]:
    """Raise CommandError for an error of the database."""
    try:
        yield
    except DatabaseError as error:
        reason = str(error).strip().partition("\n")[0]
        raise CommandError(f"The database can't be used, or lacks its migrations: {reason}") from error
