"""Two editors who have the same form open: the second one is told what the first one did, and nothing is lost."""

from collections.abc import Callable
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

from people.models import Allegation, Organisation, Person, Role
from people.vocabulary import Status
from tests.admin.conftest import errors_of, fields_of
from tests.admin.test_forms import change, row
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_role,
    make_source,
)
from tests.models.test_portrait import BESIDE, make, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(chief_client: Client) -> Callable[..., Any]:
    """A function that changes an entry by its form as another editor."""

    def other(entry: Any, **changes: Any) -> Any:
        response = chief_client.post(change(entry), fields_of(chief_client.get(change(entry))) | changes)
        assert response.status_code == 302
        return response

    return other


def notes_of(page: Any) -> list[tuple[str, str, str]]:
    """Return what the page tells of changes: where, what is stored, what was typed."""
    return [(note.place, note.stored, note.typed) for note in page.context["guard"].notes]


def value(page: Any, name: str) -> Any:
    return page.context["adminform"].form[name].value()


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


def test_row_that_another_changed_comes_in(editor_client: Client, other: Any) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(editor_client.get(change(role.person)))
    other(role, title="Clerk", start="2016")
    page = editor_client.post(change(role.person), fields | {"roles-0-title": "Aide"})
    assert notes_of(page) == [("Role “Aide”: Title", "Clerk", "Aide"), ("Role “Aide”: Start", "2016", "")]
    assert [note.target for note in page.context["guard"].notes] == ["id_roles-0-title", "id_roles-0-start"]
    editor_client.post(change(role.person), fields_of(page))
    role.refresh_from_db()
    assert (role.title, role.start) == ("Aide", "2016")


def test_row_that_another_added_comes_in_before_new_ones(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    make_role(ann, "Adviser")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, **row("roles", 1, title="Clerk", status="draft"))
    page = editor_client.post(change(ann), fields | row("roles", 1, title="Envoy", status="draft"))
    assert notes_of(page) == [("Added: role", "“Clerk”", "")]
    editor_client.post(change(ann), fields_of(page))
    assert sorted(Role.objects.values_list("title", flat=True)) == ["Adviser", "Clerk", "Envoy"]


def test_row_that_another_deleted_is_named_and_stays_deleted(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    roles = [make_role(ann, title) for title in ("Adviser", "Clerk")]
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, **{"roles-0-DELETE": "on"})
    page = editor_client.post(change(ann), fields | {"roles-1-title": "Aide"})
    told = [(row.name, row.by.startswith("by cleo"), row.typed) for row in page.context["guard"].gone]
    assert (told, errors_of(page)) == ([("role “Adviser”", True, [])], {})
    editor_client.post(change(ann), fields_of(page))
    assert list(Role.objects.values_list("pk", "title")) == [(roles[1].pk, "Aide")]


def gone_of(page: Any) -> list[str]:
    return [str(row) for row in page.context["guard"].gone]


@pytest.mark.parametrize(("wanted", "left"), [({}, []), ({"_again": "0"}, ["Aide"])])
def test_text_for_a_row_that_is_deleted_can_be_read_and_added_again(
    wanted: dict[str, str], left: list[str], editor_client: Client
) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(editor_client.get(change(role.person)))
    role.delete()
    page = editor_client.post(change(role.person), fields | {"roles-0-title": "Aide"})
    assert [("Title", "Aide") in row.typed for row in page.context["guard"].gone] == [True]
    assert (
        editor_client.post(change(role.person), fields_of(page) | {"_gone": gone_of(page), **wanted}).status_code == 302
    )
    assert list(Role.objects.values_list("title", flat=True)) == left


