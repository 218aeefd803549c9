"""What a load balancer asks: is the process alive, and can it answer readers?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive."""
    return plain("ok")


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer whether the database is there with all of its migrations: 200, or 503 and what is missing."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return plain("the database can't be reached", 503)
    return plain("the database lacks migrations", 503) if missing else plain("ready")


def plain(text: str, status: int = 200) -> HttpResponse:
    """Return the text, which nobody may keep."""
    return HttpResponse(text, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"})
