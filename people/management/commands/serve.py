"""`manage.py serve`, which is `make run`."""

import os
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from people.models import Source


class Command(BaseCommand):
    """Prepares database and static files, then becomes the production server."""

    help = "Migrates, seeds an empty database, collects static files, and serves the site on 127.0.0.1."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare what the site needs, then replace this process by the server."""
        try:
            require_free(settings.PORT)
            require_database()
            self.prepare()
        except KeyboardInterrupt:
            sys.exit(130)
        connection.close()
        # What is still in the buffer would be lost with this program.
        sys.stdout.flush()
        command = [sys.executable, "-m", "probe.server", str(settings.PORT), str(settings.WORKERS)]
        os.chdir(settings.BASE_DIR)
        os.execv(sys.executable, command)  # noqa: S606 - without a shell is what we want

    def prepare(self) -> None:
        """Bring the database up to date, fill an empty one, and collect the static files."""
        call_command("migrate", interactive=False, verbosity=0)
        if not Source.objects.exists():
            self.stdout.write("Filling the empty database …")
            call_command("seed")
        call_command("collectstatic", interactive=False, verbosity=0)


def require_free(port: int) -> None:
    """Raise ImproperlyConfigured where `port` can't be listened on.

    The server itself would share it: it binds with SO_REUSEPORT.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            reason = f"port {port} can't be used ({error.strerror}); choose another with make run PORT=…"
            raise ImproperlyConfigured(reason) from error


def require_database() -> None:
    """Raise ImproperlyConfigured where the database can't be reached."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        reason = str(error).strip().partition("\n")[0]
        raise ImproperlyConfigured(f"DATABASE_URL can't be reached: {reason}") from error
