"""`manage.py source_coverage`, which checks a source's entries against a copy of it."""

from itertools import groupby
from pathlib import Path
from textwrap import fill, shorten
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.gallery.coverage import Coverage, CoverageLine, coverage
from people.management.documents import document_at
from people.management.errors import database_errors
from people.models import Source

COLUMNS = 100
ADDRESS_COLUMNS = 17
INDENT = " " * (ADDRESS_COLUMNS + 4)
WORDS_SHOWN = 8


class Command(BaseCommand):
    """Prints what rests on each sentence of a document, and fails if something is wrong."""

    help = (
        "Prints, for a copy of a source, what rests on each sentence, or why nothing does. Exits with status 1 if a "
        "sentence is unaccounted for or has changed, an entry cites one that isn't there, or our words are copied."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the copy of the document and the source that it is."""
        parser.add_argument("path", type=Path, help="A copy of the document, as text in UTF-8.")
        parser.add_argument(
            "--source", help="The source's slug; by default the file's name without its ending, or the only source."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the sentences, then the figures, then the problems."""
        document = document_at(options["path"])
        with database_errors():
            found = coverage(document, source_of(options["path"], options["source"]))
        if options["verbosity"]:
            self.stdout.write(sections(found))
            self.stdout.write(figures(found))
        for problem in found.problems:
            self.stdout.write(f"! {problem}")
        if found.problems:
            number = len(found.problems)
            raise CommandError("One problem, listed above." if number == 1 else f"{number} problems, listed above.")


def source_of(path: Path, slug: str | None) -> Source:
    """Return the source of that slug, else the one that the file is named after, else the only one.

    Raises CommandError, listing the choices, where there is none.
    """
    sources = {source.slug: source for source in Source.objects.order_by("slug")}
    name = slug or path.stem
    if name in sources:
        return sources[name]
    if not sources:
        raise CommandError("There is no source in the database; manage.py seed loads one.")
    if slug:
        raise CommandError(f"There is no source “{slug}”; there is {', '.join(sources)}.")
    if len(sources) > 1:
        raise CommandError(f"Which source is {path.name}? Give it with --source: {', '.join(sources)}.")
    return next(iter(sources.values()))


def sections(found: Coverage) -> str:
    """Return each section of the document with its sentences and what rests on them."""
    grouped = groupby(found.lines, key=lambda line: line.sentence.section_key)
    return "\n\n".join("\n".join([key, *(row for line in lines for row in rows(line))]) for key, lines in grouped)


def rows(line: CoverageLine) -> list[str]:
    """Return the rows of one sentence: where it stands and how it begins, what rests on it, what is wrong."""
    words = line.sentence.text.split()
    beginning = " ".join(words[:WORDS_SHOWN]) + (" …" if len(words) > WORDS_SHOWN else "")
    reason = [f"no entry: {line.reason}"] if line.reason else []
    below = [*map(str, line.resting), *reason, *(f"! {problem}" for problem in line.problems)]
    return [
        f"  {line.address:<{ADDRESS_COLUMNS}}  {_shortened(beginning)}",
        *(INDENT + _shortened(row) for row in below),
    ]


def figures(found: Coverage) -> str:
    """Return the numbers of sentences and of entries."""
    sentences = ", ".join(f"{number} {what}" for what, number in found.figures.items())
    entries = ", ".join(f"{number} {noun}" for noun, number in found.entries.items()) or "none"
    return f"\n{len(found.lines)} sentences: {sentences}\n{fill(f'Entries: {entries}', COLUMNS)}"


def _shortened(text: str) -> str:
    return shorten(text, COLUMNS - len(INDENT), placeholder=" …")
