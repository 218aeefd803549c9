"""The seed's files: which kinds they hold, in which order, and what an entry must look like."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from django.apps import apps
from django.db import models

from people.seeding.errors import SeedError
from people.seeding.reading import items

FIELDS_LEFT_BLANK_BY_LOADDATA = ("slug", "sort_name")
"""Fields that a model's `save` fills where they are blank. `loaddata` doesn't call it, so the files give them."""

INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
EMPTY_VALUES = {None, "", "~", "null", "Null", "NULL"}
"""What stands for no value where the field is neither text nor a list."""


@dataclass(frozen=True)
class EntryKind:
    """A kind of entry.

    Attributes:
        name: Its file's name.
        model_name: Its model's.
        key: The fields that make up its natural key.
        clean_reads: What the model's `clean` reads of other rows, as a prefetch names it.
        part_of: The field that names the entry with which it is written: readers never see the one without the other.
    """

    name: str
    model_name: str
    key: tuple[str, ...] = ("slug",)
    clean_reads: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def model(self) -> type[models.Model]:
        """The model."""
        return apps.get_model("people", self.model_name)

    def path(self, directory: Path) -> Path:
        """Return where the kind's entries stand."""
        return directory / f"{self.name}.yaml"


ENTRY_KINDS = (
    EntryKind("organisations", "organisation"),
    EntryKind("sources", "source"),
    EntryKind("passages", "passage", ("source", "section", "sentence")),
    EntryKind("people", "person"),
    EntryKind("appearances", "appearance", ("source", "slide")),
    EntryKind("aliases", "alias"),
    EntryKind("roles", "role"),
    EntryKind("meetings", "meeting"),
    EntryKind("participations", "participation", ("meeting", "person"), part_of="meeting"),
    EntryKind("ties", "tie"),
    EntryKind("allegations", "allegation"),
    EntryKind("responses", "response", clean_reads=("allegation__subjects",), part_of="allegation"),
    EntryKind("outcomes", "outcome", part_of="allegation"),
    EntryKind("statements", "statement"),
)
"""In the order of loading: each refers to those above it only."""


class FileEntry:
    """An entry of a file, as written there.

    Attributes:
        kind: What it is.
        path: The file.
        number: Its place in the file, from 1.
        written: What YAML made of it.
        fields: The values by field name; empty where the entry is too broken to have any.
        key: The natural key in one word, such as `slide-map/slide-5/3`, as far as it is given.
    """

    __slots__ = ("fields", "key", "kind", "number", "path", "written")

    def __init__(self, kind: EntryKind, path: Path, number: int, written: object) -> None:
        """Take what the entry is, the file, its place there, and what YAML made of it."""
        self.kind, self.path, self.number, self.written = kind, path, number, written
        fields = written.get("fields") if isinstance(written, dict) else None
        self.fields: dict[str, Any] = fields if isinstance(fields, dict) else {}
        self.key = "/".join(map(key_of, map(self.fields.get, kind.key))).strip("/")

    def forget(self) -> None:
        """Let go of what was written, of which there may be much."""
        self.written, self.fields = None, {}

    def error(self, message: str) -> SeedError:
        """Return an error that says where the entry stands, and what is wrong with it."""
        return SeedError(self.path, f"entry {self.number}{f' ({self.key})' if self.key else ''}", message)


def kinds_in(directory: Path) -> list[EntryKind]:
    """Return the kinds of which there are files. Raises SeedError where there is none, or a file of something else."""
    names = {path.name for path in directory.glob("*.y*ml")}
    expected = {f"{kind.name}.yaml" for kind in ENTRY_KINDS}
    for name in sorted(names - expected):
        raise SeedError(directory / name, "", f"no entries go by that name; the files are {listed(expected)}")
    if not names:
        raise SeedError(directory, "", f"there is none of the files here, which are {listed(expected)}")
    return [kind for kind in ENTRY_KINDS if f"{kind.name}.yaml" in names]


