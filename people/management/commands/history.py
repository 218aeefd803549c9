"""`manage.py history`, which tells what was changed by whom, when and why."""

from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from people.changes import HistoryEntry, history, steps_of
from people.management.entries import add_entry_arguments, key_of
from people.management.errors import database_errors
from people.models import Revision

DEFAULT_LIMIT = 20


def positive(text: str) -> int:
    """Return the whole number above zero that the text is. Raises ArgumentTypeError for another text."""
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


class Command(BaseCommand):
    """Prints revisions, the newest first."""

    help = (
        "Prints the last revisions of the site, or of one entry with the fields that they changed: number, time, who, "
        "kind and reason. `undo` takes one back. Of an entry that was deleted, too."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the entry, and how many revisions to print."""
        add_entry_arguments(parser, required=False)
        parser.add_argument("--limit", type=positive, default=DEFAULT_LIMIT, metavar="NUMBER", help="by default 20")

    def handle(self, *args: object, model: str | None, slug: str | None, limit: int, **options: object) -> None:
        """Print them. Raises CommandError for an entry of which neither table nor log knows."""
        with database_errors():
            if model:
                self._tell_entry(model, key_of(model, slug), limit)
                return
            revisions = Revision.objects.with_numbers().select_related("editor")[:limit]
            for one in revisions:
                self.stdout.write(f"{heading(one)}, {one.number:,} {'row' if one.number == 1 else 'rows'}")
            if not revisions:
                self.stdout.write("Nothing is logged yet.")

    def _tell_entry(self, model: str, key: int, limit: int) -> None:
        steps = steps_of(model, key)[:limit]
        for entry in history(change for step in steps for change in step.changes):
            self.stdout.write(heading(entry.revision) if entry.revision else f"-  {when(entry)}  by nobody known")
            for row in entry.rows:
                self.stdout.write(f"    {row.noun} {row.title} {row.done}")
                for field in row.fields:
                    self.stdout.write(f"        {field.label}: {field.old or 'nothing'} -> {field.new or 'nothing'}")
        if not steps:
            self.stdout.write("Nothing is logged of this entry.")


def heading(one: Revision) -> str:
    """Return number, time, writer, kind and reason of a revision."""
    who = one.editor.get_username() if one.editor else "a command"
    reason = f": {one.reason}" if one.reason else ""
    return f"{one.pk}  {when(one)}  {one.get_kind_display()} by {who}{reason}"


def when(one: Revision | HistoryEntry) -> str:
    """Return when it was, in the site's time zone."""
    return f"{timezone.localtime(one.at):%Y-%m-%d %H:%M}"
