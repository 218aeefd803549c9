import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.text import digest, fold, normalise, slug


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


def test_digest_tells_case_apart() -> None:
    assert digest("May") != digest("may")
