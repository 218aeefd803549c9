"""Unpublishing and deleting what others need: asked first, and done as a whole."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from people.models import Allegation, Meeting, Organisation, Passage, Person, Response, Role, Source
from people.vocabulary import Status
from tests.admin.conftest import act, confirm, errors_of, fields_of, messages_of
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
)


@pytest.fixture
def ann(db: None) -> Person:
    """Somebody with a job, an allegation that she answers, and a meeting with one other person."""
    ann = make_person("Ann")
    make_role(ann, "Adviser")
    make_response(make_allegation(ann, title="The claim"), ann)
    make_meeting(ann, make_person("Bob"), title="The talk")
    return ann


def delete_address(entry: Any) -> str:
    return reverse(f"admin:people_{entry._meta.model_name}_delete", args=[entry.pk])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


LOST = "Readers will lose: <strong>Ann’s page, 1 job, 1 allegation, 1 reply, 1 meeting</strong>"


def test_deletion_page_says_what_readers_will_lose(ann: Person, chief_client: Client) -> None:
    assert LOST in text_of(chief_client.get(delete_address(ann)))


def test_deletion_page_names_what_needs_the_person_and_no_links(ann: Person, chief_client: Client) -> None:
    page = text_of(chief_client.get(delete_address(ann)))
    lines = ("1 job: “Adviser”", "1 allegation: “The claim”", "1 meeting: “The talk”")
    assert ([line in page for line in lines], "object (" in page) == ([True, True, True], False)


def test_deletion_without_a_choice_is_not_done(ann: Person, chief_client: Client) -> None:
    page = confirm(chief_client, chief_client.get(delete_address(ann)))
    assert (LOST in text_of(page), Person.objects.count()) == (True, 2)


def test_deletion_of_all_of_it(ann: Person, chief_client: Client) -> None:
    response = confirm(chief_client, chief_client.get(delete_address(ann)), "delete")
    left = [model.objects.count() for model in (Person, Role, Allegation, Response, Meeting)]
    assert (left, messages_of(response)[0]) == (
        [1, 0, 0, 0, 0],
        "Also deleted: 1 job, 1 allegation, 1 reply, 1 meeting.",
    )


def test_deletion_that_unpublishes_what_else_needs_the_person(ann: Person, chief_client: Client) -> None:
    confirm(chief_client, chief_client.get(delete_address(ann)), "withdraw")
    assert (
        Person.objects.count(),
        Role.objects.count(),
        Allegation.objects.get().status,
        Meeting.objects.get().status,
    ) == (
        *(1, 0),
        *(Status.DRAFT, Status.DRAFT),
    )


def test_deletion_in_the_list_asks_too(ann: Person, chief_client: Client) -> None:
    page = act(chief_client, "delete_selected", "person", ann)
    assert (LOST in text_of(page), Person.objects.count()) == (True, 2)


def test_deletion_in_the_list_of_all_of_it(ann: Person, chief_client: Client) -> None:
    confirm(chief_client, act(chief_client, "delete_selected", "person", ann), "delete")
    assert (Person.objects.count(), Meeting.objects.count()) == (1, 0)


def test_unpublishing_in_the_list_asks(ann: Person, editor_client: Client) -> None:
    page = act(editor_client, "unpublish", "person", ann)
    assert (LOST in text_of(page), Person.public.count()) == (True, 2)


def test_unpublishing_all_of_it(ann: Person, editor_client: Client) -> None:
    response = confirm(editor_client, act(editor_client, "unpublish", "person", ann), "withdraw")
    statuses = [model.objects.get().status for model in (Role, Allegation, Response, Meeting)]
    assert ([*statuses, *messages_of(response)], Person.public.count()) == (
        [*[Status.DRAFT] * 4, "Also unpublished: 1 job, 1 allegation, 1 reply, 1 meeting.", "Unpublished: 1 of 1."],
        1,
    )


def test_unpublishing_stands_in_the_history_of_each_entry(ann: Person, editor_client: Client) -> None:
    confirm(editor_client, act(editor_client, "unpublish", "person", ann), "withdraw")
    assert sorted(LogEntry.objects.values_list("object_repr", flat=True)) == [
        *("Adviser", "Ann", "Ann denies: The claim", "The claim", "The talk"),
    ]


def test_both_people_of_a_meeting_are_unpublished_with_it(ann: Person, editor_client: Client) -> None:
    confirm(editor_client, act(editor_client, "unpublish", "person", *Person.objects.all()), "withdraw")
    assert (Person.public.count(), Meeting.objects.get().status) == (0, Status.DRAFT)


def test_form_that_withdraws_a_needed_person_says_why_not(ann: Person, submit: Any) -> None:
    response = submit(reverse("admin:people_person_change", args=[ann.pk]), status=Status.DRAFT)
    (error,) = errors_of(response)["__all__"]
    address = reverse("admin:people_person_unpublish", args=[ann.pk])
    assert (error.startswith("Ann can’t be unpublished: "), address in error) == (True, True)
    assert Person.public.count() == 2


def test_form_that_withdraws_a_needed_person_tells_nothing_else(ann: Person, submit: Any) -> None:
    response = submit(reverse("admin:people_person_change", args=[ann.pk]), status=Status.DRAFT)
    assert messages_of(response) == []


def test_page_to_which_the_form_leads_asks(ann: Person, editor_client: Client) -> None:
    page = text_of(editor_client.get(reverse("admin:people_person_unpublish", args=[ann.pk])))
    assert (LOST in page, "Unpublish all of it" in page) == (True, True)


def change(client: Client, entry: Any, **changes: Any) -> Any:
    """Return the answer to the entry's form, submitted with some fields changed."""
    address = reverse(f"admin:people_{entry._meta.model_name}_change", args=[entry.pk])
    return client.post(address, fields_of(client.get(address)) | changes)


