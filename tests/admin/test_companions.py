"""What belongs to an entry and is still a draft when the entry is published."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from people.models import Person, Response, Role, Sourced
from tests.admin.conftest import REASON, act, fields_of, messages_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)

DRAFT: Any = {"published": False}


def publish_page(*entries: Sourced) -> str:
    noun = entries[0]._meta.model_name
    return f"/admin/people/{noun}/publish/?{'&'.join(f'entry={entry.pk}' for entry in entries)}"


def save(client: Client, entry: Sourced, **changes: Any) -> list[str]:
    """Save the entry's form with the changes; return what the page that follows tells."""
    address = f"/admin/people/{entry._meta.model_name}/{entry.pk}/change/"
    fields = fields_of(client.get(address))
    return messages_of(client.post(address, fields | changes, follow=True))


def accept(client: Client, address: str) -> list[str]:
    """Publish all that the page lists; return what the page that follows tells."""
    seen = client.get(address).context["seen"]
    return messages_of(client.post(address, {"seen": seen, "_reason": REASON}, follow=True))


@pytest.fixture
def ann(db: None) -> Person:
    """A draft of a person of whom everything is a draft."""
    ann, bob = make_person("Ann", **DRAFT), make_person("Bob")
    make_alias(ann, "Annie", **DRAFT)
    make_role(ann, "Adviser", **DRAFT)
    make_role(ann, "Clerk", sourced=False, **DRAFT)
    make_statement(ann, "Resigned.", **DRAFT)
    make_tie(bob, ann, **DRAFT)
    make_meeting(ann, bob, title="The talk", **DRAFT)
    make_response(make_allegation(ann, title="The claim", **DRAFT), ann, **DRAFT)
    return ann


ALL = (
    "Still a draft, so readers don’t see it: 2 jobs (“Adviser”, “Clerk”); 1 other name (“Annie”); "
    "1 statement (“Resigned.”); 1 meeting (“The talk”); 1 allegation (“The claim”); "
    "1 connection (“Bob is a friend of Ann”); 1 reply (“Ann denies: The claim”). "
)


def link(address: str) -> str:
    return f'<a href="{address}">Publish this too …</a>'


def test_action_that_publishes_a_person_tells_what_of_theirs_is_a_draft(ann: Person, editor_client: Client) -> None:
    assert messages_of(act(editor_client, "publish", "person", ann)) == [
        "Published: 1 of 1.",
        ALL + link(publish_page(ann)),
    ]


def test_form_that_publishes_a_person_tells_what_of_theirs_is_a_draft(ann: Person, editor_client: Client) -> None:
    assert save(editor_client, ann, status="published")[:1] == [ALL + link(publish_page(ann))]


def test_form_that_publishes_nothing_tells_nothing(ann: Person, editor_client: Client) -> None:
    assert len(save(editor_client, ann, summary="She advised.")) == 1


def test_row_that_is_published_tells_that_its_person_is_a_draft(editor_client: Client) -> None:
    ann = make_person("Ann", **DRAFT)
    make_role(ann, **DRAFT)
    told = "Still a draft, so readers don’t see it: 1 person (“Ann”). "
    assert save(editor_client, ann, **{"roles-0-status": "published"})[:1] == [told + link(publish_page(ann))]


def test_all_that_can_be_is_published_in_one_step(ann: Person, editor_client: Client) -> None:
    published = (
        "Published: 1 person (“Ann”); 1 job (“Adviser”); 1 other name (“Annie”); 1 statement (“Resigned.”); "
        "1 meeting (“The talk”); 1 allegation (“The claim”); 1 connection (“Bob is a friend of Ann”); "
        "1 reply (“Ann denies: The claim”)."
    )
    refused = "Not published, for want of a cited passage: 1 job (“Clerk”)."
    assert accept(editor_client, publish_page(ann)) == [published, refused]
    page = editor_client.get("/people/ann/").content.decode()
    assert [word for word in ("Adviser", "Annie", "Resigned.", "The claim", "Clerk") if word not in page] == ["Clerk"]
    assert LogEntry.objects.count() == 8


def test_page_names_what_cites_nothing(ann: Person, editor_client: Client) -> None:
    page = editor_client.get(publish_page(ann))
    assert page.context["uncited"] == ["1 job: “Clerk”"]


