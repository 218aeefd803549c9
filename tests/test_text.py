import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.text import (
    begins_with,
    digest,
    fold,
    is_digest_of,
    length,
    normalise,
    opening_of,
    plain,
    slug,
    tidy,
    visible,
)
from tests.sources import VECTORS


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ann BEE", "ann bee"),
        ("Café Ørsted Łódź", "cafe orsted lodz"),
        ("Straße", "strasse"),
        ("Владимир", "vladimir"),
        ("O’Brien", "o'brien"),
        ("“Quoted” — dash", '"quoted" - dash'),
        (" two\u00a0 \n\twords ", "two words"),
        ("e\u0301", "e"),
        ("100% _", "100% _"),
        ("", ""),
    ],
)
def test_fold_leaves_ascii_without_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_of_any_text_is_ascii(text: str) -> None:
    assert fold(text).isascii()


@given(st.text())
def test_fold_of_folded_text_is_the_same(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("J.D. Gordon", "jd-gordon"),
        ("Guccifer 2.0", "guccifer-20"),
        ("Søren O’Brien–Lee", "soren-obrien-lee"),
        ("Президент", "prezident"),
        ("  Two  words ", "two-words"),
        ("…", ""),
    ],
)
def test_slug_has_small_letters_digits_and_hyphens(text: str, made: str) -> None:
    assert slug(text) == made


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Case and Café stay.", "Case and Café stay."),
        ("a\u00a0b\u202fc\u2003d\u3000e", "a b c d e"),
        ("  a\n\t b ", "a b"),
        ("‘a’ ‚b‘ “c” „d“", "'a' 'b' \"c\" \"d\""),
        ("ﬁve ½ Ⅳ ²", "five 1⁄2 IV 2"),
        ("e\u0301", "é"),
        ("don`t – stay — put…", "don`t – stay — put..."),
        ("", ""),
    ],
)
def test_normalise_folds_compatible_characters_space_and_quotes(text: str, normal: str) -> None:
    assert normalise(text) == normal


@given(st.text())
def test_normalise_of_normal_text_is_the_same(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_digest_is_the_sha256_of_the_normal_form_in_utf8() -> None:
    assert digest("“Café”\u00a0 said.") == hashlib.sha256('"Café" said.'.encode()).hexdigest()


@pytest.mark.parametrize("vector", VECTORS["normal"])
def test_length_and_digest_are_those_of_the_vectors(vector: dict[str, Any]) -> None:
    text = plain(vector["text"])
    found = {"normal": normalise(text), "length": length(vector["text"]), "digest": digest(text)}
    assert {"text": vector["text"]} | found == vector


@pytest.mark.parametrize("vector", VECTORS["copies"])
def test_digest_is_recognised_in_the_copies_of_the_vectors(vector: dict[str, Any]) -> None:
    assert is_digest_of(digest(vector["sentence"]), vector["copy"]) == vector["same"]


def test_digest_tells_case_apart() -> None:
    assert digest("May") != digest("may")


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Hope Hicks", "Hope Hicks"),
        (" Hope  Hicks\t", "Hope Hicks"),
        ("Hope\u00a0Hicks\u2028\u3000of\r\n\r\nGreenwich\x85", "Hope Hicks of Greenwich"),
        ("Ho\u00adpe\u200b Hicks\ufeff\u2060", "Hope Hicks"),
        ("\u202eHope\u202c \u2066Hicks\u2069\u200e\u200f\u061c", "Hope Hicks"),
        ("Ho\x00pe\x7f \x1b[1mHicks\ud800\uffff\U0001fffe\ufdd0", "Hope [1mHicks"),
        ("\u3164\u115f\u2800\uffa0", ""),
        ("Ho\u034fpe \U000e0048Hicks", "Hope Hicks"),
        ("Jose\u0301 Ma\u0308rz", "José März"),
        ("“O’Brien” – ½ ﬁ", "“O’Brien” – ½ ﬁ"),
        ("", ""),
    ],
)
def test_tidy_leaves_what_can_be_seen_on_one_line(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ක්\u200dරි", "ක්\u200dරි"),
        ("می\u200c\u200c\u200dخواهم", "می\u200cخواهم"),
        ("\u200cمی \u200dخواهم\u200c", "می خواهم"),
        ("Ho\u200cpe\u200d Hicks", "Hope Hicks"),
        ("Hope\u200cمی", "Hopeمی"),
    ],
)
def test_tidy_keeps_joiners_between_letters_that_need_them(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_tidy_keeps_signs_that_are_seen_and_selectors_that_tell_names_apart() -> None:
    assert tidy("\u0600\u0661 葛\U000e0100") == "\u0600\u0661 葛\U000e0100"


@given(st.text())
def test_tidy_of_tidied_text_is_the_same(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_tidied_text_can_be_stored_and_sent(text: str) -> None:
    tidied = tidy(text)
    tidied.encode()
    assert (tidied.strip(), "  " in tidied, "\0" in tidied) == (tidied, False, False)


@pytest.mark.parametrize(
    "copy",
    [
        'The so\u00adlicitor \u200bleft -- on a wet co-op pier -- for "good."\ufeff',
        "The solicitor left — on a wet co\u2011op pier — for “good.”",
        "The solicitor left—on a wet co\u2010op pier—for “good.”",
        "The solicitor\u2028left – on a\x85wet co-op pier - for “good.”",
    ],
)
def test_digest_is_known_again_in_other_typography(copy: str) -> None:
    assert is_digest_of(digest('The solicitor left -- on a wet co-op pier -- for "good."'), copy)


def test_digest_of_a_text_with_what_prints_nothing_is_known_again() -> None:
    assert is_digest_of(digest("so\u00adlicitor"), "so\u00adlicitor")


@pytest.mark.parametrize("text", ["The solicitor left -- on a pier", "The solicitors left.", "the solicitor left."])
def test_digest_of_other_words_is_not_known(text: str) -> None:
    assert not is_digest_of(digest("The solicitor left."), text)


def test_digest_is_known_again_among_many_dashes() -> None:
    assert is_digest_of(digest(" -- ".join("abcdefgh")), " — ".join("abcdefgh"))


def test_plain_text_lacks_what_a_copy_adds() -> None:
    assert plain("co\u2011op\u00ad, “a”\u200b\u00a0b") == "co-op, “a”\u00a0b"


@pytest.mark.parametrize(
    ("sentence", "opening"),
    [
        ("One two three four five six seven eight nine ten eleven twelve thirteen.", "One two three four five six"),
        ("One two three four five six seven.", "One two three"),
        ("One two three.", "One two"),
        ("One.", ""),
        ("", ""),
    ],
)
def test_opening_is_never_the_whole_sentence(sentence: str, opening: str) -> None:
    assert opening_of(sentence) == opening


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("She left -- for", True), ("“She", False), ("She lef", False), ("", True), ("She left — for good. Now", False)],
)
def test_sentence_begins_with_its_opening_in_any_typography(opening: str, expected: bool) -> None:
    assert begins_with("She\u00a0left—for good.", opening) is expected


@given(st.text())
def test_visible_text_of_visible_text_is_the_same(text: str) -> None:
    assert visible(visible(text)) == visible(text)
