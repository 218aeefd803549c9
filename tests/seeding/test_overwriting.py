"""Entries that are overwritten with what the files say, because somebody asks for it."""

from pathlib import Path

import pytest

from people.models import Statement
from people.seeding import SeedError, seed
from people.vocabulary import Status
from tests.seed import edit
from tests.seeding.conftest import NEW, OLD, change, delete, pier, take_out, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.mark.parametrize("name", ["dunmore-pier", "statements/dunmore-pier"])
def test_overwriting_takes_what_the_file_says(directory: Path, name: str) -> None:
    change(pier(), summary="Lived beside the pier.", status=Status.DRAFT)
    assert told(directory, name) == ["changed statements/dunmore-pier: status, summary"]
    assert (pier().summary, pier().status, told(directory)) == (OLD, Status.PUBLISHED, [])


def test_overwriting_brings_a_deleted_entry_back(directory: Path) -> None:
    delete(Statement.objects.filter(slug="dunmore-pier"))
    assert (told(directory, "dunmore-pier"), pier().summary) == (["created statements/dunmore-pier"], OLD)


def test_overwriting_gives_a_renamed_entry_its_slug_back(directory: Path) -> None:
    change(pier(), slug="other")
    assert told(directory, "dunmore-pier") == ["changed statements/dunmore-pier: slug"]
    assert Statement.objects.formerly("other").get() == pier()


def test_overwriting_withdraws_what_was_taken_out_of_the_files(directory: Path) -> None:
    change(pier(), summary=NEW)
    take_out(directory, "statements", "dunmore-pier")
    assert told(directory, "dunmore-pier") == ["withdrawn statements/dunmore-pier"]


def test_overwriting_names_the_choices(directory: Path) -> None:
    change(pier(), slug="other")
    choices = "those that stay as the site has them are statements/dunmore-pier"
    with pytest.raises(SeedError, match=rf": there is no entry “pier-dunmore” to overwrite; {choices}\.$"):
        seed(directory, overwrite=["pier-dunmore"])


def test_overwriting_asks_which_of_two_entries_is_meant(directory: Path) -> None:
    edit(directory, "organisations", "slug: blue-heron", "slug: heron-20")
    with pytest.raises(
        SeedError, match=r": “heron-20” may be organisations/heron-20 or people/heron-20; write which\.$"
    ):
        seed(directory, overwrite=["heron-20"])
