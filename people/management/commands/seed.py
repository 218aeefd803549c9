"""`manage.py seed`, which loads the facts that the project ships."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.management.errors import database_errors
from people.seeding import SeedError, Tally, seed


class Command(BaseCommand):
    """Loads the fixtures, all or nothing."""

    help = (
        "Loads the facts that the project ships: creates the entries that the database lacks, and makes those that "
        "differ say what the files say. Entries of which no file speaks are left alone. On any error, nothing changes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the directory of the files."""
        parser.add_argument(
            "--dir", type=Path, default=settings.FIXTURE_DIRS[0], help="Where the files are; by default the project's."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, with one line for each noun."""
        show = self.show if options["verbosity"] else _ignore
        try:
            with database_errors():
                seed(options["dir"], show)
        except SeedError as error:
            raise CommandError(f"{error} Nothing was changed.") from error

    def show(self, tally: Tally) -> None:
        """Print what became of a noun's entries."""
        self.stdout.write(
            f"{tally.noun:<15}{tally.created:>6} created{tally.changed:>6} changed{tally.unchanged:>6} unchanged"
        )


def _ignore(_: Tally) -> None:
    """Print nothing."""
