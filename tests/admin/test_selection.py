"""Actions on rows, and pages that ask first: what is done is done to what was shown."""

from typing import Any

import pytest
from django.test import Client

from people.models import Person
from tests.admin.conftest import act, confirm, messages_of
from tests.factories import make_person, make_role

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/people/person/"


@pytest.fixture
def drafts() -> list[Person]:
    return [make_person(name, published=False) for name in ("Ann", "Bob")]


def published() -> list[str]:
    return sorted(Person.objects.published().values_list("name", flat=True))


def publish(client: Client, listed: str, people: list[Person], **more: str) -> list[str]:
    chosen = {"action": "publish", "_selected_action": [one.pk for one in people], "_listed": listed}
    return messages_of(client.post(PEOPLE, chosen | {"index": "0"} | more, follow=True))


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


@pytest.mark.parametrize(("more", "expected"), [(0, ["Ann", "Bob"]), (1, [])])
def test_all_of_a_list_are_those_that_there_were(
    more: int, expected: list[str], editor_client: Client, drafts: list[Person]
) -> None:
    listed = listed_by(editor_client)
    for number in range(more):
        make_person(f"Cy {number}", published=False)
    publish(editor_client, listed, drafts[:1], select_across="1")
    assert published() == expected


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
