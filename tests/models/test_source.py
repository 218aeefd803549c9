from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from people.models import Passage, Source
from people.querysets.source import key_of_mark
from people.vocabulary import Rights, SectionKind
from tests.factories import make_passage, make_source

pytestmark = pytest.mark.django_db


def errors_of(passage: Passage, **fields: Any) -> dict[str, list[str]]:
    """Return why the passage is refused once it has these fields, by field."""
    for name, value in fields.items():
        setattr(passage, name, value)
    with pytest.raises(ValidationError) as refusal:
        passage.full_clean()
    return refusal.value.message_dict


@pytest.mark.parametrize(
    ("section", "sentence", "label", "anchor", "place"),
    [
        ("slide-5", 3, "5·3", "s5-3", "Slide 5, sentence 3"),
        ("slide-5", 0, "5·0", "s5-0", "Slide 5, heading"),
        ("paragraph-9", 1, "p9·1", "p9-1", "Paragraph 9, sentence 1"),
        ("headline", 1, "h·1", "h-1", "Headline, sentence 1"),
        ("gallery", 1, "g·1", "g-1", "Gallery title, sentence 1"),
        ("related-2", 1, "r2·1", "r2-1", "Related headline 2, sentence 1"),
        ("navigation-12", 1, "n12·1", "n12-1", "Navigation 12, sentence 1"),
        ("page-3", 2, "pg3·2", "pg3-2", "Page 3, sentence 2"),
        ("turn-12", 1, "t12·1", "t12-1", "Turn 12, sentence 1"),
        ("turn-12", 0, "t12·0", "t12-0", "Turn 12, speaker"),
    ],
)
def test_passage_tells_its_place(section: str, sentence: int, label: str, anchor: str, place: str) -> None:
    passage = Passage(section=section, sentence=sentence)
    assert (passage.label, passage.anchor, passage.place) == (label, anchor, place)


def test_anchors_of_all_kinds_of_section_differ() -> None:
    anchors = [Passage(section=kind, sentence=1).anchor for kind in SectionKind.values]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("section", ["slide", "slide-5", "slide-27", "headline", "related-10", "page-3", "turn-12"])
def test_section_is_a_kind_and_maybe_a_number(section: str) -> None:
    passage = make_passage()
    passage.section = section
    passage.full_clean()


@pytest.mark.parametrize("section", ["", "leaf-3", "slide-0", "slide-05", "slide-", "slide-x", "Slide-5", "slide 5"])
def test_section_of_another_form_is_refused(section: str) -> None:
    assert list(errors_of(make_passage(), section=section)) == ["section"]


@pytest.mark.parametrize(
    ("section", "sentence", "opening"),
    [
        ("slide-5", 1, "One two three four five six"),
        ("slide-5", 0, "A heading of a good many more words"),
        ("page-5", 1, ""),
    ],
)
def test_opening_words_are_few_except_of_a_heading(section: str, sentence: int, opening: str) -> None:
    make_passage(section=section, sentence=sentence, opening=opening).full_clean()


@pytest.mark.parametrize(
    ("opening", "message"),
    [
        ("One two three four five six seven", "At most 6 words; only a heading is given whole."),
        ("One three", "The text doesn't begin with these words."),
    ],
)
def test_opening_words_of_another_form_are_refused(opening: str, message: str) -> None:
    passage = make_passage(text="One two three four five six seven eight.")
    assert errors_of(passage, opening=opening) == {"opening": [message]}


def test_length_is_counted_where_the_text_is_given() -> None:
    passage = make_passage(text="“Ann”\u00a0 spo\u00adke.", length=99)
    assert passage.length == len('"Ann" spoke.')
    passage.text = "𝐀nn 🙂."
    passage.save()
    assert Passage.objects.get().length == len("Ann 🙂.")


def test_length_is_as_given_where_the_text_is_not() -> None:
    assert [make_passage(length=given).length for given in (12, None)] == [12, None]


@pytest.mark.parametrize("digest", ["", "0" * 63, "0" * 65, "G" * 64, "A" * 64])
def test_digest_of_another_form_is_refused(digest: str) -> None:
    assert list(errors_of(make_passage(), digest=digest)) == ["digest"]


def test_source_has_one_passage_in_a_place_in_the_database() -> None:
    first = make_passage(section="slide-1", sentence=1)
    again = Passage(source=first.source, section="slide-1", sentence=1, position=9, digest=first.digest)
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Passage.objects.bulk_create([again])


def test_source_has_one_passage_in_a_place_in_forms() -> None:
    first = make_passage(section="slide-1", sentence=1)
    again = Passage(source=first.source, section="slide-1", sentence=1, position=9, digest=first.digest)
    with pytest.raises(ValidationError) as refusal:
        again.full_clean()
    assert refusal.value.messages == ["The source has a passage in this place already."]


def test_sources_may_have_passages_in_the_same_place() -> None:
    for title in ("One", "Two"):
        make_passage(make_source(title), section="slide-1", sentence=1)
    assert [str(passage) for passage in Passage.objects.all()] == ["one/slide-1/1", "two/slide-1/1"]


def test_passages_are_listed_in_the_order_of_their_document() -> None:
    source = make_source("News")
    for section, position in [("slide-1", 3), ("headline", 1), ("slide-10", 2)]:
        make_passage(source, section, 1, position=position)
    assert [str(passage) for passage in Passage.objects.all()] == [
        "news/headline/1",
        "news/slide-10/1",
        "news/slide-1/1",
    ]


@pytest.mark.parametrize(("rights", "shown"), [(Rights.FULL_TEXT, "Words."), (Rights.SHORT_QUOTATION, "")])
def test_text_is_quotable_where_the_source_may_be_shown_in_full(rights: str, shown: str) -> None:
    passage = make_passage(make_source(rights=rights), text="Words.")
    assert passage.quotable_text == shown


def test_source_may_only_be_quoted_shortly_unless_it_says_otherwise() -> None:
    assert make_source().rights == Rights.SHORT_QUOTATION


def test_source_is_printed_as_its_title() -> None:
    assert str(make_source("The News")) == "The News"


def test_source_has_a_page() -> None:
    assert make_source("The News").get_absolute_url() == "/sources/the-news/"


def test_passage_has_an_anchor_on_its_sources_page() -> None:
    passage = make_passage(make_source("The News"), "slide-5", 3)
    assert passage.get_absolute_url() == "/sources/the-news/#s5-3"


@pytest.mark.parametrize(
    ("key", "mark"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
)
def test_source_has_a_mark_of_letters(key: int, mark: str) -> None:
    assert (Source(pk=key).mark, key_of_mark(mark)) == (mark, key)


@pytest.mark.parametrize("key", [26, 701, 702, 18_277])
def test_passage_is_found_by_its_citation(key: int) -> None:
    first, second = (
        make_passage(make_source(title, pk=key + place), "page-3", 2)
        for place, title in enumerate(("The news", "A hearing"))
    )
    assert list(Passage.objects.matching(f"{second.source.mark} pg3·2")) == [second]
    assert list(Passage.objects.matching(f"{first.source.mark} pg3·2")) == [first]
