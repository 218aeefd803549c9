"""What readers are told of changes: of one page, and of the whole site."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.changes import revision, undo
from people.models import Change, Person
from people.models.removal import Removal, delete
from people.vocabulary import RevisionKind, Status
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_tie,
    rename,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db

ADDED = ["This page was added."]


def told(client: Client, address: str) -> list[str]:
    paragraphs = (one.text for one in get(client, address).where("p") if not one.classes)
    return [text for text in paragraphs if not text.startswith("Everything here")]


def history(client: Client, slug: str = "ann-bee") -> list[str]:
    return told(client, f"/people/{slug}/history/")


@pytest.fixture
def ann() -> Person:
    with revision(RevisionKind.SEED):
        return make_person("Ann Bee")


def update(entry: Any, kind: RevisionKind = RevisionKind.EDIT, **values: Any) -> Any:
    with revision(kind) as opened:
        type(entry).objects.filter(pk=entry.pk).update(**values)
    return opened


def remove(entry: Any, kind: RevisionKind = RevisionKind.DELETE) -> Any:
    with revision(kind) as opened:
        delete(type(entry).objects.filter(pk=entry.pk), Removal.DELETE)
    return opened


def add_role(ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        make_role(ann, title="Adviser")


def correct_role(ann: Person) -> None:
    update(make_role(ann), title="Chief")


def withdraw_alias(ann: Person) -> None:
    update(make_alias(ann), status=Status.DRAFT)


def delete_alias(ann: Person) -> None:
    remove(make_alias(ann))


def cite_more(ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        ann.passages.add(make_passage())


def add_reply(ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        make_response(make_allegation(ann), ann)


def add_reply_later(ann: Person) -> None:
    allegation = make_allegation(ann)
    with revision(RevisionKind.EDIT):
        make_response(allegation, ann)


def delete_allegation(ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        allegation = make_allegation(ann)
    remove(allegation)


def correct_reply(ann: Person) -> None:
    update(make_response(make_allegation(ann), ann), summary="Denies it.")


def add_tie_from_another(ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        make_tie(make_person("Bob Cee"), ann)


def add_two_meetings(ann: Person) -> None:
    for _ in range(2):
        with revision(RevisionKind.EDIT):
            make_meeting(ann, make_person())


def restore(ann: Person) -> None:
    role = make_role(ann)
    update(role, status=Status.DRAFT)
    update(role, status=Status.PUBLISHED)


CHANGES: list[tuple[Callable[[Person], None], list[str]]] = [
    (add_role, ["A job was added."]),
    (correct_role, ["A job was corrected.", "A job was added."]),
    (withdraw_alias, ["Another name was withdrawn.", "Another name was added."]),
    (delete_alias, ["Another name was withdrawn.", "Another name was added."]),
    (cite_more, ["This page was corrected."]),
    (add_reply, ["An allegation was added."]),
    (correct_reply, ["A reply to an allegation was corrected.", "An allegation was added."]),
    (add_reply_later, ["A reply was added to an allegation.", "An allegation was added."]),
    (delete_allegation, ["An allegation was withdrawn.", "An allegation was added."]),
    (add_tie_from_another, ["A connection was added."]),
    (add_two_meetings, ["2 meetings were added."]),
    (restore, ["A job was restored.", "A job was withdrawn.", "A job was added."]),
]


@pytest.mark.parametrize(("change", "sentences"), CHANGES)
def test_history_tells_what_the_page_prints(
    client: Client, ann: Person, change: Callable[[Person], None], sentences: list[str]
) -> None:
    change(ann)
    assert history(client) == sentences + ADDED


def test_history_tells_nothing_of_drafts(client: Client, ann: Person) -> None:
    draft = make_role(ann, published=False)
    update(draft, title="Chief")
    remove(draft)
    make_response(make_allegation(ann, published=False), ann)
    assert history(client) == ADDED


def test_history_begins_when_a_draft_is_published(client: Client) -> None:
    person = make_person("Ann Bee", published=False)
    make_role(person)
    update(person, summary="A clerk.")
    update(person, status=Status.PUBLISHED)
    assert history(client) == ADDED


def test_history_of_what_is_withdrawn_answers_410(client: Client, ann: Person) -> None:
    remove(ann)
    assert client.get("/people/ann-bee/history/").status_code == 410


def test_history_of_a_renamed_person_redirects(client: Client, ann: Person) -> None:
    rename(ann, "ann")
    response = client.get("/people/ann-bee/history/")
    assert (response.status_code, response.headers["Location"]) == (301, "/people/ann/history/")


@pytest.mark.parametrize("noun", ["meetings", "allegations", "organisations", "sources"])
def test_each_noun_has_a_history(client: Client, noun: str) -> None:
    with revision(RevisionKind.SEED):
        ann, organisation, source = make_person(), make_organisation("FBI"), make_source("An article")
        ann.passages.add(make_passage(source))
        make_role(ann, organisation=organisation)
        entries: dict[str, Any] = {
            "meetings": make_meeting(ann),
            "allegations": make_allegation(ann),
            "organisations": organisation,
            "sources": source,
        }
    update(entries[noun], slug="other")
    assert told(client, f"/{noun}/other/history/") == ["This page was corrected.", *ADDED]


def test_site_names_what_readers_see_and_counts_the_rest(client: Client, ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        others = [make_person(name) for name in ("Bob Cee", "Cid Dee")]
    for other in others:
        remove(other)
    page = get(client, "/changes/?noun=person")
    assert (page.texts("h3"), told(client, "/changes/?noun=person"), "Bob" in str(page.elements)) == (
        ["Ann Bee"],
        ["Added to this site.", "2 people were withdrawn.", "2 people were added."],
        False,
    )


def test_site_tells_the_kind_of_change_that_is_asked_for(client: Client, ann: Person) -> None:
    update(ann, summary="A clerk.")
    assert told(client, "/changes/?kind=corrected&noun=person") == ["Corrected."]


def test_merged_person_is_told_as_merged(client: Client, ann: Person) -> None:
    with revision(RevisionKind.EDIT):
        other = make_person("Bob Cee")
    remove(other, RevisionKind.MERGE)
    assert told(client, "/changes/?kind=merged") == ["A person was merged with another entry."]


def test_undone_deletion_is_told_as_restored(client: Client, ann: Person) -> None:
    undo(remove(ann))
    assert history(client) == ["This page was restored.", "This page was withdrawn.", *ADDED]


@pytest.mark.parametrize("query", ["before=x", "before=0", "kind=burned", "noun=role"])
def test_value_that_is_no_choice_is_refused(client: Client, query: str) -> None:
    assert client.get(f"/changes/?{query}").status_code == 400


def test_long_history_goes_on_before_the_last_change_shown(
    client: Client, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = make_role(ann)
    update(role, title="Chief")
    monkeypatch.setattr("people.past.history.CHANGES_PER_PAGE", 1)
    page = get(client, "/people/ann-bee/history/")
    older = page.links()["Older changes"]
    last = Change.objects.order_by("-pk").values_list("pk", flat=True)[0]
    assert (history(client), older) == (["A job was corrected."], f"?before={last}")
    (canonical,) = get(client, f"/people/ann-bee/history/{older}").where("link", rel="canonical")
    assert canonical.attributes["href"].endswith(f"/history/{older}")


@pytest.mark.parametrize("address", ["/people/ann-bee/history/", "/changes/"])
def test_history_takes_as_many_queries_whatever_it_tells(client: Client, ann: Person, address: str) -> None:
    numbers = []
    for times in (1, 2):
        for _ in range(times):
            add_role(ann)
            make_response(make_allegation(ann), ann)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
