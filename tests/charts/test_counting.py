"""What the figures count, and where they lead."""

import pytest

from people.charts.bars import Bar
from people.charts.counting import (
    MAX_BARS,
    CoverageCharts,
    HomeCharts,
    allegations_by_answers,
    contacts_by_person,
    load_coverage_charts,
    load_home_charts,
    people_by_category,
    people_in_contact,
    sentences_by_source,
)
from people.index import get_index
from people.models import Passage
from people.vocabulary import ContactKind
from tests.factories import (
    make_allegation,
    make_meeting,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
)

pytestmark = pytest.mark.django_db


def told(bars: list[Bar]) -> list[tuple[str, str, int]]:
    return [(bar.value.label, bar.value.address, bar.value.number) for bar in bars]


def test_categories_count_people_in_the_order_of_the_vocabulary() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    make_role(ann, "Clerk", category="media")
    make_role(ann, "Editor", category="media")
    make_role(bob, "Reporter", category="media")
    make_role(bob, category="campaign")
    make_role(bob, "Guest", category="")
    make_role(bob, category="business", published=False)
    assert told(people_by_category(get_index())) == [
        ("Campaign", "/people/?role=campaign", 1),
        ("Media", "/people/?role=media", 2),
    ]


def test_contacts_count_people_and_stand_in_the_order_of_the_gallery() -> None:
    ann, bob, cat = make_person("Ann", slide=2), make_person("Bob"), make_person("Cat", slide=1)
    make_meeting(ann, bob)
    make_meeting(ann, bob, title="Again")
    make_meeting(ann, cat, title="Lunch")
    make_meeting(bob, cat, kind="hearing")
    make_meeting(make_person("Dan", published=False), cat)
    assert told(contacts_by_person(get_index())) == [
        ("Cat", "/people/?contact=cat", 1),
        ("Ann", "/people/?contact=ann", 2),
        ("Bob", "/people/?contact=bob", 1),
    ]


def test_of_too_many_people_those_with_most_contacts_are_shown_and_then_the_first_of_the_gallery() -> None:
    hub = make_person("Zoe")
    others = [make_person(f"Person {place:02}", slide=place + 1) for place in range(MAX_BARS + 1)]
    make_meeting(*others[-2:], title="Aside")
    for other in others:
        make_meeting(hub, other)
    assert [label for label, _, _ in told(contacts_by_person(get_index()))] == [
        *(str(other) for other in others[: MAX_BARS - 3]),
        *(str(other) for other in others[-2:]),
        "Zoe",
    ]
    assert people_in_contact(get_index()).number == MAX_BARS + 2


def test_people_in_contact_are_those_of_any_kind_of_contact() -> None:
    make_meeting(make_person("Ann"), make_person("Bob"))
    make_meeting(make_person("Cat"), make_person("Dan"), kind="hearing")
    assert people_in_contact(get_index())[1:3] == (
        "/people/?" + "&".join(f"contact_kind={kind}" for kind in ContactKind.values),
        2,
    )


def test_allegations_are_answered_or_not() -> None:
    ann = make_person("Ann")
    make_response(make_allegation(ann), ann)
    make_response(make_allegation(ann, title="Another"), ann, published=False)
    make_allegation(ann, title="A third")
    whole = allegations_by_answers()
    assert (whole.number, told(whole.parts)) == (
        3,
        [
            ("Reply given", "/allegations/?answered=answered", 1),
            ("Source gives no reply", "/allegations/?answered=unanswered", 2),
        ],
    )


def test_sentences_are_used_explained_or_open() -> None:
    source = make_source("Book")
    ann = make_person("Ann", passages=[make_passage(source)])
    make_statement(ann, passages=[make_passage(source, reason="Needless, as it is used")])
    make_statement(ann, "Left.", passages=[make_passage(source)], published=False)
    make_passage(source, reason="A credit")
    [whole] = sentences_by_source()
    assert (whole.label, whole.address, whole.number, told(whole.parts)) == (
        "Book",
        "/sources/book/",
        4,
        [
            ("Used", "/sources/book/", 2),
            ("Not used (why)", "/sources/book/", 1),
            ("Not yet covered", "/sources/book/", 1),
        ],
    )


def test_sources_beyond_the_first_by_title_are_only_counted() -> None:
    for place in reversed(range(MAX_BARS + 2)):
        source = make_source(f"Source {place:02}")
        make_person(passages=[make_passage(source)])
        make_passage(source)
    make_passage(make_source("A hidden one"))
    sources, number = load_coverage_charts()
    assert ([source.label for source in sources], number) == (
        [f"Source {place:02}" for place in range(MAX_BARS)],
        MAX_BARS + 2,
    )


def test_figures_of_nothing_are_empty() -> None:
    assert Passage.objects.count() == 0
    assert load_home_charts() == HomeCharts(
        people=0,
        meetings=0,
        categories=[],
        contacts=[],
        in_contact=people_in_contact(get_index()),
        allegations=allegations_by_answers(),
    )
    assert load_coverage_charts() == CoverageCharts([], 0)
