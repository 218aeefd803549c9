"""Made-up documents in every layout, written out and read back section by section."""

from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st

from people.sources.document import SourceDocument
from people.sources.errors import LayoutError
from people.sources.parser import parse_document
from people.vocabulary import DocumentLayout
from tests.properties import examples
from tests.sources import ARTICLE

LINES = [line.strip() for line in ARTICLE.read_text(encoding="utf-8").splitlines() if line.strip()]
NAMES = st.sampled_from(["Ann Oak", "Tom Elm Jr.", "J.D. Fir, Clerk of the Quay", "Aide Ida Ash (R)", "Ola Yew, M.D."])
SENTENCES = st.sampled_from(
    [
        "Oak left the U.S. Harbor Office.",
        "The man who met Gen. Elm in Ellery, DC, kept the well-known keys of the pier and of both gates.",
        "It was “late.”",
        "Who -- if not the council -- sold the pier in the wet spring of that year?",
    ]
)
LONG = "The council sold a pier to one buyer and then, " + "as it rained and rained, " * 8 + "to another."
"""By which wrapped lines are known: it goes on in small letters."""

PROSE = st.lists(SENTENCES, min_size=1, max_size=4)
CREDITS = st.sampled_from(["(Photo by Lea Box/Ellery Pictures)", "(Jo Haw)", "Photo: Jo Haw"])
SLIDE = st.tuples(st.lists(NAMES, max_size=1), PROSE | st.just([]), st.lists(CREDITS, max_size=1)).filter(
    lambda slide: slide[0] or slide[1]
)
SPEAKERS = st.sampled_from(["MS. OAK", "THE CHAIRMAN", "ELM", "J.D. FIR (on the telephone)"])
WIDTHS = st.sampled_from([0, 60, 72, 80])
Slide = tuple[list[str], list[str], list[str]]
Turns = list[tuple[str, list[str]]]


def written(blocks: list[str], width: int, gap: str = "\n\n") -> str:
    """Return the blocks with blank lines between, wrapped to a width if there is one."""
    lines = ("\n".join(fill(line, width) if width else line for line in block.split("\n")) for block in blocks)
    return gap.join(lines)


def sections(document: SourceDocument) -> list[list[str]]:
    return [[sentence.text for sentence in section.sentences] for section in document.sections]


def slides_or_refusal(text: str) -> list[list[str]] | str:
    """Return the sorted lines of each slide, or the message of the refusal."""
    try:
        return [sorted(slide) for slide in sections(parse_document(text))[3:-1]]
    except LayoutError as error:
        return str(error)


def many(items: st.SearchStrategy, least: int = 1) -> st.SearchStrategy:
    """Draw some of them, or hundreds: the few that are drawn, over and over."""
    few = st.lists(items, min_size=least, max_size=6)
    return st.tuples(few, st.sampled_from([1, 1, 1, 40])).map(lambda drawn: drawn[0] * drawn[1])


@st.composite
def nearly_articles(draw: st.DrawFn) -> str:
    """Draw the invented article with one of its lines replaced."""
    lines = LINES.copy()
    lines[draw(st.integers(0, len(LINES) - 1))] = draw(st.one_of(st.text(), st.sampled_from(LINES)))
    return "\n".join(lines)


@examples(60)
@given(
    st.one_of(st.text(), st.lists(st.one_of(st.text(), st.sampled_from(LINES))).map("\n".join), nearly_articles()),
    st.sampled_from([None, *DocumentLayout]),
)
def test_parse_of_any_text_returns_a_document_or_says_what_is_wrong(text: str, layout: DocumentLayout | None) -> None:
    try:
        keys = [section.key for section in parse_document(text, layout).sections]
    except LayoutError as error:
        keys = [str(error)]

    assert keys != []
    assert len(set(keys)) == len(keys)


@examples(30)
@given(many(SLIDE), WIDTHS)
def test_numbered_slides_are_read_back(slides: list[Slide], width: int) -> None:
    blocks = [f"{len(slides)} PHOTOS", "Who is who"]
    for number, (heading, prose, credit) in enumerate(slides, start=1):
        blocks += [f"{number} of {len(slides)}", *heading, *([" ".join(prose)] if prose else []), *credit]

    document = parse_document(written(["A pier is sold", LONG, *blocks, "HIDE CAPTION"], width))

    assert sections(document)[3:-1] == [[*heading, *prose, *credit] for heading, prose, credit in slides]


@examples(30)
@given(many(SLIDE), WIDTHS, st.sampled_from(["\n\n", "\n"]))
def test_slides_without_numbers_are_read_back_or_refused(slides: list[Slide], width: int, gap: str) -> None:
    """Whatever is read, no figure has a line of another."""
    blocks = [f"{len(slides)} PHOTOS", "Who is who"]
    for heading, prose, credit in slides:
        blocks += [*heading, *([" ".join(prose)] if prose else []), *credit]
    text = written(["A pier is sold", LONG, *blocks, "HIDE CAPTION"], width if gap == "\n\n" else 0, gap)
    expected = [sorted([*heading, *prose, *credit]) for heading, prose, credit in slides]
    found = slides_or_refusal(text)
    assert found == expected or (isinstance(found, str) and "\n  line " in found.replace("1. ", ""))


@examples(30)
@given(many(PROSE), WIDTHS)
def test_paragraphs_are_read_back(paragraphs: list[list[str]], width: int) -> None:
    paragraphs = [[LONG], *paragraphs]
    document = parse_document(written(["A pier is sold", *map(" ".join, paragraphs)], width), DocumentLayout.ARTICLE)

    assert sections(document) == [["A pier is sold"], *paragraphs]


@examples(30)
@given(many(st.lists(PROSE, min_size=1, max_size=3), least=2), WIDTHS, st.booleans())
def test_pages_are_read_back(pages: list[list[list[str]]], width: int, is_fed: bool) -> None:
    pages = [[[LONG]], *pages]
    texts = [written(list(map(" ".join, page)), width) for page in pages]
    marked = [f"Page {number}\n\n{text}" for number, text in enumerate(texts, start=1)]

    document = parse_document("\n\f".join(texts) if is_fed else "\n\n".join(marked), DocumentLayout.PAGES)

    assert sections(document) == [[sentence for paragraph in page for sentence in paragraph] for page in pages]


@examples(30)
@given(many(st.tuples(SPEAKERS, PROSE), least=2), WIDTHS, st.sampled_from(["\n\n", "\n"]))
def test_turns_are_read_back(turns: Turns, width: int, gap: str) -> None:
    turns = [("ELM", [LONG]), *turns]
    text = written([f"{speaker}: {' '.join(prose)}" for speaker, prose in turns], width, gap)

    assert sections(parse_document(text, DocumentLayout.TRANSCRIPT)) == [[speaker, *prose] for speaker, prose in turns]
