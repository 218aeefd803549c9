"""Sources that are no article with a gallery: what becomes a section, and how the layout is told."""

import pytest

from people.sources.errors import LayoutError, NotThisLayoutError
from people.sources.parser import layout_of, parse_document
from people.vocabulary import DocumentLayout

ARTICLE = """A pier is sold

By Lea Box

The council met. It voted.

ADVERTISEMENT

Related: Eels Come Back

Did it know?
"""
HEARING = """HEARING OF THE BOARD

Port Ellery, May 3

THE CHAIRMAN: Did you sell it? Say so.

MS. OAK (through an interpreter): I did not. Remember: it rains.

Note: she sighs.

(Laughter.)

THE CHAIRMAN: Thank you.
"""


def read(text: str, layout: DocumentLayout | None = None) -> dict[str, list[str]]:
    """Return the sentences of each section, that of its heading first."""
    sections = parse_document(text, layout).sections
    return {section.key: [sentence.text for sentence in section.sentences] for section in sections}


def test_article_is_a_headline_and_paragraphs() -> None:
    assert read(ARTICLE) == {
        "headline": ["A pier is sold"],
        "paragraph-1": ["By Lea Box"],
        "paragraph-2": ["The council met.", "It voted."],
        "related-1": ["Related: Eels Come Back"],
        "paragraph-3": ["Did it know?"],
        "navigation": ["ADVERTISEMENT"],
    }


def test_article_without_headline_begins_with_a_paragraph() -> None:
    assert read("The council met. It voted.\n\nIt rained.") == {
        "paragraph-1": ["The council met.", "It voted."],
        "paragraph-2": ["It rained."],
    }


@pytest.mark.parametrize(
    "text",
    [
        "The pier was sold. It rained.\n\fThe end came.\n\f\n\fAll left.\n",
        "Page 1\n\nThe pier was sold. It rained.\n\nPage 2\nThe end came.\n\nPAGE 4 of 4\n\nAll left.",
        "The pier was sold. It rained.\n\nPage 1\n\nThe end came.\n\n- Page 2 -\n\nAll left.\n\nPage 4\n",
        "The pier was sold. It rained.\n\nPage 2\n\nThe end came.\n\nPage 4\n\nAll left.",
        "The pier was sold. It rained.\n\n1\n\fThe end came.\n- 2 -\fCase 1:17-cr-9 Page 4 of 4\nAll left.",
    ],
    ids=["form-feeds", "lines-above", "lines-below", "first-without-line", "both"],
)
def test_pages_have_the_numbers_that_they_give(text: str) -> None:
    assert read(text) == {
        "page-1": ["The pier was sold.", "It rained."],
        "page-2": ["The end came."],
        "page-4": ["All left."],
    }


def test_sentence_that_runs_over_belongs_to_the_page_on_which_it_begins() -> None:
    assert read("It rained. The council was\n\ftold of the well-\n\fknown deed. It voted.") == {
        "page-1": ["It rained.", "The council was told of the well-known deed."],
        "page-3": ["It voted."],
    }


def test_pages_whose_numbers_fall_are_refused() -> None:
    with pytest.raises(LayoutError) as caught:
        parse_document("Page 2\n\nIt rained.\n\nPage 1\n\nIt voted.")
    assert str(caught.value) == "Page 1 stands below page 2:\n  line 1: Page 2\n  line 5: Page 1"


def test_transcript_is_turns_with_speakers() -> None:
    assert read(HEARING) == {
        "paragraph-1": ["HEARING OF THE BOARD"],
        "paragraph-2": ["Port Ellery, May 3"],
        "turn-1": ["THE CHAIRMAN", "Did you sell it?", "Say so."],
        "turn-2": [
            "MS. OAK (through an interpreter)",
            "I did not.",
            "Remember: it rains.",
            "Note: she sighs.",
            "(Laughter.)",
        ],
        "turn-3": ["THE CHAIRMAN", "Thank you."],
    }


def test_speaker_is_sentence_0() -> None:
    places = [(one.section_key, one.number) for one in parse_document(HEARING).sentences if one.section_key == "turn-1"]
    assert places == [("turn-1", 0), ("turn-1", 1), ("turn-1", 2)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kelly: Did you?\nPutin: No.\nKelly: Why?\nPeskov: Time is up.", ["Kelly", "Putin", "Kelly", "Peskov"]),
        ("Q. Did you?\nA. No.\nQ: Why?\nA: It rained.", ["Q", "A", "Q", "A"]),
        ("[00:01:02] OAK: Yes.\n\n00:02:00 ELM: No.\n\nOAK:\nYes.", ["OAK", "ELM", "OAK"]),
    ],
    ids=["names", "questions-and-answers", "times"],
)
def test_speakers_are_written_in_many_ways(text: str, speakers: list[str]) -> None:
    assert [texts[0] for texts in read(text).values()] == speakers


def test_pages_of_a_transcript_may_be_left_out() -> None:
    text = "Page 1\nOAK: Yes.\nELM: No.\n\fPage 2\nOAK: Why?"
    with pytest.raises(LayoutError) as caught:
        parse_document(text)
    problem = "This may be a document of pages or a transcript; give the layout. Compare:"
    assert str(caught.value) == f"{problem}\n  line 4: Page 2\n  line 2: OAK: Yes."
    assert list(read(text, DocumentLayout.TRANSCRIPT)) == ["turn-1", "turn-2", "turn-3"]
    assert list(read(text, DocumentLayout.PAGES)) == ["page-1", "page-2"]


def test_interview_in_an_article_is_refused() -> None:
    paragraphs = "\n\n".join(["The council met. It voted."] * 9)
    text = f"A pier is sold\n\n{paragraphs}\n\nOAK: Yes.\n\nELM: No.\n\nOAK: Why?\n\nIt rained."
    with pytest.raises(LayoutError) as caught:
        parse_document(text)
    problem = "This may be an article with an interview in it or a transcript; give the layout. Compare:"
    assert str(caught.value) == f"{problem}\n  line 21: OAK: Yes.\n  line 23: ELM: No.\n  line 25: OAK: Why?"
    assert "paragraph-10" in read(text, DocumentLayout.ARTICLE)


@pytest.mark.parametrize(
    "text", [ARTICLE, "One is torn out:\n\nPage 7\n\nit says.", "Note: it rains.\n\nIt votes.\n\f"]
)
def test_layout_of_other_texts_is_an_article(text: str) -> None:
    assert layout_of(text) is DocumentLayout.ARTICLE


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        (DocumentLayout.PAGES, 'no document of pages: looked for form feeds, or lines such as "Page 3", found none.'),
        (
            DocumentLayout.TRANSCRIPT,
            'no transcript: looked for lines that begin with a speaker and a colon, such as "MS. OAK: …", found none.',
        ),
        (DocumentLayout.GALLERY, 'no article with a photo gallery: looked for a line such as "9 PHOTOS", found none.'),
    ],
)
def test_text_in_another_layout_is_refused(layout: DocumentLayout, message: str) -> None:
    with pytest.raises(NotThisLayoutError) as caught:
        parse_document("The council met.", layout)
    assert str(caught.value) == f"This is {message}"
