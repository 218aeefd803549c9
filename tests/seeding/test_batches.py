"""Entries are written in batches, in which what is refused is narrowed down to its entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DatabaseError, OperationalError, connection
from django.test.utils import CaptureQueriesContext

from people.models import Allegation, Meeting, Person, Response, Role, SeededEntry
from people.querysets.guarding import one_change
from people.seeding import SeedError, Tally, seed, writing
from people.seeding.files import ENTRY_KINDS, kinds_in
from people.seeding.planning import PlanStep
from people.seeding.writing import Writer
from tests.seed import edit, make_seed
from tests.seeding.conftest import everything, everything_but_times, seeded

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


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have batches hold two entries."""
    for name in ("FIRST_BATCH_SIZE", "MIN_BATCH_SIZE", "MAX_BATCH_SIZE"):
        monkeypatch.setattr(writing, name, 2)


def add(directory: Path, number: int) -> None:
    """Add so many entries to each noun."""
    for line in MORE.strip().splitlines():
        kind, _, fields = line.partition(": ")
        model = next(each.model_name for each in ENTRY_KINDS if each.name == kind)
        with (directory / f"{kind}.yaml").open("a") as file:
            for one in range(number):
                numbered = fields.replace("more-N", f"more-{one}").replace("More N", f"More {one}")
                file.write(f"- model: people.{model}\n  fields: {numbered.replace('DIGEST', f'{one:064x}')}\n")


def queries_of_seed(directory: Path) -> int:
    with CaptureQueriesContext(connection) as queries:
        seeded(directory)
    return len(queries)


def delete_all() -> None:
    with one_change():
        for kind in reversed(ENTRY_KINDS):
            kind.model._default_manager.all().delete()
    SeededEntry.objects.all().delete()


@contextmanager
def batches_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """Give the lists of what was written together."""
    written: list[list[str]] = []
    write_steps = Writer._write_steps

    def note(writer: Any, steps: Any) -> None:
        write_steps(writer, steps)
        written.append([f"{step.kind.name}/{step.key}" for step in steps])

    monkeypatch.setattr(Writer, "_write_steps", note)
    yield written


def test_seed_asks_no_more_for_six_entries_than_for_three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "FIRST_BATCH_SIZE", 1_000)
    counts = []
    for number in (1, 3, 6):
        directory = tmp_path / str(number)
        directory.mkdir()
        add(make_seed(directory), number)
        delete_all()
        counts.append((queries_of_seed(directory), queries_of_seed(directory)))
    assert counts[1] == counts[2]


def test_seed_of_the_project_is_loaded_twice() -> None:
    directory = Path(settings.FIXTURE_DIRS[0])
    assert [tally.changed + tally.unchanged + tally.kept for tally in seeded(directory)] == [0] * len(
        kinds_in(directory)
    )
    assert seed(directory).results == []


