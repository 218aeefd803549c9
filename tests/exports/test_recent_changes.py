import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.exports import recent_changes
from people.exports.recent_changes import (
    ChangedEntry,
    everything,
    everything_about,
    latest_changes,
    leading_to,
    rows_with,
)
from people.models import Allegation, Person, Response, Role, Statement
from tests.exports.world import CHANGED, slug_name
from tests.factories import make_person, make_response

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

LATER, LATEST = CHANGED + dt.timedelta(days=1), CHANGED + dt.timedelta(days=2)
CLAIM = (
    "Alleged, said by A witness: Something happened. "
    "Ann Bee denies: Nothing happened. “not at all” Bob Cee: no reply is recorded. "
    "Dropped: Ann Bee was cleared. (2018)"
)
ALL = [
    "alias-annie",
    "allegation-claim",
    "meeting-hearing",
    "meeting-talk",
    "outcome-end",
    "person-ann",
    "person-bob",
    "person-slide-3",
    "response-denial",
    "role-ann-adviser",
    "role-bob-banker",
    "role-bob-director",
    "statement-resigned",
    "statement-york",
    "tie-ann-bob",
]


def in_order(entries: list[Any]) -> list[str]:
    """Return the noun and slug of each change, by its name, which has the key instead."""
    return [slug_name(change.name) for change in latest_changes(entries)]


def names(entries: list[Any]) -> list[str]:
    return sorted(in_order(entries))


def test_changes_are_of_all_that_readers_see() -> None:
    assert names(everything()) == ALL


def test_changes_about_somebody_are_of_all_that_the_profile_shows() -> None:
    bob = Person.objects.get(slug="bob")
    assert names(everything_about([bob.pk])) == [
        "allegation-claim",
        "meeting-hearing",
        "meeting-talk",
        "outcome-end",
        "person-bob",
        "response-denial",
        "role-bob-banker",
        "role-bob-director",
        "tie-ann-bob",
    ]


def test_changes_about_more_people_than_a_query_can_name_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [*Person.public.values_list("pk", flat=True)]
    few = {person: names(everything_about([person])) for person in people}
    monkeypatch.setattr(recent_changes, "MAX_NAMED_IDS", 0)
    assert {person: names(everything_about([person])) for person in people} == few
    assert [names([rows_with(Role.public.all(), "person", [person])]) for person in people] == [
        [name for name in few[person] if name.startswith("role-")] for person in people
    ]


def test_changes_about_very_many_people_are_looked_for_among_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    bob = Person.objects.get(slug="bob")
    Role.objects.filter(slug="bob-banker").update(updated_at=LATER)
    monkeypatch.setattr(recent_changes, "MAX_NAMED_IDS", 0)
    monkeypatch.setattr(recent_changes, "LATEST_ROWS", (0, 1))
    assert [name for name in names(everything_about([bob.pk])) if "role" in name] == ["role-bob-banker"]


def test_replies_to_one_allegation_lead_to_its_subjects_once(monkeypatch: pytest.MonkeyPatch) -> None:
    allegation = Allegation.objects.get(slug="claim")
    people = [make_person(f"Person {number}") for number in range(20)]
    allegation.subjects.add(*people)
    for person in people:
        make_response(allegation, person)
    replies = Response.objects.order_by()
    with CaptureQueriesContext(connection) as captured:
        found = set(leading_to(replies, "allegation__subjects", {people[0].pk}))
    joined = [query["sql"] for query in captured if "people_response" in query["sql"] and "JOIN" in query["sql"]]
    assert (found, joined) == (set(allegation.responses.values_list("pk", flat=True)), [])


def test_latest_change_comes_first() -> None:
    Role.objects.filter(slug="bob-banker").update(updated_at=LATER)
    Statement.objects.filter(slug="york").update(updated_at=LATEST)
    assert in_order(everything())[:4] == ["statement-york", "person-ann", "role-bob-banker", "person-bob"]


def test_changes_end_after_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent_changes, "MAX_CHANGES", 3)
    Role.objects.filter(slug="bob-banker").update(updated_at=LATER)
    assert in_order(everything())[0] == "role-bob-banker"
    assert len(in_order(everything())) == 3


def test_change_of_an_allegation_has_every_answer() -> None:
    assert latest_changes([Allegation.public.all()]) == [
        ChangedEntry(
            f"allegation-{Allegation.public.get().pk}",
            "The claim (allegation)",
            [
                "Alleged, said by A witness: Something happened.",
                "Ann Bee denies: Nothing happened. “not at all”",
                "Bob Cee: no reply is recorded.",
                "Dropped: Ann Bee was cleared. (2018)",
            ],
            "/allegations/claim/",
            CHANGED,
        )
    ]


def test_change_of_an_answer_has_the_allegation() -> None:
    assert latest_changes([Response.public.all()]) == [
        ChangedEntry(
            f"response-{Response.public.get().pk}",
            "Ann Bee: reply",
            ["Ann Bee denies: Nothing happened. “not at all”", f"The claim. {CLAIM}"],
            "/allegations/claim/#response-denial",
            CHANGED,
        )
    ]
