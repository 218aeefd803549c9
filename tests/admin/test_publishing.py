"""Publishing and unpublishing in bulk, and why readers do not see an entry."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client

from people.models import Meeting, Person, Role
from tests.admin.conftest import act, fields_of, messages_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)


def statuses() -> dict[str, str]:
    return dict(Person.objects.order_by("name").values_list("name", "status"))


@pytest.fixture
def people(db: None) -> list[Person]:
    return [
        make_person("Ann", published=False),
        make_person("Bob", published=False, sourced=False),
        make_person("Cee", published=False, sourced=False),
        make_person("Dee"),
    ]


def test_publish_releases_what_is_sourced_and_no_more(people: list[Person], editor_client: Client) -> None:
    act(editor_client, "publish", "person", *people)
    assert statuses() == {"Ann": "published", "Bob": "draft", "Cee": "draft", "Dee": "published"}


def test_publish_leaves_what_is_not_selected(people: list[Person], editor_client: Client) -> None:
    act(editor_client, "publish", "person", people[3])
    assert statuses() == {"Ann": "draft", "Bob": "draft", "Cee": "draft", "Dee": "published"}


def test_publish_counts_what_it_released_and_names_what_it_refused(people: list[Person], editor_client: Client) -> None:
    assert messages_of(act(editor_client, "publish", "person", *people)) == [
        "Published: 1 of 4.",
        "Not published, for want of a cited passage: “Bob”, “Cee”.",
    ]


def test_publish_that_refuses_everything_counts_nothing(people: list[Person], editor_client: Client) -> None:
    told = ["Not published, for want of a cited passage: “Bob”."]
    assert messages_of(act(editor_client, "publish", "person", people[1])) == told


def test_publish_of_what_is_published_already_says_so(people: list[Person], editor_client: Client) -> None:
    assert messages_of(act(editor_client, "publish", "person", people[3])) == ["Published: 0 of 1."]


def test_publish_names_what_stays_hidden_all_the_same(people: list[Person], editor_client: Client) -> None:
    role = make_role(people[0], "Adviser", published=False)
    assert messages_of(act(editor_client, "publish", "role", role))[:2] == [
        "Published: 1 of 1.",
        "Published, but not shown to readers yet (each says why on its own page): “Adviser”.",
    ]


def test_publish_stands_in_the_history_of_each_entry(people: list[Person], editor_client: Client) -> None:
    act(editor_client, "publish", "person", *people)
    logged = [(entry.object_repr, entry.get_change_message()) for entry in LogEntry.objects.all()]
    assert logged == [("Ann", "Changed Status.")]


def test_unpublish_makes_drafts_again(people: list[Person], editor_client: Client) -> None:
    response = act(editor_client, "unpublish", "person", *people)
    assert set(statuses().values()) == {"draft"}
    assert messages_of(response) == ["Unpublished: 1 of 4."]


def test_publish_is_not_offered_to_who_may_only_look(people: list[Person], client: Client) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(reader)
    act(client, "publish", "person", people[0])
    assert statuses()["Ann"] == "draft"


@pytest.mark.parametrize("number", [1, 3])
def test_publish_takes_the_same_number_of_queries_for_any_number_it_refuses(
    number: int, editor_client: Client, django_assert_num_queries: Any
) -> None:
    ann = make_person("Ann")
    ties = [make_tie(ann, make_person(f"B {n}"), published=False, sourced=False) for n in range(number)]
    listed = editor_client.get("/admin/people/tie/").context["listed"]
    with django_assert_num_queries(22):
        chosen = {"action": "publish", "_selected_action": [tie.pk for tie in ties], "_listed": listed}
        editor_client.post("/admin/people/tie/", chosen)


def shown_to_readers(entry: Any) -> str:
    model_admin: Any = admin.site.get_model_admin(type(entry))
    return str(model_admin.shown_to_readers(model_admin.get_queryset(None).get(pk=entry.pk)))


NO = "No: {}."
HIDDEN: dict[str, tuple[Callable[[], Any], str]] = {
    "person": (make_person, "Yes"),
    "draft": (lambda: make_person(published=False), NO.format("it is a draft")),
    "unsourced": (lambda: make_person(sourced=False), NO.format("it cites no passage")),
    "both": (
        lambda: make_person(published=False, sourced=False),
        NO.format("it is a draft, and it cites no passage"),
    ),
    "alias": (lambda: make_alias(make_person()), "Yes"),
    "alias of a hidden person": (
        lambda: make_alias(make_person(sourced=False)),
        NO.format("its person is not shown"),
    ),
    "role": (lambda: make_role(make_person()), "Yes"),
    "role of a hidden person": (
        lambda: make_role(make_person(published=False)),
        NO.format("its person is not shown"),
    ),
    "draft role of a hidden person": (
        lambda: make_role(make_person(published=False), published=False),
        NO.format("it is a draft, and its person is not shown"),
    ),
    "statement of a hidden person": (
        lambda: make_statement(make_person(published=False)),
        NO.format("its person is not shown"),
    ),
    "meeting": (lambda: make_meeting(make_person("A"), make_person("B")), "Yes"),
    "meeting with a hidden person": (
        lambda: make_meeting(make_person("A"), make_person("B", published=False)),
        NO.format("fewer than two people who are shown took part"),
    ),
    "hearing of a hidden person": (
        lambda: make_meeting(make_person(published=False)),
        NO.format("nobody who is shown took part"),
    ),
    "tie": (lambda: make_tie(make_person("A"), make_person("B")), "Yes"),
    "tie of a hidden person": (
        lambda: make_tie(make_person("A", published=False), make_person("B")),
        NO.format("its first person is not shown"),
    ),
    "tie to a hidden person": (
        lambda: make_tie(make_person("A"), make_person("B", published=False)),
        NO.format("its second person is not shown"),
    ),
    "allegation": (lambda: make_allegation(make_person("A"), make_person("B", published=False)), "Yes"),
    "allegation against hidden people": (
        lambda: make_allegation(make_person(published=False)),
        NO.format("none of its subjects is shown"),
    ),
    "response": (lambda: make_response(make_allegation(person := make_person()), person), "Yes"),
    "response to a hidden allegation": (
        lambda: make_response(make_allegation(person := make_person(), published=False), person),
        NO.format("its allegation is not shown"),
    ),
    "response of a hidden person": (
        lambda: make_response(make_allegation(person := make_person("A", published=False), make_person("B")), person),
        NO.format("its person is not shown"),
    ),
    "organisation with a role": (
        lambda: make_role(make_person(), organisation=make_organisation()).organisation,
        "Yes",
    ),
    "organisation": (make_organisation, "No: nothing that is shown refers to it."),
}


@pytest.mark.django_db
@pytest.mark.parametrize("case", HIDDEN)
def test_entry_says_whether_readers_see_it_or_why_not(case: str) -> None:
    make, told = HIDDEN[case]
    assert shown_to_readers(make()) == told


@pytest.mark.django_db
@pytest.mark.parametrize("case", HIDDEN)
def test_entry_says_that_readers_see_it_where_they_do(case: str) -> None:
    entry = HIDDEN[case][0]()
    assert (shown_to_readers(entry) == "Yes") is type(entry).public.filter(pk=entry.pk).exists()


def test_change_page_says_why_readers_do_not_see_the_entry(editor_client: Client) -> None:
    role: Role = make_role(make_person(published=False))
    page = editor_client.get(f"/admin/people/role/{role.pk}/change/").content.decode()
    assert '<div class="readonly">No: its person is not shown.</div>' in page


def test_add_page_says_that_nothing_is_saved_yet(editor_client: Client) -> None:
    page = editor_client.get("/admin/people/role/add/").content.decode()
    assert '<div class="readonly">No: it is not saved yet.</div>' in page


def test_change_page_links_to_the_entry_on_the_site(editor_client: Client) -> None:
    person = make_person()
    response = editor_client.get(f"/admin/people/person/{person.pk}/change/")
    redirect = editor_client.get(response.context["absolute_url"])
    assert redirect.headers["Location"] == "http://testserver/people/ann-bee/"


def test_change_page_of_a_draft_links_nowhere(editor_client: Client) -> None:
    person = make_person(published=False)
    response = editor_client.get(f"/admin/people/person/{person.pk}/change/")
    assert response.context["absolute_url"] is None


def test_meeting_keeps_its_time_when_a_hidden_person_joins_it_on_its_page(editor_client: Client) -> None:
    meeting, ghost = make_meeting(make_person()), make_person("Ghost", published=False)
    meeting.refresh_from_db()
    address = f"/admin/people/meeting/{meeting.pk}/change/"
    fields = fields_of(editor_client.get(address))
    row = {"participations-1-person": ghost.pk, "participations-1-capacity": "participant"}
    editor_client.post(address, fields | row | {"participations-TOTAL_FORMS": 2})
    assert meeting.participations.count() == 2
    assert Meeting.objects.get().updated_at == meeting.updated_at


def test_person_keeps_their_time_when_a_draft_is_added_on_their_page(editor_client: Client) -> None:
    ann = make_person()
    ann.refresh_from_db()
    address = f"/admin/people/person/{ann.pk}/change/"
    fields = fields_of(editor_client.get(address))
    row = {"aliases-0-name": "Annie", "aliases-0-status": "draft", "aliases-TOTAL_FORMS": 1}
    editor_client.post(address, fields | row)
    assert (ann.aliases.count(), Person.objects.get().updated_at) == (1, ann.updated_at)


def test_person_gets_a_new_time_when_changed_on_their_page(editor_client: Client) -> None:
    ann = make_person()
    address = f"/admin/people/person/{ann.pk}/change/"
    editor_client.post(address, fields_of(editor_client.get(address)) | {"summary": "An adviser."})
    changed = Person.objects.get()
    assert (changed.summary, changed.updated_at > ann.updated_at) == ("An adviser.", True)


FILTERED = {"publish": ("draft", "Published: 2 of 2."), "unpublish": ("published", "Unpublished: 2 of 2.")}


@pytest.mark.parametrize("action", FILTERED)
def test_action_counts_right_in_a_list_filtered_by_what_it_changes(action: str, editor_client: Client) -> None:
    status, told = FILTERED[action]
    people = [make_person(name, published=status == "published") for name in ("Ann", "Bob")]
    page = act(editor_client, action, f"person/?status__exact={status}", *people)
    assert messages_of(page) == [told]
