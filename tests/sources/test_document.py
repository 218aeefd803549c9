from hashlib import sha256

from people.sources.document import Section, Sentence, SentenceRole, make_section
from people.vocabulary import SectionKind


def test_section_key_of_a_numbered_kind_ends_in_the_number() -> None:
    assert Section(SectionKind.SLIDE, 5, ()).key == "slide-5"


def test_section_key_of_a_single_kind_is_the_kind() -> None:
    assert Section(SectionKind.HEADLINE, None, ()).key == "headline"


def test_make_section_gives_a_slides_heading_the_number_0() -> None:
    section = make_section(
        SectionKind.SLIDE, 2, [(SentenceRole.HEADING, "Ida Fenn"), (SentenceRole.CAPTION, "She left.")]
    )

    assert section.sentences == (
        Sentence("slide-2", 0, "Ida Fenn", SentenceRole.HEADING),
        Sentence("slide-2", 1, "She left.", SentenceRole.CAPTION),
    )


def test_make_section_counts_from_1_without_heading() -> None:
    section = make_section(SectionKind.SLIDE, 3, [(SentenceRole.CAPTION, "She left.")])

    assert section.sentences == (Sentence("slide-3", 1, "She left.", SentenceRole.CAPTION),)


def test_make_section_counts_from_1_outside_of_slides() -> None:
    section = make_section(SectionKind.HEADLINE, None, [(SentenceRole.HEADING, "A pier is sold")])

    assert section.sentences == (Sentence("headline", 1, "A pier is sold", SentenceRole.HEADING),)


def test_sentence_digest_is_that_of_the_normalised_text() -> None:
    sentence = Sentence("slide-5", 1, "She calls\u00a0it “plain routine.”", SentenceRole.CAPTION)

    assert sentence.digest == sha256(b'She calls it "plain routine."').hexdigest()