@pytest.mark.usefixtures("tiny")
def test_seed_stores_the_same_in_large_and_small_batches(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(directory, 3)
    with monkeypatch.context() as patch:
        patch.setattr(writing, "FIRST_BATCH_SIZE", 1_000)
        seeded(directory)
    together = without_keys(everything_but_times())
    delete_all()
    seeded(directory)
    assert without_keys(everything_but_times()) == together


def without_keys(nouns: list[Any]) -> list[Any]:
    """Return the rows without the numbers by which they refer to each other."""
    rows = [[{name: row[name] for name in row if not name.endswith("id")} for row in rows] for rows in nouns]
    return [sorted(some, key=str) for some in rows]


@pytest.mark.usefixtures("tiny")
def test_batches_never_part_allegations_from_replies_nor_meetings_from_participants(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with batches_of(monkeypatch) as written:
        seeded(directory)
    assert written[-4:] == [
        ["meetings/lunches", "participations/lunches/ida-fenn", "participations/lunches/rufus-stell"],
        ["ties/fenn-heron"],
        ["allegations/lunches-left-out", "responses/fenn-explains"],
        ["statements/dunmore-resigned", "statements/dunmore-pier"],
    ]


@pytest.mark.usefixtures("tiny")
def test_what_is_withdrawn_goes_last_and_whole(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded(directory)
    edit(directory, "organisations", "Blue Heron", "Red Heron")
    for path in directory.glob("*.yaml"):
        path.write_text(path.read_text().replace("status: published", "status: draft"))
    with batches_of(monkeypatch) as written:
        assert seed(directory).kept == []
    assert written[0] == ["organisations/blue-heron", "statements/dunmore-resigned"]
    assert ["allegations/lunches-left-out", "responses/fenn-explains"] in written
    assert written[-1] == ["people/rufus-stell", "people/heron-20"]


def test_refused_entry_is_found_among_those_of_its_batch(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(directory, 6)

    def refuse(role: Role) -> None:
        if role.slug == "more-4":
            raise DatabaseError("it is refused")

    monkeypatch.setattr(Role, "clean", refuse)
    assert [str(result) for result in seed(directory).kept] == ["kept      roles/more-4: it is refused"]
    assert Role.objects.count() == 7
    monkeypatch.undo()
    assert [str(result) for result in seed(directory).results] == ["created   roles/more-4"]


def test_what_names_a_refused_entry_is_named_too(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = Writer._note

    def refuse(writer: Writer, steps: list[PlanStep]) -> None:
        note(writer, steps)
        if any(step.key == "piers-dunmore" for step in steps):
            raise DatabaseError("it is refused")

    monkeypatch.setattr(Writer, "_note", refuse)
    missing = "person: the person piers-dunmore is not on the site"
    assert [str(result) for result in seed(directory).kept] == [
        "kept      people/piers-dunmore: it is refused",
        f"kept      roles/piers-dunmore-aide: {missing}",
        f"kept      statements/dunmore-resigned: {missing}",
        f"kept      statements/dunmore-pier: {missing}",
    ]


def test_entry_that_is_edited_after_the_plan_was_made_is_kept(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeded(directory)
    edit(directory, "people", "A surveyor", "An engineer")
    write = Writer.write

    def edit_first(writer: Writer) -> None:
        Person.objects.filter(slug="ida-fenn").update(summary="Edited.")
        write(writer)

    monkeypatch.setattr(Writer, "write", edit_first)
    told = [str(result) for result in seed(directory).results]
    assert told == ["kept      people/ida-fenn: it was edited while the seed was loaded"]
    assert Person.objects.get(slug="ida-fenn").summary == "Edited."


@pytest.mark.usefixtures("tiny")
def test_seed_says_how_far_it_came_and_goes_on_from_there(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(response: Response) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Response, "clean", lambda response: None if isinstance(response.pk, str) else fail(response))
        reason = r"entries were written before the database failed: database or disk is full\. Run it again to go on"
        with pytest.raises(SeedError, match=rf": \d+ of \d+ {reason}"):
            seed(directory)
    assert (Allegation.objects.count(), Meeting.objects.count()) == (0, 1)
    tallies = {tally.kind: tally for tally in seeded(directory)}
    assert (tallies["meetings"], tallies["responses"]) == (
        Tally("meetings", unchanged=1),
        Tally("responses", created=1),
    )


@pytest.mark.usefixtures("tiny")
def test_seed_lets_editors_in_between_batches(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    get_user_model().objects.create(username="editor")
    pauses: list[float] = []
    monkeypatch.setattr(Writer, "_may_be_waited_for", lambda writer: True)
    monkeypatch.setattr(writing, "sleep", pauses.append)
    with batches_of(monkeypatch) as written:
        seeded(directory)
    assert len(pauses) == len(written) - 1


def test_seed_keeps_the_order_of_new_and_changed_entries(directory: Path) -> None:
    seeded(directory)
    edit(directory, "people", "slide: 5", "slide: 7")
    add(directory, 1)
    edit(directory, "people", "sort_name: More 0,", "sort_name: More 0, slide: 5,")
    people = next(tally for tally in seeded(directory) if tally.kind == "people")
    assert people == Tally("people", created=1, changed=1, unchanged=4)
    assert [Person.objects.get(slug=slug).slide for slug in ("ida-fenn", "more-0")] == [7, 5]


def test_seed_takes_a_number_for_the_slug_that_it_is(directory: Path) -> None:
    edit(directory, "organisations", "slug: council", "slug: 2016")
    edit(directory, "roles", "organisation: [council]", "organisation: [2016]")
    seeded(directory)
    assert str(Role.objects.get(slug="ida-fenn-adviser")) == "Adviser, Council of Port Ellery"


def test_seed_notes_that_a_meeting_changes_when_somebody_joins_it(directory: Path) -> None:
    seeded(directory)
    before = Meeting.objects.get().updated_at
    entry = "- model: people.participation\n  fields: {meeting: [lunches], person: [piers-dunmore]}\n"
    with (directory / "participations.yaml").open("a") as file:
        file.write(entry)
    seeded(directory)
    assert Meeting.objects.get().updated_at > before


def test_seed_of_a_wrong_entry_among_many_writes_nothing(directory: Path) -> None:
    add(directory, 30)
    edit(directory, "people", "sort_name: More 20,", "sort_name: More 20, slide: 5,")
    before = everything()
    with pytest.raises(SeedError, match=r"people.yaml, entry 26 \(more-20\): slide: Person with this Slide already"):
        seeded(directory)
    assert everything() == before
