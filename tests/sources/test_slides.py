"""How lines are divided among figures. Each case of another layout says what must stand in which slide."""

from itertools import count

import pytest

from people.sources.document import SentenceRole
from people.sources.errors import AmbiguousSlidesError, LayoutError, PhotoCountError
from people.sources.lines import Line
from people.sources.slides import divide, slide_pieces

ANN, TOM, OLA = "Ann Oak", "Former aide Tom Elm (L)", "Ola Yew, Clerk of the Quay"
LED, WAVES, KEPT = "Oak led the board for three years.", "Elm waves to reporters on the quay.", "She kept the keys."
KEEPER = "The man who kept the pier sings."
STAFF = "The council thanked the staff."


def lines_of(text: str) -> list[Line]:
    """Return the lines of slides, which a slash sets apart, and a double one with a blank line."""
    numbers = count(1)
    lines: list[Line] = []
    for block in text.split(" // "):
        for place, part in enumerate(block.split(" / ")):
            lines.append(Line(next(numbers), part, gap=place == 0 and bool(lines)))
    return lines


def divided(text: str, slides: int) -> list[list[str]]:
    return [[line.text for line in slide] for slide in divide(lines_of(text), slides, announced=1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ANN} // {LED} // {STAFF} // {TOM} // {WAVES}", [[ANN, LED, STAFF], [TOM, WAVES]]),
        (
            f"{ANN} // {LED} // She left. // {KEEPER} // {TOM} // (Box)",
            [[ANN, LED, "She left."], [KEEPER], [TOM, "(Box)"]],
        ),
        (f"{ANN} // {LED[:-1]} // {TOM} // {WAVES[:-1]}", [[ANN, LED[:-1]], [TOM, WAVES[:-1]]]),
        (f"{ANN} // {LED} // Photo: Box/Ellery // {TOM} // {WAVES}", [[ANN, LED, "Photo: Box/Ellery"], [TOM, WAVES]]),
        (f"{ANN} // (Box) // {LED} // {TOM} // {WAVES}", [[ANN, "(Box)", LED], [TOM, WAVES]]),
        (f"(Box) // {ANN} // {LED} // (Haw) // {TOM} // {WAVES}", [["(Box)", ANN, LED], ["(Haw)", TOM, WAVES]]),
        (f"Who is Ann Oak? // {LED} // Elm is back! // {WAVES}", [["Who is Ann Oak?", LED], ["Elm is back!", WAVES]]),
        (f"{ANN} // {LED} // {ANN} // She left.", [[ANN, LED], [ANN, "She left."]]),
        (f"{ANN} / {TOM} / {OLA}", [[ANN], [TOM], [OLA]]),
        (f"{ANN} / {LED} / {STAFF} // {KEEPER} // {OLA}", [[ANN, LED, STAFF], [KEEPER], [OLA]]),
        (f"{ANN} // {LED} // (Box) // {KEEPER} // {STAFF}", [[ANN, LED, "(Box)"], [KEEPER], [STAFF]]),
    ],
    ids=[
        "two-paragraphs",
        "two-paragraphs-and-no-heading",
        "no-full-stop",
        "credit-without-brackets",
        "credit-below-heading",
        "credits-first",
        "question-and-exclamation",
        "same-heading-twice",
        "headings-alone",
        "blank-lines-between-slides",
        "no-headings",
    ],
)
def test_divide_gives_each_figure_its_own_lines(text: str, expected: list[list[str]]) -> None:
    assert divided(text, len(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"1 of 2 // {ANN} // {LED} // {STAFF} // 2 of 2 // {KEEPER}", [[ANN, LED, STAFF], [KEEPER]]),
        (f"1/2 // {ANN} // 2/2", [[ANN], []]),
        (
            f"{ANN} // {LED} // 1 / 2 // {KEEPER} // 2 / 2".replace("1 / 2", "1/2").replace("2 / 2", "2/2"),
            [[ANN, LED], [KEEPER]],
        ),
        (f"Slide 1 // {ANN} // Slide 2 // {TOM} // {WAVES}", [[ANN], [TOM, WAVES]]),
        (f"1. {ANN} // {LED} // 2. {TOM} // {WAVES}", [[ANN, LED], [TOM, WAVES]]),
        (f"Photo 1: {ANN} // Photo 2: {KEEPER}", [[ANN], [KEEPER]]),
    ],
    ids=["above", "nothing-below", "below", "slide", "heading", "photo"],
)
def test_divide_goes_by_numbers(text: str, expected: list[list[str]]) -> None:
    assert divided(text, len(expected)) == expected


