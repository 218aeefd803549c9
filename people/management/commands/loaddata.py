"""`manage.py loaddata`, which asks of a fixture as a whole what may not be taken away."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import loaddata

from people.querysets.guarding import NeededError, one_change


class Command(loaddata.Command):
    """Loads fixtures, all or nothing; they may replace what something needs, but not take it away."""

    def loaddata(self, fixture_labels: Any) -> None:
        """Load the fixtures. Raises CommandError if something that readers see has lost what it needs."""
        try:
            with one_change():
                super().loaddata(fixture_labels)
        except NeededError as error:
            raise CommandError(f"{error} Nothing was changed.") from error
