"""Entries as text, for formats that have no fields for them: own words, whose word it is, and every answer."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from people.dates import humanize
from people.models import Alias, Allegation, Meeting, Outcome, Person, Response, Role, Source, Sourced, Statement, Tie
from people.vocabulary import Stance, Tenure

NO_ANSWER = "no reply is recorded"
# What `date_words` adds for programs.
EDTF_NOTE = re.compile(r" \[EDTF [^\]]*\]")


def role_words(role: Role) -> str:
    """Return the post, whether it was only proposed, the organisation and the dates, as far as they are given."""
    said = [role.get_tenure_display()] if role.tenure else []
    dated = [role.when] if role.start or role.end else []
    beside = ", ".join([*said, *dated])
    return f"{role}{f' ({beside})' if beside else ''}"


def role_title(role: Role) -> str:
    """Return the post; one that was only proposed says so, because formats without a field for it would hide that."""
    return f"{role.title} (proposed)" if role.tenure == Tenure.PROPOSED else str(role.title)


def claim_words(allegation: Allegation) -> str:
    """Return on whose word an allegation rests, who says it, and what is said."""
    return f"{allegation.get_standing_display()}, said by {allegation.said_by}: {allegation.claim}"


def answers(allegation: Allegation) -> Iterator[str]:
    """Yield what each subject that is prefetched answers, or that no reply of theirs is recorded, and where others are.

    Nobody's answer is left out without them.
    """
    responses = list(allegation.responses.all())
    for response in responses:
        yield answer_words(response)
    # What was said before the allegation is no reply to it.
    answering = {response.person_id for response in responses if response.stance != Stance.DENIED_AT_FIRST}
    for subject in allegation.subjects.all():
        if subject.pk not in answering:
            yield f"{subject}: {NO_ANSWER}."
    if allegation.subjects_left_out:
        others = "1 other person" if allegation.subjects_left_out == 1 else f"{allegation.subjects_left_out:,} others"
        yield f"The allegation’s own page has {others} and any replies of theirs."


def outcomes(allegation: Allegation) -> Iterator[str]:
    """Yield what became of the allegation."""
    for outcome in allegation.outcomes.all():
        yield outcome_words(outcome)


def outcome_words(outcome: Outcome) -> str:
    """Return what became of an allegation, and when."""
    return f"{outcome.get_kind_display()}: {outcome.summary}{f' ({outcome.when})' if outcome.date else ''}"


def answer_words(response: Response) -> str:
    """Return who answers, how, and what, with the words that are quoted."""
    quote = f" “{response.quote}”" if response.quote else ""
    return f"{response.person} {response.get_stance_display().lower()}: {response.summary}{quote}"


def allegation_words(allegation: Allegation) -> str:
    """Return the allegation, everything that is answered to it, and what became of it."""
    return " ".join([f"{allegation}. {claim_words(allegation)}", *answers(allegation), *outcomes(allegation)])


def statement_words(statement: Statement) -> str:
    """Return what is said of the person, when, and on whose word."""
    beside = ", ".join(part for part in (statement.get_standing_display(), statement.when) if part)
    return f"{statement.summary}{f' ({beside})' if beside else ''}"


def tie_words(tie: Tie) -> str:
    """Return what is said of the tie, and on whose word."""
    return f"{tie.summary}{f' ({tie.get_standing_display()})' if tie.standing else ''}"


def meeting_words(meeting: Meeting) -> str:
    """Return how people met, how often, and on whose word, where that is more than that the source says so."""
    times = f"{meeting.times} times" if meeting.times and meeting.times > 1 else ""
    beside = [meeting.get_kind_display(), times, meeting.get_standing_display()]
    return ", ".join(part for part in beside if part)


def date_words(text: str) -> str:
    """Return the EDTF date in words and as it is kept: "December 2016 (year inferred) [EDTF 2016?-12]"."""
    return f"{humanize(text)} [EDTF {text}]" if text else ""


def without_edtf(line: str) -> str:
    """Return the line as a page tells it: dates in words alone."""
    return EDTF_NOTE.sub("", line)


def places(entry: Sourced) -> list[str]:
    """Return the passages on which the entry rests, as source/section/sentence."""
    return [str(passage) for passage in entry.passages.all()]


def reason_lines(entry: Sourced) -> str:
    """Return why a filtered list has the entry, each reason on a line, and how many more there are."""
    more = [f"and {entry.reasons.more:,} more"] if entry.reasons.more else []
    return "\n".join([*(one.text for one in entry.reasons.all), *more])


def sources_of(entries: Iterable[Sourced]) -> list[Source]:
    """Return the sources on which the entries rest, by title; the entries' passages are prefetched."""
    sources = {passage.source for entry in entries for passage in entry.passages.all()}
    return sorted(sources, key=lambda source: (source.sort_key, source.pk))


class Reading(NamedTuple):
    """An entry of any kind as title and lines, for feeds and annotations: an allegation always with its answers."""

    title: str
    lines: list[str]


def reading(entry: Sourced) -> Reading:
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
    return Reading(f"Connection: {tie}", [tie_words(tie)])


def _allegation(allegation: Allegation) -> Reading:
    lines = [claim_words(allegation), *answers(allegation), *outcomes(allegation)]
    return Reading(f"{allegation} (allegation)", lines)


def _outcome(outcome: Outcome) -> Reading:
    return Reading(f"{outcome.allegation}: outcome", [outcome_words(outcome), allegation_words(outcome.allegation)])


def _response(response: Response) -> Reading:
    return Reading(f"{response.person}: reply", [answer_words(response), allegation_words(response.allegation)])


def _statement(statement: Statement) -> Reading:
    return Reading(f"{statement.person}: statement", [statement_words(statement)])


READINGS: dict[type[Sourced], Callable[[Any], Reading]] = {
    Person: _person,
    Alias: _alias,
    Role: _role,
    Meeting: _meeting,
    Tie: _tie,
    Allegation: _allegation,
    Response: _response,
    Outcome: _outcome,
    Statement: _statement,
}
