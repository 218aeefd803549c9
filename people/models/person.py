"""People and the names they go by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from people.dates import time_order
from people.fields import NameField, NameKeyField, ProseField, SortKeyField, SortNameField, SpellingsField
from people.languages import gettext
from people.models.base import Sourced, not_reserved
from people.models.mentioning import Mentioning
from people.models.portrait import PortraitField
from people.naming import propose_sort_name
from people.prose import ProseName
from people.querysets.base import PublicManager
from people.querysets.person import AliasQuerySet, PersonQuerySet
from people.querysets.source import mark_of
from people.vocabulary import PersonKind, RoleCategory

if TYPE_CHECKING:
    from people.models.allegation import Allegation, Statement
    from people.models.meeting import Meeting, TieEnd

# Pages beside those of the entries.
RESERVED_SLUGS = ("choices", "compare")


class Person(Sourced, Mentioning):
    """Somebody the source speaks of (Popolo: Person).

    A named person, an unnamed one (the gallery shows and describes a figure without naming it) or a persona
    (an online identity). `slide` is its place in the first gallery; places in further ones are its `appearances`, and
    who is only mentioned has none. Names are spelled as the source spells them. The passages are those that name, show
    or describe the person.
    """

    reserved = RESERVED_SLUGS

    kind = models.CharField(max_length=7, choices=PersonKind.choices, default=PersonKind.NAMED)
    name = NameField(blank=True, help_text="As the source spells it; blank if it gives none.")
    sort_name = SortNameField(
        blank=True,
        help_text="Family name first: Sessions, Jeff. If left blank, it is made of the name; look whether it is right.",
    )
    description = NameField(
        blank=True, help_text="A line under the name; for an unnamed person, what the source shows."
    )
    summary = ProseField(blank=True, help_text="Two or three plain sentences of our own; nothing uncited.")
    slide = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        unique=True,
        help_text="Place in the first gallery; blank if that doesn't show the person.",
    )
    portrait = PortraitField(upload_to="portraits/", blank=True)
    portrait_alt = NameField("alternative text", blank=True)
    portrait_credit = NameField("credit", blank=True)
    portrait_licence = NameField("licence", blank=True)
    sort_key = SortKeyField("sort_name", "name", "description")
    name_key = NameKeyField("name", "description")
    title_spellings = SpellingsField("name")
    body_spellings = SpellingsField("description", "summary")

    # What tells the person apart from namesakes, where a queryset was asked for that (PersonQuerySet.told_apart).
    distinction = ""
    # The first of the person's places in further galleries, and the last slide of the first gallery, where a queryset
    # was asked for them (with_place).
    further_source: int | None = None
    further_slide: int | None = None
    # How many meetings and allegations there are, and the first allegations, where only some of them are prefetched.
    meeting_count: int
    allegation_count: int
    first_allegations: list[Allegation]
    last_slide: int | None = None

    objects = PersonQuerySet.as_manager()
    public = PublicManager.from_queryset(PersonQuerySet)()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["portrait"], name="person_portrait"),
            models.Index(fields=["sort_key"], name="person_sort_key"),
            models.Index(fields=["name_key"], name="person_name_key"),
        ]
        constraints = [
            not_reserved("person", RESERVED_SLUGS),
            models.CheckConstraint(
                condition=Q(kind=PersonKind.UNNAMED, name="") & ~Q(description="")
                | ~Q(kind=PersonKind.UNNAMED) & ~Q(name=""),
                name="person_named_or_described",
                violation_error_message="A named person needs a name; an unnamed one has none, but a description.",
            ),
            models.CheckConstraint(
                condition=Q(portrait="") | ~Q(portrait_alt="") & ~Q(portrait_credit="") & ~Q(portrait_licence=""),
                name="person_portrait_credited",
                violation_error_message="A portrait needs its alternative text, credit and licence.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plain_name} ({self.distinction})" if self.distinction else self.plain_name

    @property
    def plain_name(self) -> str:
        """Return the name, or what the editor has sort and stand in for it, which namesakes may have too."""
        return self.name or self.sort_name or self.propose_sort_name()

    def propose_sort_name(self) -> str:
        """Return by what to sort the person if nothing else is said: a persona has no family name."""
        if self.name:
            return self.name if self.kind == PersonKind.PERSONA else propose_sort_name(self.name)
        return f"Unnamed (slide {self.slide})" if self.slide else f"Unnamed: {self.description}"

    def slug_source(self) -> str:
        """Return the name, or the slide of an unnamed person."""
        return self.name or (f"slide {self.slide}" if self.slide else self.description)

    def lines(self) -> Iterator[Sourced]:
        """Yield every entry that the profile shows, each of which rests on passages of its own; all are prefetched."""
        yield from self.aliases.all()
        yield from self.roles.all()
        yield from self.meetings.all()
        for allegation in self.allegations.all():
            yield allegation
            yield from allegation.responses.all()
            yield from allegation.outcomes.all()
        yield from self.ties_from.all()
        yield from self.ties_to.all()
        yield from self.all_statements

    def written_names(self) -> Iterator[ProseName]:
        """Yield the names by which prose may name the person, other names left out: in full, and the family name."""
        yield ProseName(self.name, self)
        family_name, comma, _ = self.sort_name.partition(",")
        if comma and family_name in self.name:
            yield ProseName(family_name, self, is_family_name=True)

    @property
    def categories(self) -> list[str]:
        """Return the categories of the person's roles, which are prefetched, in the vocabulary's order."""
        held = {role.category for role in self.roles.all()}
        return [category for category in RoleCategory.values if category in held]

    @cached_property
    def ties(self) -> list[TieEnd]:
        """Return the person's ties, which are prefetched, from either end: first those that read from the person."""
        return [tie.seen_from(self) for tie in (*self.ties_from.all(), *self.ties_to.all())]

    @cached_property
    def all_statements(self) -> list[Statement]:
        """Return the statements about the person, and those of others about the person too, in order of time.

        Both are prefetched.
        """
        # One that names its own person twice, which only a program can write, stands there once.
        return sorted({*self.statements.all(), *self.other_statements.all()}, key=statement_order)

    @property
    def family_name(self) -> str:
        """Return what of the name the person is sorted by first."""
        return self.sort_name.partition(",")[0]

    @property
    def contact_meetings(self) -> list[Meeting]:
        """Return the meetings, which are prefetched, in which the person was in contact with somebody."""
        return [meeting for meeting in self.meetings.all() if meeting.is_contact and meeting.others(self)]

    @property
    def place(self) -> str:
        """Return where a gallery shows the person, the first one if it does; `with_place` was asked."""
        if self.slide:
            return gettext("slide %(number)s") % {"number": self.slide}
        if self.further_source:
            slide = gettext("slide %(number)s") % {"number": self.further_slide}
            return f"{mark_of(self.further_source)}, {slide}"
        return gettext("mentioned")

    @property
    def is_pictured(self) -> bool:
        """Return whether a gallery shows the person; `with_place` was asked."""
        return bool(self.slide or self.further_source)

    @property
    def is_named(self) -> bool:
        """Return whether the source gives a name."""
        return bool(self.name)


def statement_order(statement: Statement) -> tuple[dt.date, dt.date, int]:
    """Return by what statements are put in order of time, those without a date last."""
    return (*time_order(statement.date_earliest, statement.date_latest), statement.pk)


class Alias(Sourced):
    """Another name that a source uses for a person (Popolo: other_names)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases")
    name = NameField(help_text="As the source spells it.")
    sort_key = SortKeyField("name")
    name_key = NameKeyField("name")
    title_spellings = SpellingsField("name")

    objects = AliasQuerySet.as_manager()
    public = PublicManager.from_queryset(AliasQuerySet)()

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ["sort_key", "pk"]
        indexes = [models.Index(fields=["name_key"], name="alias_name_key")]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="alias_unique")]

    def __str__(self) -> str:
        return self.name

    def slug_source(self) -> str:
        """Return whose name it is, and the name."""
        return f"{self.person.slug} {self.name}"

    def get_absolute_url(self) -> str:
        """Return the address of the profile."""
        return self.person.get_absolute_url()
