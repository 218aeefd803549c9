"""`manage.py forget`, which erases what the log holds of an entry."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from people.changes import forget, write_out
from people.exports.files import discard_files
from people.management.entries import add_entry_arguments, key_of
from people.management.errors import database_errors
from people.search.maintenance import search_triggers_of


class Command(BaseCommand):
    """Erases the history of an entry."""

    help = (
        "Erases what the log of changes, the admin's own log and the words of the search index hold of an entry that "
        "was there, what SQLite's file still has of it, and the files of all data that are kept. The entry itself "
        "stays if it is there: delete it first if it is to go. There is no way back, and its revisions can't be undone "
        "any more. Backups, copies that readers took and what other sites have are not reached."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the entry, and that it is meant."""
        add_entry_arguments(parser)
        parser.add_argument("--yes", action="store_true", help="erase; without it only the number of changes is told")

    def handle(self, *args: object, model: str, slug: str, yes: bool, **options: object) -> None:
        """Erase it, or tell what would be. Raises CommandError for an entry that is not known."""
        with database_errors():
            key = key_of(model, slug)
            number = forget(model, key, dry_run=not yes)
            if yes:
                # It remembers words.
                search_triggers_of(connection).refill()
                write_out()
                discard_files()
        changes = f"{number:,} {'change' if number == 1 else 'changes'}"
        if yes:
            self.stdout.write(f"Erased: {changes} of {model} “{slug}”.")
        else:
            raise CommandError(f"{changes} would be erased for good. Say --yes to do it.")
