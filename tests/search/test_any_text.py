"""Whatever is typed has an answer."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import example, given
from hypothesis import strategies as st

from people.models import Person
from people.search.results import SearchResults, search
from people.search.strategies import autocomplete_strategies, strategies
from people.text import tidy
from tests.factories import make_person
from tests.properties import examples
from tests.search.found import found

# Ten words that nothing has take about so many.
MANY = 100

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["", " ", "!?", "🕵️", "\x00\x01", '"', "''", "()", "*", "_", "-", "\ud800"])
def test_text_without_words_finds_nothing(text: str) -> None:
    make_person("Robert Mueller")
    results = search(text)
    assert (results.attempt, results.groups) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "\u0301" * 40 + " Mueller",
        "\u0301" * 40 + "Mueller",
        " ".join("-".join(f"{place}{part}" for part in "abcd") for place in range(100, 110)),
    ],
    ids=["marks, then a word", "a word after marks", "words of many parts"],
)
@pytest.mark.parametrize("address", ["/people/", "/people.csv", "/api/v1/people/", "/search/", "/search/suggest/"])
def test_every_box_answers_in_few_queries(client: Client, text: str, address: str) -> None:
    make_person("Robert Mueller")
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, {"q": text})
    assert (response.status_code, len(captured) < MANY) == (200, True)


@pytest.mark.parametrize(
    "text",
    [
        '"mueller',
        "mueller\\",
        "mueller:*",
        "mueller*",
        "{title}: mueller",
        "NEAR(mueller, 2)",
        "mueller & !robert | (",
        "^mueller",
        "mueller\x00",
        "mueller'; --",
        "% mueller %%",
        "<mueller>",
        "🕵️ mueller",
    ],
)
def test_operators_are_no_operators(text: str) -> None:
    make_person("Robert Mueller")
    make_person("Robert Smith")
    assert found(text) == {"person": ["Robert Mueller"]}


@given(st.text(), st.text(st.characters(exclude_characters="\x00", codec="utf-8")))
@example("a" * 10_000, "")
@example("a " * 5_000, "a")
@example(" ".join(f"word{number}" for number in range(2_000)), "")
@example("½ ² ① 北京 ｶﾞ İ ß ﷺ \u0345 ᾳ", "½ ² ① 北京 ｶﾞ İ ß ﷺ \u0345 ᾳ")
@example("\u0301" * 40 + "Mueller", "")
@example(" ".join("-".join(f"{place}{part}" for part in "abcd") for place in range(100, 110)), "")
@example("title: OR AND NOT NEAR * ^ ' \" \\ ( ) { } [ ] : & | ! <-> %s % ;", "")
@example("abcd", """abc'd abc"d abc\\d abc*d abc:d""")
@examples(50)
def test_any_text_has_an_answer_whatever_is_written(text: str, written: str) -> None:
    make_person("Robert Mueller", summary=tidy(written))
    answers = [
        search(one, strategies_of)
        for one in (text, written[:20])
        for strategies_of in (strategies, autocomplete_strategies)
    ]
    assert [type(answer) for answer in answers] == [SearchResults] * 4
    Person.objects.all().delete()


latin = st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F)


@given(st.text(latin, min_size=1, max_size=30))
@examples(50)
def test_any_latin_name_finds_its_person(name: str) -> None:
    person = make_person(name)
    assert [group.keys for group in search(name).groups] == [[person.pk]]
    person.delete()