def test_divide_takes_a_number_in_a_sentence_for_none() -> None:
    assert divided(f"{ANN} // 5 of 9 directors left the board. // {TOM}", 2) == [
        [ANN, "5 of 9 directors left the board."],
        [TOM],
    ]


@pytest.mark.parametrize(
    ("text", "slides", "doubtful"),
    [
        (f"{ANN} // {LED} // {STAFF} // {TOM} // {WAVES} // {KEEPER}", 3, [3, 6]),
        (f"{ANN} // {LED} // {STAFF} // Jay Fir // {KEEPER} // {OLA} // {KEPT}", 4, [3, 5]),
        (f"{ANN} // {LED} // {STAFF} // Jay // Fir, Clerk // Fir left.", 3, [3, 5]),
        (f"{ANN} // {LED} // {KEEPER} // {TOM} // {WAVES[:-1]} // {OLA}", 4, [3, 5]),
    ],
    ids=["one-of-two-paragraphs", "two-mistakes-that-cancel-out", "heading-of-two-lines", "no-full-stop-or-no-heading"],
)
def test_divide_refuses_doubtful_lines_and_names_them(text: str, slides: int, doubtful: list[int]) -> None:
    with pytest.raises(AmbiguousSlidesError) as caught:
        divided(text, slides)
    listed = str(caught.value).partition("\nBegin")[0].splitlines()[1:]
    assert [int(line.split()[1].rstrip(":")) for line in listed] == doubtful


@pytest.mark.parametrize(
    ("text", "announced", "found"),
    [
        (f"{ANN} // {LED} // Mayor Odette Vane // {TOM}", 2, [(1, ANN), (3, "Mayor Odette Vane"), (4, TOM)]),
        (f"1 of 3 // {ANN} // 2 of 3 // {TOM}", 3, [(1, "1 of 3"), (3, "2 of 3")]),
        (f"{ANN} // {KEEPER} // {TOM}", 3, [(1, ANN), (3, TOM)]),
    ],
    ids=["caption-like-a-heading", "numbers", "no-caption-and-no-heading"],
)
def test_divide_lists_what_it_took_for_a_slide(text: str, announced: int, found: list[tuple[int, str]]) -> None:
    with pytest.raises(PhotoCountError) as caught:
        divided(text, announced)
    assert (caught.value.expected, caught.value.found) == (announced, tuple(found))


@pytest.mark.parametrize(
    ("text", "problem", "lines"),
    [
        (f"1. {ANN} // {TOM} // 3. {OLA}", "The slides are not numbered from 1 without a gap", [1, 3]),
        (
            f"{ANN} // 1 of 2 // {TOM} // 2 of 2 // {OLA}",
            "Lines stand both above the first number of a slide and below the last",
            [2, 4],
        ),
    ],
    ids=["gap", "both-sides"],
)
def test_divide_refuses_numbers_that_make_no_sense(text: str, problem: str, lines: list[int]) -> None:
    with pytest.raises(LayoutError) as caught:
        divided(text, 2)
    texts = {line.number: line.text for line in lines_of(text)}
    assert str(caught.value) == f"{problem}:" + "".join(f"\n  line {line}: {texts[line]}" for line in lines)


def test_pieces_of_a_slide_begin_with_its_heading() -> None:
    assert slide_pieces(lines_of(f"(Fir) // {ANN} // She came. She left.")) == [
        (SentenceRole.HEADING, ANN),
        (SentenceRole.CREDIT, "(Fir)"),
        (SentenceRole.CAPTION, "She came."),
        (SentenceRole.CAPTION, "She left."),
    ]


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("(Photo by Fir/Ellery Pictures)", SentenceRole.CREDIT),
        ("Photo: Fir/Ellery Pictures", SentenceRole.CREDIT),
        ("(He denies it.)", SentenceRole.CAPTION),
    ],
)
def test_pieces_tell_a_credit_at_the_end_of_a_caption_from_prose(last: str, role: SentenceRole) -> None:
    assert slide_pieces(lines_of(f"Oak left. {last}")) == [(SentenceRole.CAPTION, "Oak left."), (role, last)]
