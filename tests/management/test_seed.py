from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from people.models import Organisation, Person, Statement
from people.seeding.files import kinds_in
from tests.admin.conftest import fields_of
from tests.seed import edit, make_seed

pytestmark = pytest.mark.django_db

FIXTURES: Path = settings.FIXTURE_DIRS[0]


def output(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    call_command("seed", *map(str, arguments))
    return capsys.readouterr().out.splitlines()


def test_seed_prints_a_line_for_each_noun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_seed(tmp_path)
    lines = output(capsys, "--dir", tmp_path)
    assert [line.split()[0] for line in lines] == [kind.name for kind in kinds_in(tmp_path)]
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
    assert (str(caught.value), caught.value.returncode) == (reason, 1)
    assert Person.objects.count() == 0


def test_seed_names_files_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=r"^fixtures: there is none of the files here, which are "):
        call_command("seed", "--dir", str(tmp_path / "fixtures"))


def test_seed_names_what_it_keeps_and_says_so_by_its_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output(capsys, "--dir", make_seed(tmp_path))
    Statement.objects.filter(slug="dunmore-pier").update(summary="Edited.")
    edit(tmp_path, "statements", "Lived on the pier", "Lived near the pier")
    edit(tmp_path, "people", "A surveyor", "An engineer")
    edit(
        tmp_path,
        "aliases",
        "- model",
        "- model: people.alias\n  fields: {slug: fenn, person: [ida-fenn], name: I. F.}\n- model",
    )
    words = []
    for arguments in (["--dry-run"], []):
        with pytest.raises(CommandError) as caught:
            call_command("seed", "--dir", str(tmp_path), *arguments)
        words.append((capsys.readouterr().out.splitlines(), str(caught.value), caught.value.returncode))
    lines = words[0][0]
    assert words[0] == words[1]
    assert lines[:3] == [
        "changed   people/ida-fenn: summary",
        "created   aliases/fenn",
        "kept      statements/dunmore-pier: summary: site “Edited.”, file “Lived near the pier.”",
    ]
    assert lines[-1] == "statements          0 created     0 changed     1 unchanged     1 kept"
    assert words[0][1:] == (
        "1 entry stays as the site has it, although the files differ; --overwrite SLUG takes what the files say.",
        3,
    )


def test_seed_takes_what_the_file_says_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output(capsys, "--dir", make_seed(tmp_path))
    Statement.objects.update(summary="Edited.")
    lines = output(capsys, "--overwrite", "dunmore-pier", "statements/dunmore-resigned", "--dir", tmp_path)
    assert lines[:2] == ["changed   statements/dunmore-resigned: summary", "changed   statements/dunmore-pier: summary"]


def test_seed_of_the_project_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys)
    assert {int(line.split()[1]) > 0 for line in lines} == {True}
    assert {" ".join(line.split()[3:5]) for line in lines} == {"0 changed"}
    again = output(capsys)
    assert [line.split()[5] for line in again] == [line.split()[1] for line in lines]


def test_fixtures_of_the_project_load_without_seed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("loaddata", *(kind.name for kind in kinds_in(FIXTURES)), verbosity=0)
    assert {" ".join(line.split()[1:5]) for line in output(capsys)} == {"0 created 0 changed"}


def test_editors_work_outlives_a_seed(tmp_path: Path, admin_client: Client, settings: Any) -> None:
    settings.FIXTURE_DIRS = [make_seed(tmp_path)]
    call_command("seed", verbosity=0)
    council = Organisation.objects.get(slug="council")
    address = f"/admin/people/organisation/{council.pk}/change/"
    reply = admin_client.post(address, fields_of(admin_client.get(address)) | {"name": "Town Council"})
    edit(tmp_path, "statements", "Lived on the pier", "Lived near the pier")
    edit(tmp_path, "roles", "title: Adviser", "title: Chief adviser")
    call_command("seed", verbosity=0)
    assert (reply.status_code, Organisation.objects.get(slug="council").name) == (302, "Town Council")
    fenn, dunmore = (admin_client.get(f"/people/{slug}/").content.decode() for slug in ("ida-fenn", "piers-dunmore"))
    assert ("Town Council" in fenn, "Chief adviser" in fenn, "Lived near the pier" in dunmore) == (True, True, True)
