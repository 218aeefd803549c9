"""What a text is read into: sections, and the sentences in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from people.text import digest, is_digest_of, length, plain
from people.vocabulary import DocumentLayout, SectionKind

KINDS_WITH_HEADING = (SectionKind.SLIDE, SectionKind.TURN)
"""The kinds of section whose heading, a slide's or a turn's speaker, is sentence 0."""


class SentenceRole(StrEnum):
    """What a sentence is in its section."""

    HEADING = "heading"
    SPEAKER = "speaker"
    CAPTION = "caption"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that is none (a heading, a photo credit, a navigation word).

    The pair of section key and number names it within its document.

    Attributes:
        section_key: The key of its section, for example `slide-5`.
        number: Its place in the section; a slide's heading and a turn's speaker have 0, all else counts from 1.
        text: Its words as the document has them, without white space around.
        role: What it is in its section.
    """

    section_key: str
    number: int
    text: str
    role: SentenceRole

    @property
    def digest(self) -> str:
        """The SHA-256 of the normalised text, as 64 hexadecimal digits."""
        return digest(plain(self.text))

    @property
    def length(self) -> int:
        """The length of the normalised text, in code points."""
        return length(self.text)

    def has_digest(self, wanted: str) -> bool:
        """Return whether that is the digest of the sentence as this copy or another has it."""
        return is_digest_of(wanted, self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the document that can be pointed at.

    Attributes:
        kind: Which kind of section it is.
        number: Its place among the sections of its kind, from 1; None where there is only one.
        sentences: Its sentences in order.
    """

    kind: SectionKind
    number: int | None
    sentences: tuple[Sentence, ...]

    @property
    def key(self) -> str:
        """The name of the section within its document, for example `slide-5` or `headline`."""
        return section_key(self.kind, self.number)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A text, read.

    Attributes:
        layout: How it is laid out.
        sections: Its sections in the order of the text. The words of navigation, which stand scattered over the
            text, make up one section, the last.
        notes: What a reader of it should know of how it was read, one line each.
    """

    layout: DocumentLayout
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, section by section."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)


def section_key(kind: SectionKind, number: int | None) -> str:
    """Return the name of a section within its document, for example `slide-5` or `headline`."""
    return kind.value if number is None else f"{kind.value}-{number}"


def make_section(kind: SectionKind, number: int | None, pieces: Sequence[tuple[SentenceRole, str]]) -> Section:
    """Return a section whose sentences are numbered: 0 for a slide's heading or a speaker, from 1 for everything else.

    Args:
        kind: Which kind of section it is.
        number: Its place among the sections of its kind, from 1; None where there is only one.
        pieces: Role and text of each sentence, in order.
    """
    key = section_key(kind, number)
    headed = (
        kind in KINDS_WITH_HEADING and bool(pieces) and pieces[0][0] in (SentenceRole.HEADING, SentenceRole.SPEAKER)
    )
    sentences = (Sentence(key, place, text, role) for place, (role, text) in enumerate(pieces, 0 if headed else 1))
    return Section(kind, number, tuple(sentences))
