import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from people.spellings import groups, spellings
from tests.properties import examples


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("???", []),
        ("Kislyak’s, “Flynns’” (Kislyak)?", [("Kislyak",), ("Flynns",), ("Kislyak",)]),
        ("J.D. Gordon", [("J", "D"), ("Gordon",)]),
        ("J. D. Gordon", [("J", "D"), ("Gordon",)]),
        ("O’Brien", [("O", "Brien")]),
        ("O' Brien", [("O", "Brien")]),
        ("Oʼbrien", [("O", "brien")]),
        ("al-Assad", [("al", "Assad")]),
        ("al Assad", [("al", "Assad")]),
        ("de la Torre", [("de", "la", "Torre")]),
        ("Al", [("Al",)]),
        ("王岐山", [("Wang", "Qi", "Shan")]),
        ("Guccifer 2.0", [("Guccifer",), ("2",), ("0",)]),
        ("mid-2016", [("mid",), ("2016",)]),
        ("snake_case", [("snake",), ("case",)]),
        ("soft\u00adly", [("softly",)]),
    ],
)
def test_text_is_taken_apart(text: str, parts: list[tuple[str, ...]]) -> None:
    assert [group.parts for group in groups(text)] == parts


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Sergey Kislyak met Kislyak’s friend.", ""),
        ("Seán O’Brien", "sean obrien"),
        ("J.D. Gordon", "jd"),
        ("Bashar al-Assad", "alassad"),
        ("Mc Farland", "mcfarland"),
        ("İlham Əliyev", "ilham eliyev"),
        ("Łukasz Weiß", "lukasz weiss"),
        ("Ольга", "olga"),
        ("王岐山", "wang qi shan wangqi qishan wangqishan"),
        ("a 2.0", ""),
    ],
)
def test_other_spellings_are_those_that_the_text_has_not(text: str, others: str) -> None:
    assert spellings(text) == others


@given(st.text())
@example("İ\u0301ʼ-.'\ud800")
@examples(100)
def test_other_spellings_are_words_in_ascii(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in spellings(text).split())
