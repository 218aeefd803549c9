import pytest

from people.search.words import MAX_QUERY_WORDS, MAX_WORD_LENGTH, Form, parse_query


def words(text: str) -> list[str]:
    return [word.folded for word in parse_query(text).words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" ?! ", []),
        ("Jeff Sessions", ["jeff", "sessions"]),
        ("J.D. Gordon", ["jd", "gordon"]),
        ("Guccifer 2.0", ["guccifer", "2", "0"]),
        ("vice-president", ["vicepresident"]),
        ("snake_case", ["snake", "case"]),
        ("Trump's Trump’s", ["trump"]),
        ("Gülen gulen GULEN", ["gulen"]),
        ("Кисляк", ["kislyak"]),
        ("who is Flynn", ["flynn"]),
        ("who is it", ["who", "is", "it"]),
    ],
)
def test_text_is_read_as_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_word_is_looked_for_in_ascii_as_typed_and_spelled_out() -> None:
    [word] = parse_query("Þórð").words
    assert word.forms == (Form("thord"), Form("Þórð"), Form("Thórd"))


def test_word_keeps_how_it_was_typed() -> None:
    assert [word.text for word in parse_query("Gülen").words] == ["Gülen"]


def test_long_question_is_shortened_and_says_so() -> None:
    query = parse_query(" ".join(f"word{number}" for number in range(MAX_QUERY_WORDS + 1)))
    assert (len(query.words), query.shortened) == (MAX_QUERY_WORDS, True)


def test_question_of_as_many_words_as_are_looked_for_is_complete() -> None:
    query = parse_query(" ".join(f"word{number}" for number in range(MAX_QUERY_WORDS)))
    assert (len(query.words), query.shortened) == (MAX_QUERY_WORDS, False)


def test_long_word_is_shortened() -> None:
    assert words("a" * 10_000) == ["a" * MAX_WORD_LENGTH]


def test_beginning_of_a_word_keeps_its_forms() -> None:
    [word] = parse_query("Gül").words
    assert word.as_prefix().forms == (Form("gul", is_prefix=True), Form("Gül", is_prefix=True))


def test_word_finds_its_synonyms_too() -> None:
    [word] = parse_query("sacked").words
    assert (word.forms, word.synonyms) == ((Form("sacked"), Form("fired")), ("fired",))


def test_words_that_mean_something_together_are_one() -> None:
    found = parse_query("the Republican National Convention in July").words
    assert [(word.folded, word.synonyms) for word in found] == [
        ("republican national convention", ("RNC",)),
        ("july", ()),
    ]


def test_slide_is_one_word_with_its_number() -> None:
    assert [(word.folded, word.slide) for word in parse_query("Slide 3, fired").words] == [("slide 3", 3), ("fired", 0)]
