"""Who is listed, and what is told of them: the part of the oracle that is about people."""

from collections.abc import Callable, Iterable
from typing import Any

from tests.agreement.days import moment
from tests.agreement.world import (
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


class PeopleOracle:
    """The answers about people for one world, and what of it readers see."""

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
