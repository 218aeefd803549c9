"""Allegations, what their subjects answer, what became of them, and other statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models

from people.dates import humanize
from people.fields import DayField, NameField, PartialDateField, ProseField, SortKeyField, SpellingsField
from people.models.base import Sourced, not_reserved
from people.models.mentioning import Mentioning
from people.querysets.allegation import AllegationQuerySet, OutcomeQuerySet, ResponseQuerySet, StatementQuerySet
from people.querysets.base import PublicManager
from people.querysets.time import in_time
from people.vocabulary import ANSWERING_STANCES, OutcomeKind, Stance, Standing

if TYPE_CHECKING:
    from people.models.person import Person

# Pages beside those of the entries.
RESERVED_SLUGS = ("choices",)

MAX_QUOTED_WORDS = 15


def validate_quotation(quote: str) -> None:
    """Raise ValidationError for a quotation of more than fifteen words."""
    if len(quote.split()) > MAX_QUOTED_WORDS:
        raise ValidationError(f"A quotation has at most {MAX_QUOTED_WORDS} words; this has {len(quote.split())}.")


class Allegation(Sourced, Mentioning):
    """Something said against one or more people, who says it, and on whose word it rests.

    Always shown with its responses and outcomes. A denial in a source has the allegation that it denies, even where the
    source only implies it.
    """

    reserved = RESERVED_SLUGS

    title = NameField(help_text="What it is about, without judging it.")
    claim = ProseField(help_text="What is said, in our own words.")
    said_by = NameField(help_text="Who says it, as far as the source tells.")
    standing = models.CharField(max_length=21, choices=Standing.choices)
    sort_key = SortKeyField("title")
    title_spellings = SpellingsField("title")
    body_spellings = SpellingsField("claim", "said_by")
    subjects = models.ManyToManyField("people.Person", related_name="allegations")

    # How many subjects there are, where only some of them are prefetched (see people.querysets.sides).
    side_count = 0

    objects = AllegationQuerySet.as_manager()
    public = PublicManager.from_queryset(AllegationQuerySet)()

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [models.Index(fields=["sort_key"], name="allegation_sort_key")]
        constraints = [not_reserved("allegation", RESERVED_SLUGS)]

    def __str__(self) -> str:
        return self.title

    @property
    def subjects_left_out(self) -> int:
        """Return how many subjects there are besides those that are prefetched, with their replies."""
        return max(self.side_count - len(self.subjects.all()), 0)


class Response(Sourced):
    """What a subject of an allegation answers, and the words quoted of it."""

    allegation = models.ForeignKey(Allegation, models.CASCADE, related_name="responses")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="responses")
    stance = models.CharField(max_length=20, choices=Stance.choices)
    summary = ProseField(help_text="What is answered, in our own words.")
    body_spellings = SpellingsField("summary", "quote")
    quote = NameField(
        blank=True,
        validators=[validate_quotation],
        help_text=f"Words that the source quotes, at most {MAX_QUOTED_WORDS}, without quotation marks.",
    )

    objects = ResponseQuerySet.as_manager()
    public = PublicManager.from_queryset(ResponseQuerySet)()

    class Meta:
        ordering = ["allegation", "person__sort_key", "pk"]

    def __str__(self) -> str:
        # The title of an allegation names its subject, and the subject is most often who answers.
        what = str(self.allegation).removeprefix(f"{self.person}: ")
        return f"{self.person} {self.get_stance_display().lower()}: {what}"

    @property
    def is_answer(self) -> bool:
        """Return whether it answers the allegation."""
        return self.stance in ANSWERING_STANCES

    def slug_source(self) -> str:
        """Return who answers, and what."""
        return f"{self.person.slug} {self.stance} {self.allegation.slug}"

    def get_absolute_url(self) -> str:
        """Return the address of the answer on its allegation's page."""
        return f"{self.allegation.get_absolute_url()}#response-{self.slug}"

    def clean(self) -> None:
        """Raise ValidationError if who answers is no subject of the allegation."""
        super().clean()
        if not self.allegation_id or not self.person_id:
            return
        if self.person_id not in {subject.pk for subject in self.allegation.subjects.all()}:
            raise ValidationError({"person": f"{self.person} is no subject of “{self.allegation}”."})


class Outcome(Sourced):
    """What became of an allegation, always shown beside it."""

    allegation = models.ForeignKey(Allegation, models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=20, choices=OutcomeKind.choices)
    summary = ProseField(help_text="What happened, and to whom, as one full sentence of our own.")
    body_spellings = SpellingsField("summary")
    date = PartialDateField(help_text="EDTF; blank if the source gives none.")
    date_earliest = DayField()
    date_latest = DayField()

    objects = OutcomeQuerySet.as_manager()
    public = PublicManager.from_queryset(OutcomeQuerySet)()

    class Meta:
        ordering = ["allegation", *in_time("date_earliest", "date_latest"), "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.allegation}"

    def slug_source(self) -> str:
        """Return what became of which allegation."""
        return f"{self.allegation.slug} {self.kind}"

    def get_absolute_url(self) -> str:
        """Return the address of the outcome on its allegation's page."""
        return f"{self.allegation.get_absolute_url()}#outcome-{self.slug}"

    @property
    def when(self) -> str:
        """Return in words when it was, or nothing where the source gives no date."""
        return humanize(self.date) if self.date else ""


class Statement(Sourced, Mentioning):
    """Any other thing that the source says of one or more people: resigned, lived somewhere, was nominated by somebody.

    It stands in full on the page of each. Its address is on the first one's.
    """

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="statements")
    others = models.ManyToManyField(
        "people.Person",
        related_name="other_statements",
        blank=True,
        verbose_name="also about",
        help_text="Whom else it names. It stands on each one's page, so it names everybody in words.",
    )
    summary = ProseField(help_text="What the source says, in our own words.")
    body_spellings = SpellingsField("summary")
    date = PartialDateField(help_text="EDTF; blank if the source gives none.")
    date_earliest = DayField()
    date_latest = DayField()
    standing = models.CharField(
        max_length=21, choices=Standing.choices, blank=True, help_text="Blank if the source states it as a fact."
    )

    objects = StatementQuerySet.as_manager()
    public = PublicManager.from_queryset(StatementQuerySet)()

    class Meta:
        ordering = [*in_time("date_earliest", "date_latest"), "pk"]
        indexes = [models.Index(fields=["person", "date_earliest"])]

    def __str__(self) -> str:
        return self.summary

    def slug_source(self) -> str:
        """Return of whom it speaks, and how it begins."""
        return f"{self.person.slug} {' '.join(self.summary.split()[:6])}"

    def get_absolute_url(self) -> str:
        """Return the address of the statement on the person's profile."""
        return f"{self.person.get_absolute_url()}#statement-{self.slug}"

    @property
    def people(self) -> list[Person]:
        """Return whom it is about; others are prefetched."""
        return list(dict.fromkeys((self.person, *self.others.all())))

    @property
    def headline(self) -> str:
        """Return it in a line that names the person."""
        names = filter(None, (self.person.plain_name, self.person.family_name))
        return self.summary if self.summary.startswith(tuple(names)) else f"{self.person}: {self.summary}"

    @property
    def when(self) -> str:
        """Return in words to when it applies, or nothing where the source gives no date."""
        return humanize(self.date) if self.date else ""
