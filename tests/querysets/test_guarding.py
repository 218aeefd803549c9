"""What readers see and others need can't be taken away, whichever way somebody tries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import models, transaction

from people.models import Allegation, Organisation, Participation, Passage, Person, Response, Role, Source
from people.querysets.guarding import NeededError, one_change
from people.vocabulary import MeetingKind, Status
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
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db


def save_as_draft(person: Any) -> None:
    person.status = Status.DRAFT
    person.save()


def save_the_status(person: Any) -> None:
    person.status = Status.DRAFT
    person.save(update_fields=["status"])


def bulk_update_status(person: Any) -> None:
    person.status = Status.DRAFT
    Person.objects.bulk_update([person], ["status"])


WAYS: dict[str, Callable[[Any], Any]] = {
    "delete": lambda person: person.delete(),
    "delete by queryset": lambda person: Person.objects.filter(pk=person.pk).delete(),
    "save as draft": save_as_draft,
    "save the status": save_the_status,
    "update": lambda person: Person.objects.filter(pk=person.pk).update(status=Status.DRAFT),
    "update by expression": lambda person: Person.objects.update(status=models.Value(Status.DRAFT.value)),
    "bulk_update": bulk_update_status,
    "remove the citation": lambda person: person.passages.remove(person.passages.get()),
    "clear citations": lambda person: person.passages.clear(),
    "set no citations": lambda person: person.passages.set([]),
    "clear from the passage": lambda person: person.passages.get().person_set.clear(),
    "delete the passage": lambda person: person.passages.get().delete(),
    "delete passages": lambda person: Passage.objects.all().delete(),
}


@pytest.mark.parametrize("way", WAYS)
def test_only_subject_of_an_allegation_stays(way: str) -> None:
    allegation = make_allegation(ann := make_person("Ann"), passages=[make_passage()], title="The claim")
    with pytest.raises(NeededError), transaction.atomic():
        WAYS[way](ann)
    assert (list(Person.public.all()), list(Allegation.public.all())) == ([ann], [allegation])


def told(entry: Any) -> str:
    with pytest.raises(NeededError) as raised:
        entry.delete()
    return str(raised.value)


def test_what_needs_a_person_is_named() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    make_role(ann, "Adviser")
    make_role(ann, "Manager")
    make_alias(ann, "Annie")
    make_statement(ann, "Resigned.")
    allegation = make_allegation(ann, title="The claim")
    make_response(allegation, ann)
    make_meeting(ann, bob, title="The talk")
    make_tie(ann, bob)
    assert told(ann) == (
        "Ann can’t be deleted: 2 jobs are theirs (“Adviser”, “Manager”); 1 other name is theirs (“Annie”); "
        "1 statement is theirs (“Resigned.”); 1 allegation has no other subject (“The claim”); "
        "1 reply would lack a speaker or an allegation (“Ann denies: The claim”); "
        "1 meeting would be left with too few people (“The talk”); 1 connection joins them to somebody "
        "(“Ann is a friend of Bob”)."
    )


def test_no_more_than_twenty_are_named() -> None:
    ann = make_person("Ann")
    for number in range(30):
        make_role(ann, f"Post {number:02}")
    message = told(ann)
    assert (message.count("“"), message.endswith("“Post 19”, 10 more).")) == (20, True)


def test_what_refers_to_an_organisation_is_named() -> None:
    make_role(make_person(), "Adviser", organisation=make_organisation("The campaign"))
    assert told(Organisation.objects.get()) == (
        "The campaign can’t be deleted: 1 job refers to it (“Adviser, The campaign”)."
    )


def test_what_answers_an_allegation_is_named() -> None:
    ann = make_person("Ann")
    make_response(make_allegation(ann, title="The claim"), ann)
    make_outcome(Allegation.objects.get())
    assert told(Allegation.objects.get()) == (
        "The claim can’t be deleted: 1 reply answers it (“Ann denies: The claim”); "
        "1 outcome belongs to it (“Dropped: The claim”)."
    )


def test_statement_that_is_about_somebody_too_is_named() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    make_statement(ann, "Ann hired Bob.").others.add(bob)
    assert told(bob) == "Bob can’t be deleted: 1 statement is about them too (“Ann hired Bob.”)."


def test_what_rests_on_a_passage_is_named() -> None:
    passage = make_passage(section="slide-5", sentence=1)
    make_role(make_person("Ann", passages=[passage]), passages=[passage, make_passage(section="slide-6")])
    assert told(passage) == (
        "the-source/slide-5/1 can’t be deleted: 1 person rests on nothing else (“Ann”); "
        "1 job rests on it too (“Adviser”)."
    )


def test_what_rests_on_a_source_is_named() -> None:
    make_person("Ann", passages=[make_passage()])
    assert told(Source.objects.get()) == "The source can’t be deleted: 1 person rests on nothing else (“Ann”)."


def test_one_of_two_subjects_may_go() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    allegation = make_allegation(ann, bob)
    ann.delete()
    assert (list(Allegation.public.all()), list(allegation.subjects.all())) == ([allegation], [bob])


def test_what_no_reader_sees_needs_nobody() -> None:
    ann = make_person("Ann")
    make_role(ann, published=False)
    make_role(ann, sourced=False)
    make_allegation(ann, published=False)
    make_meeting(ann, make_person("Bob", published=False), kind=MeetingKind.DINNER)
    ann.delete()
    assert list(Person.objects.values_list("name", flat=True)) == ["Bob"]


def test_draft_may_be_deleted_with_what_is_published_of_it() -> None:
    make_role(make_person(published=False))
    Person.objects.all().delete()
    assert Role.objects.count() == 0


def move(participation: Participation) -> None:
    participation.meeting = make_meeting()
    participation.save()


PARTINGS: dict[str, Callable[[Any], Any]] = {
    "delete": lambda one: one.delete(),
    "delete by queryset": lambda one: Participation.objects.filter(pk=one.pk).delete(),
    "move by saving": move,
    "move by updating": lambda one: Participation.objects.filter(pk=one.pk).update(meeting=make_meeting()),
}


@pytest.mark.parametrize("way", PARTINGS)
def test_one_of_two_people_of_a_contact_stays(way: str) -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"))
    with pytest.raises(NeededError), transaction.atomic():
        PARTINGS[way](meeting.participations.first())
    assert meeting.participations.count() == 2


@pytest.mark.parametrize("way", PARTINGS)
def test_one_of_three_people_of_a_contact_may_go(way: str) -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"), make_person("Cy"))
    PARTINGS[way](meeting.participations.first())
    assert meeting.participations.count() == 2


def test_who_was_in_a_contact_may_be_replaced() -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"))
    meeting.participations.filter(person__name="Ann").update(person=make_person("Cy"))
    assert sorted(str(one.person) for one in meeting.participations.all()) == ["Bob", "Cy"]


UNLINKINGS: dict[str, Callable[[Any, Any], Any]] = {
    "remove": lambda allegation, ann: allegation.subjects.remove(ann),
    "clear": lambda allegation, ann: allegation.subjects.clear(),
    "set": lambda allegation, ann: allegation.subjects.set([]),
    "remove from the person": lambda allegation, ann: ann.allegations.remove(allegation),
    "set on the person": lambda allegation, ann: ann.allegations.set([]),
}


@pytest.mark.parametrize("way", UNLINKINGS)
def test_allegation_keeps_its_last_subject(way: str) -> None:
    allegation = make_allegation(ann := make_person("Ann"))
    with pytest.raises(NeededError), transaction.atomic():
        UNLINKINGS[way](allegation, ann)
    assert list(allegation.subjects.all()) == [ann]


@pytest.mark.parametrize("way", UNLINKINGS)
def test_allegation_keeps_a_subject_who_replies(way: str) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    allegation = make_allegation(ann, bob)
    make_response(allegation, ann)
    with pytest.raises(NeededError), transaction.atomic():
        UNLINKINGS[way](allegation, ann)
    assert set(allegation.subjects.all()) == {ann, bob}


def test_subjects_and_citations_may_be_replaced() -> None:
    allegation, bob, passage = make_allegation(make_person("Ann")), make_person("Bob"), make_passage()
    allegation.subjects.set([bob])
    allegation.passages.set([passage])
    assert (list(allegation.subjects.all()), list(allegation.passages.all())) == ([bob], [passage])


def test_one_change_may_take_away_and_put_back() -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"))
    with one_change():
        meeting.participations.all().delete()
        for name in ("Cy", "Dee"):
            Participation.objects.create(meeting=meeting, person=make_person(name))
    assert sorted(str(one.person) for one in meeting.participations.all()) == ["Cy", "Dee"]


@pytest.mark.django_db(transaction=True)
def test_one_change_that_takes_something_away_is_undone() -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"), title="The talk")
    with pytest.raises(NeededError, match="1 meeting would be left with too few people"), one_change():
        meeting.participations.all().delete()
    assert meeting.participations.count() == 2


def test_one_change_may_withdraw_all_of_it() -> None:
    ann = make_person("Ann")
    make_response(make_allegation(ann), ann)
    with one_change():
        for model in (Person, Allegation, Response):
            model.objects.update(status=Status.DRAFT)
    assert list(Response.objects.values_list("status", flat=True)) == [Status.DRAFT]


def test_fixture_that_withdraws_a_needed_person_is_refused(tmp_path: Any) -> None:
    ann = make_person("Ann")
    make_allegation(ann)
    path = tmp_path / "people.json"
    call_command("dumpdata", "people.person", output=str(path))
    path.write_text(path.read_text().replace('"published"', '"draft"'))
    with pytest.raises(CommandError, match="1 allegation has no other subject"):
        call_command("loaddata", str(path), verbosity=0)
    ann.refresh_from_db()
    assert ann.status == Status.PUBLISHED
