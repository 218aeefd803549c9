"""Forms of entries with very many rows or links."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.admin import bounded
from people.models import Role
from people.vocabulary import Stance, Status
from tests.admin.conftest import change, errors_of, fields_of, row, rows_of
from tests.factories import make_alias, make_allegation, make_meeting, make_person, make_role, make_statement

Submit = Callable[..., Any]


def test_form_leaves_thousands_of_rows_to_their_own_list(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_ROWS", 2)
    meeting = make_meeting(*(make_person(name) for name in ("Ann", "Bob", "Cy")), title="The talk")
    page = editor_client.get(reverse("admin:people_meeting_change", args=[meeting.pk]))
    link = f'href="/admin/people/participation/?meeting__id__exact={meeting.pk}"'
    assert (len(page.context["inline_admin_formsets"]), link in page.content.decode()) == (0, True)


def test_form_without_its_rows_loses_none(submit: Submit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_ROWS", 2)
    meeting = make_meeting(*(make_person(name) for name in ("Ann", "Bob", "Cy")), title="The talk")
    submit(reverse("admin:people_meeting_change", args=[meeting.pk]), title="The walk")
    meeting.refresh_from_db()
    assert (meeting.title, meeting.participations.count()) == ("The walk", 3)


def test_rows_of_all_nouns_together_are_bounded(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_ROWS", 2)
    person = make_person()
    make_role(person)
    for name in ("Annie", "Nan"):
        make_alias(person, name)
    page = editor_client.get(change(person))
    assert [one.formset.prefix for one in page.context["inline_admin_formsets"]] == [
        "roles",
        "statements",
        "ties_from",
        "appearances",
    ]


def test_rows_that_came_meanwhile_are_told_and_those_without_place_left_out(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_ROWS", 2)
    person = make_person()
    make_role(person, "Adviser")
    fields = fields_of(editor_client.get(change(person)))
    for title in ("Clerk", "Envoy"):
        make_role(person, title)
    page = editor_client.post(change(person), fields | {"roles-0-title": "Aide"})
    told = [(note.stored, note.taken) for note in page.context["guard"].notes]
    assert (told, fields_of(page)["roles-TOTAL_FORMS"]) == ([("“Clerk”", True), ("“Envoy”", False)], "2")
    editor_client.post(change(person), fields_of(page))
    assert sorted(Role.objects.values_list("title", flat=True)) == ["Aide", "Clerk", "Envoy"]


def test_rows_that_became_few_meanwhile_are_not_asked_for(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_ROWS", 1)
    person = make_person()
    roles = [make_role(person, title) for title in ("Adviser", "Clerk")]
    fields = fields_of(editor_client.get(change(person)))
    roles[0].delete()
    assert editor_client.post(change(person), fields | {"summary": "Advised."}).status_code == 302


def test_form_of_many_rows_of_several_nouns_can_be_saved(submit: Submit) -> None:
    person = make_person()
    for place in range(90):
        make_role(person, f"Adviser {place}")
        make_statement(person, f"Resigned {place} times.")
    response = submit(change(person), summary="Advised and resigned.")
    person.refresh_from_db()
    assert (response.status_code, person.summary) == (302, "Advised and resigned.")


def test_subjects_that_are_too_many_stay(submit: Submit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_LINKS", 2)
    people = [make_person(name) for name in ("Ann", "Bob", "Cy")]
    allegation = make_allegation(*people)
    submit(change(allegation), title="The other claim")
    allegation.refresh_from_db()
    assert (allegation.title, sorted(map(str, allegation.subjects.all()))) == ("The other claim", ["Ann", "Bob", "Cy"])


def test_subjects_that_are_too_many_are_listed_elsewhere(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_LINKS", 2)
    people = [make_person(name) for name in ("Ann", "Bob", "Cy")]
    make_person("Dee")
    allegation = make_allegation(*people)
    page = editor_client.get(change(allegation))
    address = f"/admin/people/person/?allegations__id__exact={allegation.pk}"
    assert ("subjects" in page.context["adminform"].form.fields, f'href="{address}"' in page.content.decode()) == (
        False,
        True,
    )
    assert rows_of(editor_client.get(address)) == ["Ann", "Bob", "Cy"]


def test_answer_of_no_subject_is_refused_beside_too_many_subjects(
    submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MAX_INLINE_LINKS", 2)
    people = [make_person(name) for name in ("Ann", "Bob", "Cy")]
    allegation, other = make_allegation(*people), make_person("Dee")
    answer = row("responses", person=other.pk, stance=Stance.DENIES, summary="Dee denies it.", status=Status.DRAFT)
    response = submit(change(allegation), **answer)
    assert errors_of(response) == {"responses-0-person": ["Dee is no subject of “The claim”."]}
