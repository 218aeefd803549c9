"""What files may say, and how: YAML of which every value stays as it is written."""

from pathlib import Path

import pytest

from people.models import Meeting, Organisation, Role, Statement
from people.seeding import SeedError, seed
from tests.seed import edit
from tests.seeding.conftest import refusal, seeded

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ": the file holds no list of entries."),
        (b"model: people.tie", ": the file holds no list of entries."),
        (b"\xff", ", byte 0: the file is not in UTF-8."),
    ],
)
def test_seed_names_a_file_that_is_no_list_of_entries(directory: Path, content: bytes, reason: str) -> None:
    (directory / "ties.yaml").write_bytes(content)
    assert refusal(directory) == f"ties.yaml{reason}"


def test_seed_names_a_directory_without_files(tmp_path: Path) -> None:
    with pytest.raises(
        SeedError, match=r"there is none of the files here, which are aliases\.yaml, allegations\.yaml, "
    ):
        seed(tmp_path)


@pytest.mark.parametrize("name", ["poeple.yaml", "people.yml"])
def test_seed_names_a_file_of_no_noun(directory: Path, name: str) -> None:
    (directory / name).write_text("[]")
    assert refusal(directory).startswith(f"{name}: no entries go by that name; the files are aliases.yaml, ")


def test_seed_reads_what_one_entry_shares_with_another(directory: Path) -> None:
    text = """
- model: people.organisation
  fields: &council {slug: council, name: Council of Port Ellery, kind: government}
- model: people.organisation
  fields: &harbour {<<: *council, slug: harbour, name: Harbour}
- model: people.organisation
  fields: {<<: *harbour, slug: pier, name: Pier}
"""
    (directory / "organisations.yaml").write_text(text)
    seeded(directory)
    rows = [*Organisation.objects.values_list("slug", "name", "kind")]
    assert rows == [
        ("council", "Council of Port Ellery", "government"),
        ("harbour", "Harbour", "government"),
        ("pier", "Pier", "government"),
    ]


@pytest.mark.parametrize(
    "written",
    ["12:30", "1_000", "no", "On", "null", "~", "0x1F", "1e3", "010", ".inf", "2016-03-15", "3.10", "=", "+1"],
)
def test_seed_keeps_text_as_it_is_written(directory: Path, written: str) -> None:
    edit(directory, "statements", "Lived on the pier.", written)
    seeded(directory)
    assert Statement.objects.get(slug="dunmore-pier").summary == written


def test_seed_takes_null_for_a_reference_or_number_that_is_not_given(directory: Path) -> None:
    edit(directory, "roles", "[council]", "null")
    edit(directory, "meetings", "times: 2", "times: ~")
    seeded(directory)
    assert (Role.objects.get(slug="ida-fenn-adviser").organisation, Meeting.objects.get().times) == (None, None)


def test_seed_refuses_what_contains_itself(directory: Path) -> None:
    edit(directory, "roles", "[[pier, slide-5, 1]]", "&all [*all]")
    assert (
        refusal(directory)
        == "roles.yaml, entry 1 (ida-fenn-adviser): passages: write a list of natural keys, each a list itself."
    )


def test_seed_refuses_a_second_document(directory: Path) -> None:
    with (directory / "ties.yaml").open("a") as file:
        file.write("---\n- more\n")
    with pytest.raises(SeedError, match=r"ties.yaml, line 10: but found another document"):
        seed(directory)
