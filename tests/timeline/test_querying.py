"""What the timeline lists, and in which order."""

from typing import Any

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from people.filters import ParameterError, TimelineFilter
from people.models import Meeting, Person
from people.timeline.entries import TimelineEntry, load_entries
from tests.factories import make_meeting, make_person, make_role, make_statement

pytestmark = pytest.mark.django_db


def filters(query: str) -> TimelineFilter:
    found = TimelineFilter(QueryDict(query))
    assert found.is_valid(), found.errors
    return found


def entries(query: str = "") -> list[TimelineEntry]:
    return load_entries(filters(query).ids)


def labels(query: str = "") -> list[str]:
    return [told(entry) for entry in entries(query)]


def told(entry: TimelineEntry) -> str:
    return entry.label if entry.kind in ("meeting", "hearing") else f"{entry.people[0]}: {entry.label}"


@pytest.fixture
def everything() -> None:
    """Ann, of the campaign, and Bob, of no role; a meeting of both, a hearing of hers, and a statement on each."""
    ann, bob = make_person("Ann"), make_person("Bob")
    make_role(ann, "Adviser", category="campaign", start="2016-03")
    make_role(ann, "Banker", category="business", end="2009")
    make_meeting(ann, bob, title="Lunch", date="2016")
    make_meeting(ann, kind="hearing", title="Hearing of Ann", date="2017-02-03")
    make_statement(ann, "Resigned.", date="2016-08")
    make_statement(bob, "Lived abroad.")


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "",
            [
                "Ann: Banker",
                "Lunch",
                "Ann: Adviser",
                "Ann: Resigned.",
                "Hearing of Ann",
                "Bob: Lived abroad.",
            ],
        ),
        ("kind=role", ["Ann: Banker", "Ann: Adviser"]),
        ("kind=hearing&kind=meeting", ["Lunch", "Hearing of Ann"]),
        ("person=bob", ["Lunch", "Bob: Lived abroad."]),
        ("person=bob&kind=statement", ["Bob: Lived abroad."]),
        ("category=campaign", ["Lunch", "Ann: Adviser", "Ann: Resigned.", "Hearing of Ann"]),
        ("category=campaign&person=bob", ["Lunch"]),
        ("category=media", []),
        ("from=2017", ["Ann: Adviser", "Hearing of Ann"]),
        ("to=2009", ["Ann: Banker"]),
        ("to=2008", []),
        ("from=2016-08&to=2016-08", ["Lunch", "Ann: Adviser", "Ann: Resigned."]),
    ],
)
def test_timeline_lists_what_all_parameters_allow_in_order_of_time(query: str, found: list[str]) -> None:
    assert labels(query) == found


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_timeline_lists_only_what_readers_see(hidden: dict[str, Any]) -> None:
    ann, draft = make_person("Ann"), make_person("Dan", published=False)
    make_role(ann, start="2016", **hidden)
    make_meeting(ann, date="2016", **hidden)
    make_statement(ann, date="2016", **hidden)
    make_role(draft, start="2016")
    make_statement(draft, date="2016")
    assert labels() == []


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("query", ["", "person=ann", "category=campaign", "kind=role&from=2010", "to=2016"])
def test_each_choice_lists_as_many_entries_as_counted(query: str) -> None:
    given_ = filters(query)
    wrong = [
        (facet.parameter, choice.value, choice.number)
        for facet in given_.build_facets()
        for choice in facet.choices
        if choice.number != len(labels(choice.query[1:]))
    ]
    assert wrong == []


@pytest.mark.usefixtures("everything")
def test_number_of_entries_is_that_of_the_list() -> None:
    assert filters("").count() == len(labels()) == 6


@pytest.mark.usefixtures("everything")
def test_role_of_which_only_the_end_is_known_stands_there() -> None:
    make_role(Person.objects.get(slug="bob"), "Clerk", end="2016-05")
    assert labels("kind=role&kind=statement&from=2010") == ["Ann: Adviser", "Bob: Clerk", "Ann: Resigned."]


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize(("query", "dated"), [("", 5), ("person=bob", 1), ("from=2016", 4)])
def test_dated_entries_are_counted(query: str, dated: int) -> None:
    assert filters(query).count_dated() == dated


def test_entries_of_the_same_day_come_kind_by_kind() -> None:
    ann = make_person("Ann")
    make_statement(ann, "Left.", date="2016")
    make_meeting(ann, kind="hearing", title="Hearing", date="2016")
    make_meeting(ann, make_person("Bob"), title="Lunch", date="2016")
    make_role(ann, "Aide", start="2016", end="2016")
    assert labels() == ["Ann: Aide", "Lunch", "Hearing", "Ann: Left."]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_as_many_queries_for_many_as_for_few(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        ann = make_person(f"Ann {place}")
        make_role(ann)
        make_meeting(ann, make_person(f"Bob {place}"))
        make_meeting(ann, kind="hearing")
        make_statement(ann)
    filters("").count()  # which loads the index
    with django_assert_num_queries(8):
        found = entries()
        [(entry.label, entry.people, list(entry.row.passages.all())) for entry in found]
    assert len(found) == 4 * number


def test_entry_that_is_withdrawn_meanwhile_is_left_out() -> None:
    make_meeting(make_person("Ann"), title="Lunch")
    ids = list(filters("").ids)
    Meeting.objects.all().delete()
    assert load_entries(ids) == []


SINGLE = "is not a single date; write for example 2016, 2016-03 or 2016-03-15."


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        (
            "kind=war",
            [ParameterError("kind", "“war” isn't one of the options.", ["role", "meeting", "hearing", "statement"])],
        ),
        ("from=2015/2016", [ParameterError("from", f"“2015/2016” {SINGLE}", [])]),
        ("to=../2016", [ParameterError("to", f"“../2016” {SINGLE}", [])]),
        ("from=2017&to=2016", [ParameterError("to", "“2016” lies before “2017”.", [])]),
        ("from=2017-03&to=2017-02-28", [ParameterError("to", "“2017-02-28” lies before “2017-03”.", [])]),
    ],
)
def test_what_means_nothing_is_a_problem(query: str, problems: list[ParameterError]) -> None:
    assert TimelineFilter(QueryDict(query)).problems == problems


@pytest.mark.parametrize("text", ["spring", "2016-13", "16"])
def test_text_that_is_no_date_is_a_problem_that_says_what_would_do(text: str) -> None:
    [problem] = TimelineFilter(QueryDict(f"from={text}")).problems
    assert problem.message.startswith(f"“{text}” is not a date that exists in EDTF; write for example 2016,")


@pytest.mark.parametrize("query", ["from=2016&to=2016", "from=2016-03&to=2016", "from=2016&to=2016-03-15"])
def test_period_may_lie_within_a_year(query: str) -> None:
    assert TimelineFilter(QueryDict(query)).is_valid()