def test_nothing_is_published_that_came_meanwhile(ann: Person, editor_client: Client) -> None:
    seen = editor_client.get(publish_page(ann)).context["seen"]
    make_statement(ann, "Left.", **DRAFT)
    page = editor_client.post(publish_page(ann), {"seen": seen, "_reason": REASON})
    assert "Somebody has changed this meanwhile." in page.content.decode()
    assert Person.objects.drafts().count() == 1


CHANGES: dict[str, Callable[[], object]] = {
    "text": lambda: Response.objects.update(summary="Unfinished."),
    "passages": lambda: Response.objects.get().passages.set([make_passage(sentence=99)]),
    "first passage": lambda: Role.objects.get(title="Clerk").passages.add(make_passage(sentence=99)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_nothing_is_published_that_was_changed_meanwhile(what: str, ann: Person, editor_client: Client) -> None:
    seen = editor_client.get(publish_page(ann)).context["seen"]
    CHANGES[what]()
    page = editor_client.post(publish_page(ann), {"seen": seen, "_reason": REASON})
    assert "Somebody has changed this meanwhile." in page.content.decode()
    assert (Person.objects.drafts().count(), Response.objects.drafts().count()) == (1, 1)


def test_what_somebody_may_not_change_is_not_published(ann: Person, client: Client) -> None:
    helper = User.objects.create_user("helper", is_staff=True)
    helper.user_permissions.add(Permission.objects.get(codename="change_person"))
    client.force_login(helper)
    page = client.get(publish_page(ann))
    refused = client.post(publish_page(ann), {"seen": page.context["seen"], "_reason": REASON})
    assert (len(page.context["perms_lacking"]), refused.status_code) == (7, 403)
    assert Person.objects.drafts().count() == 1


def test_page_is_not_for_who_may_only_look(ann: Person, client: Client) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(reader)
    assert client.get(publish_page(ann)).status_code == 403


def test_what_stays_hidden_once_it_is_published_is_told(editor_client: Client) -> None:
    ann = make_person("Ann", **DRAFT)
    make_meeting(ann, make_person("Bob", **DRAFT), title="The talk", **DRAFT)
    assert accept(editor_client, publish_page(ann)) == [
        "Published: 1 person (“Ann”); 1 meeting (“The talk”).",
        "Published, but not shown to readers yet (each says why on its own page): 1 meeting (“The talk”).",
    ]


SIBLINGS: dict[str, Any] = {
    "alias": (make_alias, "1 person (“Ann”)"),
    "role": (make_role, "1 person (“Ann”)"),
    "statement": (make_statement, "1 person (“Ann”)"),
    "tie": (lambda ann: make_tie(make_person("Bob", **DRAFT), ann), "2 people (“Ann”, “Bob”)"),
    "meeting": (lambda ann: make_meeting(ann, make_person("Bob")), "1 person (“Ann”)"),
    "allegation": (
        lambda ann: make_response(make_allegation(ann), ann, **DRAFT).allegation,
        "1 person (“Ann”); 1 reply (“Ann denies: The claim”)",
    ),
    "response": (
        lambda ann: make_response(make_allegation(ann, **DRAFT), ann),
        "1 person (“Ann”); 1 allegation (“The claim”)",
    ),
}


@pytest.mark.parametrize("noun", SIBLINGS)
def test_entry_that_is_published_tells_what_beside_it_is_a_draft(noun: str, editor_client: Client) -> None:
    make, what = SIBLINGS[noun]
    entry = make(make_person("Ann", **DRAFT))
    type(entry).objects.filter(pk=entry.pk).update(status="draft")
    told = messages_of(act(editor_client, "publish", noun, entry))[-1]
    assert told == f"Still a draft, so readers don’t see it: {what}. {link(publish_page(entry))}"


@pytest.mark.parametrize("number", [1, 3])
def test_drafts_are_found_by_the_same_queries_however_many(
    number: int, editor_client: Client, django_assert_num_queries: Any
) -> None:
    ann = make_person("Ann")
    for place in range(number):
        make_role(ann, f"Adviser {place}", **DRAFT)
    with django_assert_num_queries(20):
        editor_client.get(publish_page(ann))
