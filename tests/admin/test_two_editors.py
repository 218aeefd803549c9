"""Two editors who have the same form open: the second one is told what the first one did, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from people.models import Allegation, Person
from people.vocabulary import Status
from tests.admin.conftest import change, errors_of, fields_of, notes_of, row, value
from tests.factories import (
    make_allegation,
    make_organisation,
    make_passage,
    make_person,
    make_role,
    make_source,
)
from tests.models.test_portrait import BESIDE, make, upload

pytestmark = pytest.mark.django_db


def test_second_of_two_editors_is_told_and_keeps_what_was_typed(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, description="First")
    page = editor_client.post(change(ann), fields | {"summary": "Second."})
    assert (page.status_code, notes_of(page)) == (200, [("Description", "First", "")])
    assert (value(page, "description"), value(page, "summary")) == ("First", "Second.")
    ann.refresh_from_db()
    assert (ann.description, ann.summary) == ("First", "")


def test_second_save_after_looking_goes_through_and_puts_nothing_back(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, description="First")
    page = editor_client.post(change(ann), fields | {"summary": "Second."})
    assert editor_client.post(change(ann), fields_of(page)).status_code == 302
    ann.refresh_from_db()
    assert (ann.description, ann.summary) == ("First", "Second.")


def test_field_that_both_changed_shows_both_and_keeps_what_was_typed(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, summary="Theirs.")
    page = editor_client.post(change(ann), fields | {"summary": "Mine."})
    assert (notes_of(page), value(page, "summary")) == ([("Summary", "Theirs.", "Mine.")], "Mine.")
    assert ("Theirs." in page.content.decode(), "Mine." in page.content.decode()) == (True, True)


def test_page_tells_who_changed_what_and_when(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, summary="Theirs.")
    Person.objects.filter(pk=ann.pk).update(slide=5)
    page = editor_client.post(change(ann), fields | {"summary": "Mine."})
    summary, slide = sorted(page.context["guard"].notes, key=lambda note: note.place, reverse=True)
    assert (summary.by.startswith("by cleo, "), summary.by.endswith(" UTC")) == (True, True)
    assert (slide.place, slide.stored) == ("Slide", "5")


def test_change_that_no_log_has_is_told_as_such(editor_client: Client) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    Person.objects.filter(pk=ann.pk).update(summary="By a command.")
    page = editor_client.post(change(ann), fields | {"summary": "Mine."})
    assert [note.by for note in page.context["guard"].notes] == ["by somebody the log doesn’t name"]


def test_entry_that_changes_once_more_meanwhile_is_refused_once_more(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, description="First")
    page = editor_client.post(change(ann), fields | {"summary": "Second."})
    other(ann, description="Third")
    again = editor_client.post(change(ann), fields_of(page))
    assert (notes_of(again), value(again, "summary")) == ([("Description", "Third", "")], "Second.")


def test_same_change_by_both_is_no_conflict(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, summary="The same.")
    assert editor_client.post(change(ann), fields | {"summary": "The same."}).status_code == 302


def test_withdrawal_is_not_undone_by_who_had_the_form_open(editor_client: Client, other: Any) -> None:
    role = make_role(make_person())
    fields = fields_of(editor_client.get(change(role)))
    other(role, status=Status.DRAFT)
    page = editor_client.post(change(role), fields | {"title": "Aide"})
    editor_client.post(change(role), fields_of(page))
    role.refresh_from_db()
    assert (notes_of(page), role.status, role.title) == ([("Status", "draft", "")], Status.DRAFT, "Aide")


def test_form_that_does_not_say_what_it_was_opened_on_is_shown_again(editor_client: Client) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann))) | {"summary": "Mine.", "_opened": "forged"}
    page = editor_client.post(change(ann), fields)
    assert notes_of(page) == [("Summary", "(blank)", "Mine.")]
    assert editor_client.post(change(ann), fields_of(page)).status_code == 302


def test_form_with_another_error_still_knows_what_it_was_opened_on(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    page = editor_client.post(change(ann), fields_of(editor_client.get(change(ann))) | {"name": ""})
    other(ann, description="First")
    again = editor_client.post(change(ann), fields_of(page) | {"name": "Anne"})
    assert (errors_of(page) != {}, notes_of(again)) == (True, [("Description", "First", "")])


def test_citations_that_another_changed_come_in(editor_client: Client, other: Any) -> None:
    first, second = make_passage(section="slide-1"), make_passage(section="slide-2")
    ann = make_person("Ann", passages=[first])
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, passages=[first.pk, second.pk])
    page = editor_client.post(change(ann), fields | {"summary": "Mine."})
    assert notes_of(page) == [("Passages", "the-source/slide-1/1, the-source/slide-2/1", "")]
    editor_client.post(change(ann), fields_of(page))
    assert list(ann.passages.all()) == [first, second]


def test_citation_that_is_deleted_meanwhile_is_no_dead_end(editor_client: Client) -> None:
    first, second, third = (make_passage(section=f"slide-{number}") for number in (1, 2, 3))
    ann = make_person("Ann", passages=[first, second], published=False)
    fields = fields_of(editor_client.get(change(ann)))
    second.delete()
    page = editor_client.post(change(ann), fields | {"passages": [first.pk, second.pk, third.pk]})
    assert errors_of(page) == {}
    editor_client.post(change(ann), fields_of(page))
    assert list(ann.passages.all()) == [first, third]


def test_subjects_that_another_changed_come_in(editor_client: Client, other: Any) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    claim = make_allegation(ann)
    fields = fields_of(editor_client.get(change(claim)))
    other(claim, subjects=[ann.pk, bob.pk])
    page = editor_client.post(change(claim), fields | {"claim": "Another."})
    assert notes_of(page) == [("Subjects", "Ann, Bob", "")]
    editor_client.post(change(claim), fields_of(page))
    assert sorted(map(str, Allegation.objects.get().subjects.all())) == ["Ann", "Bob"]


def test_portrait_that_another_put_there_stays(
    editor_client: Client, other: Any, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, portrait=upload(), **BESIDE)
    page = editor_client.post(change(ann), fields | {"summary": "Mine."})
    assert [place for place, *_ in notes_of(page)] == ["Portrait", "Alternative text", "Credit", "Licence"]
    editor_client.post(change(ann), fields_of(page) | {"portrait": ""})
    ann.refresh_from_db()
    assert (bool(ann.portrait), ann.summary) == (True, "Mine.")


def test_file_that_a_refused_form_can_not_keep_is_named(
    editor_client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    Person.objects.update(summary="Theirs.")
    page = editor_client.post(change(ann), fields | {"portrait": upload(), **BESIDE})
    assert (page.context["lost_files"], "Choose them again: " in page.content.decode()) == ([upload().name], True)


def test_portrait_taken_away_by_one_and_changed_by_the_other_is_told(
    editor_client: Client, other: Any, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    ann = make()
    fields = fields_of(editor_client.get(change(ann))) | {"portrait": ""}
    other(ann, portrait="", portrait_credit="Somebody else")
    page = editor_client.post(change(ann), fields | {"portrait-clear": "on"})
    assert notes_of(page) == [("Credit", "Somebody else", "")]
    assert page.wsgi_request.POST["portrait-clear"] == "on"


def test_permission_lost_meanwhile_loses_no_text(editor_client: Client) -> None:
    firm = make_organisation("The firm")
    fields = fields_of(editor_client.get(change(firm)))
    group = Group.objects.get(name="Editors")
    group.permissions.remove(group.permissions.get(codename="change_organisation"))
    page = editor_client.post(change(firm), fields | {"name": "The other firm"})
    assert (page.status_code, "The other firm" in page.content.decode()) == (403, True)


def test_account_is_guarded_too(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    eve = User.objects.create_user("eve")
    address = reverse("admin:auth_user_change", args=[eve.pk])
    fields = fields_of(client.get(address))
    User.objects.filter(pk=eve.pk).update(is_staff=True)
    page = client.post(address, fields | {"first_name": "Eve"})
    assert [(note.place, note.stored) for note in page.context["guard"].notes] == [("Staff status", "yes")]
    client.post(address, fields_of(page))
    eve.refresh_from_db()
    assert (eve.is_staff, eve.first_name) == (True, "Eve")


def test_group_is_guarded_too(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    group = Group.objects.create(name="Readers")
    address = reverse("admin:auth_group_change", args=[group.pk])
    fields = fields_of(client.get(address))
    Group.objects.filter(pk=group.pk).update(name="Lectors")
    page = client.post(address, fields | {"name": "Audience"})
    assert notes_of(page) == [("Name", "Lectors", "Audience")]


def test_passage_is_guarded_too(editor_client: Client, other: Any) -> None:
    passage = make_passage(make_source())
    fields = fields_of(editor_client.get(change(passage)))
    other(passage, reason="A photo credit.")
    page = editor_client.post(change(passage), fields | {"reason": "A caption."})
    assert [typed for _, _, typed in notes_of(page)] == ["A caption."]


def test_every_error_is_named_with_its_field(editor_client: Client) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    page = editor_client.post(
        change(ann), fields | {"name": ""} | row("roles", title="A", start="march", status="draft")
    )
    places = [problem.place for problem in page.context["problems"]]
    assert places == ["Role 1, Start"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one transaction writes at a time there")
def test_of_two_who_save_at_the_same_time_exactly_one_wins(editor: User, chief_editor: User) -> None:
    ann, barrier = make_person("Ann"), Barrier(2)
    clients = [Client(), Client()]
    for client, user in zip(clients, (editor, chief_editor), strict=True):
        client.force_login(user)
    forms = [fields_of(client.get(change(ann))) | {"summary": f"By {n}."} for n, client in enumerate(clients)]

    def save(number: int) -> int:
        barrier.wait(60)
        try:
            return clients[number].post(change(ann), forms[number]).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(save, range(2)))
    assert sorted(statuses) == [200, 302]
    ann.refresh_from_db()
    assert ann.summary == f"By {statuses.index(302)}."


def test_picture_that_is_none_is_named_among_the_errors(editor_client: Client) -> None:
    ann = make_person("Ann")
    picture = SimpleUploadedFile("ann.png", b"no picture")
    page = editor_client.post(change(ann), fields_of(editor_client.get(change(ann))) | {"portrait": picture, **BESIDE})
    assert [problem.place for problem in page.context["problems"]] == ["Portrait"]
