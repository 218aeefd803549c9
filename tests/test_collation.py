"""The order of names: each table stands in the order in which its names are sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.collation import name_key, sort_key
from tests.properties import examples

IN_ORDER = {
    "letters count as those of a to z": [
        "Eve",
        "Ève Öberg",
        "Lukas",
        "Łukasz Źdźbło",
        "Lunt",
        "Oberg",
        "Öbergson",
        "Ore",
    ],
    "special letters count as they are written": [
        "Adz",
        "Æsir",
        "Af",
        "Dog",
        "Đoko",
        "Ðon",
        "Sr",
        "ß",
        "St",
        "Þa",
        "Ti",
    ],
    "other scripts follow, letter by letter": ["Zz", "żz", "Αθήνα", "Иванов", "Петров", "عباس", "王岐山"],
    "case counts last": ["adam", "Adam B", "adam c"],
    "plain letters stand before accented ones": ["Eve", "eve", "Ève"],
    "shorter names stand before longer": ["Lee", "Lee, Ann", "Lee Smith, Bob", "Leeds, Cy"],
    "numbers are counted": ["Slide 4", "slide-10", "Slide 010b", "Slide 100", "Slide A"],
    "numbers stand before letters": ["3M", "10 Downing Street", "A. Mole"],
    "apostrophes and full stops do not count": ["O'Brien, A", "OBrien, B", "O’Brien, C", "Obry", "P.A. Z", "PB"],
    "numbers with a point are two numbers": ["Guccifer 2.0", "Guccifer 2.10", "Guccifer 10.0"],
    "signs alone stand first": ["***", "🦊", "2", "a"],
}


@pytest.mark.parametrize("rule", IN_ORDER)
def test_names_are_sorted_by_the_rule(rule: str) -> None:
    names = IN_ORDER[rule]
    assert sorted(sorted(names, reverse=True), key=sort_key) == names


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Hope Hicks", "HOPE  Hícks"),
        ("Hope Hicks", "Hope-Hicks"),
        ("O'Brien", "O’BRIEN"),
        ("J.D. Gordon", "JD Gordon"),
        ("Łukasz", "lukasz"),
        ("Straße", "STRASSE"),
        ("İlham Əliyev", "Ilham Eliyev"),
        ("Ｈｏｐｅ", "hope"),
        ("Пётр", "Петр"),
        ("ʿAlī", "Ali"),
    ],
)
def test_name_key_is_the_same_for_names_that_differ_in_nothing_that_counts(name: str, same: str) -> None:
    assert name_key(name) == name_key(same)


@pytest.mark.parametrize(("name", "other"), [("कारण", "किरण"), ("Lee, Ann", "Lee Ann"), ("ไทย", "ทย")])
def test_name_key_keeps_what_is_spelling(name: str, other: str) -> None:
    assert name_key(name) != name_key(other)


@examples(50)
@given(st.text(max_size=300))
def test_key_of_any_name_is_short_enough_for_an_index(name: str) -> None:
    assert len(sort_key(name).encode("utf-8", "surrogatepass")) < 2_000


@examples(50)
@given(st.lists(st.text(max_size=20), unique=True))
def test_order_is_total(names: list[str]) -> None:
    assert len({sort_key(name) for name in names}) == len(names)
