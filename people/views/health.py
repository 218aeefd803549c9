"""What a load balancer asks: is the process alive, and can it answer readers and editors?"""

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.database import is_replaced, sqlite_path
from people.filters import PersonFilter
from people.models import Person
from people.pages.listing import PAGE_SIZE

logger = logging.getLogger(__name__)

# With less left on a disk, writing may fail any moment.
LEAST_FREE = 64 * 1024 * 1024  # bytes


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive, which neither database nor cache is asked about."""
    return plain(["ok"])


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer whether all is there that readers and editors need: 200, or 503 and a line for each thing that isn't."""
    problems = [problem for check in CHECKS for problem in check()]
    return plain(problems, 503) if problems else plain(["ready"])


def plain(lines: list[str], status: int = 200) -> HttpResponse:
    """Return the lines as text, which nobody may keep."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return HttpResponse("\n".join(lines), status=status, content_type="text/plain", headers=headers)


def replaced_file() -> Iterator[str]:
    """Yield that SQLite's file is another one than this connection has open, which is closed: the next is right."""
    if is_replaced(connection):
        connection.close()
        yield "the database file has been replaced or removed; the next request opens the one that is there"


def database() -> Iterator[str]:
    """Yield what is wrong with the database: each check needs the one before it."""
    try:
        yield from unmigrated()
    except Error:
        connection.close()
        yield "the database can't be reached"
        return
    yield from attempt(make_list, "no list of people can be made")
    yield from attempt(try_to_write, "the database can't be written")


def unmigrated() -> Iterator[str]:
    """Yield that migrations are missing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "the database lacks migrations"


def attempt(action: Callable[[], object], problem: str) -> Iterator[str]:
    """Yield the problem with its reason where the action fails, whatever the reason."""
    try:
        action()
    except Exception as error:
        logger.warning("Not ready: %s.", problem, exc_info=not isinstance(error, Error))
        yield f"{problem}: {' '.join(str(error).split())}"


def make_list() -> list[Person]:
    """Return the people on the first page of the list of all."""
    filters = PersonFilter(QueryDict())
    return Person.public.in_order(filters.ids[:PAGE_SIZE]) if filters.is_valid() else []


def try_to_write() -> None:
    """Write what is never kept."""
    with transaction.atomic():
        Session.objects.create(session_key=uuid4().hex, session_data="", expire_date=timezone.now())
        transaction.set_rollback(True)


def full_disks() -> Iterator[str]:
    """Yield each directory of ours whose disk is full, or can't be asked about."""
    for directory in sorted(directories()):
        try:
            free = shutil.disk_usage(directory).free
        except OSError as error:
            yield f"{directory} can't be read: {error.strerror}"
            continue
        if free < LEAST_FREE:
            yield f"the disk of {directory} is full: {free // 2**20} MB are left"


def directories() -> set[Path]:
    """Return the directories that the site writes to."""
    places = {Path(settings.DATA_DIR)}
    if connection.vendor == "sqlite":
        places.add(sqlite_path(str(connection.settings_dict["NAME"])).parent)
    return places


CHECKS = (replaced_file, database, full_disks)
HEALTH: dict[str, Callable[[HttpRequest], HttpResponseBase]] = {"/healthz": healthz, "/readyz": readyz}
