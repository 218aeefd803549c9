"""What an article with a photo gallery is read into: sections, and the sentences in them."""

from dataclasses import dataclass
from enum import StrEnum

from people.text import digest


class SectionKind(StrEnum):
    """The kinds of section; headline, gallery and navigation occur once and carry no number."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    GALLERY = "gallery"
    SLIDE = "slide"
    RELATED = "related"
    NAVIGATION = "navigation"


class Role(StrEnum):
    """What a sentence is in its section."""

    HEADING = "heading"
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
        number: Its place in the section; a slide's heading has 0, everything else counts from 1.
        text: Its words as the document has them, without white space around.
        role: What it is in its section.
    """

    section_key: str
    number: int
    text: str
    role: Role

    @property
    def digest(self) -> str:
        """The SHA-256 of the normalised text, as 64 hexadecimal digits."""
        return digest(self.text)


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
class Document:
    """An article with a photo gallery.

    Attributes:
        sections: Its sections in the order of the text. The words of navigation, which stand scattered over the
            text, make up one section, the last.
    """

    sections: tuple[Section, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, section by section."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)


def section_key(kind: SectionKind, number: int | None) -> str:
    """Return the name of a section within its document, for example `slide-5` or `headline`."""
    return str(kind) if number is None else f"{kind}-{number}"


def make_section(kind: SectionKind, number: int | None, pieces: list[tuple[Role, str]]) -> Section:
    """Return a section whose sentences are numbered: 0 for a slide's heading, from 1 for everything else.

    Args:
        kind: Which kind of section it is.
        number: Its place among the sections of its kind, from 1; None where there is only one.
        pieces: Role and text of each sentence, in order.
    """
    key = section_key(kind, number)
    headed = kind is SectionKind.SLIDE and pieces[0][0] is Role.HEADING
    sentences = (Sentence(key, place, text, role) for place, (role, text) in enumerate(pieces, 0 if headed else 1))
    return Section(kind, number, tuple(sentences))
