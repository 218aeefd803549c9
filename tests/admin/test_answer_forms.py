"""Answers in the form of their allegation, and in their own."""

from typing import Any

from django.contrib.admin import site

from people.models import Allegation, Person, Response, Statement
from people.vocabulary import Stance, Standing, Status
from tests.admin.conftest import change, errors_of, row
from tests.admin.test_forms import Submit
from tests.factories import make_allegation, make_person, make_response, make_statement


def test_quotation_of_more_than_fifteen_words_is_refused(submit: Submit) -> None:
    ann = make_person("Ann")
    response = submit(change(make_response(make_allegation(ann), ann)), quote="no " * 16)
    assert errors_of(response) == {"quote": ["A quotation has at most 15 words; this has 16."]}


def answer(number: int, person: Person) -> dict[str, Any]:
    return row(
        "responses", number, person=person.pk, stance=Stance.DENIES, summary="It is not so.", status=Status.DRAFT
    )


NEW_ALLEGATION = {"title": "The claim", "claim": "It is so.", "said_by": "A witness", "standing": Standing.ALLEGED}


def test_answer_is_saved_with_its_new_allegation(submit: Submit) -> None:
    ann = make_person("Ann")
    submit("/admin/people/allegation/add/", **NEW_ALLEGATION, subjects=[ann.pk], **answer(0, ann))
    assert [str(response) for response in Response.objects.all()] == ["Ann denies: The claim"]
    assert [str(subject) for subject in Allegation.objects.get().subjects.all()] == ["Ann"]


def test_answer_of_somebody_else_to_a_new_allegation_is_refused(submit: Submit) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    response = submit("/admin/people/allegation/add/", **NEW_ALLEGATION, subjects=[ann.pk], **answer(0, bob))
    assert errors_of(response) == {"responses-0-person": ["Bob is no subject of “The claim”."]}


def test_answer_of_a_subject_added_at_the_same_time_is_saved(submit: Submit) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    allegation = make_allegation(ann)
    submit(change(allegation), subjects=[ann.pk, bob.pk], **answer(0, bob))
    assert [str(response) for response in Response.objects.all()] == ["Bob denies: The claim"]
    assert [str(subject) for subject in allegation.subjects.order_by("name")] == ["Ann", "Bob"]


def test_answer_of_somebody_else_is_refused(submit: Submit) -> None:
    response = submit(change(make_allegation(make_person("Ann"))), **answer(0, make_person("Bob")))
    assert errors_of(response) == {"responses-0-person": ["Bob is no subject of “The claim”."]}


def test_subject_who_has_answered_is_not_taken_out(submit: Submit) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    allegation = make_allegation(ann, bob)
    make_response(allegation, ann)
    response = submit(change(allegation), subjects=[bob.pk])
    assert errors_of(response) == {"responses-0-person": ["Ann is no subject of “The claim”."]}


def test_answer_of_somebody_else_is_refused_on_its_own_page(submit: Submit) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    response = submit(change(make_response(make_allegation(ann), ann)), person=bob.pk)
    assert errors_of(response) == {"person": ["Bob is no subject of “The claim”."]}


def test_outcome_is_saved_with_its_allegation(submit: Submit) -> None:
    allegation = make_allegation(make_person("Ann"), title="The claim")
    submit(change(allegation), **row("outcomes", kind="dropped", summary="It was dropped.", status=Status.DRAFT))
    assert [str(outcome) for outcome in allegation.outcomes.all()] == ["Dropped: The claim"]


def test_statement_about_somebody_twice_is_refused(submit: Submit) -> None:
    ann = make_person("Ann")
    response = submit(change(make_statement(ann)), others=[ann.pk])
    assert errors_of(response) == {"others": ["The person is named above already."]}


def test_statement_says_that_somebody_else_hides_it(db: None) -> None:
    statement = make_statement(make_person("Ann"))
    statement.others.add(make_person("Bob", published=False))
    model_admin: Any = site.get_model_admin(Statement)
    assert model_admin.shown_to_readers(statement) == "No: somebody else whom it is about is not shown."
