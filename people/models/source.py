"""Sources and their passages."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import get_script_prefix
from django.utils.translation import get_language

from people.dates import humanize
from people.fields import (
    DayField,
    LengthField,
    LongTextField,
    NameField,
    PartialDateField,
    SortKeyField,
    SpellingsField,
)
from people.languages import gettext
from people.logs import warn_once
from people.models.base import MAX_CACHED_ADDRESSES, Slugged, Sourced, address
from people.models.guarding import Guarded
from people.querysets.base import PublicManager
from people.querysets.passage import PassageQuerySet, page_of
from people.querysets.source import SourceQuerySet, mark_of
from people.text import MAX_OPENING_WORDS, begins_with
from people.vocabulary import Rights, SectionKind, SourceKind

SECTION = RegexValidator(
    rf"^({'|'.join(SectionKind.values)})(-[1-9]\d*)?\Z",
    f"A section is one of {', '.join(SectionKind.values)}, and its number where it has one: slide-5, paragraph-9.",
)
KINDS_WITH_HEADING = (SectionKind.SLIDE, SectionKind.TURN)
# A page asks thousands of times, and an enumeration makes its list of values afresh each time.
SECTION_KINDS = {kind.value: kind for kind in SectionKind}


class Source(Slugged):
    """A published document on which entries rest.

    Its titles are its own, letter for letter; only a document without a title has a description of ours. Publisher,
    date, addresses and how far it reaches stay blank where they are not known. What may be shown of its text is either
    a short quotation or all of it. Readers see it once something that they see rests on one of its passages.
    """

    title = NameField(help_text="As published, letter for letter; a description of our own only if it has none.")
    gallery_title = NameField(
        "title of its gallery", blank=True, help_text="As published, letter for letter; blank if it has no gallery."
    )
    publisher = NameField(blank=True, help_text="Blank if the document doesn't name it.")
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    title_spellings = SpellingsField("title")
    body_spellings = SpellingsField("publisher")
    date = PartialDateField(help_text="EDTF; blank if the document has none.")
    date_earliest = DayField()
    date_latest = DayField()
    covers_until = PartialDateField(
        help_text="EDTF; the latest date that it gives, after which nothing is covered. Blank if that is not known."
    )
    covers_until_earliest = DayField()
    covers_until_latest = DayField()
    url = models.URLField("address", blank=True, help_text="Where the original can be read.")
    archived_url = models.URLField("archived copy", blank=True, help_text="Where a copy of it is kept for good.")
    read_on = models.DateField(
        "read on", null=True, blank=True, help_text="The day on which the copy was read that entries rest on."
    )
    rights = models.CharField(max_length=20, choices=Rights.choices, default=Rights.SHORT_QUOTATION)
    sort_key = SortKeyField("title")

    # How many passages it has, where a queryset was asked for that (for_list).
    passage_count: int

    objects = SourceQuerySet.as_manager()
    public = PublicManager.from_queryset(SourceQuerySet)()

    class Meta:
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def as_of(self) -> str:
        """Return in a sentence how far the source reaches."""
        if not self.covers_until:
            return gettext("How far it reaches is not recorded here.")
        words = gettext("As of %(date)s, the latest date that it gives; nothing after it is covered.")
        return words % {"date": humanize(self.covers_until)}

    @property
    def not_given(self) -> list[str]:
        """Return what the copy doesn't give that other documents give of themselves."""
        given = {gettext("publisher"): self.publisher, gettext("date"): self.date, gettext("address"): self.url}
        return [name for name, value in given.items() if not value]

    @property
    def mark(self) -> str:
        """Return the letters that tell the source from others in citations: A to Z, AA, AB and so on."""
        return mark_of(self.pk or 0)


