import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from people.filters import ParameterError, PersonFilter
from tests.agreement.asking import ClientSite
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    rename,
)

pytestmark = pytest.mark.django_db


def people_filter(query: str) -> PersonFilter:
    return PersonFilter(QueryDict(query))


def listed(noun: str, query: str) -> list[str]:
    """Return the slugs of what the page lists, and see that the CSV has the same."""
    site, asked = ClientSite(Client()), {name: [*values] for name, values in QueryDict(query).lists()}
    found = site.page(noun, asked)
    assert site.csv(noun, asked) == found
    return sorted(found)


@pytest.fixture
def cast() -> None:
    """Ann met Cy in person and wrote to Bob; Bob met Cy in person; Dee is not named and met nobody."""
    ann, bob, cy = make_person("Ann Bee", slide=1), make_person("Bob Cee", slide=2), make_person("Cy Dee")
    make_person("", slide=3, description="a man at a table")
    campaign = make_organisation("The campaign")
    make_role(ann, "Manager", "campaign", campaign)
    make_role(bob, "Banker", "business", make_organisation("The bank"))
    make_meeting(ann, cy, kind="in-person")
    make_meeting(ann, bob, kind="message")
    make_meeting(bob, cy, kind="in-person")
    allegation = make_allegation(ann, bob)
    make_response(allegation, ann)


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["ann-bee", "bob-cee", "cy-dee", "slide-3"]),
        ("q=cee", ["bob-cee"]),
        ("q=manager+bee", ["ann-bee"]),
        ("role=campaign", ["ann-bee"]),
        ("role=campaign&role=business", ["ann-bee", "bob-cee"]),
        ("title=banker", ["bob-cee"]),
        ("organisation=the-campaign", ["ann-bee"]),
        ("contact=cy-dee", ["ann-bee", "bob-cee"]),
        ("contact=cy-dee&role=campaign", ["ann-bee"]),
        ("contact=ann-bee&contact=bob-cee", ["ann-bee", "bob-cee", "cy-dee"]),
        ("contact=ann-bee&contact_kind=in-person", ["cy-dee"]),
        ("contact_kind=message", ["ann-bee", "bob-cee"]),
        ("allegations=any", ["ann-bee", "bob-cee"]),
        ("allegations=none", ["cy-dee", "slide-3"]),
        ("allegations=answered", ["ann-bee"]),
        ("allegations=unanswered", ["bob-cee"]),
        ("appears=mentioned", ["cy-dee"]),
        ("appears=gallery", ["ann-bee", "bob-cee", "slide-3"]),
        ("role=&q=&contact=", ["ann-bee", "bob-cee", "cy-dee", "slide-3"]),
        ("role=campaign&role=campaign", ["ann-bee"]),
    ],
)
def test_person_filter_lists_whom_the_query_asks_for(query: str, expected: list[str]) -> None:
    assert listed("people", query) == expected


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["ann-bee-bob-cee", "ann-bee-cy-dee", "bob-cee-cy-dee"]),
        ("kind=message", ["ann-bee-bob-cee"]),
        ("person=cy-dee", ["ann-bee-cy-dee", "bob-cee-cy-dee"]),
        ("person=cy-dee&kind=message", []),
    ],
)
def test_meeting_filter_lists_what_the_query_asks_for(query: str, expected: list[str]) -> None:
    assert listed("meetings", query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["answered", "open"]),
        ("answered=answered", ["answered"]),
        ("answered=unanswered", ["open"]),
        ("answered=answered&answered=unanswered", ["answered", "open"]),
        ("standing=reported", ["open"]),
        ("person=ann-bee", ["answered", "open"]),
        ("person=bob-cee", ["open"]),
    ],
)
def test_allegation_filter_lists_what_the_query_asks_for(query: str, expected: list[str]) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, title="answered"), ann)
    make_allegation(ann, bob, title="open", standing="reported")
    assert listed("allegations", query) == expected


