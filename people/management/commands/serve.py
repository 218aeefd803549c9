"""`manage.py serve`, which is `make run`."""

import io
import os
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from people.management.commands.seed import kept_summary
from people.management.start_lock import database_lock, file_locks
from people.models import Source
from people.seeding import Report, SeedError, is_seeded, seed

MAX_NAMED_FAULTS = 20


class Command(BaseCommand):
    """Prepares database and static files, then becomes the server."""

    help = "Migrates, brings in the project's facts, collects static files, and serves the site."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take which server to become."""
        parser.add_argument(
            "--reload", action="store_true", help="Serve by runserver, which starts again when code changes."
        )

    def handle(self, *args: object, reload: bool, **options: object) -> None:
        """Prepare what the site needs, then replace this process by the server."""
        try:
            with reserved(settings.HOST, settings.PORT):
                with file_locks(self.say_waiting):
                    require_database()
                    with database_lock(self.say_waiting):
                        self.prepare()
                connection.close()
                become(development_server() if reload else production_server())
        except KeyboardInterrupt:
            sys.exit(130)

    def say_waiting(self) -> None:
        """Print why nothing happens."""
        self.stdout.write("Waiting for another start on the same data …")

    def prepare(self) -> None:
        """Bring the database and its facts up to date, and collect the static files."""
        migrate()
        if settings.SEED:
            self.seed(Path(settings.FIXTURE_DIRS[0]))
        with reasons("the static files can't be collected"):
            call_command("collectstatic", interactive=False, verbosity=0)

    def seed(self, directory: Path) -> None:
        """Bring in the facts, if their files have changed. Only what an empty database can't be filled with stops."""
        with reasons("the facts can't be loaded"):
            if not Source.objects.exists():
                self.stdout.write("Filling the empty database …")
                seed(directory)
                return
        try:
            if not is_seeded(directory):
                self.tell(seed(directory))
        except SeedError as error:
            self.stderr.write(f"The facts can't be brought up to date: {error}")

    def tell(self, report: Report) -> None:
        """Print how many entries have changed, and name those that stay as editors left them."""
        numbers = Counter(result.outcome for result in report.results if result not in report.kept)
        if numbers:
            told = ", ".join(f"{number:,} {outcome}" for outcome, number in numbers.items())
            self.stdout.write(f"Facts brought up to date: {told}.")
        for result in report.kept[:MAX_NAMED_FAULTS]:
            self.stdout.write(str(result))
        if report.kept:
            self.stdout.write(f"{kept_summary(len(report.kept))} manage.py seed --dry-run names them all.")


def production_server() -> list[str]:
    """Return the arguments by which Python becomes the production server."""
    where = [settings.HOST, str(settings.PORT), str(settings.WEB_CONCURRENCY)]
    return ["-m", "probe.server", *where, "--patience", str(settings.WORKER_TIMEOUT)]


def development_server() -> list[str]:
    """Return the arguments by which Python becomes Django's development server."""
    host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
    return ["manage.py", "runserver", f"{host}:{settings.PORT}"]


def become(arguments: list[str]) -> None:
    """Replace this process by Python with these arguments."""
    # What is still in the buffer would be lost with this program.
    sys.stdout.flush()
    os.chdir(settings.BASE_DIR)
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - without a shell is what we want


@contextmanager
def reserved(host: str, port: int) -> Iterator[None]:
    """Listen on the port of that address while the body runs. Raises ImproperlyConfigured where somebody else does.

    The server's own sockets would share it: they are bound with SO_REUSEPORT.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as guard:
        guard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            guard.bind((host, port))
            guard.listen()
        except OSError as error:
            reason = f"{host} port {port} can't be used ({error.strerror}); choose others with make run HOST=… PORT=…"
            raise ImproperlyConfigured(reason) from error
        yield


@contextmanager
def reasons(problem: str) -> Iterator[None]:
    """Raise ImproperlyConfigured where the body fails, with the problem and the first line of the reason."""
    try:
        yield
    except Exception as error:
        raise ImproperlyConfigured(f"{problem}: {first_line(error)}") from error


def first_line(error: Exception) -> str:
    """Return what an error says on its first line; of one that was not meant to be read, its kind too."""
    line = str(error).strip().partition("\n")[0]
    if isinstance(error, OSError) and error.strerror:
        line = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    is_plain = isinstance(error, DatabaseError | OSError | CommandError | SeedError)
    return line if line and is_plain else f"{type(error).__name__}: {line}"


def migrate() -> None:
    """Bring the database up to date. Raises ImproperlyConfigured, which names the migration that failed."""
    progress = io.StringIO()
    try:
        call_command("migrate", interactive=False, no_color=True, stdout=progress)
    except Exception as error:
        step, _, name = progress.getvalue().rpartition("\n")[2].strip().rstrip(".").partition(" ")
        what = f"migration {name} fails" if step == "Applying" else "the database can't be migrated"
        raise ImproperlyConfigured(f"{what}: {first_line(error)}") from error


def require_database() -> None:
    """Raise ImproperlyConfigured where the database can't be reached."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise ImproperlyConfigured(f"DATABASE_URL can't be reached: {first_line(error)}") from error
