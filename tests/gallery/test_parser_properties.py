from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from people.gallery.errors import GalleryError
from people.gallery.parser import parse_document
from tests.gallery import ARTICLE

LINES = [line.strip() for line in ARTICLE.read_text(encoding="utf-8").splitlines() if line.strip()]
NAMES = st.sampled_from(["Ann Oak", "Tom Elm Jr.", "J.D. Fir, Clerk of the Quay", "Aide Ida Ash (R)", "Ola Yew, M.D."])
SENTENCES = st.sampled_from(["Oak left the U.S. Harbor Office.", "He met Gen. Elm in Ellery, DC.", "It was “late.”"])
PROSE = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
CREDITS = st.sampled_from(["(Photo by Lea Box/Ellery Pictures)", "(Jo Haw)"])
SLIDES = st.one_of(
    st.tuples(NAMES),
    st.tuples(PROSE),
    st.tuples(NAMES, PROSE),
    st.tuples(NAMES, CREDITS),
    st.tuples(PROSE, CREDITS),
    st.tuples(NAMES, PROSE, CREDITS),
)


def is_name(line: str) -> bool:
    return not line.startswith("(") and (not line.endswith((".", "”")) or line.endswith(("Jr.", "M.D.")))


def is_unambiguous(slides: list[tuple[str, ...]]) -> bool:
    """Whether no bare name stands above a caption without heading, for those two read as one slide."""
    return not any(len(above) == 1 and is_name(above[0]) and not is_name(below[0]) for above, below in pairwise(slides))


@st.composite
def nearly_articles(draw: st.DrawFn) -> str:
    """Draw the invented article with one of its lines replaced."""
    lines = LINES.copy()
    lines[draw(st.integers(0, len(LINES) - 1))] = draw(st.one_of(st.text(), st.sampled_from(LINES)))
    return "\n".join(lines)


@given(st.one_of(st.text(), st.lists(st.one_of(st.text(), st.sampled_from(LINES))).map("\n".join), nearly_articles()))
def test_parse_of_any_text_returns_a_document_or_says_what_is_wrong(text: str) -> None:
    try:
        keys = [section.key for section in parse_document(text).sections]
    except GalleryError as error:
        keys = [str(error)]

    assert keys != []


@given(
    before=st.lists(PROSE, max_size=3),
    slides=st.lists(SLIDES, max_size=8).filter(is_unambiguous),
    after=st.lists(PROSE, max_size=3),
    gap=st.sampled_from(["\n", "\n\n", "\r\n", " \u00a0\r\n\r\n"]),
)
def test_parse_finds_every_line_of_a_gallery_once(
    before: list[str], slides: list[tuple[str, ...]], after: list[str], gap: str
) -> None:
    announcement = f"{len(slides)} PHOTOS"
    inside = [line for slide in slides for line in slide]
    top = ["A pier is sold", *before, announcement, "Who is who", "See Gallery", "Who is who"]

    document = parse_document(gap.join([*top, *inside, "HIDE CAPTION", *after]))

    assert [" ".join(sentence.text for sentence in section.sentences) for section in document.sections] == [
        "A pier is sold",
        *before,
        f"{announcement} Who is who",
        *(" ".join(slide) for slide in slides),
        *after,
        "See Gallery HIDE CAPTION",
    ]
