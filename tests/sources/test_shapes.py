import pytest

from people.sources.shapes import Shape, continues, shape_of, speaks_of


@pytest.mark.parametrize(
    "line",
    [
        "Ann Oak",
        "J.D. Oak",
        "Tom Elm, House Adviser for Piers",
        "Former aide Tom Elm (L)",
        "(L) Tom Elm and Ann Oak (R)",
        "Tom Elm Jr.",
        "Ann Oak, M.D.",
        "Tom Elm (Sr.)",
        "Ann Oak, chief executive of Acme Inc.",
        "Former Clerk of the Mayor's Office Silas Crane",
        "Will Oak",
        "“Heron”",
        "—",
    ],
)
def test_shape_of_a_name_or_title(line: str) -> None:
    assert shape_of(line) is Shape.NAME


@pytest.mark.parametrize(
    "line",
    [
        "Oak left.",
        "Oak calls it “plain routine.”",
        "Oak calls it ‘plain routine.”",
        "Did she leave the board for the coast in the wet spring?",
        "Oak left (so says Elm.)",
        "Oak left …",
        "The board fired Tom Elm Jr.",
        "Oak, who had led the board for eleven years, went to Acme Inc.",
        "Oak left. (Photo by Fir/Ellery Pictures)",
        "Oak left. Photo: Fir/Ellery Pictures",
        "She left the board in March and went to the coast",
    ],
)
def test_shape_of_prose(line: str) -> None:
    assert shape_of(line) is Shape.PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Who is Ann Oak?",
        "Tom Elm is back!",
        "Ann Oak.",
        "Oak waves to reporters on the quay",
        "She left",
        "Ann Oak, a ferry captain",
        "Ann Oak, deputy under-secretary for piers, moorings, tide tables, lights, eels and herons of Port Ellery",
    ],
)
def test_shape_of_what_may_be_title_or_prose(line: str) -> None:
    assert shape_of(line) is Shape.EITHER


@pytest.mark.parametrize(
    "line",
    [
        "(Photo by Fir/Ellery Pictures)",
        "(Fir (staff)/Ellery)",
        "(Fir) (Elm)",
        "(Photo by Fir Jr.)",
        "[Fir]",
        "Photo: Fir/Ellery Pictures",
        "Photo by Fir/Ellery Pictures.",
        "PHOTO CREDIT: Fir",
        "Lea Box/Ellery Pictures",
        "© 2017 Lea Box",
    ],
)
def test_shape_of_a_credit(line: str) -> None:
    assert shape_of(line) is Shape.CREDIT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left.", (True, True)),
        ("Oak’s brother left.", (True, True)),
        ("The board fired Oak.", (False, True)),
        ("The board left.", (False, False)),
    ],
)
def test_paragraph_goes_on_about_a_figure_or_names_it(text: str, expected: tuple[bool, bool]) -> None:
    heading = "Former aide Ann Oak"
    assert (continues(text, heading), speaks_of(text, heading)) == expected
