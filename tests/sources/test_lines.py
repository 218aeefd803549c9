from textwrap import fill

import pytest

from people.sources.lines import LOOSE_FILL, Line, join, read_lines, unwrapped

PROSE = "The council of Port Ellery sold the well-known pier -- an old one -- twice in one wet spring, and told nobody."


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_lines_are_told_apart_by_any_newline(newline: str) -> None:
    text = newline.join(["\ufeffAnn Oak", "", "\t\u200b", "  She left. \u00a0", "Tom Elm"])
    assert read_lines(text) == [Line(1, "Ann Oak"), Line(4, "She left.", gap=2), Line(5, "Tom Elm")]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_other_separators_are_white_space_where_lines_end_otherwise(separator: str) -> None:
    text = f"Ann{separator}Oak\nShe left."
    assert texts(read_lines(text)) == [f"Ann{separator}Oak", "She left."]
    assert texts(read_lines(text, breaks_at_all=True)) == ["Ann", "Oak", "She left."]


def test_form_feeds_end_lines_and_are_counted() -> None:
    assert read_lines("Ann\n\f\nOak\f\fleft\n") == [Line(1, "Ann"), Line(3, "Oak", feeds=1), Line(3, "left", feeds=2)]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
def test_wrapped_lines_are_put_together(width: int) -> None:
    blocks = ["Ann Oak", f"{PROSE} {PROSE}", "Tom Elm\nOla Yew", PROSE]
    wrapped = "\n\n".join("\n".join(fill(line, width) for line in block.split("\n")) for block in blocks)
    assert texts(unwrapped(read_lines(wrapped), lambda _: False)) == [
        "Ann Oak",
        f"{PROSE} {PROSE}",
        "Tom Elm",
        "Ola Yew",
        PROSE,
    ]


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    lines = read_lines(f"{PROSE}\nAnn Oak\nFormer Clerk of the Quay Silas Crane\nTom Elm")
    assert unwrapped(lines, lambda _: False) == lines


def test_line_that_stands_alone_begins_anew() -> None:
    lines = read_lines(f"{fill(PROSE, 50)}\nand so on")
    assert texts(unwrapped(lines, lambda line: line.text == "and so on")) == [PROSE, "and so on"]


def test_lines_nearly_full_are_put_together_where_print_is_set() -> None:
    lines = read_lines(
        "The council of Port Ellery sold the old pier twice in one\nwet spring. It told the mayor, and\nVane."
    )
    assert len(unwrapped(lines, lambda _: False)) == 2
    assert len(unwrapped(lines, lambda _: False, fullness=LOOSE_FILL * LOOSE_FILL)) == 1


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Trump-", "Russia", "Trump-Russia"),
        ("the senator --", "a fact", "the senator -- a fact"),
        ("pre-", "and post-war", "pre- and post-war"),
        ("the senator", "left", "the senator left"),
    ],
)
def test_join_knows_hyphens_from_dashes(above: str, below: str, joined: str) -> None:
    assert join(above, below) == joined
