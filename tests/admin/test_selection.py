"""Actions on rows, and pages that ask first: what is done is done to what was shown."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from people.admin.person import PersonAdmin
from people.admin.source import PassageAdmin
from people.models import Person
from tests.admin.conftest import REASON, act, confirm, messages_of
from tests.factories import make_passage, make_person, make_role

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/people/person/"


@pytest.fixture
def drafts() -> list[Person]:
    return [make_person(name, published=False) for name in ("Ann", "Bob")]


def published() -> list[str]:
    return sorted(Person.objects.published().values_list("name", flat=True))


def publish(client: Client, listed: str, people: list[Person], **more: str) -> list[str]:
    chosen = {"action": "publish", "_selected_action": [one.pk for one in people], "_listed": listed}
    return messages_of(client.post(PEOPLE, chosen | {"index": "0", "_reason": REASON} | more, follow=True))


def listed_by(client: Client) -> str:
    return str(client.get(PEOPLE).context["listed"])


def test_entry_that_changed_since_the_list_was_shown_is_left_out(editor_client: Client, drafts: list[Person]) -> None:
    listed = listed_by(editor_client)
    Person.objects.filter(name="Bob").update(summary="Changed.")
    changed, done = publish(editor_client, listed, drafts)
    assert (published(), done) == (["Ann"], "Published: 1 of 1.")
    assert changed.startswith(
        "Left out, as changed since you opened the list: “Bob” (by somebody the log doesn’t name)."
    )


def test_entry_that_was_deleted_since_the_list_was_shown_is_named(
    editor_client: Client, chief_client: Client, drafts: list[Person]
) -> None:
    listed = listed_by(editor_client)
    confirm(chief_client, chief_client.get(f"{PEOPLE}{drafts[1].pk}/delete/"))
    gone, done = publish(editor_client, listed, drafts)
    assert (published(), done) == (["Ann"], "Published: 1 of 1.")
    assert gone.startswith("Left out, as deleted since you opened the list: “Bob” (by cleo, ")


def test_action_that_does_not_say_what_was_listed_does_nothing(editor_client: Client, drafts: list[Person]) -> None:
    publish(editor_client, "forged", drafts)
    assert published() == []


def withdraw_the_last() -> None:
    Person.objects.filter(name="Dan").update(status="draft")


def change_the_first() -> None:
    Person.objects.filter(name="Ann").update(summary="Changed.")


def delete_the_last_and_add_another() -> None:
    Person.objects.filter(name="Dan").delete()
    make_person("Eve", published=False)


def add_another() -> None:
    make_person("Eve", published=False)


CHANGES = [withdraw_the_last, change_the_first, delete_the_last_and_add_another, add_another]


@pytest.fixture(params=[1, 50], ids=["pages", "page"])
def whole_list(request: Any, drafts: list[Person], monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of two drafts and a published person, on a page for each or all on one."""
    make_person("Dan")
    monkeypatch.setattr(PersonAdmin, "list_per_page", request.param)


@pytest.mark.usefixtures("whole_list")
def test_all_of_a_list_is_published(editor_client: Client, drafts: list[Person]) -> None:
    publish(editor_client, listed_by(editor_client), drafts[:1], select_across="1")
    assert published() == ["Ann", "Bob", "Dan"]


@pytest.mark.usefixtures("whole_list")
@pytest.mark.parametrize("change", CHANGES)
def test_nothing_of_a_whole_list_is_published_once_any_of_it_has_changed(
    change: Callable[[], None], editor_client: Client, drafts: list[Person]
) -> None:
    listed = listed_by(editor_client)
    change()
    before = published()
    (told,) = publish(editor_client, listed, drafts[:1], select_across="1")
    assert (published(), told.partition(",")[0]) == (before, "The list has changed since you opened it")


def test_list_without_times_is_known_by_its_rows(chief_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PassageAdmin, "list_per_page", 1)
    passages = [make_passage(sentence=number) for number in (1, 2)]
    address = "/admin/people/passage/"
    chosen = {"action": "delete_selected", "_selected_action": [passages[0].pk], "select_across": "1", "index": "0"}
    chosen["_listed"] = chief_client.get(address).context["listed"]
    asked = chief_client.post(address, chosen).context["queryset"].count()
    passages[1].delete()
    make_passage(sentence=3)
    (told,) = messages_of(chief_client.post(address, chosen, follow=True))
    assert (asked, told.partition(",")[0]) == (2, "The list has changed since you opened it")


def test_page_that_asks_asks_again_when_something_has_changed(chief_client: Client) -> None:
    ann = make_person("Ann", published=False)
    page = chief_client.get(f"{PEOPLE}{ann.pk}/delete/")
    make_role(ann, "Adviser", published=False)
    again = confirm(chief_client, page)
    assert ("so nothing was done" in again.content.decode(), Person.objects.count()) == (True, 1)
    confirm(chief_client, chief_client.get(f"{PEOPLE}{ann.pk}/delete/"))
    assert Person.objects.count() == 0


def test_deletion_in_bulk_asks_again_when_one_has_changed(chief_client: Client, drafts: list[Person]) -> None:
    page = act(chief_client, "delete_selected", "person", *drafts)
    Person.objects.filter(name="Bob").update(summary="Changed.")
    again = confirm(chief_client, page)
    assert ("so nothing was done" in again.content.decode(), Person.objects.count()) == (True, 2)


def test_withdrawal_asks_again_when_more_would_go_with_it(editor_client: Client) -> None:
    ann = make_person("Ann")
    make_role(ann, "Adviser")
    page = act(editor_client, "unpublish", "person", ann)
    make_role(ann, "Clerk")
    again = confirm(editor_client, page, "withdraw")
    assert ("so nothing was done" in again.content.decode(), published()) == (True, ["Ann"])


def test_answer_when_nothing_is_left_says_so(chief_client: Client, drafts: list[Person]) -> None:
    page = act(chief_client, "delete_selected", "person", *drafts)
    chosen: dict[str, Any] = {"action": "delete_selected", "_selected_action": [one.pk for one in drafts]}
    state = page.wsgi_request.question.state
    Person.objects.all().delete()
    answer = chief_client.post(PEOPLE, chosen | {"post": "yes", "_question": state}, follow=True)
    assert messages_of(answer) == ["Nothing of that is left. Somebody has deleted it."]
