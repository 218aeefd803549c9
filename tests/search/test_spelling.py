import pytest

from people.search.spelling import nearest, similar, similarity, trigrams


def test_trigrams_have_two_spaces_before_a_word_and_one_after() -> None:
    assert trigrams("cat") == {"  c", " ca", "cat", "at "}


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("cat", "cat", 1), ("cat", "dog", 0), ("muller", "mueller", 0.5)]
)
def test_similarity_is_the_share_of_common_trigrams(one: str, other: str, expected: float) -> None:
    assert similarity(one, other) == expected


def test_alike_leaves_out_the_word_itself_and_what_is_unlike() -> None:
    assert list(similar("muller", ["muller", "mueller", "smith"])) == ["mueller"]


def test_nearest_is_the_most_alike() -> None:
    assert nearest({"mueller": 0.5, "miller": 0.4}) == ["mueller"]


def test_nearest_are_several_if_equally_alike() -> None:
    assert nearest({"b": 0.5, "a": 0.5, "c": 0.4}) == ["a", "b"]


def test_nearest_of_none_is_none() -> None:
    assert nearest({}) == []
