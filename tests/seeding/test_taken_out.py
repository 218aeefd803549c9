"""What becomes of entries that are taken out of the files, or whose files are not given."""

from pathlib import Path
from typing import Any

import pytest

from people.models import Allegation, Meeting, Organisation, Source
from people.seeding import Tally, seed
from people.vocabulary import Status
from tests.seed import edit
from tests.seeding.conftest import NEW, OLD, change, pier, take_out, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_entry_taken_out_of_the_files_is_withdrawn(directory: Path) -> None:
    take_out(directory, "responses", "fenn-explains")
    take_out(directory, "allegations", "lunches-left-out")
    tallies = seed(directory).tallies
    assert [tally for tally in tallies if tally.withdrawn] == [
        Tally("allegations", withdrawn=1),
        Tally("responses", withdrawn=1),
    ]
    assert [*Allegation.objects.values_list("status", flat=True)] == [Status.DRAFT]
    assert told(directory) == []


def test_entry_that_comes_back_into_the_files_is_published_again(directory: Path) -> None:
    text = (directory / "statements.yaml").read_text()
    take_out(directory, "statements", "dunmore-pier")
    seed(directory)
    (directory / "statements.yaml").write_text(text)
    assert (told(directory), pier().status) == (["changed statements/dunmore-pier: status"], Status.PUBLISHED)


def test_entry_taken_out_of_the_files_stays_if_somebody_edited_it(directory: Path) -> None:
    change(pier(), summary=NEW)
    take_out(directory, "statements", "dunmore-pier")
    reason = "it was taken out of the files, but has been edited on the site"
    assert told(directory) == [f"kept statements/dunmore-pier: {reason}"]
    assert pier().status == Status.PUBLISHED


def test_entry_taken_out_of_the_files_stays_if_something_needs_it(directory: Path) -> None:
    change(pier(), summary=NEW)
    for kind, key in (
        ("statements", "dunmore-pier"),
        ("statements", "dunmore-resigned"),
        ("roles", "piers-dunmore-aide"),
        ("people", "piers-dunmore"),
    ):
        take_out(directory, kind, key)
    assert told(directory) == [
        "kept people/piers-dunmore: Piers Dunmore can’t be unpublished: 1 statement is theirs (“Lived near the pier.”)",
        "withdrawn roles/piers-dunmore-aide",
        "withdrawn statements/dunmore-resigned",
        "kept statements/dunmore-pier: it was taken out of the files, but has been edited on the site",
    ]


def test_organisation_taken_out_of_the_files_is_deleted_if_nothing_needs_it(directory: Path) -> None:
    take_out(directory, "organisations", "council")
    take_out(directory, "organisations", "blue-heron")
    needed = "it was taken out of the files, but is needed by 1 job"
    assert told(directory) == [f"kept organisations/council: {needed}", "deleted organisations/blue-heron"]
    assert [*Organisation.objects.values_list("slug", flat=True)] == ["council"]


def test_passage_taken_out_of_the_files_stays_while_a_draft_cites_it(directory: Path) -> None:
    path = directory / "passages.yaml"
    entries = path.read_text().split("- model: ")[1:]
    kept = [entry for entry in entries if "section: slide-6\n    sentence: 3\n" not in entry]
    path.write_text("".join(f"- model: {entry}" for entry in kept))
    change(pier(), status=Status.DRAFT)
    take_out(directory, "statements", "dunmore-pier")
    needed = "it was taken out of the files, but is needed by 1 statement"
    assert told(directory)[0] == f"kept passages/pier/slide-6/3: {needed}"


def test_participant_taken_out_of_the_files_leaves_the_meeting(directory: Path) -> None:
    entry = "- model: people.participation\n  fields: {meeting: [lunches], person: [piers-dunmore]}\n"
    path = directory / "participations.yaml"
    text = path.read_text()
    path.write_text(text + entry)
    seed(directory)
    path.write_text(text)
    assert told(directory) == ["deleted participations/lunches/piers-dunmore"]
    assert Meeting.objects.get().participations.count() == 2


def test_other_nouns_are_left_alone_where_only_some_files_are_given(directory: Path) -> None:
    for path in directory.glob("*.yaml"):
        if path.name != "statements.yaml":
            path.unlink()
    edit(directory, "statements", OLD, NEW)
    assert told(directory) == ["changed statements/dunmore-pier: summary"]
    assert [tally.kind for tally in seed(directory).tallies] == ["statements"]


def test_other_directory_leaves_alone_what_came_from_this_one(directory: Path, tmp_path_factory: Any) -> None:
    other = tmp_path_factory.mktemp("other")
    text = "- model: people.organisation\n  fields: {slug: board, name: Board, kind: company}\n"
    (other / "organisations.yaml").write_text(text)
    assert told(other) == ["created organisations/board"]
    (other / "organisations.yaml").write_text("[]")
    assert (told(other), told(directory)) == (["deleted organisations/board"], [])


def test_source_is_deleted_with_its_passages(directory: Path) -> None:
    fields = "{source: [new], section: slide-1, sentence: 1, position: 1, digest: '" + "0" * 64 + "'}"
    added = {
        "sources": "- model: people.source\n  fields: {slug: new, title: New, kind: article}\n",
        "passages": f"- model: people.passage\n  fields: {fields}\n",
    }
    texts = {kind: (directory / f"{kind}.yaml").read_text() for kind in added}
    for kind, text in texts.items():
        (directory / f"{kind}.yaml").write_text(text + added[kind])
    seed(directory)
    for kind, text in texts.items():
        (directory / f"{kind}.yaml").write_text(text)
    assert told(directory) == ["deleted sources/new", "deleted passages/new/slide-1/1"]
    assert Source.objects.count() == 1
