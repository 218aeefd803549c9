import pytest

from people.gallery.document import Role
from people.gallery.slides import role_of, slide_sections


def numbered(lines: list[str]) -> list[tuple[str, int, str]]:
    sentences = [sentence for section in slide_sections(lines) for sentence in section.sentences]
    return [(sentence.section_key, sentence.number, sentence.text) for sentence in sentences]


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
        "“Heron”",
        "—",
    ],
)
def test_role_of_a_name_or_title_is_heading(line: str) -> None:
    assert role_of(line) is Role.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "Oak left.",
        "Oak calls it “plain routine.”",
        "Oak calls it ‘plain routine.”",
        "Did she leave?",
        "Oak left (so says Elm.)",
        "Oak left …",
        "The board fired Tom Elm Jr.",
        "Oak, who had led the board for eleven years, went to Acme Inc.",
        "Oak left. (Photo by Fir/Ellery Pictures)",
    ],
)
def test_role_of_prose_is_caption(line: str) -> None:
    assert role_of(line) is Role.CAPTION


@pytest.mark.parametrize(
    "line", ["(Photo by Fir/Ellery Pictures)", "(Fir (staff)/Ellery)", "(Fir) (Elm)", "(Photo by Fir Jr.)"]
)
def test_role_of_a_line_in_brackets_is_credit(line: str) -> None:
    assert role_of(line) is Role.CREDIT


def test_slides_number_captions_and_then_the_credit() -> None:
    assert numbered(["Ann Oak", "She came. She left.", "(Fir)"]) == [
        ("slide-1", 0, "Ann Oak"),
        ("slide-1", 1, "She came."),
        ("slide-1", 2, "She left."),
        ("slide-1", 3, "(Fir)"),
    ]


def test_slides_take_a_caption_without_heading_for_a_slide() -> None:
    assert numbered(["She came.", "He left.", "Ann Oak", "She stayed.", "(Fir)", "He ran."]) == [
        ("slide-1", 1, "She came."),
        ("slide-2", 1, "He left."),
        ("slide-3", 0, "Ann Oak"),
        ("slide-3", 1, "She stayed."),
        ("slide-3", 2, "(Fir)"),
        ("slide-4", 1, "He ran."),
    ]


def test_slides_take_a_heading_without_caption_for_a_slide() -> None:
    assert numbered(["Ann Oak", "Tom Elm Jr.", "(Fir)"]) == [
        ("slide-1", 0, "Ann Oak"),
        ("slide-2", 0, "Tom Elm Jr."),
        ("slide-2", 1, "(Fir)"),
    ]


def test_slides_keep_a_credit_above_the_first_slide() -> None:
    assert numbered(["(Fir)", "Ann Oak"]) == [("slide-1", 1, "(Fir)"), ("slide-2", 0, "Ann Oak")]


@pytest.mark.parametrize(
    ("last", "role"),
    [("(Photo by Fir/Ellery Pictures)", Role.CREDIT), ("(He denies it.)", Role.CAPTION)],
)
def test_slides_tell_a_credit_at_the_end_of_a_caption_from_prose(last: str, role: Role) -> None:
    [section] = slide_sections([f"Oak left. {last}"])

    assert [(sentence.text, sentence.role) for sentence in section.sentences] == [
        ("Oak left.", Role.CAPTION),
        (last, role),
    ]
