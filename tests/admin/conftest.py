"""Those who work in the admin, also in a browser, and a way to fill its forms."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.admin.browser import page_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
    rename,
)

# Why somebody changes something, where that doesn't matter.
REASON = "The source was read again"

migration: Any = import_module("people.migrations.0002_groups")


@pytest.fixture
def groups(db: None) -> None:
    """The groups that the migration makes, also after a test that has emptied all tables."""
    if not Group.objects.filter(name=migration.EDITORS).exists():
        migration.make_groups(migrated_apps(), SimpleNamespace(connection=connection))


@pytest.fixture
def editor(groups: None) -> User:
    return make_member("eddie", migration.EDITORS)


@pytest.fixture
def chief_editor(groups: None) -> User:
    return make_member("cleo", migration.CHIEF_EDITORS)


@pytest.fixture
def editor_client(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def chief_client(chief_editor: User) -> Client:
    client = Client()
    client.force_login(chief_editor)
    return client


@pytest.fixture
def entries(live_server: LiveServer) -> dict[str, Any]:
    """One entry of each noun, the pages of which have all their rows filled."""
    passage = make_passage(section="slide-5", sentence=3)
    person, other, organisation = make_person(), make_person("Bob Cee", published=False), make_organisation()
    alias, role = make_alias(person), make_role(person, organisation=organisation)
    meeting, tie = make_meeting(person, other, organisation=organisation), make_tie(person, other)
    response = make_response(make_allegation(person, other), person)
    rename(person, "ann")
    return {
        "source": passage.source,
        "passage": passage,
        "person": person,
        "alias": alias,
        "organisation": organisation,
        "role": role,
        "meeting": meeting,
        "participation": meeting.participations.first(),
        "tie": tie,
        "allegation": response.allegation,
        "response": response,
        "statement": make_statement(person),
    }


@pytest.fixture
def editor_page(context: BrowserContext, live_server: LiveServer, editor: User) -> Page:
    """A page of a browser in which an editor has signed in."""
    return page_of(editor, context, live_server)


@pytest.fixture
def chief_page(context: BrowserContext, live_server: LiveServer, chief_editor: User) -> Page:
    return page_of(chief_editor, context, live_server)


@pytest.fixture
def superuser_page(context: BrowserContext, live_server: LiveServer) -> Page:
    return page_of(User.objects.create_superuser("root"), context, live_server)


@pytest.fixture
def submit(editor_client: Client) -> Callable[..., Any]:
    """A function that opens a form of the admin as an editor and submits it with some fields changed."""

    def submit(address: str, **changes: Any) -> Any:
        fields = fields_of(editor_client.get(address))
        return editor_client.post(address, fields | changes)

    return submit


@cache
def migrated_apps() -> Any:
    """Return the apps as the migration finds them."""
    return MigrationExecutor(connection).loader.project_state(("people", "0002_groups")).apps


def make_member(name: str, group: str) -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def fields_of(response: Any) -> dict[str, Any]:
    """Return what a browser would submit of the form as it was sent."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [response.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    bound = [field for form in forms for field in form]
    opened = response.context["guarded"]
    values = {field.html_name: field.value() for field in bound if field.value() or field.value() == 0}
    return values | {opened["name"]: opened["value"], "_reason": REASON}


def act(client: Client, action: str, noun: str, *entries: Any, reason: str = REASON) -> Any:
    """Return the page that follows when the action is run on the entries, as the list shows them now.

    The noun may come with filters of its list: person/?status__exact=draft.
    """
    address = f"/admin/people/{noun if '?' in noun else f'{noun}/'}"
    listed = client.get(address).context["listed"] if entries else ""
    chosen = {"action": action, "_selected_action": [entry.pk for entry in entries], "_listed": listed}
    chosen |= {"_reason": reason} if reason else {}
    return client.post(address, chosen, follow=True)


def confirm(client: Client, page: Any, choice: str = "", reason: str = REASON) -> Any:
    """Return what follows when the page that asks is answered."""
    asked = page.wsgi_request
    fields = {"post": "yes", "_question": asked.question.state, "whole": choice, "_reason": reason}
    if "queryset" in page.context:
        entries = page.context["queryset"]
        fields |= {"action": page.context.get("action", "delete_selected")}
        fields |= {"_selected_action": [entry.pk for entry in entries]}
    return client.post(page.context.get("address", asked.get_full_path()), fields, follow=True)


def errors_of(response: Any) -> dict[str, list[str]]:
    """Return the errors shown on a form that was refused, by field; those of rows under prefix and field."""
    errors: dict[str, list[str]] = dict(response.context["adminform"].form.errors)
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        if formset.non_form_errors():
            errors[formset.prefix] = formset.non_form_errors()
        for form in formset.forms:
            errors |= {form.add_prefix(field): messages for field, messages in form.errors.items()}
    return {field: list(messages) for field, messages in errors.items()}


def messages_of(response: Any) -> list[str]:
    """Return what the page that follows tells."""
    return [str(message) for message in response.context["messages"]]


def rows_of(response: Any) -> list[str]:
    """Return what a list page lists."""
    return [str(row) for row in response.context["cl"].result_list]


def choices_of(response: Any, title: str) -> list[str]:
    """Return the choices of the filter with that title, with their counts."""
    changelist = response.context["cl"]
    (spec,) = [spec for spec in changelist.filter_specs if spec.title == title]
    return [str(choice["display"]) for choice in spec.choices(changelist)]


def change(entry: Any) -> str:
    return reverse(f"admin:people_{entry._meta.model_name}_change", args=[entry.pk])


def row(prefix: str, number: int = 0, **fields: Any) -> dict[str, Any]:
    """Return the fields of a row of an inline, which is the last one."""
    return {f"{prefix}-TOTAL_FORMS": number + 1} | {
        f"{prefix}-{number}-{name}": value for name, value in fields.items()
    }


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
