import pytest

from people.sources.copying import copied_passages, words_of

SOURCE = "The harbour board's clerk sold the old pier to two buyers in one wet week of March. Nobody noticed."


def test_words_of_drop_case_punctuation_and_apostrophes() -> None:
    assert words_of("The Mayor’s pro-pier “plan” — No. 2,\u00a0she said…") == [
        "the", "mayors", "pro", "pier", "plan", "no", "2", "she", "said",
    ]  # fmt: skip


def test_copied_passages_of_own_words_are_none() -> None:
    assert copied_passages(SOURCE, "A clerk let two parties pay for the same pier.") == []


def test_copied_passages_ignore_seven_words_in_a_row() -> None:
    assert copied_passages(SOURCE, "Clerk sold the old pier to two sailors.") == []


def test_copied_passages_report_eight_words_in_a_row() -> None:
    assert copied_passages(SOURCE, "A clerk SOLD the “old” pier") == []
    assert copied_passages(SOURCE, "One clerk: SOLD the old pier, to two buyers!") == [
        "clerk sold the old pier to two buyers"
    ]


def test_copied_passages_merge_overlapping_runs() -> None:
    assert copied_passages(SOURCE, "Say: the harbour boards clerk sold the old pier to two buyers today") == [
        "the harbour boards clerk sold the old pier to two buyers"
    ]


def test_copied_passages_keep_distant_runs_apart() -> None:
    ours = "Clerk sold the old pier to two buyers; clerk sold the old pier to two buyers."

    assert copied_passages(SOURCE, ours) == ["clerk sold the old pier to two buyers"] * 2


def test_copied_passages_run_across_sentences() -> None:
    assert copied_passages(SOURCE, "In one wet week of March. Nobody spoke.") == []
    assert copied_passages(SOURCE, "in one wet week of March. Nobody noticed it.") == [
        "in one wet week of march nobody noticed"
    ]


def test_copied_passages_allow_a_quotation_of_fifteen_words() -> None:
    quoted = "The harbour board’s clerk sold the old pier to two buyers in one wet week"

    assert copied_passages(SOURCE, f"Elm says: “{quoted}”.") == []


def test_copied_passages_report_a_quotation_of_sixteen_words() -> None:
    quoted = "“Any words at all, were they ever so new, count once they are sixteen in number”"

    assert len(words_of(quoted)) == 16
    assert copied_passages(SOURCE, f"Elm says: {quoted}.") == [quoted]


def test_copied_passages_end_a_run_at_a_quotation() -> None:
    assert copied_passages(SOURCE, "The harbour board's clerk sold “hm” the old pier to two buyers.") == []


@pytest.mark.parametrize("mark", ["“", "”", '"'])
def test_copied_passages_see_through_a_lone_or_straight_quote(mark: str) -> None:
    assert copied_passages(SOURCE, f"{mark}clerk sold the old pier to two buyers") == [
        "clerk sold the old pier to two buyers"
    ]


def test_copied_passages_come_in_order_of_appearance() -> None:
    quoted = "“" + "very " * 16 + "old”"
    ours = f"Clerk sold the old pier to two buyers, {quoted}, in one wet week of March. Nobody noticed."

    assert copied_passages(SOURCE, ours) == [
        "clerk sold the old pier to two buyers",
        quoted,
        "in one wet week of march nobody noticed",
    ]
