"""`manage.py sort_keys`, which checks the keys by which names and texts are sorted and found, and makes them anew."""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.management.errors import database_errors
from people.querysets.keys import fill_keys, key_fields, stale_entries

CHECK, REBUILD = "check", "rebuild"


class Command(BaseCommand):
    """Checks or rebuilds the keys of names and texts."""

    help = (
        "check: prints how many entries have a key by which they aren't sorted or found rightly, and exits with status "
        "1 if any do. rebuild: makes those keys anew. Whatever writes through the site keeps them right: neither is "
        "needed unless SQL has written names or texts."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("action", choices=[CHECK, REBUILD])

    def handle(self, *args: object, action: str, verbosity: int, **options: object) -> None:
        """Check or rebuild, noun by noun. Raises CommandError for keys that a check finds stale."""
        rebuild, total = action == REBUILD, 0
        for model in filter(key_fields, apps.get_app_config("people").get_models()):
            rows = model._default_manager.all()
            with database_errors():
                number = fill_keys(rows) if rebuild else sum(map(len, stale_entries(rows)))
            if number:
                self.stdout.write(
                    f"{model._meta.verbose_name_plural}: {number:,} {'made anew' if rebuild else 'stale'}"
                )
            total += number
        if total and not rebuild:
            raise CommandError("Run `manage.py sort_keys rebuild`.")
        if not total and verbosity:
            self.stdout.write("Every entry has its keys.")
