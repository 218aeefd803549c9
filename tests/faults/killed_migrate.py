"""A `migrate` that is killed, in a process of its own: `manage.py shell` runs it."""

import os
import signal
from collections.abc import Callable
from itertools import count
from typing import Any

from django.core.management import call_command
from django.db import connection


def migrate(number: int) -> None:
    """Migrate, and be killed before the statement of that number, if there are as many."""
    numbers = count(1)

    def execute(run: Callable[..., Any], *statement: Any) -> Any:
        if next(numbers) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(*statement)

    with connection.execute_wrapper(execute):
        call_command("migrate", verbosity=0)
