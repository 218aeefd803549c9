"""Entries of every kind as title and lines, for feeds and annotations: an allegation always with its answers."""

from collections.abc import Callable
from typing import Any, NamedTuple

from people.exports.wording import (
    allegation_words,
    answer_words,
    answers,
    claim_words,
    date_words,
    meeting_words,
    role_words,
    statement_words,
)
from people.models import Alias, Allegation, Meeting, Person, Response, Role, Statement, Tie


class Reading(NamedTuple):
    """An entry as readers of another program see it, in plain text."""

    title: str
    lines: list[str]


def reading(entry: Any) -> Reading:
    """Return what the entry says; all of it is prefetched (see for_reading)."""
    return READINGS[type(entry)](entry)


def _person(person: Person) -> Reading:
    return Reading(str(person), [text for text in (person.description, person.summary) if text])


def _alias(alias: Alias) -> Reading:
    return Reading(f"{alias.person}: other name", [f"Also called {alias}."])


def _role(role: Role) -> Reading:
    return Reading(f"{role.person}: role", [role_words(role)])


def _meeting(meeting: Meeting) -> Reading:
    people = ", ".join(map(str, meeting.participants))
    lines = [meeting_words(meeting), date_words(meeting.date), meeting.place, people, meeting.summary]
    return Reading(f"Meeting: {meeting}", [line for line in lines if line])


def _tie(tie: Tie) -> Reading:
    return Reading(f"Connection: {tie}", [tie.summary])


def _allegation(allegation: Allegation) -> Reading:
    return Reading(f"{allegation} (allegation)", [claim_words(allegation), *answers(allegation)])


def _response(response: Response) -> Reading:
    return Reading(f"{response.person}: reply", [answer_words(response), allegation_words(response.allegation)])


def _statement(statement: Statement) -> Reading:
    return Reading(f"{statement.person}: statement", [statement_words(statement)])


READINGS: dict[type[Any], Callable[[Any], Reading]] = {
    Person: _person,
    Alias: _alias,
    Role: _role,
    Meeting: _meeting,
    Tie: _tie,
    Allegation: _allegation,
    Response: _response,
    Statement: _statement,
}
