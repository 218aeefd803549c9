from collections.abc import Callable
from typing import Any

import pytest

from people.models import Passage, Source
from people.querysets.citing import CITING_MODELS
from people.text import digest
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db


def places(passages: Any) -> list[str]:
    return [str(passage) for passage in passages]


def test_sources_are_listed_by_title_with_the_number_of_their_passages() -> None:
    make_source("Empty")
    news, book = make_source("News"), make_source("Book")
    for source in (news, news, book):
        make_passage(source)
    sources: Any = Source.objects.for_list()
    assert [(source.title, source.passage_count) for source in sources] == [("Book", 1), ("Empty", 0), ("News", 2)]


def test_passages_are_counted_by_source() -> None:
    news, book = make_source("News"), make_source("Book")
    for source in (news, news, book):
        make_passage(source)
    assert Passage.objects.count_by_source() == {news.pk: 2, book.pk: 1}


def test_passages_of_citations_are_listed_by_source_in_its_order() -> None:
    news, book = make_source("News"), make_source("Book")
    for source, section, position in [(news, "slide-1", 2), (news, "slide-2", 1), (book, "slide-1", 1)]:
        make_passage(source, section, 1, position=position)
    assert places(Passage.objects.cited()) == ["book/slide-1/1", "news/slide-2/1", "news/slide-1/1"]


@pytest.fixture
def document() -> None:
    news, book = make_source("The News", slug="000_news"), make_source("A Book")
    for section in ("headline", "paragraph-1", "slide-1", "slide-12"):
        for sentence, text in enumerate((f"First of {section}.", f"Second of {section}."), start=1):
            make_passage(news, section, sentence, text)
    make_passage(book, "slide-1", 1, "Only the book says so.")


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("slide 12", ["000_news/slide-12/1", "000_news/slide-12/2"]),
        ("slide-12 2", ["000_news/slide-12/2"]),
        ("Slide 12, sentence 2", ["000_news/slide-12/2"]),
        ("slide-12/2", ["000_news/slide-12/2"]),
        ("000_news/slide-12/2", ["000_news/slide-12/2"]),
        ("12·2", ["000_news/slide-12/2"]),
        ("s12-2", ["000_news/slide-12/2"]),
        ("p1·1", ["000_news/paragraph-1/1"]),
        ("paragraph 1", ["000_news/paragraph-1/1", "000_news/paragraph-1/2"]),
        ("headline 2", ["000_news/headline/2"]),
        ("slide 1", ["a-book/slide-1/1", "000_news/slide-1/1", "000_news/slide-1/2"]),
        ("slide 1 book", ["a-book/slide-1/1"]),
        ("news slide 1", ["000_news/slide-1/1", "000_news/slide-1/2"]),
        ("book says", ["a-book/slide-1/1"]),
        ("second headline", ["000_news/headline/2"]),
        (digest("Only the book says so.")[:8].upper(), ["a-book/slide-1/1"]),
        ("slide 99", []),
        ("nothing", []),
    ],
)
def test_matching_finds_passages_by_place_and_words(text: str, found: list[str]) -> None:
    assert places(Passage.objects.matching(text).cited()) == found


@pytest.mark.usefixtures("document")
def test_matching_nothing_lists_every_passage() -> None:
    assert Passage.objects.matching(" ").count() == 9


def make_citing(model: str, passage: Passage, **state: Any) -> None:
    """Make an entry of that model which alone rests on the passage."""
    elsewhere: dict[str, Any] = {"passages": [make_passage(section="slide-99")]}
    ann, bob = make_person("Ann", **elsewhere), make_person("Bob", **elsewhere)
    allegation = make_allegation(ann, **elsewhere)
    here: dict[str, Any] = {"passages": [passage]} | state
    makers: dict[str, Callable[[], Any]] = {
        "person": lambda: make_person("Cy", **here),
        "alias": lambda: make_alias(ann, **here),
        "role": lambda: make_role(ann, **here),
        "meeting": lambda: make_meeting(ann, **here),
        "tie": lambda: make_tie(ann, bob, **here),
        "allegation": lambda: make_allegation(ann, **here),
        "response": lambda: make_response(allegation, ann, **here),
        "outcome": lambda: make_outcome(allegation, **here),
        "statement": lambda: make_statement(ann, **here),
    }
    makers[model]()


@pytest.fixture
def sentence() -> Passage:
    make_passage(section="slide-5", sentence=2)
    return make_passage(section="slide-5", sentence=1)


def in_slide_5(passages: Any) -> list[str]:
    return places(passages.filter(section="slide-5").order_by("sentence"))


FIRST, SECOND = "the-source/slide-5/1", "the-source/slide-5/2"


@pytest.mark.parametrize("model", CITING_MODELS)
@pytest.mark.parametrize("published", [True, False])
def test_passage_is_used_by_whatever_cites_it(sentence: Passage, model: str, published: bool) -> None:
    make_citing(model, sentence, published=published)
    passages = Passage.objects.all()
    assert (in_slide_5(passages.used()), in_slide_5(passages.unused())) == ([FIRST], [SECOND])


@pytest.mark.parametrize("model", CITING_MODELS)
def test_passages_say_whether_something_cites_them(sentence: Passage, model: str) -> None:
    make_citing(model, sentence, published=False)
    passages: Any = Passage.objects.with_used().filter(section="slide-5").order_by("sentence")
    assert list(passages.values_list("sentence", "is_used")) == [(1, True), (2, False)]


@pytest.mark.parametrize("model", CITING_MODELS)
@pytest.mark.parametrize(("published", "found"), [(True, [FIRST]), (False, [])])
def test_passage_carries_what_readers_see(sentence: Passage, model: str, published: bool, found: list[str]) -> None:
    make_citing(model, sentence, published=published)
    assert in_slide_5(Passage.objects.publicly_cited()) == found


@pytest.mark.parametrize("model", CITING_MODELS)
@pytest.mark.parametrize(("published", "number"), [(True, 1), (False, 0)])
def test_what_rests_on_a_passage_is_at_hand(sentence: Passage, model: str, published: bool, number: int) -> None:
    make_citing(model, sentence, published=published)
    passage: Any = Passage.objects.with_cited_by().get(pk=sentence.pk)
    resting = {name: len(getattr(passage, f"{name}_set").all()) for name in CITING_MODELS}
    assert resting == dict.fromkeys(CITING_MODELS, 0) | {model: number}


@pytest.mark.parametrize("model", CITING_MODELS)
@pytest.mark.parametrize("published", [True, False])
def test_what_rests_on_a_passage_is_at_hand_with_drafts(sentence: Passage, model: str, published: bool) -> None:
    make_citing(model, sentence, published=published)
    passage: Any = Passage.objects.with_cited_by_and_drafts().get(pk=sentence.pk)
    resting = {name: len(getattr(passage, f"{name}_set").all()) for name in CITING_MODELS}
    assert resting == dict.fromkeys(CITING_MODELS, 0) | {model: 1}
