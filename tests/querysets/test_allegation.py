from typing import Any

import pytest

from people.models import Allegation, Response, Statement
from people.vocabulary import Standing
from tests.factories import make_allegation, make_person, make_response, make_statement

pytestmark = pytest.mark.django_db


def titles(allegations: Any) -> list[str]:
    return sorted(allegation.title for allegation in allegations)


@pytest.fixture
def alleged() -> None:
    """One allegation that one of two subjects answered, one with a draft of an answer, one without, one hidden."""
    ann, bob = make_person("Ann"), make_person("Bob")
    cy = make_person("Cy", published=False)
    make_response(make_allegation(ann, bob, title="answered", standing=Standing.ALLEGED), ann)
    make_response(make_allegation(ann, title="draft answer", standing=Standing.REPORTED), ann, published=False)
    make_allegation(bob, cy, title="unanswered", standing=Standing.REPORTED)
    make_response(make_allegation(ann, title="draft", published=False), ann)


@pytest.mark.usefixtures("alleged")
@pytest.mark.parametrize(
    ("standings", "found"),
    [
        (["alleged"], ["answered"]),
        (["reported"], ["draft answer", "unanswered"]),
        (["alleged", "reported"], ["answered", "draft answer", "unanswered"]),
        (["acknowledged"], []),
    ],
)
def test_of_standings_finds_allegations_of_any_of_them(standings: list[str], found: list[str]) -> None:
    assert titles(Allegation.public.of_standings(standings)) == found


@pytest.mark.usefixtures("alleged")
@pytest.mark.parametrize(
    ("people", "found"),
    [
        (["ann"], ["answered", "draft answer"]),
        (["bob"], ["answered", "unanswered"]),
        (["ann", "bob"], ["answered", "draft answer", "unanswered"]),
        (["nobody"], []),
    ],
)
def test_against_finds_each_allegation_against_any_of_them_once(people: list[str], found: list[str]) -> None:
    assert titles(Allegation.public.against(people)) == found


@pytest.mark.usefixtures("alleged")
@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (["answered"], ["answered"]),
        (["unanswered"], ["draft answer", "unanswered"]),
        (["answered", "unanswered"], ["answered", "draft answer", "unanswered"]),
    ],
)
def test_by_answers_finds_allegations_to_which_any_choice_applies(choices: list[str], found: list[str]) -> None:
    assert titles(Allegation.public.by_answers(choices)) == found


def test_allegations_are_listed_by_title() -> None:
    ann = make_person()
    for title in ("b", "c", "a"):
        make_allegation(ann, title=title)
    assert [allegation.title for allegation in Allegation.public.by_title()] == ["a", "b", "c"]


def test_allegation_lists_its_subjects_by_family_name() -> None:
    make_allegation(make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob"))
    (allegation,) = Allegation.public.for_list()
    assert [person.name for person in allegation.subjects.all()] == ["Bob", "Ann"]


def test_answers_are_listed_by_family_name() -> None:
    ann, bob = make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob")
    allegation = make_allegation(ann, bob)
    for person in (ann, bob):
        make_response(allegation, person)
    assert [response.person.name for response in Response.public.for_list()] == ["Bob", "Ann"]


def test_statements_on_a_profile_are_listed_in_order_of_time() -> None:
    ann = make_person()
    for summary, date in [("undated", ""), ("later", "2017"), ("before", "../2016"), ("earlier", "199X")]:
        make_statement(ann, summary, date=date)
    statements = [statement.summary for statement in Statement.public.chronological()]
    assert statements == ["before", "earlier", "later", "undated"]
