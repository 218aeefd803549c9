"""`manage.py undo`, which takes a revision back."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.changes import PartialUndo, UndoRefusedError, undo, undo_untouched
from people.management.errors import database_errors
from people.models import Revision
from people.models.revision import MAX_REASON_LENGTH
from people.querysets.guarding import NeededError
from people.vocabulary import RevisionKind


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
        parser.add_argument(
            "--partly",
            action="store_true",
            help="of a merge, what nobody has touched since; the rest is named",
        )
        parser.add_argument("--reason", default="", metavar="TEXT", help=f"at most {MAX_REASON_LENGTH} characters")

    def handle(self, *args: object, revision: int, partly: bool, reason: str, **options: object) -> None:
        """Undo it. Raises CommandError for a number that no revision has, and where it is refused."""
        with database_errors():
            found = Revision.objects.filter(pk=revision).first()
            if found is None:
                raise CommandError(f"There is no revision {revision}; `manage.py history` prints those there are.")
            if partly and found.kind != RevisionKind.MERGE:
                raise CommandError(f"Revision {revision} is no merge: it is undone as a whole, or not at all.")
            take_back = undo_untouched if partly else _undo_whole
            try:
                done, left = take_back(found, reason=reason)
            except (UndoRefusedError, NeededError) as error:
                raise CommandError(f"Revision {revision} stays: {error}") from error
        for line in left:
            self.stdout.write(line)
        told = "All else" if left else "Everything"
        self.stdout.write(f"{told} is as it was before revision {revision}. This is revision {done.pk}.")


def _undo_whole(found: Revision, reason: str) -> PartialUndo:
    return PartialUndo(undo(found, reason=reason), [])
