"""What the pages must show, found in plain SQL, without asking any of the site's own queries."""

from typing import Any

from django.db import connection

from benchmarks.generator.skew import HUBS
from benchmarks.ways import edges, typical

# How the names of many families begin; no other word begins so.
WORD = "lind"
ORDINARY = 3
SAMPLE = 2000

PUBLIC = """
    {name}.status = 'published'
    AND EXISTS (SELECT 1 FROM people_{noun}_passages AS cited WHERE cited.{noun}_id = {name}.id)
"""
PERSON, ROLE, ALIAS, MEETING, ALLEGATION, RESPONSE = (
    PUBLIC.format(name=name, noun=name) for name in ("person", "role", "alias", "meeting", "allegation", "response")
)

# Readers see a contact of two people whom they see, and a hearing of one.
MEETING += f"""
    AND (
        SELECT count(*) FROM people_participation AS seen JOIN people_person AS person ON person.id = seen.person_id
        WHERE seen.meeting_id = meeting.id AND {PERSON}
    ) >= CASE meeting.kind WHEN 'hearing' THEN 1 ELSE 2 END
"""

COUNT = f"SELECT count(*) FROM people_person AS person WHERE {PERSON}"
HELD = f"""
    EXISTS (SELECT 1 FROM people_role AS role WHERE role.person_id = person.id AND role.category = %s AND {ROLE})
"""
MET = f"""
    person.id IN (
        SELECT one.person_id FROM people_participation AS other
        JOIN people_participation AS one ON one.meeting_id = other.meeting_id
        JOIN people_meeting AS meeting ON meeting.id = one.meeting_id
        WHERE other.person_id = %s AND one.person_id <> other.person_id AND meeting.kind <> 'hearing' AND {MEETING}
    )
"""
ATTENDED = f"""
    SELECT person.id, person.slug, person.name, count(*)
    FROM people_person AS person
    JOIN people_participation AS one ON one.person_id = person.id
    JOIN people_meeting AS meeting ON meeting.id = one.meeting_id
    WHERE {PERSON} AND {MEETING} AND person.name <> '' AND
"""
GROUPED = "GROUP BY person.id, person.slug, person.name"
WORDED = f"""
    (lower(person.name) LIKE %s
    OR person.id IN (SELECT alias.person_id FROM people_alias AS alias WHERE lower(alias.name) LIKE %s AND {ALIAS}))
"""
MESSAGES = f"SELECT count(*) FROM people_meeting AS meeting WHERE meeting.kind = 'message' AND {MEETING}"
ROLES = f"""
    SELECT count(*) FROM people_role AS role JOIN people_person AS person ON person.id = role.person_id
    WHERE {ROLE} AND {PERSON}
"""
ANSWERED = f"""
    SELECT count(*) FROM people_allegation AS allegation
    WHERE {ALLEGATION}
    AND EXISTS (
        SELECT 1 FROM people_allegation_subjects AS subject
        JOIN people_person AS person ON person.id = subject.person_id
        WHERE subject.allegation_id = allegation.id AND {PERSON}
    )
    AND EXISTS (
        SELECT 1 FROM people_response AS response JOIN people_person AS person ON person.id = response.person_id
        WHERE response.allegation_id = allegation.id AND {RESPONSE} AND {PERSON}
    )
"""
PRESENT = f"""
    SELECT one.meeting_id, one.person_id FROM people_participation AS one
    JOIN people_meeting AS meeting ON meeting.id = one.meeting_id
    JOIN people_person AS person ON person.id = one.person_id
    WHERE meeting.kind <> 'hearing' AND {MEETING} AND {PERSON}
    ORDER BY one.meeting_id, one.person_id
"""
TIED = f"""
    SELECT tie.from_person_id, tie.to_person_id FROM people_tie AS tie
    WHERE {PUBLIC.format(name="tie", noun="tie")}
    AND tie.from_person_id IN (SELECT person.id FROM people_person AS person WHERE {PERSON})
    AND tie.to_person_id IN (SELECT person.id FROM people_person AS person WHERE {PERSON})
    ORDER BY tie.id
"""


def facts() -> dict[str, Any]:
    """Return how much there is to see, who the hubs are, and whom an ordinary profile shows."""
    hubs = select(f"{ATTENDED} person.id <= %s {GROUPED} ORDER BY person.id", len(HUBS))
    ordinary = select(
        f"{ATTENDED} person.id > %s {GROUPED} HAVING count(*) <= %s ORDER BY person.id LIMIT %s",
        len(HUBS),
        ORDINARY,
        SAMPLE,
    )
    return {
        "people": select(COUNT)[0][0],
        "in_category": {name: select(f"{COUNT} AND {HELD}", name)[0][0] for name in ("campaign", "media")},
        "hubs": [named(row) for row in hubs],
        "ordinary": [named(row) for row in ordinary],
        "way": way([row[0] for row in ordinary]),
        "worded": select(f"{COUNT} AND {WORDED}", *[f"% {WORD}%"] * 2)[0][0],
        "messages": select(MESSAGES)[0][0],
        "answered": select(ANSWERED)[0][0],
        "roles": select(ROLES)[0][0],
        "met_hub_in_category": select(f"{COUNT} AND {HELD} AND {MET}", "campaign", hubs[0][0])[0][0],
    }


def way(people: list[int]) -> tuple[str, str, int]:
    """Return two of the people as slugs, and how many steps they are apart."""
    start, goal, apart = typical(*edges(select(PRESENT), select(TIED)), people)
    slugs = dict(select("SELECT id, slug FROM people_person WHERE id IN (%s, %s)", start, goal))
    return slugs[start], slugs[goal], apart


def named(row: tuple[Any, ...]) -> dict[str, Any]:
    """Return a person with the number of meetings that readers see."""
    return {"slug": row[1], "name": row[2], "meetings": row[3]}


def select(query: str, *values: Any) -> list[Any]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
