"""Meetings, who took part, and ties that are no meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.db.models import F, Q

from people.dates import humanize
from people.fields import DayField, NameField, PartialDateField, ProseField, SortKeyField, SpellingsField
from people.models.base import Sourced, not_reserved
from people.models.guarding import Guarded, itself
from people.models.mentioning import Mentioning
from people.querysets.base import PublicManager
from people.querysets.guarding import one_change
from people.querysets.meeting import MeetingQuerySet, ParticipationQuerySet, TieQuerySet
from people.querysets.time import in_time
from people.vocabulary import Capacity, MeetingKind, Standing, TieDirection, TieKind, TieStanding

if TYPE_CHECKING:
    from people.models.person import Person

# Pages beside those of the entries.
RESERVED_SLUGS = ("choices",)


class Meeting(Sourced, Mentioning):
    """An occasion on which people were in contact, whatever the means (schema.org: Event).

    `times` is how often, where the source counts: two talks told of as one fact are one meeting of 2 times.
    `organisation` is the body that held it, such as the committee of a hearing. `standing` stays blank where
    the source states the meeting as a fact.
    """

    reserved = RESERVED_SLUGS

    kind = models.CharField(max_length=12, choices=MeetingKind.choices)
    title = NameField(help_text="Who met, plainly: Two talks of A with B.")
    summary = ProseField(blank=True, help_text="What the source says of it, in our own words.")
    date = PartialDateField(help_text="EDTF, such as 2016?-12 (year inferred); blank if the source gives none.")
    date_earliest = DayField()
    date_latest = DayField()
    place = NameField(blank=True)
    times = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Only where the source counts them.")
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, related_name="meetings", null=True, blank=True
    )
    standing = models.CharField(
        max_length=21, choices=Standing.choices, blank=True, help_text="Blank if the source states it as a fact."
    )
    sort_key = SortKeyField("title")
    title_spellings = SpellingsField("title")
    body_spellings = SpellingsField("summary", "place")
    people = models.ManyToManyField("people.Person", through="people.Participation", related_name="meetings")

    # How many people took part, where only some of them are prefetched (see people.querysets.loading).
    participant_count = 0

    objects = MeetingQuerySet.as_manager()
    public = PublicManager.from_queryset(MeetingQuerySet)()

    class Meta:
        ordering = [*in_time("date_earliest", "date_latest"), "sort_key", "pk"]
        constraints = [
            not_reserved("meeting", RESERVED_SLUGS),
            models.CheckConstraint(
                condition=Q(times=None) | Q(times__gte=1),
                name="meeting_times_positive",
                violation_error_message="A meeting takes place at least once.",
            ),
        ]
        indexes = [models.Index(fields=["kind"]), models.Index(fields=["date_earliest", "date_latest"])]

    def __str__(self) -> str:
        return self.title

    @property
    def participants(self) -> list[Person]:
        """Return those who took part, who are prefetched, by name."""
        return [one.person for one in self.participations.all()]

    def others(self, person: Person | None) -> list[Person]:
        """Return those who took part besides that person."""
        return [one for one in self.participants if one != person]

    @property
    def participants_left_out(self) -> int:
        """Return how many people took part besides those that are prefetched."""
        return max(self.participant_count - len(self.participations.all()), 0)

    @property
    def when(self) -> str:
        """Return in words when the meeting took place."""
        return humanize(self.date)

    @property
    def is_contact(self) -> bool:
        """Return whether those present count as having been in contact: at all meetings but hearings."""
        return self.kind != MeetingKind.HEARING


class Participation(Guarded):
    """A person in a meeting, and as what."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participations")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="participations")
    capacity = models.CharField(max_length=11, choices=Capacity.choices, default=Capacity.PARTICIPANT)

    objects = ParticipationQuerySet.as_manager()
    public = PublicManager.from_queryset(ParticipationQuerySet)()

    class Meta:
        ordering = ["meeting", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="participation_unique",
                violation_error_message="This person takes part in the meeting already.",
            )
        ]
        indexes = [models.Index(fields=["person", "meeting"])]

    def __str__(self) -> str:
        return f"{self.person} in {self.meeting}"

    def save(self, *args: Any, **options: Any) -> None:
        """Save. Raises NeededError if that leaves another meeting with too few people."""
        with one_change():
            itself(self).refuse_loss("changed")
            super().save(*args, **options)

    def natural_key(self) -> tuple[str, str]:
        """Return meeting and person, by which fixtures name the participation."""
        return (self.meeting.slug, self.person.slug)

    natural_key.dependencies = ["people.meeting", "people.person"]  # type: ignore[attr-defined]


class Tie(Sourced, Mentioning):
    """A lasting or one-off relation of one person to another that is no meeting (FollowTheMoney: UnknownLink).

    It reads from `from_person` to `to_person`: A recommended B. A friend or somebody worked with is so both ways.
    """

    kind = models.CharField(max_length=20, choices=TieKind.choices)
    from_person = models.ForeignKey("people.Person", models.CASCADE, related_name="ties_from", verbose_name="person")
    to_person = models.ForeignKey("people.Person", models.CASCADE, related_name="ties_to", verbose_name="to whom")
    summary = ProseField(help_text="What the source says of it, in our own words.")
    body_spellings = SpellingsField("summary")
    standing = models.CharField(
        max_length=20, choices=TieStanding.choices, blank=True, help_text="Blank if the source states it as a fact."
    )

    objects = TieQuerySet.as_manager()
    public = PublicManager.from_queryset(TieQuerySet)()

    class Meta:
        ordering = ["from_person__sort_key", "to_person__sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_person=F("to_person")),
                name="tie_of_two_people",
                violation_error_message="A tie joins two different people.",
            ),
            models.UniqueConstraint(
                fields=["kind", "from_person", "to_person"],
                name="tie_unique",
                violation_error_message="There is such a tie between these two already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_person} {TieKind(self.kind).verb} {self.to_person}"

    def slug_source(self) -> str:
        """Return whom it joins, and how."""
        return f"{self.from_person} {self.get_kind_display()} {self.to_person}"

    def get_absolute_url(self) -> str:
        """Return the address of the tie on the first person's profile."""
        return f"{self.from_person.get_absolute_url()}#tie-{self.slug}"

    def seen_from(self, person: Person) -> TieEnd:
        """Return the tie as the profile of one of its two people shows it."""
        if person.pk == self.from_person_id:
            return TieEnd(self, self.to_person, TieDirection.OUTGOING)
        return TieEnd(self, self.from_person, TieDirection.INCOMING)


class TieEnd(NamedTuple):
    """A tie as seen from one of its two people: the other one, and whether the tie reads to or from them."""

    tie: Tie
    other: Person
    direction: TieDirection

    @property
    def words(self) -> str:
        """Return in words what the other person is to the one of the profile."""
        kind = TieKind(self.tie.kind)
        return str(kind.label) if self.direction == TieDirection.OUTGOING else kind.reversed_words
