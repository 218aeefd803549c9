"""Entries are loaded together where nothing is wrong with them, and one by one where something is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Meeting, Person, Role
from people.querysets.guarding import one_change
from people.seeding import SeedError, Tally, keys, loading
from people.seeding.files import NOUNS, FileEntry
from tests.seed import edit, make_seed
from tests.test_seeding import everything, everything_but_times, seeded
from tests.test_seeding_refusals import BROKEN

pytestmark = pytest.mark.django_db

MORE = """
organisations: {slug: more-N, name: More N, kind: company}
sources: {slug: more-N, title: More N, kind: article}
passages: {source: [more-N], section: slide-1, sentence: 1, position: 1, digest: "DIGEST"}
people: {slug: more-N, name: More N, sort_name: More N, status: published, passages: [[more-N, slide-1, 1]]}
aliases: {slug: more-N, name: More N, person: [more-N], status: published, passages: [[more-N, slide-1, 1]]}
roles: {slug: more-N, title: More N, person: [more-N], organisation: [more-N], start: 2014, passages: []}
meetings: {slug: more-N, title: More N, kind: dinner, status: published, passages: [[more-N, slide-1, 1]]}
participations: {meeting: [more-N], person: [more-N]}
ties: {slug: more-N, kind: friend, from_person: [more-N], to_person: [ida-fenn], summary: S, passages: []}
allegations: {slug: more-N, title: S, claim: S, said_by: S, standing: reported, subjects: [[more-N], [ida-fenn]]}
responses: {slug: more-N, allegation: [more-N], person: [more-N], stance: denies, summary: S, passages: []}
statements: {slug: more-N, person: [more-N], summary: S, date: 2014, passages: [[more-N, slide-1, 1]]}
"""


class RefusedError(Exception):
    """Entries were not loaded together."""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return make_seed(tmp_path)


@pytest.fixture
def only_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Raise RefusedError where entries would be loaded one by one."""

    def refuse(_: Sequence[FileEntry]) -> Any:
        raise RefusedError

    monkeypatch.setattr(loading, "load_singly", refuse)


def add(directory: Path, number: int) -> None:
    """Add so many entries to each noun."""
    for line in MORE.strip().splitlines():
        noun, _, fields = line.partition(": ")
        model = next(each.model_name for each in NOUNS if each.name == noun)
        with (directory / f"{noun}.yaml").open("a") as file:
            for one in range(number):
                numbered = fields.replace("more-N", f"more-{one}").replace("More N", f"More {one}")
                file.write(f"- model: people.{model}\n  fields: {numbered.replace('DIGEST', f'{one:064x}')}\n")


def queries_of_seed(directory: Path) -> int:
    with CaptureQueriesContext(connection) as queries:
        seeded(directory)
    return len(queries)


def delete_all() -> None:
    with one_change():
        for noun in reversed(NOUNS):
            noun.model._default_manager.all().delete()


@pytest.mark.usefixtures("only_together")
def test_seed_asks_no_more_for_thirty_entries_than_for_three(tmp_path: Path) -> None:
    counts = []
    for number in (3, 30):
        delete_all()
        directory = tmp_path / str(number)
        directory.mkdir()
        add(make_seed(directory), number)
        counts.append((queries_of_seed(directory), queries_of_seed(directory)))
    assert counts[0] == counts[1]


@pytest.mark.usefixtures("only_together")
def test_seed_of_the_project_is_loaded_together() -> None:
    directory = Path(settings.FIXTURE_DIRS[0])
    assert [tally.changed + tally.unchanged for tally in seeded(directory)] == [0] * len(NOUNS)
    assert [tally.created + tally.changed for tally in seeded(directory)] == [0] * len(NOUNS)


@pytest.mark.usefixtures("only_together")
@pytest.mark.parametrize(("noun", "old", "new"), [case[:3] for case in BROKEN.values()], ids=BROKEN.keys())
def test_what_is_wrong_is_never_loaded_together(directory: Path, noun: str, old: str, new: str) -> None:
    edit(directory, noun, old, new)
    with pytest.raises((RefusedError, SeedError)):
        seeded(directory)


@pytest.mark.usefixtures("only_together")
@pytest.mark.parametrize(("noun", "old", "new"), [case[:3] for case in BROKEN.values()], ids=BROKEN.keys())
def test_what_becomes_wrong_is_never_loaded_together(directory: Path, noun: str, old: str, new: str) -> None:
    seeded(directory)
    edit(directory, noun, old, new)
    with pytest.raises((RefusedError, SeedError)):
        seeded(directory)


def test_seed_stores_the_same_together_and_one_by_one(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(directory, 3)
    seeded(directory)
    together = without_keys(everything_but_times())
    delete_all()
    monkeypatch.setattr(loading, "REFUSALS", (RefusedError,))
    monkeypatch.setattr(loading, "load_together", lambda *_: (_ for _ in ()).throw(RefusedError))
    seeded(directory)
    assert without_keys(everything_but_times()) == together


def without_keys(nouns: list[Any]) -> list[Any]:
    """Return the rows without the numbers by which they refer to each other."""
    return [[{name: row[name] for name in row if not name.endswith("id")} for row in rows] for rows in nouns]


@pytest.mark.usefixtures("only_together")
def test_seed_loads_batch_by_batch(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "AT_ONCE", 2)
    add(directory, 5)
    tallies = seeded(directory)
    before = everything()
    assert seeded(directory) == [Tally(tally.noun, unchanged=tally.created) for tally in tallies]
    assert everything() == before


def test_seed_names_the_wrong_one_of_a_batch(directory: Path) -> None:
    add(directory, 30)
    edit(directory, "people", "sort_name: More 20,", "sort_name: More 20, slide: 5,")
    before = everything()
    with pytest.raises(SeedError, match=r"people.yaml, entry 26 \(more-20\): slide: Person with this Slide already"):
        seeded(directory)
    assert everything() == before


@pytest.mark.usefixtures("only_together")
def test_seed_keeps_the_order_of_new_and_changed_entries(directory: Path) -> None:
    seeded(directory)
    edit(directory, "people", "slide: 5", "slide: 7")
    add(directory, 1)
    edit(directory, "people", "sort_name: More 0,", "sort_name: More 0, slide: 5,")
    people = next(tally for tally in seeded(directory) if tally.noun == "people")
    assert people == Tally("people", created=1, changed=1, unchanged=4)
    assert [Person.objects.get(slug=slug).slide for slug in ("ida-fenn", "more-0")] == [7, 5]


def test_seed_takes_a_number_for_the_slug_that_it_is(directory: Path) -> None:
    edit(directory, "organisations", "slug: council", "slug: 2016")
    edit(directory, "roles", "organisation: [council]", "organisation: [2016]")
    seeded(directory)
    assert str(Role.objects.get(slug="ida-fenn-adviser")) == "Adviser, Council of Port Ellery"


def test_seed_notes_that_a_meeting_changes_when_somebody_joins_it(directory: Path) -> None:
    seeded(directory)
    before = Meeting.objects.get().changed_at
    entry = "- model: people.participation\n  fields: {meeting: [lunches], person: [piers-dunmore]}\n"
    with (directory / "participations.yaml").open("a") as file:
        file.write(entry)
    seeded(directory)
    assert Meeting.objects.get().changed_at > before
