"""Finding among labels that are in memory, such as the choices of a filter, as the index finds among documents."""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from people.search.listing import parse_list_query
from people.search.strategies import Substitution
from people.search.words import Form, Word
from people.spellings import groups, spellings


class LabelQuery(NamedTuple):
    """What is looked for among labels: which have it, by which words, and which of them stand for others typed."""

    has: Callable[[str], bool]
    words: list[Word]
    substitutions: list[Substitution]

    def matched(self, labels: Iterable[str]) -> set[str]:
        """Return the words of the labels, folded, that are looked for."""
        begun = tuple(one.text for word in self.words for form in word.forms for one in form.words)
        return {word for label in labels for word in words_of(label) if word.startswith(begun)} if begun else set()


def parse_label_query(text: str, labels: Collection[str], *, as_typed: bool = False) -> LabelQuery:
    """Return what `text` looks for among the labels, of each of which all words are wanted.

    Args:
        text: What was typed.
        labels: The labels.
        as_typed: Whether the words are known, though not from the labels.
    """
    as_typed = as_typed or not labels
    known = {label: words_of(label) for label in labels}

    def finds(word: Word) -> bool:
        return as_typed or any(stands_in(word, words) for words in known.values())

    words, substitutions = parse_list_query(text, finds)

    def has(label: str) -> bool:
        there = known.get(label) or words_of(label)
        return all(stands_in(word, there) for word in words)

    return LabelQuery(has, words, substitutions)


def words_of(label: str) -> list[str]:
    """Return the words of the label, folded, in its order, then its other spellings."""
    words = [word for group in groups(label) for word in group.folded]
    return [*words, *spellings(label).split()]


def stands_in(word: Word, words: list[str]) -> bool:
    """Return whether one of the word's forms stands in the label that has the words, or begins one of them."""
    return any(_stands_in(form, words) for form in word.forms)


def _stands_in(form: Form, words: list[str]) -> bool:
    wanted = form.text.split()
    if form.apart or len(wanted) == 1:
        return all(any(one.startswith(each) for one in words) for each in wanted)
    *before, last = wanted
    places = range(len(words) - len(before))
    return any(words[at : at + len(before)] == before and words[at + len(before)].startswith(last) for at in places)