def test_form_may_replace_who_met(ann: Person, chief_client: Client) -> None:
    meeting, cy = Meeting.objects.get(), make_person("Cy")
    new = {"participations-2-person": cy.pk, "participations-2-capacity": "participant"}
    rows = {"participations-TOTAL_FORMS": 3, "participations-0-DELETE": "on"}
    change(chief_client, meeting, **rows, **new)
    assert sorted(str(person) for person in meeting.people.all()) == ["Bob", "Cy"]


def test_form_may_not_leave_one_person_in_a_meeting(ann: Person, chief_client: Client) -> None:
    meeting = Meeting.objects.get()
    response = change(chief_client, meeting, **{"participations-0-DELETE": "on"})
    (error,) = errors_of(response)["__all__"]
    assert error.startswith("Ann in The talk can’t be deleted: 1 meeting would be left with too few people")
    assert meeting.participations.count() == 2


def test_form_may_replace_a_subject_together_with_its_reply(ann: Person, chief_client: Client) -> None:
    allegation, cy = Allegation.objects.get(), make_person("Cy")
    change(chief_client, allegation, **{"subjects": [cy.pk], "responses-0-DELETE": "on"})
    assert (list(allegation.subjects.all()), Response.objects.count()) == ([cy], 0)


def test_form_may_not_leave_a_reply_without_its_subject(ann: Person, chief_client: Client) -> None:
    allegation, cy = Allegation.objects.get(), make_person("Cy")
    change(chief_client, allegation, subjects=[cy.pk])
    assert list(allegation.subjects.all()) == [ann]


def test_organisation_is_deleted_with_what_refers_to_it(chief_client: Client) -> None:
    organisation = make_organisation()
    make_role(make_person(), organisation=organisation)
    make_role(make_person(), organisation=organisation, published=False)
    page = text_of(chief_client.get(delete_address(organisation)))
    confirm(chief_client, chief_client.get(delete_address(organisation)), "delete")
    assert ("Delete, and unpublish" in page, Organisation.objects.count(), Role.objects.count()) == (False, 0, 0)


def test_draft_that_refers_to_an_organisation_is_named_before_it_goes(chief_client: Client) -> None:
    organisation = make_organisation()
    make_role(make_person(), "Adviser", organisation=organisation, published=False)
    page = text_of(confirm(chief_client, chief_client.get(delete_address(organisation))))
    assert ("1 job: “Adviser, The campaign”" in page, Organisation.objects.count()) == (True, 1)


def test_source_is_deleted_with_all_that_rests_on_it(chief_client: Client) -> None:
    ann = make_person("Ann", passages=[make_passage()])
    make_role(ann, passages=[make_passage()])
    source = Source.objects.get()
    page = text_of(chief_client.get(delete_address(source)))
    confirm(chief_client, chief_client.get(delete_address(source)), "delete")
    assert "1 person, 1 job" in page
    assert [model.objects.count() for model in (Source, Passage, Person, Role)] == [0, 0, 0, 0]


def test_passage_may_go_while_what_rests_on_it_is_unpublished(chief_client: Client) -> None:
    passage = make_passage()
    make_person("Ann", passages=[passage])
    confirm(chief_client, chief_client.get(delete_address(passage)), "withdraw")
    assert (Passage.objects.count(), Person.objects.get().status) == (0, Status.DRAFT)


def test_entry_that_nobody_needs_is_deleted_as_before(chief_client: Client) -> None:
    role = make_role(make_person())
    confirm(chief_client, chief_client.get(delete_address(role)))
    assert Role.objects.count() == 0
