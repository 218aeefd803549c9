"""The sets are made once for each version of the data, and see what readers see."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from people.sets.people import PeopleSets
from people.sets.reading import people_sets
from people.vocabulary import Status
from tests.factories import make_allegation, make_meeting, make_organisation, make_person, make_response, make_role

pytestmark = pytest.mark.django_db


def names(sets: PeopleSets, parameter: str, *values: str) -> list[str]:
    keys = [sets.numbering.keys[number] for number in sets.listed(parameter, values)]
    return sorted(str(person) for person in Person.objects.filter(pk__in=keys))


def test_sets_are_read_once_for_each_version(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_person()
    first = people_sets()
    with django_assert_num_queries(1):
        assert people_sets() is first


def test_sets_follow_whatever_is_written() -> None:
    person = make_person()
    before = people_sets()
    Person.objects.filter(pk=person.pk).update(status=Status.DRAFT)
    assert (len(before.everything), len(people_sets().everything)) == (1, 0)


def test_what_readers_do_not_see_is_in_no_set() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee", published=False)
    make_role(ann, "Manager", published=False)
    make_role(ann, "Clerk", sourced=False)
    make_role(bob, "Adviser")
    make_meeting(ann, bob)
    make_response(make_allegation(bob), bob)
    sets = people_sets()
    assert (list(sets.choices["title"]), sets.contacts.count(1), names(sets, "allegations", "any")) == ([], 0, [])


def test_somebody_who_is_hidden_is_no_subject() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee", published=False)
    make_response(make_allegation(ann, bob), ann)
    sets = people_sets()
    assert (names(sets, "allegations", "answered"), list(sets.allegations.counts)) == (["Ann Bee"], [0, 1])


def test_choices_have_labels_and_stand_by_them() -> None:
    person = make_person()
    for title, body in (("Manager", "The firm"), ("Adviser", "A party")):
        make_role(person, title, organisation=make_organisation(body))
    sets = people_sets()
    assert [
        [(value, one.label) for value, one in sets.choices[name].items()] for name in ("title", "organisation")
    ] == [
        [("adviser", "Adviser"), ("manager", "Manager")],
        [("a-party", "A party"), ("the-firm", "The firm")],
    ]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_others_wait_for_who_reads_first() -> None:
    make_person()

    def read() -> int:
        try:
            return id(people_sets())
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(read) for _ in range(4)]
        assert len({one.result() for one in found}) == 1
