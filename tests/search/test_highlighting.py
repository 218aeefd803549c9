import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from people.search.highlighting import EXCERPT_LENGTH, excerpt, highlight


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ann Bee", {"bee"}, "Ann <mark>Bee</mark>"),
        ("Ann Bee", set(), "Ann Bee"),
        ("", {"bee"}, ""),
        ("Gülen, the cleric", {"gulen"}, "<mark>Gülen</mark>, the cleric"),
        ("Ørsted", {"orsted"}, "<mark>Ørsted</mark>"),
        ("Beetle", {"bee"}, "Beetle"),
        ("<b>bee</b> & co", {"bee"}, "&lt;b&gt;<mark>bee</mark>&lt;/b&gt; &amp; co"),
        ("<mark>", {"mark"}, "&lt;<mark>mark</mark>&gt;"),
        ("bee bee", {"bee"}, "<mark>bee</mark> <mark>bee</mark>"),
    ],
)
def test_words_are_marked_and_the_rest_is_escaped(text: str, words: set[str], expected: str) -> None:
    assert highlight(text, words) == expected


@given(st.text(), st.sets(st.text(max_size=5)))
def test_marked_text_is_the_escaped_text_with_marks(text: str, words: set[str]) -> None:
    assert highlight(text, words).replace("<mark>", "").replace("</mark>", "") == escape(text)


def test_short_text_is_shown_whole() -> None:
    assert excerpt("word " * 40, {"word"}) == "word " * 40


def test_long_text_is_cut_to_where_the_word_stands() -> None:
    text = f"{'before ' * 50}bee {'after ' * 50}"
    assert excerpt(text, {"bee"}) == f"… {'before ' * 8}bee {'after ' * 30}".strip() + " …"


def test_long_text_without_the_word_is_cut_at_its_end() -> None:
    assert excerpt("word " * 100, set()) == f"{'word ' * 47}word …"


@given(st.text(st.sampled_from("ab  ,"), max_size=600))
def test_excerpt_keeps_the_first_match_and_is_short(text: str) -> None:
    shown = excerpt(text, {"aa"})
    assert len(shown) <= EXCERPT_LENGTH + len("… … ")
    assert ("<mark>" in highlight(shown, {"aa"})) == ("<mark>" in highlight(text, {"aa"}))


def test_word_written_with_a_sign_is_marked_whole() -> None:
    assert highlight("Seán O’Brien, O’Mara", {"obrien"}) == "Seán <mark>O’Brien</mark>, O’Mara"
