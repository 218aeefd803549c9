"""The words that readers use for what entries call otherwise, as data."""

from collections import Counter

from people.search.questions import CHOICES, TERMS
from people.search.synonyms import ABBREVIATIONS, NEAR_MEANING, SAME_MEANING, SHORT_NAMES, SYNONYMS
from people.search.words import parse_query


def test_word_stands_in_one_line_of_the_tables() -> None:
    lines = (*SAME_MEANING, *ABBREVIATIONS, *NEAR_MEANING, *SHORT_NAMES)
    times = Counter(word for typed, _ in lines for word in typed.split(", "))
    assert [word for word, number in times.items() if number > 1] == []


def test_every_word_of_the_tables_is_read_as_it_stands_there() -> None:
    assert [typed for typed in SYNONYMS if [word.folded for word in parse_query(typed).words] != [typed]] == []


def test_term_stands_for_one_choice() -> None:
    assert len(CHOICES) == sum(len(words.split(", ")) for words in TERMS.values())