def entries(kind: EntryKind, directory: Path) -> list[FileEntry]:
    """Return the entries of a kind's file, each in the form that the models expect.

    Raises SeedError for a file or an entry that can't be read, and for two entries of one key.
    """
    path = kind.path(directory)
    seen: dict[str, int] = {}
    read = [FileEntry(kind, path, number, value) for number, value in enumerate(items(path), start=1)]
    for entry in read:
        for problem in _problems(entry):
            raise entry.error(problem)
        first = seen.setdefault(entry.key, entry.number)
        if first != entry.number:
            raise entry.error(f"entry {first} has the same {listed(kind.key)}")
    return read


def _problems(entry: FileEntry) -> Iterator[str]:
    """Yield what keeps the entry from being read, the gravest first."""
    model = f"people.{entry.kind.model_name}"
    if not isinstance(entry.written, dict) or set(entry.written) != {"model", "fields"}:
        yield "an entry has a model and fields, and nothing else"
    elif str(entry.written["model"]).lower() != model:
        yield f"the model is {entry.written['model']}, but the file is for {model}"
    elif not entry.fields:
        yield "the fields are no mapping of names to values"
    else:
        yield from _field_problems(entry)


def _field_problems(entry: FileEntry) -> Iterator[str]:
    known = given_fields(entry.kind.model)
    for name, value in entry.fields.items():
        if name not in known:
            yield f"there is no field “{name}” here; there are {listed(known)}"
        elif problem := _value_problem(known[name], value):
            yield f"{name}: {problem}"
    for name in dict.fromkeys((*entry.kind.key, *FIELDS_LEFT_BLANK_BY_LOADDATA)):
        if name in known and entry.fields.get(name) in (None, "", []):
            yield f"{name}: it can't be left out or blank"


@cache
def list_fields(model: type[models.Model]) -> list[models.ManyToManyField]:
    """Return the many-to-many fields of a model that an entry gives itself; the others are kinds of their own.

    None of them names entries of the same kind, of which one would have to be there before the other.
    """
    fields: tuple[Any, ...] = tuple(model._meta.many_to_many)
    return [
        field for field in fields if field.remote_field.through._meta.auto_created and field.related_model is not model
    ]


def fields_named(model: type[models.Model], names: Iterable[str]) -> list[Any]:
    """Return the fields of the model that have these names, in the order of the names."""
    return [model._meta.get_field(name) for name in names]


@cache
def given_fields(model: type[models.Model]) -> dict[str, models.Field]:
    """Return the fields that a file may give, by name."""
    own = [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    return {field.name: field for field in [*own, *list_fields(model)]}


def _value_problem(field: models.Field, value: object) -> str:
    """Return what is wrong with the kind of a value, or nothing."""
    if field.many_to_many:
        lists = isinstance(value, list) and all(map(_is_key, value))
        return "" if lists else "write a list of natural keys, each a list itself"
    if not isinstance(field, models.CharField | models.TextField | models.FileField) and _is_nothing(value):
        return "" if field.null else "it is empty"
    if field.is_relation:
        shown = value if isinstance(value, str) else "slug"
        return "" if _is_key(value) else f"write the natural key as a list: [{shown}]"
    if value is None:
        return "it is empty; for no text, write ''"
    if not isinstance(value, str):
        return f"a {type(value).__name__} is neither text nor number; put text in quotes"
    wrong = isinstance(field, models.IntegerField) and not INTEGER.fullmatch(value)
    return f"“{value}” value must be an integer" if wrong else ""


def _is_key(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value in EMPTY_VALUES)


def key_of(value: object) -> str:
    """Return a natural key, a list or its only part, in one word; of what is none, nothing."""
    return "/".join(value) if _is_key(value) else value if isinstance(value, str) else ""


def listed(names: Iterable[str]) -> str:
    """Return the names in a sentence: `slug, section and sentence`."""
    *others, last = sorted(names) if isinstance(names, set) else names
    return f"{', '.join(others)} and {last}" if others else last
