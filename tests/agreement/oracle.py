"""What each list holds, worked out from plain rows the long way round. Nothing of it is shared with the site."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from tests.agreement.world import (
    BODIES,
    NAMES,
    PEOPLE,
    STANCES,
    TIMES,
    TITLES,
    UNDESCRIBED,
    AllegationRow,
    MeetingRow,
    RoleRow,
    World,
)

Query = dict[str, list[str]]
# The value of a parameter by which what has none of its choices is listed.
NONE = "~none"


class Oracle:
    """The answers for one world. A query has for each parameter the values given; all are known ones."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people = [number for number in range(len(PEOPLE)) if number not in world.hidden]
        self.pictured = [*world.pictured, *world.elsewhere]
        self.roles = [(place, role) for place, role in enumerate(world.roles) if self.shows(role, [role.person])]
        self.meetings = [(place, one) for place, one in enumerate(world.meetings) if self.shows_meeting(one)]
        self.contacts = [one for _, one in self.meetings if one.kind != "hearing"]
        self.claims = [(place, one) for place, one in enumerate(world.allegations) if self.shows_claim(one)]

    def shows(self, row: Any, people: Iterable[int]) -> bool:
        return row.published and all(one in self.people for one in people)

    def shows_meeting(self, meeting: MeetingRow) -> bool:
        present = [one for one in meeting.people if one in self.people]
        return meeting.published and len(present) >= (1 if meeting.kind == "hearing" else 2)

    def shows_claim(self, claim: AllegationRow) -> bool:
        return claim.published and any(one in self.people for one in claim.subjects)

    def replying(self, claim: AllegationRow) -> list[int]:
        """Return of whom a reply of whatever kind is told, as readers see it."""
        return [one for one in claim.answering if one in self.people and one not in claim.drafted]

    def answers(self, claim: AllegationRow) -> list[int]:
        """Return who answers."""
        return self.replying(claim) if claim.stance in STANCES[:2] else []

    # People

    def met(self, person: int, kinds: Iterable[str] = ()) -> set[int]:
        """Return whom the person met, in meetings of the kinds, or of any."""
        found = set[int]()
        for meeting in self.contacts:
            if person in meeting.people and (not kinds or meeting.kind in kinds):
                found |= {one for one in meeting.people if one in self.people}
        return found - {person}

    def alleged(self, person: int) -> list[AllegationRow]:
        return [claim for _, claim in self.claims if person in claim.subjects]

    def answered(self, person: int) -> list[AllegationRow]:
        return [claim for claim in self.alleged(person) if person in self.answers(claim)]

    def roles_of(self, person: int) -> list[RoleRow]:
        return [role for _, role in self.roles if role.person == person]

    def person_meets(self, person: int, name: str, values: list[str], query: Query) -> bool:
        roles, alleged, answered = self.roles_of(person), self.alleged(person), self.answered(person)
        kinds = query.get("contact_kind", [])
        contacts = [PEOPLE.index(slug) for slug in query.get("contact", [])]
        tests: dict[str, Callable[[str], bool]] = {
            "q": lambda text: all(self.has_word(person, word) for word in text.lower().split()),
            "role": lambda value: has([role.category for role in roles], value),
            "title": lambda value: has([role.title for role in roles], value),
            "organisation": lambda value: has([role.body for role in roles], value),
            "allegations": lambda value: {
                "any": bool(alleged),
                "none": not alleged,
                "answered": bool(answered),
                "unanswered": len(answered) < len(alleged),
            }[value],
            "reply": lambda value: any(one.stance == value and person in self.replying(one) for one in alleged),
            "appears": lambda value: {
                "gallery": person in self.pictured,
                "pictured": person in self.pictured and not self.told(person),
                "mentioned": person not in self.pictured,
            }[value],
            "contact": lambda value: PEOPLE.index(value) in self.met(person, kinds),
            "contact_kind": lambda value: (
                not contacts and not self.met(person)
                if value == NONE
                else any(one in contacts or not contacts for one in self.met(person, [value]))
            ),
            "updated_since": lambda value: TIMES[person % 2] >= moment(value),
            "sort": lambda value: True,
        }
        return any(tests[name](value) for value in values)

    def told(self, person: int) -> bool:
        """Return whether anything is told of the person besides where they are pictured."""
        met = [one for _, one in self.meetings if person in one.people]
        replied = [claim for _, claim in self.claims if person in self.replying(claim)]
        ties = [tie for tie in self.world.ties if self.shows(tie, tie[:2]) and person in tie[:2]]
        said = [
            one
            for one in self.world.statements
            if person in (one.person, *one.others) and self.shows(one, [one.person, *one.others])
        ]
        lines = [*self.roles_of(person), *met, *self.alleged(person), *replied, *ties, *said]
        return person != UNDESCRIBED or bool(lines)

    def reasons(self, person: int, query: Query) -> list[str]:
        """Return the slugs of the meetings, jobs and allegations by which the query lists the person."""
        contacts, kinds = query.get("contact", []), query.get("contact_kind", [])
        others = {PEOPLE.index(slug) for slug in contacts} - {person}
        meetings = [
            f"meeting-{place}"
            for place, one in self.meetings
            if (contacts or kinds)
            and one.kind != "hearing"
            and person in one.people
            and one.kind in (kinds or [one.kind])
            and (not contacts or any(other in one.people for other in others))
        ]
        roles = [
            f"role-{place}"
            for place, one in self.roles
            if one.person == person
            and any(
                (value or NONE) in query.get(name, [])
                for name, value in (("role", one.category), ("title", one.title), ("organisation", one.body))
            )
        ]
        asked = query.get("allegations", [])
        claims = [
            f"allegation-{place}"
            for place, one in self.claims
            if person in one.subjects
            and ("any" in asked or ("answered" if person in self.answers(one) else "unanswered") in asked)
        ]
        return sorted([*meetings, *roles, *claims])

    def has_word(self, person: int, word: str) -> bool:
        said = "" if person == UNDESCRIBED else f"word{person}" if NAMES[person] else f"a man at table {person}"
        texts = [NAMES[person], said]
        return word in " ".join([*texts, *(TITLES[role.title] for role in self.roles_of(person))]).lower()

    def is_known(self, word: str) -> bool:
        return any(self.has_word(person, word) for person in self.people)

    def list_people(self, query: Query) -> list[str]:
        given = {name: values for name, values in query.items() if values}
        found = [
            person
            for person in self.people
            if all(self.person_meets(person, name, values, query) for name, values in given.items())
        ]
        return [PEOPLE[person] for person in sorted(found, key=self.order(query.get("sort", [])))]

    def order(self, sort: list[str]) -> Callable[[int], Any]:
        def by_name(person: int) -> Any:
            first, _, family = NAMES[person].partition(" ")
            return (f"{family}, {first}" if family else f"Unnamed {person}", person)

        def by_gallery(person: int) -> Any:
            return (self.pictured.index(person) if person in self.pictured else 2 * len(PEOPLE), by_name(person))

        def by_contacts(person: int) -> Any:
            return (-len(self.met(person)), by_name(person))

        return {"name": by_name, "contacts": by_contacts}.get("".join(sort), by_gallery)

    # Meetings and allegations

    def list_meetings(self, query: Query) -> list[str]:
        people = [PEOPLE.index(slug) for slug in query.get("person", [])]
        found = [
            (place, one)
            for place, one in self.meetings
            if one.kind in (query.get("kind") or [one.kind])
            and ("recorded" if one.date else NONE) in (query.get("date") or ["recorded", NONE])
            and (not people or any(person in one.people and person in self.people for person in people))
            and all(TIMES[place % 2] >= moment(value) for value in query.get("updated_since", []))
        ]
        return [f"meeting-{place}" for place, one in sorted(found, key=lambda pair: (day(pair[1].date), -pair[0]))]

    def list_allegations(self, query: Query) -> list[str]:
        people = [PEOPLE.index(slug) for slug in query.get("person", [])]
        found = [
            place
            for place, one in self.claims
            if one.standing in (query.get("standing") or [one.standing])
            and ("answered" if self.answers(one) else "unanswered")
            in (query.get("answered") or ["answered", "unanswered"])
            and (not query.get("reply") or (self.replying(one) and one.stance in query["reply"]))
            and (not people or any(person in one.subjects for person in people))
            and all(TIMES[place % 2] >= moment(value) for value in query.get("updated_since", []))
        ]
        return [f"allegation-{place}" for place in sorted(found, reverse=True)]

    # The timeline

    def timeline(self) -> list[tuple[str, str, str, list[int], str]]:
        """Return words, kind, date, people and category of each entry."""
        roles = [
            (
                ", ".join([TITLES[one.title], *([BODIES[one.body]] if one.body else [])]),
                "role",
                one.start,
                [one.person],
                one.category,
            )
            for _, one in self.roles
        ]
        meetings = [
            (f"Meeting {9 - place}", "hearing" if one.kind == "hearing" else "meeting", one.date, [*one.people], "")
            for place, one in self.meetings
        ]
        said = [
            (f"Statement {place}.", "statement", one.date, [one.person, *one.others], "")
            for place, one in enumerate(self.world.statements)
            if self.shows(one, [one.person, *one.others])
        ]
        return [*roles, *meetings, *said]

    def list_timeline(self, query: Query) -> list[str]:
        """Return the words for what the timeline lists: by first and last day, undated last, then by kind."""
        people = [PEOPLE.index(slug) for slug in query.get("person", [])]
        categories = query.get("category", [])

        def belongs(kind: str, concerned: list[int], category: str) -> bool:
            if kind == "role":
                return has([category], *categories)
            shown = [one for one in concerned if one in self.people]
            return has([role.category for one in shown for role in self.roles_of(one)], *categories)

        found = [
            (day(date), latest(date, kind), ["role", "meeting", "hearing", "statement"].index(kind), place, words)
            for place, (words, kind, date, concerned, category) in enumerate(self.timeline())
            if kind in (query.get("kind") or [kind])
            and (not people or any(one in concerned for one in people))
            and (not categories or belongs(kind, concerned, category))
            and (date or not (query.get("from") or query.get("to")))
            # A role has a beginning here and no end: it may last until any day.
            and all(kind == "role" or last_day(date) >= first_day(value) for value in query.get("from", []))
            and all(first_day(date) <= last_day(value) for value in query.get("to", []))
        ]
        return [words for *_, words in sorted(found)]

    # The network

    def lines(self, kinds: list[str]) -> set[tuple[int, int]]:
        """Return both directions of all contacts and ties of the kinds, or of all."""
        met = {(one, other) for one in self.people for other in self.met(one, kinds)}
        ties = [tie for tie in self.world.ties if self.shows(tie, tie[:2]) and tie.kind in (kinds or [tie.kind])]
        return met | {(tie.first, tie.second) for tie in ties} | {(tie.second, tie.first) for tie in ties}

    def list_network(self, query: Query) -> set[str]:
        """Return who is in the network's table: those of the listed whom a line joins to another of them."""
        filters = {name: values for name, values in query.items() if name not in ("line", "around", "steps")}
        listed = {PEOPLE.index(slug) for slug in self.list_people(filters)}
        lines = self.lines(query.get("line", []))
        middle = {PEOPLE.index(slug) for slug in query.get("around", [])}
        if middle:
            near = set(middle)
            for _ in range(max(map(int, query.get("steps") or ["1"]))):
                near |= {other for one, other in lines if one in near}
            listed &= near - middle
        elif query.get("line"):
            listed &= {one for one, _ in lines}
        drawn = listed | middle
        return {PEOPLE[person] for person, other in lines if person in drawn and other in drawn}

    # What is told of each person

    def replies(self, person: int) -> str:
        """Return what pages say beside the number of allegations."""
        alleged, answered = len(self.alleged(person)), len(self.answered(person))
        if not answered:
            return "no reply recorded"
        if answered < alleged:
            return f"{answered} with a reply"
        return "with a reply" if alleged == 1 else "each with a reply"

    def summary(self, person: int) -> list[str]:
        """Return what lists and the profile say of contacts and allegations, if there are any."""
        met, alleged = len(self.met(person)), len(self.alleged(person))
        return [
            *([counted(met, "contact", "contacts")] if met else []),
            *([f"{counted(alleged, 'allegation', 'allegations')}, {self.replies(person)}"] if alleged else []),
        ]


def has(found: list[str], *values: str) -> bool:
    """Return whether any of the values is found, of which one says that there is nothing."""
    return any(value in found or (value == NONE and not any(found)) for value in values)


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def moment(text: str) -> dt.datetime:
    """Return the time that the text means, which is a day or a time in UTC."""
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ" if "T" in text else "%Y-%m-%d").replace(tzinfo=dt.UTC)


def day(text: str) -> str:
    """Return what sorts by the first day, undated last."""
    return first_day(text) if text else "9999"


def latest(text: str, kind: str) -> str:
    """Return what sorts by the last day; a role has none."""
    return last_day(text) if text and kind != "role" else "9999"


def first_day(text: str) -> str:
    return f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]


def last_day(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    year, month = map(int, text.split("-")[:2])
    return text if len(text) == 10 else f"{text}-{calendar.monthrange(year, month)[1]}"
