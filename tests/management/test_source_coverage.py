import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import QuerySet

from people.models import Passage, Role, Source
from people.seeding import seed
from tests.factories import make_source
from tests.gallery import ARTICLE
from tests.seed import make_seed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seeded(tmp_path_factory: pytest.TempPathFactory) -> None:
    seed(make_seed(tmp_path_factory.mktemp("seed")))


def output(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    call_command("source_coverage", *map(str, arguments))
    return capsys.readouterr().out.splitlines()


def failure(*arguments: object) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("source_coverage", *map(str, arguments))
    assert caught.value.returncode == 1
    return str(caught.value)


def test_source_coverage_prints_what_rests_on_each_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys, ARTICLE)
    start = lines.index("slide-5")
    assert lines[start : start + 9] == [
        "slide-5",
        "  slide-5/0          Ida Fenn",
        "                     person: Ida Fenn",
        "  slide-5/1          Former U.S. surveyor Ida Fenn of Elmbrook joined …",
        "                     role: Ida Fenn, Adviser, Council of Port Ellery",
        "  slide-5/2          She had lunch with Gen. Rufus Stell twice …",
        "                     person: Rufus Stell",
        "                     meeting: Two lunches of Ida Fenn with Rufus Stell",
        "                     allegation: Lunches left out of a report",
    ]


def test_source_coverage_prints_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys, ARTICLE)
    place = lines.index("  slide-6/4          (Photo by Jonah Reed/Ellery Pictures)")
    assert lines[place + 1] == "                     no entry: photo credit"


def test_source_coverage_ends_in_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, ARTICLE)[-3:] == [
        "",
        "49 sentences: 9 sources of entries, 40 with a reason, 0 unaccounted for",
        "Entries: 1 aliases, 1 allegations, 1 meetings, 5 people, 1 responses, 2 roles, 2 statements, 1 ties",
    ]


def test_source_coverage_keeps_to_a_hundred_columns(capsys: pytest.CaptureFixture[str]) -> None:
    Role.objects.filter(slug="ida-fenn-adviser").update(title="An adviser whose title is a good deal longer " * 4)
    assert max(map(len, output(capsys, ARTICLE))) <= 100


def test_source_coverage_fails_on_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    Role.objects.get(slug="ida-fenn-adviser").delete()
    assert failure(ARTICLE, "--verbosity", 0) == "One problem, listed above."
    assert capsys.readouterr().out.splitlines() == [
        "! slide-5/1: nothing that readers see rests on it, and no reason is given"
    ]


def test_source_coverage_shows_a_problem_at_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    Role.objects.get(slug="ida-fenn-adviser").delete()
    failure(ARTICLE)
    lines = capsys.readouterr().out.splitlines()
    place = lines.index("  slide-5/1          Former U.S. surveyor Ida Fenn of Elmbrook joined …")
    assert lines[place + 1].startswith("                     ! nothing that readers see rests on it")


def test_source_coverage_takes_the_source_named_like_the_file(tmp_path: Path) -> None:
    make_source("Another")
    call_command("source_coverage", str(shutil.copy(ARTICLE, tmp_path / "pier.txt")), verbosity=0)


def test_source_coverage_takes_the_source_asked_for() -> None:
    make_source("Another")
    call_command("source_coverage", str(ARTICLE), "--source", "pier", verbosity=0)


def test_source_coverage_asks_which_source() -> None:
    make_source("Another")
    assert failure(ARTICLE) == "Which source is article.txt? Give it with --source: another, pier."


def test_source_coverage_lists_sources_for_an_unknown_one() -> None:
    make_source("Another")
    assert failure(ARTICLE, "--source", "quay") == "There is no source “quay”; there is another, pier."


def test_source_coverage_needs_a_source() -> None:
    for model in (Passage, Source):
        QuerySet(model).delete()
    assert failure(ARTICLE) == "There is no source in the database; manage.py seed loads one."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file or directory."),
        (b"\xff", "This is no article with a photo gallery: "),
        (b"Headline\n", "This is no article with a photo gallery: "),
        (b"", "This is no article with a photo gallery: "),
        (ARTICLE.read_bytes().replace(b"9 PHOTOS", b"10 PHOTOS"), "The gallery announces 10 photos, but 9 were found"),
    ],
    ids=["missing", "no text", "no gallery", "empty", "photo count"],
)
def test_source_coverage_tells_a_bad_copy_in_one_line(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "copy.txt"
    if content is not None:
        path.write_bytes(content)
    told = failure(path)
    assert told.startswith(f"{path}: {message}")
    assert "\n" not in told


def test_source_coverage_tells_a_directory_in_one_line(tmp_path: Path) -> None:
    assert failure(tmp_path) == f"{tmp_path}: Is a directory."
