"""What the commands share that read a copy of a source."""

from pathlib import Path

from django.core.management.base import CommandError

from people.gallery.document import Document
from people.gallery.errors import GalleryError
from people.gallery.parser import read_document


def document_at(path: Path) -> Document:
    """Return the document in a file. Raises CommandError, in one line, for one that can't be read as an article."""
    try:
        return read_document(path)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
    except GalleryError as error:
        first_line = str(error).partition("\n")[0].removesuffix(":")
        raise CommandError(f"{path}: {first_line}") from error
