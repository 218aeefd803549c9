"""Whom an entry's prose names besides those to whom the entry is related anyway."""

from collections.abc import Sequence

from django.db import models

from people.prose import ProseName


class Mentioning(models.Model):
    """An entry with prose of our own, and people and organisations chosen as named in it.

    Those to whom the entry is related, such as the participants of a meeting, need not be chosen. Names become links
    when a page is printed (people.prose), so whoever is withdrawn is only named, and nothing has to be kept in step.
    """

    mentioned_people = models.ManyToManyField(
        "people.Person",
        blank=True,
        related_name="+",
        help_text="Others whom the text names: their names in it become links, and their pages lead here.",
    )
    mentioned_organisations = models.ManyToManyField(
        "people.Organisation",
        blank=True,
        related_name="+",
        help_text="Organisations that the text names, likewise.",
    )

    # The names that may stand in the prose, where they are loaded (see people.querysets.mentions).
    prose_names: Sequence[ProseName] = ()

    class Meta:
        abstract = True
