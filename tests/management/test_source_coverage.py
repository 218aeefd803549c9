import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import QuerySet

from people.models import Passage, Role, Source
from people.seeding import seed
from people.sources.parser import parse_document
from tests.factories import make_passage, make_source
from tests.seed import make_seed
from tests.sources import ARTICLE

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
        (b"Headline\xff", "This is no text in UTF-8: line 1 of copy.txt has the byte 0xff. Save the file as UTF-8."),
        (b"Headline\n", 'This is no article with a photo gallery: looked for a line such as "9 PHOTOS", found none.'),
    ],
    ids=["missing", "no text", "no gallery"],
)
def test_source_coverage_tells_a_bad_copy(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "copy.txt"
    if content is not None:
        path.write_bytes(content)
    assert failure(path).partition("\nRead it")[0] == f"{path}: {message}"


def test_source_coverage_lists_what_was_taken_for_a_slide_and_the_other_layouts(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(ARTICLE.read_bytes().replace(b"9 PHOTOS", b"10 PHOTOS"))
    lines = failure(path).splitlines()
    assert lines[:2] == [
        f"{path}: The gallery announces 10 photos, but 9 were found below line 17:",
        "  1. line 22: Nora Quill",
    ]
    assert (len(lines), lines[-1]) == (11, "Read it in another layout with --layout: article, pages, transcript.")


def test_source_coverage_checks_each_text_of_a_folder_that_is_named_after_a_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_source("Another")
    shutil.copy(ARTICLE, tmp_path / "pier.txt")
    shutil.copy(ARTICLE, tmp_path / "notes.txt")
    lines = output(capsys, tmp_path)
    assert [lines[0], *lines[-2:]] == [
        "pier, checked against pier.txt",
        f"Left out, as no source is called so: {tmp_path / 'notes.txt'}.",
        "Not checked, as there is no text of it: another.",
    ]


def test_source_coverage_takes_several_texts_in_one_argument(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = make_source("Hearing", slug="hearing")
    text = "OAK: It rained.\n\nELM: Yes. It did.\n"
    (tmp_path / "hearing.txt").write_text(text)
    for sentence in parse_document(text).sentences:
        make_passage(source, sentence.section_key, sentence.number, digest=sentence.digest, reason="none")
    lines = output(capsys, f"{tmp_path}/hearing.txt {shutil.copy(ARTICLE, tmp_path / 'pier.txt')}")
    assert [line for line in lines if "checked" in line] == [
        "hearing, checked against hearing.txt",
        "pier, checked against pier.txt",
    ]


def test_source_coverage_without_a_text_says_what_is_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, "") == ["Not checked, as there is no text of it: pier."]


def test_source_coverage_takes_a_source_for_one_text_only(tmp_path: Path) -> None:
    told = failure(ARTICLE, ARTICLE, "--source", "pier")
    assert told == "Give one document with --source; others are named after their sources."
