"""What readers see: what is published, rests on a source, and speaks of people whom readers see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from people.models import (
    Alias,
    Allegation,
    Meeting,
    Organisation,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)
from people.querysets.base import counts_by
from people.vocabulary import MeetingKind
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db

STATES: dict[str, dict[str, Any]] = {
    "public": {},
    "draft": {"published": False},
    "unsourced": {"sourced": False},
    "unsourced-draft": {"published": False, "sourced": False},
}
MAKERS: dict[type[Any], Callable[..., Any]] = {
    Person: make_person,
    Alias: lambda **state: make_alias(make_person(), **state),
    Role: lambda **state: make_role(make_person(), **state),
    Meeting: lambda **state: make_meeting(make_person(), **state),
    Tie: lambda **state: make_tie(make_person(), make_person(), **state),
    Allegation: lambda **state: make_allegation(make_person(), **state),
    Response: lambda **state: make_response(make_allegation(ann := make_person()), ann, **state),
    Statement: lambda **state: make_statement(make_person(), **state),
}
OF_A_PERSON: dict[type[Any], Callable[..., Any]] = {
    Alias: make_alias,
    Role: make_role,
    Tie: lambda person, **state: make_tie(person, make_person(), **state),
    Allegation: make_allegation,
    Response: lambda person, **state: make_response(make_allegation(person, make_person()), person, **state),
    Statement: make_statement,
}
NOUNS = pytest.mark.parametrize("noun", MAKERS, ids=lambda noun: noun.__name__)
NOUNS_OF_A_PERSON = pytest.mark.parametrize("noun", OF_A_PERSON, ids=lambda noun: noun.__name__)


def in_every_state(make: Callable[..., Any]) -> None:
    """Make an entry in each state, named after it by its slug."""
    for name, state in STATES.items():
        make(slug=name, **state)


def slugs(entries: Any) -> list[str]:
    return sorted(entries.values_list("slug", flat=True))


@NOUNS
def test_entry_is_public_once_it_is_published_and_sourced(noun: type[Any]) -> None:
    in_every_state(MAKERS[noun])
    assert slugs(noun.public) == ["public"]


@NOUNS
def test_entries_are_published_or_drafts(noun: type[Any]) -> None:
    in_every_state(MAKERS[noun])
    entries = noun.objects.filter(slug__in=STATES)
    assert (slugs(entries.published()), slugs(entries.drafts())) == (
        ["public", "unsourced"],
        ["draft", "unsourced-draft"],
    )


@NOUNS
def test_entries_are_sourced_or_unsourced(noun: type[Any]) -> None:
    in_every_state(MAKERS[noun])
    entries = noun.objects.filter(slug__in=STATES)
    assert (slugs(entries.sourced()), slugs(entries.unsourced())) == (
        ["draft", "public"],
        ["unsourced", "unsourced-draft"],
    )


@NOUNS
def test_all_entries_say_whether_readers_see_them(noun: type[Any]) -> None:
    in_every_state(MAKERS[noun])
    entries = noun.objects.filter(slug__in=STATES)
    assert dict(entries.with_shown().values_list("slug", "shown")) == {
        "public": True,
        "draft": False,
        "unsourced": False,
        "unsourced-draft": False,
    }


@NOUNS_OF_A_PERSON
def test_entry_is_public_only_if_its_person_is(noun: type[Any]) -> None:
    for name, state in STATES.items():
        OF_A_PERSON[noun](make_person(name, **state), slug=name)
    assert slugs(noun.public) == ["public"]


def test_tie_is_public_only_if_the_second_person_is_too() -> None:
    for name, state in STATES.items():
        make_tie(make_person(), make_person(name, **state), slug=name)
    assert slugs(Tie.public) == ["public"]


def test_allegation_is_public_if_one_of_its_subjects_is() -> None:
    make_allegation(make_person("Ann"), make_person("Bob", published=False), slug="one-of-two")
    make_allegation(make_person("Cy", published=False), make_person("Dee", sourced=False), slug="none-of-two")
    make_allegation(slug="nobody")
    assert slugs(Allegation.public) == ["one-of-two"]


def test_answer_is_public_only_if_its_allegation_is() -> None:
    ann = make_person()
    for name, state in STATES.items():
        make_response(make_allegation(ann, title=name, **state), ann, slug=name)
    assert slugs(Response.public) == ["public"]


def test_participation_is_public_only_if_its_meeting_is() -> None:
    ann = make_person("Ann")
    for name, state in STATES.items():
        make_meeting(ann, title=name, **state)
    assert [str(one) for one in Participation.objects.public()] == ["Ann in public"]


def test_participation_is_public_only_if_its_person_is() -> None:
    people = (make_person(name, **state) for name, state in STATES.items())
    make_meeting(*people, kind=MeetingKind.HEARING, title="the talk")
    assert [str(one) for one in Participation.objects.public()] == ["public in the talk"]


def contact(*states: str) -> None:
    make_meeting(*(make_person(**STATES[state]) for state in states), kind=MeetingKind.DINNER, slug="-".join(states))


def test_contact_is_public_if_two_people_are() -> None:
    contact()
    contact("public")
    contact("public", "draft")
    contact("draft", "unsourced")
    contact("public", "public")
    contact("public", "draft", "public")
    assert slugs(Meeting.public) == ["public-draft-public", "public-public"]


def test_hearing_is_public_if_somebody_in_it_is() -> None:
    make_meeting(kind=MeetingKind.HEARING, slug="nobody")
    make_meeting(make_person(published=False), slug="draft")
    make_meeting(make_person(), slug="public")
    assert slugs(Meeting.public) == ["public"]


@pytest.mark.parametrize(
    ("noun", "column"),
    [
        (Person, "kind"),
        (Role, "category"),
        (Role, "tenure"),
        (Meeting, "kind"),
        (Tie, "kind"),
        (Allegation, "standing"),
        (Response, "stance"),
        (Statement, "standing"),
    ],
)
def test_entry_of_a_choice_that_nobody_knows_is_not_public(noun: type[Any], column: str) -> None:
    entry = MAKERS[noun]()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {noun._meta.db_table} SET {column} = 'other' WHERE id = %s", [entry.pk])
    assert slugs(noun.public.filter(pk=entry.pk)) == []


def test_participations_of_public_people_may_be_in_hidden_meetings() -> None:
    make_meeting(*(make_person(name, **state) for name, state in STATES.items()), title="the talk", published=False)
    assert [str(one) for one in Participation.objects.of_public_people()] == ["public in the talk"]


def test_organisation_is_public_once_a_public_role_refers_to_it() -> None:
    for name, state in STATES.items():
        make_role(make_person(), organisation=make_organisation(name), **state)
    assert slugs(Organisation.public) == ["public"]


def test_organisation_is_public_once_a_public_meeting_refers_to_it() -> None:
    for name, state in STATES.items():
        make_meeting(make_person(), organisation=make_organisation(name), **state)
    assert slugs(Organisation.public) == ["public"]


def test_organisation_of_a_draft_persons_role_is_not_public() -> None:
    make_role(make_person(published=False), organisation=make_organisation())
    assert slugs(Organisation.public) == []


def test_organisation_to_which_nothing_refers_is_not_public() -> None:
    make_organisation()
    assert slugs(Organisation.public) == []


def test_organisation_of_several_public_entries_is_listed_once() -> None:
    organisation = make_organisation("The campaign")
    for title in ("Adviser", "Manager"):
        make_role(make_person(), title, organisation=organisation)
        make_meeting(make_person(), title=title, organisation=organisation)
    assert slugs(Organisation.public) == ["the-campaign"]


def test_entry_that_cites_several_passages_is_listed_once() -> None:
    ann = make_person("Ann")
    ann.passages.add(make_person("Bob").passages.get())
    assert slugs(Person.public) == ["ann", "bob"]


def test_counts_by_a_field_take_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    for person, title in [(ann, "A"), (ann, "B"), (bob, "C")]:
        make_role(person, title)
    with django_assert_num_queries(1):
        assert counts_by(Role.objects.all(), "person") == {ann.pk: 2, bob.pk: 1}


def test_source_is_public_once_something_public_rests_on_it() -> None:
    for name, state in STATES.items():
        source = make_source(name)
        make_passage(source)
        make_person(name, passages=[make_passage(source)] if state.get("sourced", True) else [], **state)
    assert slugs(Source.public) == ["public"]


def test_passages_are_public_where_their_source_is() -> None:
    diary, novel = make_source("A diary"), make_source("A novel")
    make_person(passages=[make_passage(diary)])
    make_passage(diary)
    make_person("Ghost", published=False, passages=[make_passage(novel)])
    assert sorted(map(str, Passage.public.all())) == ["a-diary/slide-1/1", "a-diary/slide-1/2"]
