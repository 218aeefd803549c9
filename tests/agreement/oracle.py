"""What each list holds, worked out from plain rows the long way round. Nothing of it is shared with the site."""

from tests.agreement.days import day, first_day, last_day, latest, moment
from tests.agreement.people import NONE, PeopleOracle, Query, has
from tests.agreement.world import BODIES, PEOPLE, TIMES, TITLES


class Oracle(PeopleOracle):
    """The answers for one world. A query has for each parameter the values given; all are known ones."""

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
