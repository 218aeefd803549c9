"""The slides of a photo gallery, told apart by their lines alone, for blank lines can't be relied on."""

import re
from collections.abc import Iterable

from people.gallery.document import Role, Section, SectionKind, make_section
from people.gallery.sentences import NAME_SUFFIXES, OPENERS, split_sentences

BRACKETED = re.compile(r"(?:\((?:[^()]|\([^()]*\))*\)\s*)+")
CLOSING_MARKS = "\"'”’»)]"
SENTENCE_ENDS = (".", "!", "?", "…")
TITLE_WORDS = 10
"""The most words of a line that still passes for a name or title although it ends in a full stop."""

Piece = tuple[Role, str]
"""A line and what it is."""


def slide_sections(lines: Iterable[str]) -> list[Section]:
    """Return one section per slide, numbered from 1.

    A heading starts a slide. A caption belongs to the heading right above it; any other caption starts a slide
    without heading. A photo credit belongs to the slide above it.

    Args:
        lines: The lines of all slides, none of them blank.
    """
    slides: list[list[Piece]] = []
    for line in lines:
        role = role_of(line)
        if not slides or _starts_slide(role, slides[-1]):
            slides.append([])
        slides[-1].append((role, line))
    return [
        make_section(SectionKind.SLIDE, number, [piece for role, line in slide for piece in _pieces(role, line)])
        for number, slide in enumerate(slides, start=1)
    ]


def role_of(line: str) -> Role:
    """Return what a line of a gallery is: a credit (all in round brackets), a caption (prose), or else a heading."""
    if BRACKETED.fullmatch(line):
        return Role.CREDIT
    if _ends_as_sentence(line) or _ends_in_credit(split_sentences(line)):
        return Role.CAPTION
    return Role.HEADING


def _starts_slide(role: Role, slide: list[Piece]) -> bool:
    headed_only = [above for above, _ in slide] == [Role.HEADING]
    return role is Role.HEADING or (role is Role.CAPTION and not headed_only)


def _pieces(role: Role, line: str) -> list[Piece]:
    if role is not Role.CAPTION:
        return [(role, line)]
    sentences = split_sentences(line)
    pieces = [(Role.CAPTION, sentence) for sentence in sentences]
    if _ends_in_credit(sentences):
        pieces[-1] = (Role.CREDIT, sentences[-1])
    return pieces


def _ends_in_credit(sentences: list[str]) -> bool:
    """Whether a photo credit follows the prose in the same line; a whole sentence in brackets is none."""
    last = sentences[-1]
    return len(sentences) > 1 and BRACKETED.fullmatch(last) is not None and not _ends_as_sentence(last)


def _ends_as_sentence(line: str) -> bool:
    bare = line.rstrip(CLOSING_MARKS)
    return bare.endswith(SENTENCE_ENDS) and not _is_abbreviated_title(bare)


def _is_abbreviated_title(line: str) -> bool:
    """Whether the line is a name or title such as `Ann Pell, M.D.`, whose full stop ends no sentence."""
    words = line.lower().split()
    return len(words) <= TITLE_WORDS and words[0] not in OPENERS and words[-1].strip("(.") in NAME_SUFFIXES
