"""What the generator hands out: tables, their columns, and rows in the order of their keys."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.apps import apps
from django.db import models

from people.fields import SpellingsField
from people.spellings import spellings
from people.vocabulary import Status

Row = tuple[Any, ...]

DRAFTS = 0.02
UNSOURCED = 0.015
# Of these the benchmarks open pages: everybody sees them.
ALWAYS_PUBLIC = 27


@dataclass
class GeneratedTable:
    """Rows of a model; the columns are named as the database names them.

    Attributes:
        model: The model.
        columns: The names of the columns, the key first.
        rows: The rows, made while they are read, once.
        number: How many there are, as near as is known before; for the progress bar.
    """

    model: type[models.Model]
    columns: tuple[str, ...]
    rows: Iterator[Row]
    number: int

    @property
    def name(self) -> str:
        """Return the name of the table."""
        return self.model._meta.db_table


@dataclass
class GeneratedWorld:
    """How much is made up, from which seed, and what one noun has to know of another.

    Attributes:
        size: The number of people.
        seed: The seed.
        passages: How many passages the one source has.
        organisations: How many organisations there are.
        slugs: The people's slugs, by key; the first place is empty.
        names: The people, as they are called.
        titles: The allegations' slugs, by key.
        subjects: Which allegation is against whom.
        links: Of each table of entries, how many passages each entry cites, by key.
    """

    size: int
    seed: int
    slugs: list[str] = field(default_factory=lambda: [""])
    names: list[str] = field(default_factory=lambda: [""])
    titles: list[str] = field(default_factory=lambda: [""])
    subjects: list[tuple[int, int]] = field(default_factory=list)
    links: dict[str, bytearray] = field(default_factory=dict)

    @property
    def passages(self) -> int:
        """Return how many passages the source has."""
        return min(max(40, self.size // 5), 20_000)

    @property
    def organisations(self) -> int:
        """Return how many organisations there are."""
        return min(max(5, self.size // 20), 300)

    def rng(self, noun: str) -> random.Random:
        """Return the random numbers of a noun, which don't change when another noun draws more of its own."""
        return random.Random(f"{self.seed}/{self.size}/{noun}")

    def fate(self, noun: str, rng: random.Random, key: int) -> str:
        """Return the status of an entry, and note how many passages it cites."""
        chance = rng.random()
        shown = noun == "person" and key <= ALWAYS_PUBLIC
        cited = 0 if chance > 1 - UNSOURCED and not shown else 2 if chance > 0.8 else 1
        self.links.setdefault(noun, bytearray(1)).append(cited)
        return Status.DRAFT.value if chance < DRAFTS and not shown else Status.PUBLISHED.value


def model(name: str) -> type[models.Model]:
    """Return the model of that name."""
    return apps.get_model("people", name)


def linking(noun: str, field: str) -> type[models.Model]:
    """Return the model that links a noun to what its many-to-many field holds."""
    through: type[models.Model] = getattr(model(noun), field).through
    return through


def citations(world: GeneratedWorld, noun: str, number: int) -> GeneratedTable:
    """Return the table that links the entries of a noun to the passages they rest on."""

    def rows() -> Iterator[Row]:
        key = 0
        for entry, cited in enumerate(world.links.get(noun, b"")):
            for place in range(cited):
                key += 1
                yield key, entry, (entry * 7 + place * 13 + len(noun)) % world.passages + 1

    return GeneratedTable(linking(noun, "passages"), ("id", f"{noun}_id", "passage_id"), rows(), int(number * 1.15))


def spelled(table: GeneratedTable) -> GeneratedTable:
    """Return the table with the columns that models fill with other spellings of the words of some columns."""
    fields = [one for one in table.model._meta.concrete_fields if isinstance(one, SpellingsField)]
    places = [[table.columns.index(source) for source in one.named if source in table.columns] for one in fields]
    rows = (
        (*row, *(spellings(" ".join(row[place] for place in some)) or None for some in places)) for row in table.rows
    )
    return replace(table, columns=(*table.columns, *(one.attname for one in fields)), rows=rows)


def digest(tables: Iterator[GeneratedTable]) -> str:
    """Return the SHA-256 of all rows, in order."""
    summed = hashlib.sha256()
    for table in tables:
        summed.update(f"{table.name}{table.columns}".encode())
        for row in table.rows:
            summed.update(repr(row).encode())
    return summed.hexdigest()
