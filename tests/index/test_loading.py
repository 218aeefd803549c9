"""The index is loaded once for each version of the data, and sees what readers see."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from people.index import PeopleIndex, get_index
from people.models import Person
from people.vocabulary import Status
from tests.factories import make_allegation, make_meeting, make_organisation, make_person, make_response, make_role

pytestmark = pytest.mark.django_db


def names(index: PeopleIndex, parameter: str, *values: str) -> list[str]:
    found = index.page(index.any_of(parameter, values))
    return sorted(str(person) for person in Person.objects.filter(pk__in=found[:]))


def test_index_is_loaded_once_for_each_version(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_person()
    first = get_index()
    with django_assert_num_queries(1):
        assert get_index() is first


def test_index_follows_whatever_is_written() -> None:
    person = make_person()
    before = get_index()
    Person.objects.filter(pk=person.pk).update(status=Status.DRAFT)
    assert (len(before), len(get_index())) == (1, 0)


def test_what_readers_do_not_see_is_not_in_the_index() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee", published=False)
    make_role(ann, "Manager", published=False)
    make_role(ann, "Clerk", sourced=False)
    make_role(bob, "Adviser")
    make_meeting(ann, bob)
    make_response(make_allegation(bob), bob)
    index = get_index()
    assert (list(index.choices["title"]), index.neighbours(ann.pk), names(index, "allegations", "any")) == (
        ["~none"],
        set(),
        [],
    )


def test_somebody_who_is_hidden_is_no_subject() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee", published=False)
    make_response(make_allegation(ann, bob), ann)
    index = get_index()
    assert (names(index, "allegations", "answered"), list(index.allegations.counts)) == (["Ann Bee"], [0, 1])


def test_choices_have_labels_and_stand_by_them() -> None:
    person = make_person()
    for title, body in (("Manager", "The firm"), ("Adviser", "A party")):
        make_role(person, title, organisation=make_organisation(body))
    index = get_index()
    assert [index.labels(name) for name in ("title", "organisation")] == [
        [("adviser", "Adviser"), ("manager", "Manager"), ("~none", "None recorded")],
        [("a-party", "A party"), ("the-firm", "The firm"), ("~none", "None recorded")],
    ]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_others_wait_for_who_loads_first() -> None:
    make_person()

    def read() -> int:
        try:
            return id(get_index())
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(read) for _ in range(4)]
        assert len({one.result() for one in found}) == 1
