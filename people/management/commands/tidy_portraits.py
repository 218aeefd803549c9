"""`manage.py tidy_portraits`."""

import datetime as dt
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone

from people.management.errors import database_errors
from people.models import Person
from people.models.portrait import PortraitField
from people.pictures import NAME_LENGTH, encode

BY_DIGEST = re.compile(rf"portraits/[0-9a-f]{{{NAME_LENGTH}}}\.webp")
# A file may belong to a transaction that isn't committed yet.
SAFE_AGE = dt.timedelta(hours=1)


class Command(BaseCommand):
    """Brings portraits from before in line with those that are uploaded now."""

    help = (
        "Makes portraits anew that were uploaded under names of their own, which may hold what a camera noted in them, "
        "and deletes files that no person has and the log of changes doesn't name."
    )

    def handle(self, *args: object, **options: object) -> None:
        """Name each portrait that was made anew, or can't be."""
        field: Any = Person._meta.get_field("portrait")
        with database_errors():
            for person in Person.objects.exclude(portrait="").order_by("pk"):
                if not BY_DIGEST.fullmatch(str(person.portrait.name)):
                    self.renew(person)
            field.release(old_files(field), DEFAULT_DB_ALIAS)

    def renew(self, person: Person) -> None:
        """Make the portrait anew; one that can't be read stays as it is."""
        former = person.portrait.name
        try:
            with person.portrait.open() as file:
                person.portrait = encode(file)
            person.save(update_fields=["portrait"])
        except (OSError, ValidationError) as error:
            reason = " ".join(getattr(error, "messages", None) or [str(getattr(error, "strerror", error))])
            self.stderr.write(f"{person}: {former} stays as it is: {reason}")
        else:
            self.stdout.write(f"{person}: {former} is {person.portrait.name} now")
            # What a camera noted in it must not be kept for an undo.
            field: Any = Person._meta.get_field("portrait")
            field.release({former}, DEFAULT_DB_ALIAS, logged=True)


def old_files(field: PortraitField) -> set[str]:
    """Return the names of the files that are there, those of the last hour left out."""
    storage, directory = field.storage, str(field.upload_to)
    if not storage.exists(directory):
        return set()
    names = {f"{directory}{name}" for name in storage.listdir(directory)[1]}
    return {name for name in names if storage.get_modified_time(name) < timezone.now() - SAFE_AGE}
