"""What the commands share that read a copy of a source."""

from argparse import ArgumentTypeError
from pathlib import Path

from django.core.management.base import CommandError, CommandParser

from people.sources.document import SourceDocument
from people.sources.errors import LayoutError
from people.sources.parser import read_document
from people.vocabulary import DocumentLayout


def add_layout(parser: CommandParser, default: str) -> None:
    """Let a command take the layout of a document, which is by default what `default` says."""
    choices = "; ".join(f"{layout.value}, {layout.label}" for layout in DocumentLayout)
    help_text = f"How the document is laid out, by default {default}: {choices}."
    parser.add_argument("--layout", type=_layout, help=help_text, metavar=f"{{{','.join(DocumentLayout.values)}}}")


def document_at(path: Path, layout: DocumentLayout | None = None) -> SourceDocument:
    """Return the document in a file. Raises CommandError, naming the lines, for one that can't be read."""
    try:
        return read_document(path, layout)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
    except LayoutError as error:
        others = [other.value for other in DocumentLayout if other != layout]
        hint = f"Read it in another layout with --layout: {', '.join(others)}."
        raise CommandError(f"{path}: {error}\n{hint}") from error


def _layout(given: str) -> DocumentLayout:
    try:
        return DocumentLayout(given)
    except ValueError as error:
        raise ArgumentTypeError(f"“{given}” is no layout; there is {', '.join(DocumentLayout.values)}") from error
