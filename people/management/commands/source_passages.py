"""`manage.py source_passages`, which begins the fixture of a new source."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_slug

from people.management.documents import add_layout, document_at
from people.sources.passages import passages_yaml
from people.vocabulary import DocumentLayout


class Command(BaseCommand):
    """Prints where each sentence of a document stands, how it begins, and its digest."""

    help = (
        "Prints the passages of a document, as fixtures/passages.yaml lists them: place, digest, the first words, no "
        "other text. Give a reason to each on which nothing will rest. How the document was read is told beside."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the copy of the document and the source that it is."""
        parser.add_argument("path", type=Path, help="A copy of the document, as text in UTF-8.")
        parser.add_argument("--source", help="The source's slug; by default the file's name without its ending.")
        add_layout(parser, "as the text itself shows it")

    def handle(
        self, *args: object, path: Path, source: str | None, layout: DocumentLayout | None, **options: object
    ) -> None:
        """Print the fixture."""
        slug = source or path.stem
        try:
            validate_slug(slug)
        except ValidationError as error:
            raise CommandError(f"“{slug}” can't be a source's slug; give one with --source.") from error
        document = document_at(path, layout)
        self.stdout.write(passages_yaml(document, slug), ending="")
        self.stderr.write(f"{path.name} was read as {document.layout.label}.")
        for note in document.notes:
            self.stderr.write(f"Look at this: {note}.")
