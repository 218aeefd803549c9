"""Two entries are made one in the admin, or said to be two."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from people.merging import doubles
from people.models import NotSame, Person, Revision, Role
from tests.admin.conftest import REASON, act, errors_of, fields_of, messages_of
from tests.changes.conftest import contents
from tests.factories import make_alias, make_meeting, make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

DOUBLES = "/admin/people/person/doubles/"


def page_of(stays: Any, goes: Any) -> str:
    return f"/admin/people/{stays._meta.model_name}/{stays.pk}/merge/?with={goes.pk}"


@pytest.fixture
def two(db: None) -> list[Person]:
    """Ann and Anne, who has a job."""
    ann, anne = make_person("Ann Bee"), make_person("Anne Bee")
    make_role(anne, "Head")
    return [ann, anne]


def answer(client: Client, page: Any, answer: str, **more: str) -> Any:
    """Return what follows when a button of the page that asks is clicked."""
    report = page.context["report"]
    sent = {"_answer": answer, "_reason": REASON, "_seen": report.state if report else ""}
    return client.post(page.wsgi_request.get_full_path(), sent | more, follow=True)


def listed(page: Any) -> list[str]:
    return [" / ".join(map(str, pair)) for pair, _ in page.context["pairs"]]


def test_two_are_merged_once_the_editor_has_seen_what_that_makes(chief_client: Client, two: list[Person]) -> None:
    ann, anne = two
    before = contents()
    page = chief_client.get(page_of(ann, anne))
    assert contents() == before
    assert "<h3>1 job</h3>" in page.content.decode()
    done = answer(chief_client, page, "merge")
    one = Revision.objects.get(kind="merge")
    assert (list(Person.objects.all()), one.reason, str(one.editor)) == ([ann], REASON, "cleo")
    assert messages_of(done)[0].startswith("Anne Bee is one with Ann Bee now. <a href=")
    assert sorted(LogEntry.objects.values_list("object_repr", "action_flag")) == [("Ann Bee", 2), ("Anne Bee", 3)]
    assert done.redirect_chain == [(f"/admin/people/person/{ann.pk}/change/", 302)]


def test_merge_asks_why(chief_client: Client, two: list[Person]) -> None:
    page = answer(chief_client, chief_client.get(page_of(*two)), "merge", _reason=" ")
    assert (Person.objects.count(), page.context["problem"][:22]) == (2, "Say in one line why, a")


def test_merge_is_shown_again_if_something_changed_meanwhile(chief_client: Client, two: list[Person]) -> None:
    page = chief_client.get(page_of(*two))
    make_role(two[1], "Aide")
    again = answer(chief_client, page, "merge")
    assert (Person.objects.count(), again.context["problem"]) == (
        2,
        "This has changed since you opened the page, so nothing was done.",
    )


def test_refused_merge_says_what_to_do(chief_client: Client, two: list[Person]) -> None:
    make_meeting(*two, kind="dinner", title="A dinner")
    page = chief_client.get(page_of(*two))
    assert page.context["refusals"] == [
        "Anne Bee can’t be merged into Ann Bee: 1 meeting would be left with too few people (“A dinner”)."
    ]


def test_editor_who_may_not_delete_may_not_merge(editor_client: Client, two: list[Person]) -> None:
    page = editor_client.get(page_of(*two))
    assert "Ask a chief editor." in page.content.decode()
    assert answer(editor_client, page, "merge").status_code == 403
    assert Person.objects.count() == 2


def test_two_that_are_selected_lead_to_their_merge_and_what_readers_see_stays(chief_client: Client) -> None:
    draft, seen = make_person("Ann Bee", published=False), make_person("Ann Bee")
    page = act(chief_client, "merge_selected", "person", draft, seen)
    assert (page.context["stays"], page.context["goes"]) == (seen, draft)


def test_three_that_are_selected_are_not_merged(chief_client: Client, two: list[Person]) -> None:
    page = act(chief_client, "merge_selected", "person", *two, make_person("Bob"))
    assert messages_of(page) == ["Select the two that are the same, and nothing else."]


def test_form_leads_to_namesakes_and_to_a_search_of_others(editor_client: Client, two: list[Person]) -> None:
    ann, anne = two
    make_alias(anne, "Ann-Bee")
    bob = make_person("Bob")
    address = editor_client.get(f"/admin/people/person/{ann.pk}/change/").context["merge_address"]
    page = editor_client.get(address, {"q": "bob"})
    assert [[entry for entry, _ in page.context[name]] for name in ("doubles", "found")] == [[anne], [bob]]


def test_possible_doubles_go_by_one_name_or_another_name(editor_client: Client) -> None:
    hope, hope_too = make_person("Hope Hicks"), make_person("HOPE HÍCKS", published=False)
    make_alias(make_person("Ann Bee"), "Annie")
    make_person("Annie")
    make_person("Bob")
    found = ["Ann Bee / Annie", f"Hope Hicks ({hope.slug}) / HOPE HÍCKS ({hope_too.slug})"]
    assert listed(editor_client.get(DOUBLES)) == found


def test_possible_doubles_are_looked_for_page_by_page(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubles, "MAX_READ_NAMES", 3)
    for name in ("Ann", "Ann", "Bob", "Bob", "Cay", "Dan", "Dan", "Dan", "Dan", "Eve", "Eve"):
        make_person(name)
    address, found = DOUBLES, []
    while address:
        page = editor_client.get(address)
        found += listed(page)
        address = f"{DOUBLES}?{page.context['next_page']}" if page.context["next_page"] else ""
    names = [" / ".join(name.partition(" ")[0] for name in pair.split(" / ")) for pair in found]
    assert names == ["Ann / Ann", "Bob / Bob", "Dan / Dan", "Dan / Dan", "Dan / Dan", "Eve / Eve"]


def test_two_that_are_not_the_same_are_not_suggested_again(editor_client: Client, submit: Any) -> None:
    one, other = make_person("Ann Bee"), make_person("Ann Bee")
    page = editor_client.get(page_of(one, other))
    answer(editor_client, page, "two")
    assert [(said.first, said.second, said.reason) for said in NotSame.objects.all()] == [(one.pk, other.pk, REASON)]
    assert listed(editor_client.get(DOUBLES)) == []
    make_alias(other, "Ann Smith")
    assert submit(f"/admin/people/person/{one.pk}/change/", name="Ann Smith").status_code == 302
    refused = editor_client.get(page_of(one, other))
    assert refused.context["refusals"][0].startswith("eddie said on ")
    answer(editor_client, refused, "back")
    assert listed(editor_client.get(DOUBLES)) != []


def test_namesakes_of_others_are_still_shown(submit: Any) -> None:
    one, other = make_person("Ann Bee"), make_person("Bob")
    NotSame.objects.say(one, make_person("Cay"))
    assert "name" in errors_of(submit(f"/admin/people/person/{one.pk}/change/", name=other.name))


def test_organisations_are_merged_likewise(chief_client: Client) -> None:
    firm, company = make_organisation("Firm"), make_organisation("The Firm")
    make_role(make_person(), "Head", organisation=company)
    answer(chief_client, chief_client.get(page_of(firm, company)), "merge")
    assert Role.objects.get().organisation == firm


def test_merge_after_later_edits_is_taken_back_in_part(chief_client: Client, two: list[Person]) -> None:
    answer(chief_client, chief_client.get(page_of(*two)), "merge")
    one = Revision.objects.get(kind="merge")
    address = f"/admin/people/person/{two[0].pk}/change/"
    chief_client.post(address, fields_of(chief_client.get(address)) | {"roles-0-title": "Chief"})
    refused = chief_client.post(f"/admin/people/revision/{one.pk}/change/", {"_reason": "Two after all"})
    assert refused.context["stays"] == ["Everything goes back, and keeps what was changed in it since."]
    chief_client.post(f"/admin/people/revision/{one.pk}/change/", {"_reason": "Two after all", "_partly": "1"})
    assert Role.objects.get(title="Chief").person.name == "Anne Bee"
