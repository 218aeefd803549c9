"""What pages preload: as many queries for three rows as for one, and nothing that readers don't see."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from pytest_django import DjangoAssertNumQueries

from people.exports.text import allegation_words, places
from people.models import Allegation, Meeting, Organisation, Passage, Person, Source
from people.querysets.citations import load_citations
from people.querysets.loading import find_profile
from people.querysets.sides import load_table
from people.vocabulary import TieKind
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
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


def citations(entry: Any) -> list[str]:
    return [f"{passage.source.title}: {passage.place}" for passage in entry.passages.all()]


def show_row(person: Any) -> dict[str, Any]:
    return {
        "person": (person.name, places(person)),
        "aliases": [alias.name for alias in person.aliases.all()],
        "roles": [str(role) for role in person.roles.all()],
        "allegations": [allegation_words(allegation) for allegation in person.allegations.all()],
    }


def show_profile(person: Any) -> dict[str, Any]:
    return {
        "person": (str(person), citations(person)),
        "aliases": [(alias.name, citations(alias)) for alias in person.aliases.all()],
        "roles": [(str(role), role.get_absolute_url(), citations(role)) for role in person.roles.all()],
        "meetings": [show_meeting(meeting) for meeting in person.meetings.all()],
        "ties from": [(str(tie), tie.get_absolute_url(), citations(tie)) for tie in person.ties_from.all()],
        "ties to": [(str(tie), tie.get_absolute_url(), citations(tie)) for tie in person.ties_to.all()],
        "allegations": [show_allegation(allegation) for allegation in person.allegations.all()],
        "statements": [(str(one), one.get_absolute_url(), citations(one)) for one in person.statements.all()],
    }


def show_meeting(meeting: Any) -> Any:
    people = [participation.person.name for participation in meeting.participations.all()]
    return meeting.title, str(meeting.organisation), people, citations(meeting)


def show_allegation(allegation: Any) -> Any:
    subjects = [subject.name for subject in allegation.subjects.all()]
    responses = [(response.person.name, citations(response)) for response in allegation.responses.all()]
    outcomes = [(outcome.kind, citations(outcome)) for outcome in allegation.outcomes.all()]
    return allegation.title, subjects, responses, outcomes, citations(allegation)


def show_organisation(organisation: Any) -> Any:
    roles = [(role.person.name, role.title, citations(role)) for role in organisation.roles.all()]
    return str(organisation), roles, [show_meeting(meeting) for meeting in organisation.meetings.all()]


def show_source(source: Any) -> Any:
    return source.title, source.passage_count


def show_passage(passage: Any) -> Any:
    lists = [
        *(passage.person_set, passage.alias_set, passage.role_set, passage.meeting_set),
        *(passage.tie_set, passage.allegation_set, passage.response_set, passage.outcome_set),
        passage.statement_set,
    ]
    return str(passage), [(str(entry), entry.get_absolute_url()) for entries in lists for entry in entries.all()]


def make_rows(number: int) -> None:
    """Make that many of each noun, and of what refers to each of them."""
    people = [make_person(f"Person {one}") for one in range(2 * number)]
    for one in range(number):
        make_passage(make_source(f"Source {one}"))
        body = make_organisation(f"Body {one}")
        make_meeting(*people, title=f"Meeting {one}", organisation=body)
        allegation = make_allegation(*people, title=f"Allegation {one}")
        for person in people:
            make_alias(person, f"Alias {one}")
            make_role(person, f"Role {one}", organisation=body)
            make_statement(person, f"Statement {one}")
            make_response(allegation, person)
        make_outcome(allegation)
        make_tie(people[one], people[number + one])
        make_tie(people[number + one], people[one])


def load_rows() -> list[Person]:
    """Return the people as exports have them in a table."""
    people = list(Person.public.for_table())
    load_table(people)
    return people


class PreloadedPage(NamedTuple):
    """A page: the rows that it prepares, what it shows of each, and in how many queries."""

    rows: Callable[[], Any]
    show: Callable[[Any], Any]
    queries: int


PAGES = {
    "rows of a table": PreloadedPage(load_rows, show_row, 9),
    "profiles": PreloadedPage(Person.public.for_profile, show_profile, 25),
    "meetings": PreloadedPage(Meeting.public.for_list, show_meeting, 3),
    "allegations": PreloadedPage(Allegation.public.for_list, show_allegation, 7),
    "organisations": PreloadedPage(Organisation.public.for_profile, show_organisation, 6),
    "sources": PreloadedPage(Source.objects.for_list, show_source, 1),
    "passages": PreloadedPage(Passage.objects.with_cited_by, show_passage, 10),
    "passages with drafts": PreloadedPage(Passage.objects.with_cited_by_and_drafts, show_passage, 10),
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_page_takes_the_same_queries_for_one_row_and_for_three(
    page: PreloadedPage, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_rows(number)
    with django_assert_num_queries(page.queries):
        for row in page.rows():
            page.show(row)


def make_half_hidden(passage: Passage) -> None:
    """Make Ann with each noun once public and in all ways in which it can be hidden; all of it rests on the passage."""
    here: dict[str, Any] = {"passages": [passage]}
    ann, bob, cy = make_person("Ann", **here), make_person("Bob", **here), make_person("Cy", published=False, **here)
    campaign = make_organisation("Campaign")
    states: list[dict[str, Any]] = [here, here | {"published": False}, {"sourced": False}]
    for name, state in zip(("shown", "draft", "unsourced"), states, strict=True):
        make_alias(ann, name, **state)
        make_role(ann, name, organisation=campaign, **state)
        make_statement(ann, name, **state)
        make_meeting(ann, bob, cy, title=name, organisation=campaign, **state)
        allegation = make_allegation(ann, cy, title=name, **state)
        for one in states:
            make_response(allegation, ann, **one)
            make_outcome(allegation, **one)
        make_response(allegation, cy, **here)
    for kind, state in zip((TieKind.FRIEND, TieKind.ADVISED, TieKind.OPPOSED), states, strict=True):
        make_tie(ann, bob, kind, **state)
        make_tie(bob, ann, kind, **state)
    make_tie(ann, cy, **here)
    make_tie(cy, ann, **here)
    make_role(cy, "of Cy", organisation=campaign, **here)


@pytest.fixture
def passage() -> Passage:
    passage = make_passage(make_source("News"), "slide-5", 3)
    make_half_hidden(passage)
    return passage


CITED = ["News: Slide 5, sentence 3"]
MEETING = ("shown", "Campaign", ["Ann", "Bob"], CITED)
ALLEGATION = ("shown", ["Ann"], [("Ann", CITED)], [("dropped", CITED)], CITED)
ALLEGATION_WORDS = (
    "shown. Alleged, said by A witness: Something happened. Ann denies: Nothing happened. Dropped: Ann Bee was cleared."
)


@pytest.mark.usefixtures("passage")
def test_row_shows_nothing_hidden() -> None:
    assert show_row(load_rows()[0]) == {
        "person": ("Ann", ["news/slide-5/3"]),
        "aliases": ["shown"],
        "roles": ["shown, Campaign"],
        "allegations": [ALLEGATION_WORDS],
    }


@pytest.mark.usefixtures("passage")
@pytest.mark.parametrize("find", [find_profile, lambda slug: Person.public.for_profile().get(slug=slug)])
def test_profile_shows_nothing_hidden(find: Callable[[str], Any]) -> None:
    assert show_profile(find("ann")) == {
        "person": ("Ann", CITED),
        "aliases": [("shown", CITED)],
        "roles": [("shown, Campaign", "/people/ann/#role-ann-shown", CITED)],
        "meetings": [MEETING],
        "ties from": [("Ann is a friend of Bob", "/people/ann/#tie-ann-friend-of-bob", CITED)],
        "ties to": [("Bob is a friend of Ann", "/people/bob/#tie-bob-friend-of-ann", CITED)],
        "allegations": [ALLEGATION],
        "statements": [("shown", "/people/ann/#statement-ann-shown", CITED)],
    }


@pytest.mark.usefixtures("passage")
@pytest.mark.parametrize("slug", ["cy", "nobody"])
def test_profile_of_nobody_whom_readers_see_is_none(slug: str) -> None:
    assert find_profile(slug) is None


@pytest.mark.usefixtures("passage")
def test_meetings_show_nothing_hidden() -> None:
    assert [show_meeting(meeting) for meeting in Meeting.public.for_list()] == [MEETING]


@pytest.mark.usefixtures("passage")
def test_allegations_show_nothing_hidden() -> None:
    assert [show_allegation(allegation) for allegation in Allegation.public.for_list()] == [ALLEGATION]


@pytest.mark.usefixtures("passage")
def test_organisation_shows_nothing_hidden() -> None:
    shown = [show_organisation(organisation) for organisation in Organisation.public.for_profile()]
    assert shown == [("Campaign", [("Ann", "shown", CITED)], [MEETING])]


def test_passage_shows_nothing_hidden(passage: Passage) -> None:
    assert show_passage(Passage.objects.with_cited_by().get(pk=passage.pk)) == (
        "news/slide-5/3",
        [
            ("Ann", "/people/ann/"),
            ("Bob", "/people/bob/"),
            ("shown", "/people/ann/"),
            ("shown, Campaign", "/people/ann/#role-ann-shown"),
            ("shown", "/meetings/shown/"),
            ("Ann is a friend of Bob", "/people/ann/#tie-ann-friend-of-bob"),
            ("Bob is a friend of Ann", "/people/bob/#tie-bob-friend-of-ann"),
            ("shown", "/allegations/shown/"),
            ("Ann denies: shown", "/allegations/shown/#response-ann-denies-shown"),
            ("Dropped: shown", "/allegations/shown/#outcome-shown-dropped"),
            ("shown", "/people/ann/#statement-ann-shown"),
        ],
    )


def test_citations_of_many_models_are_found_at_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    source = make_source("News")
    first, second = (make_passage(source, "slide-5", number) for number in (1, 2))
    ann = make_person("Ann", passages=[second, first])
    entries = [ann, make_role(ann, passages=[second]), make_role(ann, "Clerk", sourced=False), *Person.public.all()]
    with django_assert_num_queries(2):
        load_citations(entries)
        found = [[passage.place for passage in entry.passages.all()] for entry in entries]
    both = ["Slide 5, sentence 1", "Slide 5, sentence 2"]
    assert found == [both, both[1:], [], both]


def test_no_entries_need_no_citations(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        load_citations([])
