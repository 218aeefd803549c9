import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.sources.sentences import split_sentences
from people.text import visible


@pytest.mark.parametrize(
    "sentence",
    [
        "R. James Oak met J.D. Elm.",
        "Former U.S. senator Ann Oak moved to St. Helens.",
        "Gen. Ann Oak, Lt. Gov. Tom Elm and Sen. K.T. Fir (D-Ill.) met at 5 p.m. on Sept. 3.",
        'She wrote to "Heron 2.0" -- a name for No. 2 of Acme Inc. in New York.',
        "Tom Oak Jr. and the C.I.A. agent left the U.S. Capitol.",
    ],
)
def test_split_sentences_keeps_abbreviations_and_initials_together(sentence: str) -> None:
    assert split_sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He spoke in Washington, DC.", "Oak resigned."],
        ["She moved to the U.S.", "The rest stayed."],
        ["He followed Tom Oak Jr.", "She stayed."],
        ["The deed was found.", "Oak took it to the bank.", "Elm calls that nonsense.", "Fir agrees."],
    ],
)
def test_split_sentences_splits_after_what_only_looks_like_an_abbreviation(sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ['"Did you?"', "Oak asked."],
        ['"It is late," he said.', '"Do you think so?', 'Or do you not?"'],
        ["He replied: “That is nonsense.", "Where would we go?”"],
        ["She calls it ‘plain routine.”", "He does not."],
    ],
)
def test_split_sentences_splits_inside_quotations(sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences)) == sentences


def test_split_sentences_takes_a_no_break_space_for_space() -> None:
    assert split_sentences("Oak left.\u00a0Elm\u00a0stayed.\u00a0") == ["Oak left.", "Elm\u00a0stayed."]


def test_split_sentences_of_white_space_is_empty() -> None:
    assert split_sentences(" \u00a0") == []


@given(st.text())
def test_split_sentences_loses_nothing_that_can_be_seen(text: str) -> None:
    sentences = split_sentences(text)

    assert "".join("".join(map(visible, sentences)).split()) == "".join(visible(text).split())


def test_split_sentences_keeps_what_prints_nothing_inside_them() -> None:
    line = "\u200bOak met Gen.\u00ad Elm in\u2028DC.\u200b She\u200b left.\u2060"
    assert split_sentences(line) == ["Oak met Gen.\u00ad Elm in\u2028DC.", "She\u200b left."]


@given(st.text(alphabet=' \u00a0.?!…"”(Aab'))
def test_split_sentences_returns_stripped_slices(text: str) -> None:
    assert [part for part in split_sentences(text) if part != part.strip() or not part or part not in text] == []
