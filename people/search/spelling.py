"""Which words are spelled alike: as many trigrams in common as pg_trgm asks for."""

from collections.abc import Iterable

MIN_SIMILARITY = 0.3
MIN_RESPELLED_LENGTH = 3


def trigrams(word: str) -> set[str]:
    """Return the runs of three characters of the word, two spaces before it and one after it."""
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def similarity(one: str, other: str) -> float:
    """Return which part of the trigrams of two words is common to both, from 0 to 1."""
    first, second = trigrams(one), trigrams(other)
    return len(first & second) / len(first | second)


def similar(word: str, candidates: Iterable[str]) -> dict[str, float]:
    """Return the candidates that are spelled like the word, with how alike they are; all are folded."""
    found = {other: similarity(word, other) for other in candidates}
    return {other: value for other, value in found.items() if value >= MIN_SIMILARITY and other != word}


def nearest(candidates: dict[str, float]) -> list[str]:
    """Return the most alike of the candidates; several only if they are equally so."""
    best = max(candidates.values(), default=0.0)
    return sorted(word for word, value in candidates.items() if value == best)
