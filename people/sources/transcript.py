"""Transcripts: turns, each of which begins with its speaker and a colon (`MS. OAK: I did not.`)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from people.sources.document import SentenceRole, SourceDocument, make_section
from people.sources.errors import NotThisLayoutError
from people.sources.furniture import is_related
from people.sources.lines import LOOSE_FILL, Line, read_lines, unwrapped
from people.sources.pages import page_number
from people.sources.sentences import split_sentences
from people.vocabulary import DocumentLayout, SectionKind

NAME_WORD = r"[^\W\d_a-z][\w.'’-]*"
OTHER_WORD = r"(?:of|the|de|van|von|al|\d[\w.]*)"
# A time may stand before the speaker, and behind it, in brackets, through whom or in what way somebody speaks.
SPEAKER = re.compile(
    rf"(?:\W*\d{{1,2}}:\d\d(?::\d\d)?\W*\s)?(?P<name>{NAME_WORD}(?:,?\s+(?:{NAME_WORD}|{OTHER_WORD})){{0,7}}"
    r"(?:\s*[(\[][^()\[\]:]*[)\]])?)\s*:(?!\S)(?P<words>.*)",
    re.DOTALL,
)
QUESTION_OR_ANSWER = re.compile(r"(?P<name>[QA])\s*[.:]\s+(?P<words>.*)", re.DOTALL)
MIN_TURNS = 3
MIN_TURN_SHARE = 1 / 3
"""The least share of a transcript's paragraphs that begin a turn; in an article with an interview it is less."""


class SpeakerTurn(NamedTuple):
    """With what a turn begins: who speaks, and the first words."""

    speaker: str
    words: str


def read_transcript(text: str) -> SourceDocument:
    """Return the turns and sentences of a transcript; what stands above the first turn are paragraphs.

    The numbers of pages are left out. Raises NotThisLayoutError for a text without turns.
    """
    lines = [line for line in read_lines(text) if page_number(line.text) is None]
    begins = set(turn_lines(lines))
    if not begins:
        raise NotThisLayoutError("transcript", 'lines that begin with a speaker and a colon, such as "MS. OAK: …"')
    numbers = {line.number for line in begins}
    parts: list[tuple[SectionKind, list[tuple[SentenceRole, str]]]] = []
    for line in unwrapped(lines, begins.__contains__, LOOSE_FILL):
        turn = turn_of(line.text) if line.number in numbers else None
        if turn:
            parts.append((SectionKind.TURN, [(SentenceRole.SPEAKER, turn.speaker)]))
        elif not parts or parts[-1][0] is SectionKind.PARAGRAPH:
            parts.append((SectionKind.PARAGRAPH, []))
        words = turn.words if turn else line.text
        parts[-1][1].extend((SentenceRole.TEXT, sentence) for sentence in split_sentences(words))
    counts: Counter[SectionKind] = Counter()
    sections = []
    for kind, pieces in parts:
        counts[kind] += 1
        sections.append(make_section(kind, counts[kind], pieces))
    return SourceDocument(DocumentLayout.TRANSCRIPT, tuple(sections))


def looks_like_transcript(lines: Sequence[Line]) -> bool:
    """Return whether so many paragraphs begin with a speaker that they make up a transcript."""
    begins = set(turn_lines(lines))
    paragraphs = sum(line.gap > 0 or not index or line in begins for index, line in enumerate(lines))
    return len(_speakers(begins)) > 1 and len(begins) >= MIN_TURN_SHARE * paragraphs


def holds_dialogue(lines: Sequence[Line]) -> bool:
    """Return whether speakers take turns in the text, be it a transcript or not."""
    speakers = _speakers(turn_lines(lines))
    return max(MIN_TURNS, len(speakers) + 1) <= speakers.total() and len(speakers) > 1


def _speakers(begins: Iterable[Line]) -> Counter[str]:
    return Counter(turn.speaker for line in begins if (turn := turn_of(line.text)))


def turn_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with which a turn begins.

    Where speakers are written in capitals, a name that is not begins a turn only if it does so twice.
    """
    found = [(line, turn.speaker) for line in lines if (turn := turn_of(line.text)) and not is_related(line.text)]
    counts = Counter(speaker for _, speaker in found)
    if not (counts["Q"] and counts["A"]):
        found = [(line, speaker) for line, speaker in found if speaker not in ("Q", "A")]
    capitals = [speaker for _, speaker in found if _is_in_capitals(speaker)]
    if len(capitals) > 1:
        return [line for line, speaker in found if _is_in_capitals(speaker) or counts[speaker] > 1]
    return [line for line, _ in found]


def turn_of(text: str) -> SpeakerTurn | None:
    """Return with what a turn begins if the line begins one, else None."""
    found = QUESTION_OR_ANSWER.fullmatch(text) or SPEAKER.fullmatch(text)
    return SpeakerTurn(found["name"], found["words"].strip()) if found else None


def _is_in_capitals(speaker: str) -> bool:
    return speaker.partition("(")[0].partition("[")[0].isupper()