class Passage(Guarded):
    """A sentence of a source: the section it stands in, its number there, and the digest of its text.

    Sentence 0 is a slide's heading, or the speaker of a turn. The text itself is blank in what the project ships. The
    opening words, by which a reader finds the sentence in a copy, are never all of it, except of a heading. A passage
    on which nothing rests gives the reason: a photo credit, a navigation word.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="passages")
    section = models.CharField(max_length=20, validators=[SECTION], help_text="Such as slide-5, page-3 or turn-12.")
    sentence = models.PositiveSmallIntegerField(
        help_text="Its number in the section; 0 is a slide's heading or a speaker."
    )
    position = models.PositiveIntegerField(help_text="Its place in the document, by which passages are listed.")
    digest = models.CharField(
        max_length=64,
        validators=[RegexValidator(r"^[0-9a-f]{64}\Z", "A digest has 64 hexadecimal digits.")],
        help_text="SHA-256 of the sentence: NFKC, white space folded, quotes straightened.",
    )
    length = LengthField(
        "text",
        help_text="Characters of the sentence in the form of which the digest is made. Counted, if the text is given.",
    )
    opening = NameField(
        "opening words",
        blank=True,
        help_text=f"How the sentence begins: at most {MAX_OPENING_WORDS} words, never all of it; all of a heading.",
    )
    text = LongTextField(blank=True, help_text="Shown to readers only where the source may be shown in full.")
    reason = NameField(blank=True, help_text="Why nothing rests on it, if nothing does.")

    # Whether anything rests on it (with_used); the first that readers see of what does, and how many there are (see
    # people.querysets.loading).
    is_used: bool
    entries: list[Sourced]
    entry_count: int

    objects = PassageQuerySet.as_manager()
    public = PublicManager.from_queryset(PassageQuerySet)()

    class Meta:
        ordering = ["source", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "section", "sentence"],
                name="passage_place_unique",
                violation_error_message="The source has a passage in this place already.",
            )
        ]
        indexes = [models.Index(fields=["source", "position"])]

    def __str__(self) -> str:
        return f"{self.source.slug}/{self.section}/{self.sentence}"

    def clean(self) -> None:
        """Refuse opening words that are too many, or not those of the text."""
        super().clean()
        if not self.is_heading and len(self.opening.split()) > MAX_OPENING_WORDS:
            raise ValidationError({"opening": f"At most {MAX_OPENING_WORDS} words; only a heading is given whole."})
        if self.text and not begins_with(self.text, self.opening):
            raise ValidationError({"opening": "The text doesn't begin with these words."})

    def natural_key(self) -> tuple[str, str, int]:
        """Return source, section and sentence, by which fixtures name the passage."""
        return (self.source.slug, self.section, self.sentence)

    natural_key.dependencies = ["people.source"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """Return the address of the sentence on that page of its source which holds it."""
        here = get_script_prefix(), get_language()
        return _sentence_url(here, self.source.slug, self.position, self.section, self.sentence)

    def get_page_url(self) -> str:
        """Return the address of that page of the source which holds the sentence."""
        return self.get_absolute_url().partition("#")[0]

    def get_entries_url(self) -> str:
        """Return the address of the page that lists everything that rests on the sentence."""
        return address("passage", self.source.slug, self.anchor)

    @property
    def kind(self) -> SectionKind:
        """Return what kind of section the passage stands in; of a section that can't be read, a paragraph's."""
        return _section_kind(self.section)

    @property
    def number(self) -> str:
        """Return the section's number, or nothing where its kind has but one."""
        return self.section.partition("-")[2]

    @property
    def anchor(self) -> str:
        """Return the passage's anchor on the source's page: s5-3 for slide 5, sentence 3; pg3-2 for a page."""
        return _anchor(self.section, self.sentence)

    @property
    def label(self) -> str:
        """Return the short form of a citation: 5·3 for slide 5, sentence 3; p9·1 for paragraph 9, sentence 1.

        Where the site has several sources, the source's mark stands before it: B 5·3.
        """
        prefix = "" if self.kind is SectionKind.SLIDE else self.kind.prefix
        return f"{self.source_mark} {prefix}{self.number}·{self.sentence}".lstrip()

    @property
    def source_mark(self) -> str:
        """Return the source's mark, or nothing where the site has no other source, or `marked` was not asked."""
        return self.source.mark if getattr(self, "is_of_many", False) else ""

    @property
    def section_words(self) -> str:
        """Return the section in words: "Slide 5"."""
        return _section_words(get_language(), self.section)

    @property
    def place(self) -> str:
        """Return the passage's place in words: "Slide 5, sentence 3"."""
        return _place(get_language(), self.section, self.sentence)

    @property
    def spoken_place(self) -> str:
        """Return the place as a citation is called aloud: "slide 5, sentence 3"; of one of several sources, "B, …"."""
        place = f"{self.place[:1].lower()}{self.place[1:]}"
        return f"{self.source_mark}, {place}" if self.source_mark else place

    @property
    def opening_words(self) -> str:
        """Return how the sentence begins, with three dots where it goes on; nothing where that is not kept."""
        return self.opening if self.is_heading or not self.opening else f"{self.opening} …"

    @property
    def is_heading(self) -> bool:
        """Return whether the passage is a slide's heading or a turn's speaker, which is a name or a title."""
        return _is_heading(self.section, self.sentence)

    @property
    def quotable_text(self) -> str:
        """Return the sentence where its source may be shown in full, else nothing."""
        return self.text if self.source.rights == Rights.FULL_TEXT else ""


def _section_kind(section: str) -> SectionKind:
    kind = SECTION_KINDS.get(section.partition("-")[0])
    if kind is None:
        warn_once(f"“{section}” stands as a section in the database, but is none.")
    return kind or SectionKind.PARAGRAPH


def _is_heading(section: str, sentence: int) -> bool:
    return _section_kind(section) in KINDS_WITH_HEADING and sentence == 0


@lru_cache(MAX_CACHED_ADDRESSES)
def _section_words(_: str | None, section: str) -> str:
    return f"{_section_kind(section).label} {section.partition('-')[2]}".strip().capitalize()


@lru_cache(MAX_CACHED_ADDRESSES)
def _place(language: str | None, section: str, sentence: int) -> str:
    kind = _section_kind(section)
    number = gettext("sentence %(number)s") % {"number": sentence}
    return f"{_section_words(language, section)}, {kind.zeroth if _is_heading(section, sentence) else number}"


def _anchor(section: str, sentence: int) -> str:
    return f"{_section_kind(section).prefix}{section.partition('-')[2]}-{sentence}"


@lru_cache(MAX_CACHED_ADDRESSES)
def _sentence_url(_: tuple[str, str | None], source: str, position: int, section: str, sentence: int) -> str:
    # A page cites the same sentences again and again. The address of the source depends on prefix and language.
    page = page_of(position)
    return f"{address('source', source)}{f'?page={page}' if page > 1 else ''}#{_anchor(section, sentence)}"
