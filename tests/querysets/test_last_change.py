import datetime as dt

import pytest

from people.models import Allegation, Person, Response, Tie
from people.querysets.last_change import PeopleWithLastChange
from tests.factories import make_allegation, make_person, make_response, make_tie

pytestmark = pytest.mark.django_db

EARLY, LATE, LATEST = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (2017, 2018, 2019))


@pytest.fixture
def people() -> list[Person]:
    people = [make_person(name) for name in ("Ann Bee", "Bob Cee", "Cat Dee")]
    make_response(make_allegation(people[0], people[1]), people[0])
    make_tie(people[1], people[2])
    for model in (Person, Allegation, Response, Tie):
        model._default_manager.update(changed_at=EARLY)
    return people


def test_answer_changes_the_profile_of_every_subject(people: list[Person]) -> None:
    Response.objects.update(changed_at=LATE)
    assert [person.last_change for person in PeopleWithLastChange()[0:3]] == [LATE, LATE, EARLY]


def test_part_has_only_its_people_with_all_that_concerns_them(people: list[Person]) -> None:
    Tie.objects.update(changed_at=LATE)
    found = PeopleWithLastChange()[1:2]
    assert [(person.pk, person.last_change) for person in found] == [(people[1].pk, LATE)]


def test_what_readers_do_not_see_changes_nothing(people: list[Person]) -> None:
    draft = make_response(Allegation.objects.get(), people[1], published=False)
    Response.objects.filter(pk=draft.pk).update(changed_at=LATEST)
    assert {person.last_change for person in PeopleWithLastChange()[0:3]} == {EARLY}


def test_part_beyond_the_last_is_empty(people: list[Person]) -> None:
    assert (len(PeopleWithLastChange()), PeopleWithLastChange()[3:6]) == (3, [])
