"""English words, which are no misspelled names."""

import pytest

from people.search.english import is_english


@pytest.mark.parametrize("word", ["treason", "denies", "lies", "robbed", "judges", "bribing", "payments", "guilty"])
def test_word_with_its_endings_is_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("name", ["muller", "comy", "flyn", "sesions", "manafor", "kelley", "mcfarlane", "putn"])
def test_misspelled_name_is_not_english(name: str) -> None:
    assert not is_english(name)
