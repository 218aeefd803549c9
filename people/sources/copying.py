"""Finds words of ours that were copied from a source instead of being written afresh."""

import re
import unicodedata
from collections.abc import Iterator

MIN_COPIED_WORDS = 8
"""From how many consecutive words on a run that both texts share counts as copied."""

MAX_QUOTATION_WORDS = 15
"""The most words that a quotation may have."""

QUOTATION = re.compile("“[^“”]*”")
WORD = re.compile(r"[^\W_]+")
APOSTROPHES = str.maketrans("", "", "'’‘ʼ")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation; apostrophes are dropped, hyphens separate."""
    return WORD.findall(unicodedata.normalize("NFKC", text).translate(APOSTROPHES).lower())


def copied_passages(source: str, ours: str) -> list[str]:
    """Return what of our text is copied from a source, in order of appearance; empty when it is in our own words.

    Text between curly quotes is a quotation: words on its two sides don't make up one run.

    Args:
        source: The whole text of the document.
        ours: The text to check.

    Returns:
        The runs of eight or more consecutive words that both texts share, overlapping ones merged, as normalised
        words with single spaces; and each quotation of more than fifteen words as it stands, with its quotes.
    """
    known = set(_shingles(words_of(source)))
    passages: list[str] = []
    position = 0
    for quotation in QUOTATION.finditer(ours):
        passages += _shared_runs(known, ours[position : quotation.start()])
        if len(words_of(quotation[0])) > MAX_QUOTATION_WORDS:
            passages.append(quotation[0])
        position = quotation.end()
    return passages + _shared_runs(known, ours[position:])


def _shared_runs(known: set[tuple[str, ...]], text: str) -> list[str]:
    words = words_of(text)
    spans: list[tuple[int, int]] = []
    for start, shingle in enumerate(_shingles(words)):
        if shingle not in known:
            continue
        begin = spans.pop()[0] if spans and start < spans[-1][1] else start
        spans.append((begin, start + MIN_COPIED_WORDS))
    return [" ".join(words[begin:end]) for begin, end in spans]


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of exactly `MIN_COPIED_WORDS` consecutive words."""
    return zip(*(words[offset:] for offset in range(MIN_COPIED_WORDS)), strict=False)
