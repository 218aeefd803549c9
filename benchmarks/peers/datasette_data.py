"""Makes Datasette's file of Probe's: what readers see of people, their first role beside them, and their contacts."""

import sqlite3
from pathlib import Path

TABLES = """
CREATE TABLE people (
    id INTEGER PRIMARY KEY, slug TEXT, name TEXT, sort_name TEXT, description TEXT, summary TEXT,
    category TEXT, title TEXT, organisation TEXT, allegations INTEGER
);
CREATE TABLE roles (
    id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES people (id), category TEXT, title TEXT, organisation TEXT
);
CREATE TABLE contacts (
    person_id INTEGER REFERENCES people (id), other_id INTEGER, kind TEXT,
    PRIMARY KEY (person_id, other_id, kind)
) WITHOUT ROWID;
"""
SEEN = """
{name}.status = 'published' AND EXISTS (SELECT 1 FROM probe.people_{name}_passages WHERE {name}_id = {name}.id)
"""
PERSON, ROLE, MEETING = (SEEN.format(name=name) for name in ("person", "role", "meeting"))
ROWS = f"""
INSERT INTO roles
SELECT role.id, person_id, category, title, organisation.name
FROM probe.people_role AS role LEFT JOIN probe.people_organisation AS organisation ON organisation.id = organisation_id
WHERE {ROLE};
CREATE INDEX roles_of ON roles (person_id, category);
INSERT INTO people
SELECT person.id, slug, name, sort_name, description, summary, role.category, role.title, role.organisation,
    (SELECT count(*) FROM probe.people_allegation_subjects AS subject WHERE subject.person_id = person.id)
FROM probe.people_person AS person
LEFT JOIN roles AS role ON role.id = (SELECT min(id) FROM roles WHERE roles.person_id = person.id)
WHERE {PERSON} ORDER BY person.id;
INSERT OR IGNORE INTO contacts
SELECT one.person_id, other.person_id, meeting.kind
FROM probe.people_meeting AS meeting
JOIN probe.people_participation AS one ON one.meeting_id = meeting.id
JOIN probe.people_participation AS other ON other.meeting_id = meeting.id AND other.person_id <> one.person_id
WHERE meeting.kind <> 'hearing' AND {MEETING};
"""
INDEXES = """
CREATE INDEX people_category ON people (category);
CREATE INDEX people_title ON people (title);
CREATE INDEX people_organisation ON people (organisation);
CREATE INDEX people_sort_name ON people (sort_name);
CREATE INDEX roles_category ON roles (category, person_id);
CREATE INDEX contacts_other ON contacts (other_id, person_id);
CREATE VIRTUAL TABLE people_fts USING fts5 (name, description, summary, content = 'people', content_rowid = 'id');
INSERT INTO people_fts (people_fts) VALUES ('rebuild');
ANALYZE;
"""


def make(probe: Path, target: Path) -> None:
    """Write the file `target` from Probe's database, unless it is there."""
    if target.exists():
        return
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite3.connect(unfinished)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("ATTACH ? AS probe", [str(probe)])
    for script in (TABLES, ROWS, INDEXES):
        connection.executescript(script)
    connection.close()
    unfinished.rename(target)
