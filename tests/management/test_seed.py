from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from people.models import Person
from people.seeding.files import NOUNS
from tests.seed import edit, make_seed

pytestmark = pytest.mark.django_db

FIXTURES: Path = settings.FIXTURE_DIRS[0]


def output(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    call_command("seed", *map(str, arguments))
    return capsys.readouterr().out.splitlines()


def test_seed_prints_a_line_for_each_noun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path)
    lines = output(capsys, "--dir", tmp_path)
    assert [line.split()[0] for line in lines] == [noun.name for noun in NOUNS]
    assert lines[3] == "people              5 created     0 changed     0 unchanged"


def test_seed_is_silent_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path)
    assert output(capsys, "--dir", tmp_path, "--verbosity", 0) == []
    assert Person.objects.count() == 5


def test_seed_fails_in_one_line(tmp_path: Path) -> None:
    make_seed(tmp_path)
    edit(tmp_path, "roles", "[ida-fenn]", "[ida-fen]")
    with pytest.raises(CommandError) as caught:
        call_command("seed", "--dir", str(tmp_path))
    reason = f"{tmp_path}/roles.yaml, entry 1 (ida-fenn-adviser): person: there is no person ida-fen."
    assert (str(caught.value), caught.value.returncode) == (f"{reason} Nothing was changed.", 1)
    assert Person.objects.count() == 0


def test_seed_names_files_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=r"^fixtures/organisations\.yaml: the file is missing\."):
        call_command("seed", "--dir", str(tmp_path / "fixtures"))


def test_seed_of_the_project_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys)
    assert {int(line.split()[1]) > 0 for line in lines} == {True}
    assert {" ".join(line.split()[3:5]) for line in lines} == {"0 changed"}
    again = output(capsys)
    assert [line.split()[5] for line in again] == [line.split()[1] for line in lines]


def test_fixtures_of_the_project_load_twice_without_seed(capsys: pytest.CaptureFixture[str]) -> None:
    names = [noun.name for noun in NOUNS]
    call_command("loaddata", *names, verbosity=0)
    before = [[*noun.model._default_manager.order_by("pk").values()] for noun in NOUNS]
    call_command("loaddata", *names, verbosity=0)
    assert [[*noun.model._default_manager.order_by("pk").values()] for noun in NOUNS] == before
    assert {" ".join(line.split()[1:5]) for line in output(capsys)} == {"0 created 0 changed"}
