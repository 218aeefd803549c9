"""`manage.py seed`, which loads the facts that the project ships."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.management.errors import database_errors
from people.management.start_lock import database_lock, file_locks
from people.seeding import Report, SeedError, Tally, seed

KEPT_STATUS = 3


class Command(BaseCommand):
    """Loads the fixtures."""

    help = (
        "Loads the facts that the project ships. An entry that nobody has edited on the site becomes what its file "
        "says, and is withdrawn if it was taken out of it; one that was edited stays. Where both have changed, and "
        "where it was deleted, renamed or withdrawn on the site, it is named and stays too, and the exit status is "
        f"{KEPT_STATUS}. What never was in the files is left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the directory of the files, what to overwrite, and whether to write at all."""
        parser.add_argument(
            "--dir",
            type=Path,
            default=settings.FIXTURE_DIRS[0],
            help="Where the files are, all or some; by default the project's.",
        )
        parser.add_argument(
            "--overwrite",
            nargs="+",
            default=[],
            metavar="SLUG",
            help="Entries that become what the files say, whatever was edited on the site; also written people/SLUG.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done, and do nothing.")

    def handle(self, *args: object, overwrite: list[str], dry_run: bool, verbosity: int, **options: Any) -> None:
        """Load, with a line for each entry that changes or is kept, and one for each noun."""
        try:
            with database_errors(), file_locks(self.say_waiting), database_lock(self.say_waiting):
                report = seed(options["dir"], overwrite=overwrite, dry_run=dry_run)
        except SeedError as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.show(report)
        if report.kept:
            raise CommandError(kept_summary(len(report.kept)), returncode=KEPT_STATUS)

    def say_waiting(self) -> None:
        """Print why nothing happens."""
        self.stdout.write("Waiting for a start, or another seed, on the same data …")

    def show(self, report: Report) -> None:
        """Print what became of the entries; of nouns all of whose entries are new only how many there are."""
        filled = {tally.kind for tally in report.tallies if asdict(tally) == asdict(Tally(tally.kind, tally.created))}
        for result in report.results:
            if result.kind not in filled:
                self.stdout.write(str(result))
        for tally in report.tallies:
            self.stdout.write(str(tally))


def kept_summary(number: int) -> str:
    """Return what is said of so many entries that are kept."""
    kept = "1 entry stays as the site has it" if number == 1 else f"{number:,} entries stay as the site has them"
    return f"{kept}, although the files differ; --overwrite SLUG takes what the files say."
