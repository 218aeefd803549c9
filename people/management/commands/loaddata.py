"""`manage.py loaddata`, which asks of a fixture as a whole what may not be taken away."""

from collections import defaultdict
from collections.abc import Sequence

from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.core.serializers.base import DeserializedObject
from django.db.models import Model

from people.change_times.rules import PART_PATHS
from people.management import dumps
from people.querysets.guarding import NeededError, one_change

# So many entries get their times back at once.
ROWS_PER_BATCH = 500


class Command(loaddata.Command):
    """Loads fixtures, all or nothing; they may replace what something needs, but not take it away.

    An entry keeps the time of its last change that the fixture gives, as a dump does, though links come after it. Dumps
    of earlier versions are taken with the names of their time.
    """

    def loaddata(self, fixture_labels: Sequence[str]) -> None:
        """Load the fixtures. Raises CommandError if something that readers see has lost what it needs."""
        dumps.register()
        self.given = defaultdict[type[Model], list[Model]](list)
        try:
            with one_change():
                super().loaddata(fixture_labels)
                self.restore_times()
        except NeededError as error:
            raise CommandError(f"{error} Nothing was changed.") from error

    def save_obj(self, obj: DeserializedObject) -> bool:
        """Save an entry and note the time that the fixture gives it. Return whether it may be saved here."""
        entry, time = obj.object, getattr(obj.object, "updated_at", None)
        saved = bool(super().save_obj(obj))
        if saved and time:
            self.given[type(entry)].append(type(entry)(pk=entry.pk, updated_at=time))
        return saved

    def restore_times(self) -> None:
        """Give entries the times noted, those that others are parts of first: a part may be younger by an old dump."""
        for model in sorted(self.given, key=lambda model: model._meta.db_table in PART_PATHS):
            model._base_manager.using(self.using).bulk_update(
                self.given[model], ["updated_at"], batch_size=ROWS_PER_BATCH
            )
