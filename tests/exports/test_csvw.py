import csv
import io
import zipfile
from pathlib import Path

import pytest
from csvw import CSVW

from people.exports.csvw import DESCRIPTION, zipped
from tests.exports.world import SITE, WHEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


@pytest.fixture
def archive(world: None) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(zipped(SITE))))


def table(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode(), newline="")))


def test_archive_is_whole(archive: zipfile.ZipFile) -> None:
    assert archive.testzip() is None


def test_archive_is_valid_for_csv_on_the_web(archive: zipfile.ZipFile, tmp_path: Path) -> None:
    archive.extractall(tmp_path)
    # By default this library wants a value in every reference; the recommendation does not.
    described = CSVW(str(tmp_path / DESCRIPTION), validate=True, strict=False)
    assert described.is_valid, described.warnings
    assert {one.url.string: len(list(one.iterdicts())) for one in described.tables} == {
        "people.csv": 3,
        "appearances.csv": 0,
        "aliases.csv": 1,
        "organisations.csv": 1,
        "roles.csv": 3,
        "meetings.csv": 2,
        "participations.csv": 3,
        "ties.csv": 1,
        "allegations.csv": 1,
        "subjects.csv": 2,
        "responses.csv": 1,
        "outcomes.csv": 1,
        "statements.csv": 2,
        "sources.csv": 1,
        "passages.csv": 2,
    }


def test_archive_describes_every_file_in_it(archive: zipfile.ZipFile, tmp_path: Path) -> None:
    archive.extractall(tmp_path)
    described = CSVW(str(tmp_path / DESCRIPTION)).tables
    assert [DESCRIPTION, *(one.url.string for one in described)] == archive.namelist()


def test_people_table_has_roles_and_allegations_with_answers_in_words(archive: zipfile.ZipFile) -> None:
    assert table(archive, "people")[0] == {
        "slug": "ann",
        "name": "Ann Bee",
        "kind": "named",
        "slide": "1",
        "description": "Adviser",
        "summary": "Advised.",
        "aliases": "Annie",
        "roles": "Adviser, The campaign (March to August 2016)",
        "allegations": (
            "The claim. Alleged, said by A witness: Something happened. "
            "Ann Bee denies: Nothing happened. “not at all” Bob Cee: no reply is recorded. "
            "Dropped: Ann Bee was cleared. (2018)"
        ),
        "passages": "diary/slide-1/1; diary/slide-1/2",
        "changed": WHEN,
        "url": f"{SITE}/people/ann/",
    }


def test_allegations_table_has_every_answer_beside_the_claim(archive: zipfile.ZipFile) -> None:
    assert table(archive, "allegations") == [
        {
            "slug": "claim",
            "title": "The claim",
            "claim": "Something happened.",
            "said_by": "A witness",
            "standing": "alleged",
            "answers": "Ann Bee denies: Nothing happened. “not at all”\nBob Cee: no reply is recorded.",
            "outcomes": "Dropped: Ann Bee was cleared. (2018)",
            "subjects": "ann; bob",
            "passages": "diary/slide-1/2",
            "changed": WHEN,
            "url": f"{SITE}/allegations/claim/",
        }
    ]


def test_subjects_table_has_each_subject_s_answer(archive: zipfile.ZipFile) -> None:
    assert table(archive, "subjects") == [
        {"allegation": "claim", "person": "ann", "answer": "Ann Bee denies: Nothing happened. “not at all”"},
        {"allegation": "claim", "person": "bob", "answer": ""},
    ]


def test_meetings_table_keeps_dates_in_edtf(archive: zipfile.ZipFile) -> None:
    talk = next(row for row in table(archive, "meetings") if row["slug"] == "talk")
    assert talk == {
        "slug": "talk",
        "title": "Ann meets Bob",
        "kind": "in-person",
        "date": "2016?-12",
        "place": "London",
        "times": "2",
        "summary": "They talked.",
        "standing": "reported",
        "organisation": "",
        "people": "ann; bob",
        "passages": "diary/slide-1/1",
        "changed": WHEN,
        "url": f"{SITE}/meetings/talk/",
    }


def test_roles_table_tells_a_proposed_post_from_one_held(archive: zipfile.ZipFile) -> None:
    roles = {row["slug"]: row for row in table(archive, "roles")}
    assert {slug: (row["organisation"], row["start"], row["end"], row["tenure"]) for slug, row in roles.items()} == {
        "ann-adviser": ("campaign", "2016-03", "2016-08", ""),
        "bob-banker": ("", "199X", "", "former"),
        "bob-director": ("campaign", "", "", "proposed"),
    }
