"""`manage.py undo`, which takes a revision back."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.changes import UndoRefusedError, undo
from people.management.errors import database_errors
from people.models import Revision
from people.models.revision import MAX_REASON_LENGTH
from people.querysets.guarding import NeededError


class Command(BaseCommand):
    """Puts every row of a revision back as it was before."""

    help = (
        "Puts every row of a revision back as it was before, all or nothing, as a revision that can be undone in turn. "
        "It is refused, naming each, where a row was changed again since or something has come to need it. `history` "
        "prints the revisions with their numbers."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the revision's number, and why."""
        parser.add_argument("revision", type=int, help="the revision's number")
        parser.add_argument("--reason", default="", metavar="TEXT", help=f"at most {MAX_REASON_LENGTH} characters")

    def handle(self, *args: object, revision: int, reason: str, **options: object) -> None:
        """Undo it. Raises CommandError for a number that no revision has, and where it is refused."""
        with database_errors():
            found = Revision.objects.filter(pk=revision).first()
            if found is None:
                raise CommandError(f"There is no revision {revision}; `manage.py history` prints those there are.")
            try:
                done = undo(found, reason=reason)
            except (UndoRefusedError, NeededError) as error:
                raise CommandError(f"Revision {revision} stays: {error}") from error
        self.stdout.write(f"Everything is as it was before revision {revision}. This is revision {done.pk}.")
