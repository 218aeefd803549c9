import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from people.filters import AllegationFilter, MeetingFilter, PersonFilter
from people.filters.facets import MAX_INLINE_CHOICES, MAX_LARGEST_CHOICES, Facet, OpenFacet, open_facet
from people.index import FacetCount, get_index
from people.models import Participation
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> None:
    ann, bob, cy = make_person("Ann Bee", slide=1), make_person("Bob Cee", slide=2), make_person("Cy Dee")
    make_role(ann, "Manager", "campaign", make_organisation("The campaign"))
    make_role(bob, "Manager", "business", make_organisation("The bank"))
    make_role(cy, "Adviser", "campaign")
    make_meeting(ann, cy, kind="in-person")
    make_meeting(ann, bob, kind="message")
    make_response(make_allegation(ann, bob, title="answered by Ann"), ann)


def numbers(facets: list[Facet]) -> dict[str, dict[str, int]]:
    return {
        facet.parameter: {choice.value: choice.number for choice in (*facet.choices, *facet.more) if choice.number}
        for facet in facets
    }


def facets_of(query: str) -> list[Facet]:
    filters = PersonFilter(QueryDict(query))
    assert filters.is_valid(), filters.problems
    return filters.build_facets()


@pytest.mark.usefixtures("cast")
def test_person_facets_count_everybody_without_filters() -> None:
    assert numbers(facets_of("")) == {
        "contact": {"ann-bee": 2, "bob-cee": 1, "cy-dee": 1},
        "contact_kind": {"in-person": 2, "message": 2},
        "role": {"campaign": 2, "business": 1},
        "title": {"manager": 2, "adviser": 1},
        "organisation": {"the-campaign": 1, "the-bank": 1, "~none": 1},
        "allegations": {"any": 2, "answered": 1, "unanswered": 1, "none": 1},
        "reply": {"denies": 1},
        "appears": {"gallery": 2, "mentioned": 1},
    }


@pytest.mark.usefixtures("cast")
def test_person_facets_leave_their_own_choices_out_of_the_count() -> None:
    assert numbers(facets_of("role=business")) == {
        "contact": {"ann-bee": 1},
        "contact_kind": {"message": 1},
        "role": {"campaign": 2, "business": 1},
        "title": {"manager": 1},
        "organisation": {"the-bank": 1},
        "allegations": {"any": 1, "unanswered": 1},
        "reply": {},
        "appears": {"gallery": 1},
    }


@pytest.mark.usefixtures("cast")
def test_contact_and_kind_are_counted_on_the_same_meeting() -> None:
    counted = numbers(facets_of("contact=ann-bee&contact_kind=in-person"))
    assert (counted["contact"], counted["contact_kind"]) == (
        {"ann-bee": 1, "cy-dee": 1},
        {"in-person": 1, "message": 1},
    )


@pytest.mark.usefixtures("cast")
def test_facets_keep_a_selected_choice_that_lists_nobody() -> None:
    titles = next(facet for facet in facets_of("role=business&title=adviser") if facet.parameter == "title")
    assert [(choice.value, choice.number, choice.selected) for choice in titles.choices] == [
        ("manager", 1, False),
        ("adviser", 0, True),
    ]


def test_open_facet_folds_what_comes_after_the_ten_largest() -> None:
    filters = PersonFilter(QueryDict(""))
    assert filters.is_valid()
    counts = [FacetCount(f"t{number}", f"T {number}", 20 - number) for number in range(12)]
    facet = open_facet(filters, OpenFacet("title"), counts, has_page=False)
    assert [len(facet.choices), [choice.value for choice in facet.more]] == [10, ["t10", "t11"]]


@pytest.mark.parametrize(("number", "has_page"), [(MAX_INLINE_CHOICES, False), (MAX_INLINE_CHOICES + 1, True)])
def test_facet_of_very_many_choices_has_a_page_for_them(number: int, has_page: bool) -> None:
    ann = make_person("Ann")
    others = [make_person(f"Person {place}") for place in range(number)]
    make_meeting(ann, *others[1:], title="Dinner")
    make_role(ann, "Manager")
    for place, other in enumerate(others):
        make_role(other, f"Title {place}")
    contact, title = (next(one for one in facets_of("") if one.parameter == name) for name in ("contact", "title"))
    assert (contact.has_page, title.has_page) == (has_page, True)
    meetings = MeetingFilter(QueryDict(""))
    assert meetings.is_valid()
    (person,) = (one for one in meetings.build_facets() if one.parameter == "person")
    assert (person.has_page, len(person.choices), len(person.more)) == (
        has_page,
        MAX_LARGEST_CHOICES,
        0 if has_page else 40,
    )


def test_open_facet_shows_a_selected_choice_among_the_largest() -> None:
    for number in range(12):
        make_role(make_person(f"Person {number:02}"), f"Title {number:02}")
    titles = next(facet for facet in facets_of("title=title-11") if facet.parameter == "title")
    assert [choice.value for choice in titles.choices][-1] == "title-11"
    assert [choice.value for choice in titles.more] == ["title-10"]


@pytest.mark.usefixtures("cast")
def test_meeting_facets_count_what_their_links_list() -> None:
    filters = MeetingFilter(QueryDict("person=ann-bee"))
    assert filters.is_valid()
    assert numbers(filters.build_facets()) == {
        "kind": {"in-person": 1, "message": 1},
        "date": {"~none": 2},
        "person": {"ann-bee": 2, "bob-cee": 1, "cy-dee": 1},
    }


@pytest.mark.usefixtures("cast")
def test_allegation_facets_count_what_their_links_list() -> None:
    filters = AllegationFilter(QueryDict(""))
    assert filters.is_valid()
    assert numbers(filters.build_facets()) == {
        "standing": {"alleged": 1},
        "answered": {"answered": 1},
        "reply": {"denies": 1},
        "person": {"ann-bee": 1, "bob-cee": 1},
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_person_facets_take_two_queries(rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(rows):
        one, other = make_person(f"Person {number}"), make_person(f"Other {number}")
        make_role(one, "Manager", organisation=make_organisation(f"Body {number}"))
        make_meeting(one, other)
    assert Participation.objects.count() == 2 * rows
    filters = PersonFilter(QueryDict(""))
    assert filters.is_valid()
    get_index()
    with django_assert_num_queries(2):
        filters.build_facets()


@pytest.mark.parametrize("query", ["role=~none", "title=~none", "organisation=~none", "contact_kind=~none"])
def test_choice_of_what_is_not_recorded_lists_who_has_no_other_choice(query: str) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_role(ann, organisation=make_organisation())
    make_meeting(ann, make_person("Cy Dee"))
    make_role(make_person("Cy Dee 2"), category="", published=False)
    filters = PersonFilter(QueryDict(f"{query}&q=bob"))
    assert filters.is_valid()
    assert [one.label for one in filters.selected] == ["“bob”", "None recorded"]
    assert list(filters.ids) == [bob.pk]
