"""Sites that were seeded before digests were kept."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from people.models import Allegation, Person, Response, Role, SeededEntry, SeededFiles, Statement
from people.seeding import Tally, seed, takeover
from people.seeding.files import ENTRY_KINDS
from people.vocabulary import Status
from tests.factories import make_organisation
from tests.seed import edit, make_seed
from tests.seeding.conftest import change, delete, take_out, told
from tests.seeding.shipped import digests_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """What was shipped at first."""
    (tmp_path / "first").mkdir()
    return make_seed(tmp_path / "first")


@pytest.fixture
def second(first: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What was shipped next, where an allegation and its reply are gone; the project's files are these today."""
    second = Path(shutil.copytree(first, first.parent / "second"))
    take_out(second, "allegations", "lunches-left-out")
    take_out(second, "responses", "fenn-explains")
    edit(second, "statements", "Lived on the pier", "Lived near the pier")
    versions = [digests_of(first), digests_of(second)]
    shipped = {
        kind.name: {key: [v.get((name, key)) for v in versions] for name, key in versions[0] if name == kind.name}
        for kind in ENTRY_KINDS
    }
    monkeypatch.setattr(takeover, "shipped", lambda: shipped)
    settings.FIXTURE_DIRS = [second]
    return second


def seed_as_before(directory: Path) -> None:
    """Seed as was done when no digests were kept."""
    seed(directory)
    SeededEntry.objects.all().delete()
    SeededFiles.objects.all().delete()


def test_what_nobody_touched_is_brought_up_to_date(first: Path, second: Path) -> None:
    seed_as_before(first)
    assert told(second) == [
        "withdrawn allegations/lunches-left-out",
        "withdrawn responses/fenn-explains",
        "changed statements/dunmore-pier: summary",
    ]
    assert [*Allegation.objects.values_list("status"), *Response.objects.values_list("status")] == [("draft",)] * 2


def test_site_that_was_seeded_again_since_is_taken_over_too(first: Path, second: Path) -> None:
    seed_as_before(first)
    Statement.objects.filter(slug="dunmore-pier").update(summary="Lived near the pier.")
    assert told(second) == ["withdrawn allegations/lunches-left-out", "withdrawn responses/fenn-explains"]


def test_what_editors_did_stays(first: Path, second: Path) -> None:
    seed_as_before(first)
    change(Person.objects.get(slug="rufus-stell"), slug="stell")
    change(Statement.objects.get(slug="dunmore-resigned"), summary="Edited.")
    change(Statement.objects.get(slug="dunmore-pier"), summary="Edited too.")
    change(Allegation.objects.get(), said_by="Edited.")
    delete(Role.objects.filter(slug="ida-fenn-adviser"))
    edited = "it was taken out of the files, but has been edited on the site"
    assert told(second) == [
        "kept people/rufus-stell: slug: site “stell”, file “rufus-stell”",
        "kept roles/ida-fenn-adviser: it was deleted from the site",
        f"kept allegations/lunches-left-out: {edited}",
        "kept responses/fenn-explains: it was taken out of the files, but what it is part of stays on the site",
        "kept statements/dunmore-pier: summary: site “Edited too.”, file “Lived near the pier.”",
    ]
    assert Statement.objects.get(slug="dunmore-resigned").summary == "Edited."
    assert Allegation.objects.get().status == Status.PUBLISHED


def test_site_that_never_was_seeded_is_filled(second: Path) -> None:
    make_organisation("Other")
    tallies = seed(second).tallies
    assert tallies[0] == Tally("organisations", created=2)
    assert sum(tally.kept for tally in tallies) == 0


def test_other_directory_takes_nothing_from_the_project(first: Path, second: Path, tmp_path: Path) -> None:
    seed_as_before(first)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "statements.yaml").write_text("[]")
    assert (told(tmp_path / "other"), Statement.objects.filter(status="published").count()) == ([], 2)


def test_digests_are_made_as_those_of_what_was_shipped(settings: Any) -> None:
    digests = digests_of(Path(settings.FIXTURE_DIRS[0]))
    known = [pair for pair, digest in digests.items() if digest in takeover.shipped().get(pair[0], {}).get(pair[1], [])]
    # Others were reworded since.
    assert len(known) > len(digests) / 3
