"""Portraits from before the site named them by what they show."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from people.models import Person
from tests.factories import make_person
from tests.models.test_portrait import BESIDE, files, make, name_of, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def tidy(django_capture_on_commit_callbacks: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """A function that runs the command, and returns what it writes."""

    def tidy() -> tuple[str, str]:
        with django_capture_on_commit_callbacks(execute=True):
            call_command("tidy_portraits")
        written = capsys.readouterr()
        return written.out, written.err

    return tidy


def make_file(media: Path, name: str, content: bytes, age: int = 7_200) -> None:
    path = media / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (path.stat().st_mtime - age,) * 2)


def test_portrait_with_a_name_of_its_own_is_made_anew(media: Path, tidy: Any) -> None:
    make_file(media, "portraits/Ann at home.png", upload().read())
    person = make_person("Ann", portrait="portraits/Ann at home.png", **BESIDE)
    out, err = tidy()
    person.refresh_from_db()
    assert (out, err) == (f"Ann: portraits/Ann at home.png is {name_of(person)} now\n", "")
    assert files(media) == [name_of(person)]


def test_portrait_that_is_named_by_its_digest_is_left_alone(media: Path, tidy: Any) -> None:
    person = make()
    before = Person.objects.values().get()
    assert (tidy(), Person.objects.values().get(), files(media)) == (("", ""), before, [name_of(person)])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no picture", "This is no JPEG, PNG, WebP or GIF picture, or it is damaged."),
        (None, "No such file or directory"),
    ],
)
def test_portrait_that_can_not_be_read_is_named_and_stays(
    media: Path, tidy: Any, content: bytes | None, reason: str
) -> None:
    if content is not None:
        make_file(media, "portraits/ann.png", content)
    make_person("Ann", portrait="portraits/ann.png", **BESIDE)
    assert tidy() == ("", f"Ann: portraits/ann.png stays as it is: {reason}\n")
    assert files(media) == (["portraits/ann.png"] if content else [])


def test_file_that_nobody_has_is_deleted_unless_it_is_new(media: Path, tidy: Any) -> None:
    make_file(media, "portraits/old.webp", b"old")
    make_file(media, "portraits/new.webp", b"new", age=60)
    tidy()
    assert files(media) == ["portraits/new.webp"]


def test_site_without_portraits_has_nothing_to_tidy(media: Path, tidy: Any) -> None:
    assert (tidy(), files(media)) == (("", ""), [])
