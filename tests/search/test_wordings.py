"""What is found by other words than those that stand there: spellings, forms, synonyms, beginnings."""

import pytest
from django.core.management import call_command

from people.search.results import search
from tests.factories import make_person
from tests.search.found import found, names, substitutions, words_matched

pytestmark = pytest.mark.django_db


def test_word_that_only_drafts_have_is_not_suggested() -> None:
    make_person("Ann Mueller", published=False)
    assert (found("muller"), substitutions("muller")) == ({}, [])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Muller", "Mueller"),
        ("Meuller", "Mueller"),
        ("Yanukovych", "Yanukovich"),
        ("Fethullah", "Fetullah"),
        ("Comy", "Comey"),
        ("Lewandovski", "Lewandowski"),
        ("Kisl", "Kislyak"),
    ],
)
def test_other_spelling_is_found(typed: str, written: str) -> None:
    make_person(f"Ann {written}")
    make_person("Bob Smith")
    assert found(typed) == {"person": [f"Ann {written}"]}


def test_other_spelling_is_told() -> None:
    make_person("Robert Mueller")
    assert substitutions("Robert Muller") == [("Muller", ["mueller"])]


def test_beginning_of_a_word_is_told() -> None:
    make_person("Sergey Kislyak")
    assert substitutions("kisl") == [("kisl", [])]


def test_nearest_spelling_only_is_found() -> None:
    make_person("Robert Mueller")
    make_person("Stephen Miller")
    assert found("muller") == {"person": ["Robert Mueller"]}


def test_exact_spelling_is_preferred() -> None:
    make_person("Robert Mueller")
    make_person("Ann Muller")
    assert (found("muller"), substitutions("muller")) == ({"person": ["Ann Muller"]}, [])


def test_spelling_that_is_gone_stands_in_no_ones_way() -> None:
    make_person("Robert Mueller")
    make_person("Ann Muller").delete()
    assert found("muller") == {"person": ["Robert Mueller"]}


@pytest.mark.parametrize("typed", ["treason", "money"])
def test_english_word_is_not_taken_for_a_misspelled_name(typed: str) -> None:
    make_person("Ann Treasov", summary="Of the Monneys.")
    assert (found(typed), substitutions(f"ann {typed}")) == ({}, [])


def test_nonsense_finds_nothing() -> None:
    make_person("Robert Mueller")
    assert (found("xqzzy"), substitutions("xqzzy")) == ({}, [])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("advisers", "adviser"),
        ("adviser", "advisers"),
        ("talks", "talked"),
        ("gulen", "Gülen"),
        ("Gülen", "Gulen"),
        ("GULEN", "gulen"),
        ("orsted", "Ørsted"),
        ("Ørsted", "Orsted"),
        ("strasse", "Straße"),
        ("walesa", "Wałęsa"),
        ("Кисляк", "Kislyak"),
        ("Кисляк", "Кисляк"),
        ("JD", "JD"),
        ("J.D.", "J.D."),
        ("2.0", "Guccifer 2.0"),
        ("O'Brien", "O’Brien"),
        ("Trump's", "Trump"),
        ("trump", "Trump’s"),
        ("vice-president", "vice president"),
        ("vice president", "vice-president"),
        ("snake_case", "snake case"),
        ("Gu\u0308len", "Gülen"),
        ("ﬁrm", "firm"),
    ],
)
def test_word_is_found_however_it_is_written(typed: str, written: str) -> None:
    make_person(f"Ann {written}")
    results = search(typed)
    assert results.attempt is not None
    assert (names(results), results.attempt.substitutions) == ({"person": [f"Ann {written}"]}, [])


@pytest.mark.parametrize("text", ["Robert Mueller's", "robert OR mueller", "the Robert AND the Mueller"])
def test_words_that_say_nothing_are_left_out(text: str) -> None:
    make_person("Robert Mueller")
    assert found(text) == {"person": ["Robert Mueller"]}


def test_words_that_say_nothing_are_looked_for_on_their_own() -> None:
    make_person("Robert Mueller", summary="Of whom much is said.")
    assert found("of whom") == {"person": ["Robert Mueller"]}


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("advisers", {"adviser"}),
        ("gulen", {"gulen"}),
        ("muller", {"mueller"}),
        ("ste", {"stephen"}),
        ("orsted robert", {"orsted", "robert"}),
    ],
)
def test_words_matched_are_those_that_stand_there(text: str, matched: set[str]) -> None:
    make_person("Robert Ørsted", summary="Adviser of Mr Gülen.")
    make_person("Robert Mueller")
    make_person("Stephen Bee")
    assert words_matched(text) == matched


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sacked", "Was fired."),
        ("ousted", "Was fired."),
        ("quit", "Resigned."),
        ("RNC", "Spoke at the Republican National Convention."),
        ("Republican convention", "Wrote the RNC’s platform."),
        ("DNC", "Wrote to the Democratic National Committee."),
        ("Congress", "Was confirmed by the Senate."),
        ("collusion", "Spoke with Russian officials."),
        ("hearing", "Testified."),
        ("denial", "Denied it."),
        ("foreign policy advisor", "Foreign policy advisers."),
        ("met", "Was at a meeting."),
    ],
)
def test_reader_s_own_words_find_what_entries_call_otherwise(typed: str, written: str) -> None:
    make_person("Ann Bee", summary=written)
    make_person("Bob Cee", summary="Nothing else.")
    assert (found(typed), substitutions(typed)) == ({"person": ["Ann Bee"]}, [])


def test_other_spellings_of_names_in_the_article_are_found() -> None:
    call_command("seed", verbosity=0)
    first = [found(text)["person"][0] for text in ("Muller", "Yanukovych", "Fethullah")]
    assert first == ["Robert Mueller", "Viktor Yanukovich", "Fetullah Gulen"]
