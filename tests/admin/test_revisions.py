"""What editors write is a revision, which they see in the history and can take back."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from people.admin.reasons import MISSING_REASON
from people.changes import revision
from people.models import Change, Organisation, Person, Revision
from people.vocabulary import RevisionKind, Status
from tests.admin.conftest import act, change, confirm, fields_of, messages_of
from tests.factories import make_organisation, make_passage, make_person, make_role

pytestmark = pytest.mark.django_db


DELETED = "/admin/people/revision/deleted/"


def told(response: Any) -> list[Any]:
    """Return what a page tells of revisions: who, why, and each row with its fields."""
    return [
        (
            entry.revision and (entry.revision.kind, str(entry.revision.editor), entry.revision.reason),
            [(row.noun, row.title, row.done, [tuple(field) for field in row.fields]) for row in entry.rows],
        )
        for entry in response.context["entries"]
    ]


def page_of(one: Revision) -> str:
    return f"/admin/people/revision/{one.pk}/change/"


def latest() -> Revision:
    found = Revision.objects.first()
    assert found is not None
    return found


def test_saved_form_is_a_revision_with_its_reason_and_rows(editor_client: Client, submit: Any) -> None:
    ann, firm, passage = make_person("Ann", summary="Old."), make_organisation("Firm"), make_passage(section="slide-7")
    role = make_role(ann, title="Head", passages=[passage])
    rows = {f"roles-0-{name}": value for name, value in (("organisation", firm.pk), ("title", "Chief"))}
    submit(change(ann), summary="New.", _reason="  Read the sentence again. ", **rows)
    page = editor_client.get(f"/admin/people/person/{ann.pk}/history/")
    person = ("person", "Ann", "changed", [("summary", "Old.", "New.")])
    job = ("role", "Chief", "changed", [("title", "Head", "Chief"), ("organisation", "", "Firm")])
    first = told(page)[0]
    assert first == (("edit", "eddie", "Read the sentence again."), [person, job])
    assert role.pk == ann.roles.get().pk


def test_form_offers_the_reasons_given_last(editor_client: Client, submit: Any) -> None:
    ann = make_person("Ann")
    for summary, reason in (("1", "Typo"), ("2", "Source read again"), ("3", "Typo")):
        submit(change(ann), summary=summary, _reason=reason)
    page = editor_client.get(change(ann)).content.decode()
    assert page.index('<option value="Typo">') < page.index('<option value="Source read again">')
    assert page.count('<option value="Typo">') == 1


def reason_asked(page: Any) -> bool:
    return bool(page.status_code == 200 and page.context["reason_error"] == MISSING_REASON)


def test_form_that_changes_what_readers_see_asks_why_and_loses_nothing(submit: Any, editor_client: Client) -> None:
    ann = make_person("Ann", summary="Old.")
    page = submit(change(ann), summary="New.", _reason=" ")
    form = page.context["adminform"].form
    assert (reason_asked(page), form["summary"].value(), '<a href="#id_reason">Why</a>' in page.content.decode()) == (
        True,
        "New.",
        True,
    )
    assert editor_client.post(change(ann), fields_of(page) | {"_reason": "Typo"}).status_code == 302
    assert Person.objects.get().summary == "New."


def test_rows_that_readers_see_ask_why(submit: Any) -> None:
    role = make_role(make_person("Ann"), title="Head")
    page = submit(change(role.person), **{"roles-0-title": "Chief", "_reason": ""})
    assert (reason_asked(page), submit(change(role.person), _reason="").status_code) == (True, 302)


def test_drafts_need_no_reason(submit: Any) -> None:
    role = make_role(make_person("Ann", published=False), title="Head", published=False)
    assert submit(change(role.person), summary="New.", **{"roles-0-title": "Chief", "_reason": ""}).status_code == 302
    assert submit("/admin/people/person/add/", name="Bob", _reason="").status_code == 302
    assert reason_asked(submit(change(role.person), status="published", _reason=""))


def test_what_has_no_status_asks_why_where_readers_see_it(submit: Any) -> None:
    seen, unseen = make_organisation("Firm"), make_organisation("Club")
    make_role(make_person("Ann"), organisation=seen)
    pages = [submit(change(one), kind="company", _reason="") for one in (seen, unseen)]
    assert (reason_asked(pages[0]), pages[1].status_code) == (True, 302)


def test_list_that_publishes_asks_why_and_keeps_what_was_selected(editor_client: Client) -> None:
    people = [make_person(name, published=False) for name in ("Ann", "Bob")]
    page = act(editor_client, "publish", "person", *people, reason="")
    sent = [*page.context["sent"], ("_reason", "Checked")]
    assert (page.context["title"], Person.objects.published().count()) == ("Publish 2 people?", 0)
    data = {name: [value for other, value in sent if other == name] for name, _ in sent}
    editor_client.post("/admin/people/person/", data)
    assert (Person.objects.published().count(), latest().reason) == (2, "Checked")


@pytest.mark.parametrize("action", ["unpublish", "delete_selected"])
def test_list_that_takes_away_asks_why(chief_client: Client, action: str) -> None:
    ann = make_person("Ann")
    asked = act(chief_client, action, "person", ann, reason="")
    again = confirm(chief_client, asked, reason="")
    assert (again.context["request"].question.problem, Person.objects.published().count()) == (MISSING_REASON, 1)
    confirm(chief_client, again)
    assert Person.objects.published().count() == 0


def test_delete_page_asks_why(chief_client: Client) -> None:
    ann = make_person("Ann")
    page = confirm(chief_client, chief_client.get(f"/admin/people/person/{ann.pk}/delete/"), reason="")
    assert (page.context["request"].question.problem, Person.objects.count()) == (MISSING_REASON, 1)


def test_revision_is_taken_back_from_its_page(editor_client: Client, submit: Any) -> None:
    ann = make_person("Ann", summary="Old.")
    submit(change(ann), summary="New.")
    page = editor_client.post(page_of(latest()), {"_reason": "Wrong person"}, follow=True)
    ann.refresh_from_db()
    undone = latest()
    assert (ann.summary, undone.kind, undone.reason) == ("Old.", "undo", "Wrong person")
    assert messages_of(page)[-1] == f"Everything is as it was before {undone.undoes}."


def test_undo_that_is_refused_says_what_stands_in_the_way(editor_client: Client, submit: Any) -> None:
    ann = make_person("Ann", summary="Old.")
    submit(change(ann), summary="New.")
    first = latest()
    submit(change(ann), summary="Newer.")
    page = editor_client.post(page_of(first), follow=True)
    ann.refresh_from_db()
    message = messages_of(page)[-1]
    assert (ann.summary, message.startswith("Not undone: Person “Ann” has been changed by eddie (")) == ("Newer.", True)


def test_deleted_entry_comes_back_whole(chief_client: Client) -> None:
    firm = make_organisation("Firm")
    chief_client.post(f"/admin/people/organisation/{firm.pk}/delete/", {"post": "yes", "_question": ""})
    page = chief_client.get(f"/admin/people/organisation/{firm.pk}/delete/")
    confirm(chief_client, page)
    assert (Organisation.objects.exists(), latest().kind) == (False, "delete")
    chief_client.post(page_of(latest()))
    again = Organisation.objects.get()
    assert (again.pk, again.slug, again.kind) == (firm.pk, firm.slug, firm.kind)


def deleted(page: Any) -> list[tuple[str, str, bool]]:
    return [(entry.noun, entry.title, entry.is_back) for entry in page.context["entries"]]


def test_deleted_entries_are_listed_and_brought_back(chief_client: Client) -> None:
    for name in ("Ann Bée", "Bob"):
        make_role(person := make_person(name), title="Head")
        page = chief_client.get(f"/admin/people/person/{person.pk}/delete/")
        confirm(chief_client, page, "delete")
    listed = chief_client.get(DELETED)
    assert deleted(listed) == [("person", "Bob", False), ("person", "Ann Bée", False)]
    found = chief_client.get(DELETED, {"q": "bee ann"})
    assert deleted(found) == [("person", "Ann Bée", False)]
    chief_client.post(page_of(found.context["entries"][0].revision))
    assert deleted(chief_client.get(DELETED)) == [("person", "Bob", False), ("person", "Ann Bée", True)]
    assert Person.objects.get().roles.count() == 1


def test_deleted_entries_stand_page_by_page_and_only_the_last_are_read(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("people.changes.deleted.MAX_READ_DELETIONS", 22)
    for number in range(25):
        make_organisation(f"Firm {number}")
    Organisation.objects.all().delete()
    first = editor_client.get(DELETED)
    second = editor_client.get(f"{DELETED}?{first.context['older']}")
    assert (len(deleted(first)), len(deleted(second)), second.context["older"]) == (20, 2, "")


def test_bulk_action_is_one_revision(editor_client: Client) -> None:
    people = [make_person(name, published=False) for name in ("Ann", "Bob")]
    act(editor_client, "publish", "person", *people)
    assert (latest().kind, latest().changes.count()) == ("bulk", 2)
    editor_client.post(page_of(latest()))
    assert set(Person.objects.values_list("status", flat=True)) == {Status.DRAFT}


def test_editor_who_may_not_delete_can_not_undo_an_addition(editor_client: Client, editor: User) -> None:
    with revision(RevisionKind.EDIT, editor):
        make_person("Ann")
    page = editor_client.get(page_of(latest()))
    assert "person" in page.context["lacking"]
    assert editor_client.post(page_of(latest())).status_code == 403


def test_list_of_revisions_has_who_why_and_how_many_rows(editor_client: Client, submit: Any) -> None:
    ann = make_person("Ann")
    submit(change(ann), summary="New.", _reason="Typo")
    page = editor_client.get("/admin/people/revision/")
    (row,) = page.context["cl"].result_list
    assert (str(row), row.editor.username, row.reason, row.number) == (f"edit {row.pk}", "eddie", "Typo", 1)


def test_readers_can_not_see_revisions(client: Client) -> None:
    assert client.get("/admin/people/revision/").status_code == 302


def test_history_of_an_entry_without_changes_says_so(editor_client: Client) -> None:
    ann = make_person("Ann")
    Change.objects.all().delete()
    page = editor_client.get(f"/admin/people/person/{ann.pk}/history/")
    assert "Nothing of this entry has changed since changes are logged." in page.content.decode()


def test_form_after_a_refused_save_keeps_its_reason(editor_client: Client) -> None:
    ann = make_person("Ann")
    fields = fields_of(editor_client.get(change(ann)))
    page = editor_client.post(change(ann), fields | {"name": "", "kind": "named", "_reason": "Typo"})
    assert page.context["reason"] == "Typo"
