"""Organisations and the posts people held."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from people.dates import humanize_period
from people.fields import DayField, NameField, NameKeyField, PartialDateField, SortKeyField, SpellingsField, TermField
from people.languages import gettext
from people.models.base import Slugged, Sourced
from people.prose import ProseName
from people.querysets.base import PublicManager
from people.querysets.role import OrganisationQuerySet, RoleQuerySet
from people.querysets.time import in_time
from people.vocabulary import OrganisationKind, RoleCategory, Tenure

FULL_AND_SHORT_NAME = re.compile(r"(.+) \((\S+)\)")


class Organisation(Slugged):
    """A campaign, government body, company, party or outlet (Popolo: Organization).

    Readers see it once something that they may see refers to it.
    """

    name = NameField(unique=True)
    kind = models.CharField(max_length=10, choices=OrganisationKind.choices)
    sort_key = SortKeyField("name")
    name_key = NameKeyField("name")
    title_spellings = SpellingsField("name")

    objects = OrganisationQuerySet.as_manager()
    public = PublicManager.from_queryset(OrganisationQuerySet)()

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["sort_key"], name="organisation_sort_key"),
            models.Index(fields=["name_key"], name="organisation_name_key"),
        ]

    def __str__(self) -> str:
        return self.name

    def written_names(self) -> Iterator[ProseName]:
        """Yield the names by which prose may name it: "Central Intelligence Agency (CIA)" goes by either part."""
        yield ProseName(self.name, self)
        if both := FULL_AND_SHORT_NAME.fullmatch(self.name):
            yield from (ProseName(name, self) for name in both.groups())


class Role(Sourced):
    """A post that a person held (Popolo: Membership with its Post).

    The organisation stays blank where the source names none. `tenure` is what the source says apart from dates:
    former, current or only proposed.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="roles")
    title = NameField(help_text="The post alone: Foreign policy adviser.")
    title_slug = TermField("title")
    category = models.CharField(
        max_length=20, choices=RoleCategory.choices, blank=True, help_text="Blank if the source leaves it open."
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="roles", null=True, blank=True, help_text="Blank if not given."
    )
    start = PartialDateField(help_text="EDTF, such as 2016-03; blank if the source gives none.")
    start_earliest = DayField()
    start_latest = DayField()
    end = PartialDateField(help_text="EDTF, such as 2016-08; blank if the source gives none.")
    end_earliest = DayField()
    end_latest = DayField()
    tenure = models.CharField(max_length=8, choices=Tenure.choices, blank=True)
    sort_key = SortKeyField("title")
    title_spellings = SpellingsField("title")

    objects = RoleQuerySet.as_manager()
    public = PublicManager.from_queryset(RoleQuerySet)()

    class Meta:
        ordering = [*in_time("start_earliest", "end_latest"), "sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start_earliest=None) | Q(end_latest=None) | Q(end_latest__gte=F("start_earliest")),
                name="role_ends_after_start",
                violation_error_message="The role ends before it starts.",
            ),
            models.CheckConstraint(
                condition=~Q(start__contains="/") & ~Q(end__contains="/"),
                name="role_has_one_start_and_end",
                violation_error_message="Start and end are each one date; write 2016-03/2016-08 as the two.",
            ),
        ]
        indexes = [
            models.Index(fields=["category", "person"]),
            models.Index(fields=["title_slug", "status"], name="role_title"),
            models.Index(fields=["organisation", "person"]),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}" if self.organisation else self.title

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Raise ValidationError if a constraint doesn't hold, the one on days too, which no form has as fields."""
        with suppress(ValidationError):  # which the fields themselves report
            for field in self._meta.concrete_fields:
                if isinstance(field, PartialDateField):
                    field.fill(self)
        super().validate_constraints(set(exclude or ()) - {"start_earliest", "end_latest"})

    def slug_source(self) -> str:
        """Return who held the post, and the post."""
        return f"{self.person.slug} {self.title}"

    def get_absolute_url(self) -> str:
        """Return the address of the role on its holder's profile."""
        return f"{self.person.get_absolute_url()}#role-{self.slug}"

    @property
    def when(self) -> str:
        """Return in words when the post was held, or what the source says instead: "former"."""
        if self.start or self.end:
            return humanize_period(self.start, self.end)
        return Tenure(self.tenure).words if self.tenure else gettext("no date given")
