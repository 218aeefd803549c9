"""A copy of the seed's files, and what tests of seeding do with it and ask of it."""

from pathlib import Path
from typing import Any

import pytest

from people.models import Statement
from people.querysets.guarding import one_change
from people.seeding import SeedError, Tally, seed
from people.seeding.files import ENTRY_KINDS, kinds_in
from tests.seed import make_seed

OLD, NEW = "Lived on the pier.", "Lived near the pier."
"""What the seed says, and what files or editors may come to say."""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """The files of a seed."""
    return make_seed(tmp_path)


@pytest.fixture
def loaded(db: None, directory: Path) -> None:
    """A site that was seeded with the files."""
    seed(directory)


def seeded(directory: Path) -> list[Tally]:
    return seed(directory).tallies


def sizes(directory: Path) -> dict[str, int]:
    return {kind.name: kind.path(directory).read_text().count("- model:") for kind in kinds_in(directory)}


def everything() -> list[Any]:
    return [[*kind.model._default_manager.order_by("pk").values()] for kind in ENTRY_KINDS]


def everything_but_times() -> list[Any]:
    """Return everything but when it was saved."""
    return [[{name: row[name] for name in row if name != "updated_at"} for row in rows] for rows in everything()]


def refusal(directory: Path) -> str:
    """Return why the seed is refused, after checking that the database is as it was."""
    before = everything()
    with pytest.raises(SeedError) as caught:
        seed(directory)
    assert everything() == before
    return str(caught.value).removeprefix(f"{directory}/")


def told(directory: Path, *overwrite: str) -> list[str]:
    """Seed, and return what is told of entries."""
    return [" ".join(str(result).split()) for result in seed(directory, overwrite=overwrite).results]


def take_out(directory: Path, kind: str, key: str) -> None:
    """Take the entry of that slug out of the noun's file."""
    path = directory / f"{kind}.yaml"
    entries = path.read_text().split("- model: ")[1:]
    kept = [entry for entry in entries if f"slug: {key}\n" not in entry and f"slug: {key}," not in entry]
    assert len(kept) == len(entries) - 1
    path.write_text("".join(f"- model: {entry}" for entry in kept) or "[]")


def pier() -> Statement:
    return Statement.objects.get(slug="dunmore-pier")


def change(entry: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save()


def delete(*querysets: Any) -> None:
    with one_change():
        for rows in querysets:
            rows.delete()
