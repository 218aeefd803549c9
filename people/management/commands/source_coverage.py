"""`manage.py source_coverage`, which checks the entries of sources against copies of them."""

from itertools import groupby
from pathlib import Path
from textwrap import fill, shorten

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.management.documents import add_layout, document_at
from people.management.errors import database_errors
from people.models import Source
from people.sources.coverage import Coverage, CoverageLine, coverage, layout_of_source
from people.vocabulary import DocumentLayout

LINE_WIDTH = 100
ADDRESS_WIDTH = 17
INDENT = " " * (ADDRESS_WIDTH + 4)
SHOWN_SENTENCE_WORDS = 8


class Command(BaseCommand):
    """Prints what rests on each sentence of documents, and fails if something is wrong."""

    help = (
        "Prints, for copies of sources, what rests on each sentence, or why nothing does. Exits with status 1 if a "
        "sentence is unaccounted for or has changed, an entry cites one that isn't there, or our words are copied. "
        "Of a folder, each text that is named after a source is checked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the copies of the documents and the source that one of them is."""
        parser.add_argument("paths", nargs="*", metavar="path", help="A copy of a document, or a folder of copies.")
        parser.add_argument(
            "--source", help="The source's slug; by default the file's name without its ending, or the only source."
        )
        add_layout(parser, "as the source's passages were read")

    def handle(
        self,
        *args: object,
        paths: list[str],
        source: str | None,
        layout: DocumentLayout | None,
        verbosity: int,
        **options: object,
    ) -> None:
        """Print the sentences of each document, then the figures, then the problems; and what was not checked."""
        with database_errors():
            copies, others = copies_of_sources(paths, source)
            problems = sum(self._check(path, one, layout, verbosity) for path, one in copies)
            left = sorted(set(Source.objects.values_list("slug", flat=True)) - {one.slug for _, one in copies})
        if others:
            self.stdout.write(f"Left out, as no source is called so: {', '.join(map(str, others))}.")
        if left:
            self.stdout.write(f"Not checked, as there is no text of it: {', '.join(left)}.")
        if problems:
            raise CommandError("One problem, listed above." if problems == 1 else f"{problems} problems, listed above.")

    def _check(self, path: Path, source: Source, layout: DocumentLayout | None, verbosity: int) -> int:
        """Print what was found of one source, and return the number of problems."""
        found = coverage(document_at(path, layout or layout_of_source(source)), source)
        if verbosity:
            self.stdout.write(f"{source.slug}, checked against {path.name}\n")
            self.stdout.write(sections(found))
            self.stdout.write(figures(found))
        for problem in found.problems:
            self.stdout.write(f"! {problem}")
        return len(found.problems)


def copies_of_sources(given: list[str], slug: str | None) -> tuple[list[tuple[Path, Source]], list[Path]]:
    """Return the copies, each with its source, of files and folders, and those texts in folders that are none.

    A text in a folder is a copy if it is named after a source.

    Raises CommandError, listing the choices, for a file that is no copy of a source.
    """
    paths = [path for one in given for path in _paths(one)]
    if slug and len(paths) > 1:
        raise CommandError("Give one document with --source; others are named after their sources.")
    copies = [(path, source_of(path, slug)) for path in paths if not path.is_dir()]
    slugs = {source.slug: source for source in Source.objects.all()}
    texts = [text for path in paths if path.is_dir() for text in sorted(path.glob("*.txt"))]
    copies += [(text, slugs[text.stem]) for text in texts if text.stem in slugs]
    return copies, [text for text in texts if text.stem not in slugs]


def _paths(given: str) -> list[Path]:
    """Return what is given as one path, or several with spaces between."""
    if not given.strip():
        return []
    return [Path(given)] if Path(given).exists() else [Path(part) for part in given.split()]


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
    beginning = " ".join(words[:SHOWN_SENTENCE_WORDS]) + (" …" if len(words) > SHOWN_SENTENCE_WORDS else "")
    reason = [f"no entry: {line.reason}"] if line.reason else []
    below = [*map(str, line.cited_by), *reason, *(f"! {problem}" for problem in line.problems)]
    return [
        f"  {line.address:<{ADDRESS_WIDTH}}  {_shortened(beginning)}",
        *(INDENT + _shortened(row) for row in below),
    ]


def figures(found: Coverage) -> str:
    """Return the numbers of sentences and of entries."""
    sentences = ", ".join(f"{number} {what}" for what, number in found.figures.items())
    entries = ", ".join(f"{number} {noun}" for noun, number in found.entries.items()) or "none"
    return f"\n{len(found.lines)} sentences: {sentences}\n{fill(f'Entries: {entries}', LINE_WIDTH)}"


def _shortened(text: str) -> str:
    return shorten(text, LINE_WIDTH - len(INDENT), placeholder=" …")
