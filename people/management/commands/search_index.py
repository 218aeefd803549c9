"""`manage.py search_index`, which checks the search index and makes it afresh."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from people.management.errors import database_errors
from people.search.maintenance import search_triggers_of

CHECK, REBUILD = "check", "rebuild"


class Command(BaseCommand):
    """Checks or rebuilds the search index."""

    help = (
        "check: prints where the search index differs from what a fresh one would be, and exits with status 1 if it "
        "does. rebuild: makes it afresh; who writes meanwhile waits, on SQLite for some entries at a time. The "
        "database keeps the index in step by itself: neither is needed unless it was damaged or its triggers were "
        "switched off."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("action", choices=[CHECK, REBUILD])

    def handle(self, *args: object, action: str, verbosity: int, **options: object) -> None:
        """Check, after rebuilding if that was asked for."""
        triggers = search_triggers_of(connection)
        with database_errors():
            if action == REBUILD:
                triggers.rebuild()
            differences = triggers.check()
        for difference in differences:
            self.stdout.write(f"! {difference}")
        if differences:
            number = len(differences)
            raise CommandError(
                "One difference, listed above." if number == 1 else f"{number} differences, listed above."
            )
        if verbosity:
            self.stdout.write("The search index is as a fresh one would be.")