@pytest.mark.usefixtures("cast")
def test_filter_problem_names_the_parameter_the_value_and_the_choices() -> None:
    assert people_filter("contact=nobody&appears=never&role=campaign").problems == [
        ParameterError("contact", "“nobody” isn't one of the options.", ["ann-bee", "bob-cee", "cy-dee", "slide-3"]),
        ParameterError("appears", "“never” isn't one of the options.", ["gallery", "pictured", "mentioned"]),
    ]


def test_filter_problem_names_each_bad_title() -> None:
    make_role(make_person(), "Manager")
    assert people_filter("title=astronaut").problems == [
        ParameterError("title", "“astronaut” isn't one of the options.", ["~none", "manager"])
    ]


def test_filter_problem_cuts_a_long_list_of_choices() -> None:
    for number in range(70):
        make_person(f"Person {number:02}")
    choices = people_filter("contact=nobody").problems[0].choices
    assert choices == [f"person-{number:02}" for number in range(60)] + ["…"]


def test_filter_refuses_a_search_of_more_than_200_characters() -> None:
    assert [problem.parameter for problem in people_filter("q=" + "x" * 201).problems] == ["q"]


def test_filter_refuses_a_search_of_more_than_ten_words() -> None:
    assert people_filter("q=" + "x+" * 11).problems == [
        ParameterError("q", "Search for at most 10 words; there are 11.", [])
    ]


def test_filter_refuses_a_null_character() -> None:
    assert [problem.parameter for problem in people_filter("q=%00").problems] == ["q"]


def test_filter_names_unknown_parameters_but_not_the_page() -> None:
    assert people_filter("rol=campaign&page=2&utm_source=x").unknown_params == ["rol"]


def test_filter_does_not_offer_drafts() -> None:
    make_person("Ann Bee", published=False)
    assert people_filter("contact=ann-bee").problems == [
        ParameterError("contact", "“ann-bee” isn't one of the options.", [])
    ]


def test_filter_query_replaces_one_parameter_and_goes_to_the_first_page() -> None:
    filters = people_filter("role=campaign&q=x&page=3&unknown=1")
    assert filters.query("role", ["business", "media"]) == "?role=business&role=media&q=x"


def test_filter_query_drops_one_of_several_values() -> None:
    assert people_filter("role=campaign&role=media&q=x").query_dropping("role", "media") == "?role=campaign&q=x"


def test_filter_query_cleared_keeps_the_order() -> None:
    filters = people_filter("role=campaign&sort=name")
    assert filters.is_valid()
    assert filters.query_cleared() == "?sort=name"


@pytest.mark.usefixtures("cast")
def test_filter_selected_gives_the_label_of_each_value() -> None:
    filters = people_filter("q=bee&contact=cy-dee&role=campaign&role=media&title=manager&sort=name")
    assert filters.is_valid()
    assert sorted((one.parameter, one.value, one.label) for one in filters.selected) == [
        ("contact", "cy-dee", "Cy Dee"),
        ("q", "bee", "“bee”"),
        ("role", "campaign", "Campaign"),
        ("role", "media", "Media"),
        ("title", "manager", "Manager"),
    ]


def test_filter_redirect_puts_todays_slug_for_the_former_one() -> None:
    ann = make_person("Ann Bee")
    rename(ann, "ann-cee")
    assert people_filter("role=campaign&contact=ann-bee").redirect_query == "?role=campaign&contact=ann-cee"


def test_filter_redirect_takes_one_query_for_each_parameter(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    filters = people_filter("contact=a&contact=b&contact=c")
    assert filters.renamed_query == ""  # which loads the type of content
    with django_assert_num_queries(1):
        assert people_filter("contact=a&contact=b&contact=c").renamed_query == ""


def test_filter_redirect_is_empty_where_no_slug_was_renamed() -> None:
    assert people_filter("contact=nobody").redirect_query == ""