def test_text_for_a_row_that_is_deleted_is_kept_while_the_form_is_refused(editor_client: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(editor_client.get(change(role.person)))
    role.delete()
    page = editor_client.post(change(role.person), fields | {"roles-0-title": "Aide"})
    again = editor_client.post(change(role.person), fields_of(page) | {"_gone": gone_of(page), "name": ""})
    assert "Aide" in again.content.decode()
    assert gone_of(again) != []


def test_row_that_both_deleted_is_no_conflict(chief_client: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(chief_client.get(change(role.person)))
    role.delete()
    assert chief_client.post(change(role.person), fields | {"roles-0-DELETE": "on"}).status_code == 302


def test_participant_who_was_added_to_a_meeting_comes_in(editor_client: Client, other: Any) -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"))
    cy = make_person("Cy")
    fields = fields_of(editor_client.get(change(meeting)))
    other(meeting, **row("participations", 2, person=cy.pk, capacity="participant"))
    page = editor_client.post(change(meeting), fields | {"title": "Another"})
    editor_client.post(change(meeting), fields_of(page))
    assert sorted(map(str, meeting.people.all())) == ["Ann", "Bob", "Cy"]


def test_rows_are_headed_by_their_own_names_when_others_have_come(editor_client: Client) -> None:
    ann = make_person("Ann")
    make_alias(ann, "Bee")
    fields = fields_of(editor_client.get(change(ann)))
    make_alias(ann, "Aaa")
    page = editor_client.post(change(ann), fields)
    (formset,) = [one for one in page.context["inline_admin_formsets"] if one.formset.prefix == "aliases"]
    headed = [(str(one.original), one.form["name"].value()) for one in formset if one.original]
    assert headed == [("Bee", "Bee"), ("Aaa", "Aaa")]


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


def test_entry_deleted_while_its_form_is_open_can_be_added_anew(editor_client: Client, chief_client: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    person, fields = role.person, fields_of(editor_client.get(change(role.person)))
    role.delete()
    person.delete()
    page = editor_client.post(
        change(Person(pk=fields["roles-0-person"])), fields | {"summary": "Mine.", "status": "draft"}
    )
    told = page.context["guard"].told[0]
    assert (page.status_code, told.startswith("This person no longer exists: deleted ")) == (200, True)
    assert f'action="{reverse("admin:people_person_add")}"' in page.content.decode()
    editor_client.post(reverse("admin:people_person_add"), fields_of(page) | {"roles-0-status": "draft"})
    assert (Person.objects.get().summary, list(Role.objects.values_list("title", flat=True))) == ("Mine.", ["Adviser"])


def test_text_for_a_deleted_entry_is_shown_to_who_may_not_add_one(editor: User, editor_client: Client) -> None:
    group = Group.objects.get(name="Editors")
    group.permissions.remove(group.permissions.get(codename="add_organisation"))
    firm = make_organisation("The firm")
    fields, address = fields_of(editor_client.get(change(firm))), change(firm)
    firm.delete()
    page = editor_client.post(address, fields | {"name": "The other firm"})
    assert (page.status_code, "The other firm" in page.content.decode()) == (404, True)


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


ADD = "/admin/people/organisation/add/"


def add(client: Client, name: str = "The firm", **changes: Any) -> dict[str, Any]:
    return fields_of(client.get(ADD)) | {"name": name, "kind": "company"} | changes


def test_form_sent_twice_adds_one_entry(editor_client: Client) -> None:
    fields = fields_of(editor_client.get("/admin/people/meeting/add/"))
    fields |= {"title": "The talk", "summary": "They talked.", "kind": "interview"}
    answers = [editor_client.post("/admin/people/meeting/add/", fields, follow=True) for _ in range(2)]
    told = [[str(message) for message in answer.context["messages"]] for answer in answers]
    assert told[1] == ["“The talk” was added already; it was not added twice."]


def test_form_sent_again_with_another_text_asks_before_it_adds(editor_client: Client) -> None:
    fields = add(editor_client)
    editor_client.post(ADD, fields)
    page = editor_client.post(ADD, fields | {"name": "The other firm"})
    (told,) = page.context["guard"].told
    assert (told.startswith("This form has already added “The firm”."), value(page, "name")) == (True, "The other firm")
    editor_client.post(ADD, fields_of(page))
    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["The firm", "The other firm"]


def test_form_of_an_entry_that_was_deleted_adds_it_when_saved_once_more(editor_client: Client) -> None:
    fields = add(editor_client)
    editor_client.post(ADD, fields)
    Organisation.objects.all().delete()
    page = editor_client.post(ADD, fields)
    assert Organisation.objects.count() == 0
    editor_client.post(ADD, fields_of(page))
    assert Organisation.objects.count() == 1


def test_two_forms_add_two_entries_that_are_alike(editor_client: Client) -> None:
    address = "/admin/people/person/add/"
    for _ in range(2):
        page = editor_client.post(address, fields_of(editor_client.get(address)) | {"name": "Ann"})
    # The second one is asked whether this is another Ann.
    editor_client.post(address, fields_of(page))
    assert Person.objects.count() == 2


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
