"""The seed's files: which nouns they hold, in which order, and what an entry must look like."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from people.seeding.errors import SeedError
from people.seeding.reading import items

LEFT_BLANK_BY_LOADDATA = ("slug", "sort_name")
"""Fields that a model's `save` fills where they are blank. `loaddata` doesn't call it, so the files give them."""


@dataclass(frozen=True)
class Noun:
    """A kind of entry.

    Attributes:
        name: Its file's name.
        model_name: Its model's.
        key: The fields that make up its natural key.
        clean_reads: What the model's `clean` reads of other rows, as a prefetch names it.
    """

    name: str
    model_name: str
    key: tuple[str, ...] = ("slug",)
    clean_reads: tuple[str, ...] = ()

    @property
    def model(self) -> type[models.Model]:
        """The model."""
        return apps.get_model("people", self.model_name)

    def path(self, directory: Path) -> Path:
        """Return where the noun's entries stand."""
        return directory / f"{self.name}.yaml"


NOUNS = (
    Noun("organisations", "organisation"),
    Noun("sources", "source"),
    Noun("passages", "passage", ("source", "section", "sentence")),
    Noun("people", "person"),
    Noun("aliases", "alias"),
    Noun("roles", "role"),
    Noun("meetings", "meeting"),
    Noun("participations", "participation", ("meeting", "person")),
    Noun("ties", "tie"),
    Noun("allegations", "allegation"),
    Noun("responses", "response", clean_reads=("allegation__subjects",)),
    Noun("statements", "statement"),
)
"""In the order of loading: each refers to those above it only."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """An entry of a file, as written there.

    Attributes:
        noun: What it is.
        path: The file.
        number: Its place in the file, from 1.
        written: What YAML made of it.
    """

    noun: Noun
    path: Path
    number: int
    written: Any

    @property
    def fields(self) -> dict[str, Any]:
        """The values by field name; empty where the entry is too broken to have any."""
        fields = self.written.get("fields") if isinstance(self.written, dict) else None
        return fields if isinstance(fields, dict) else {}

    @property
    def name(self) -> str:
        """The natural key in one word, such as `slide-map/slide-5/3`, as far as it is given."""
        return "/".join(_key_part(self.fields.get(part)) for part in self.noun.key).strip("/")

    def error(self, message: str) -> SeedError:
        """Return an error that says where the entry stands, and what is wrong with it."""
        return SeedError(self.path, f"entry {self.number}{f' ({self.name})' if self.name else ''}", message)


def entries(noun: Noun, directory: Path) -> list[FileEntry]:
    """Return the entries of a noun's file, each in the form that the models expect.

    Raises SeedError for a file or an entry that can't be read, and for two entries of one name.
    """
    path = noun.path(directory)
    seen: dict[str, int] = {}
    read = [FileEntry(noun, path, number, value) for number, value in enumerate(items(path), start=1)]
    for entry in read:
        for problem in _problems(entry):
            raise entry.error(problem)
        first = seen.setdefault(entry.name, entry.number)
        if first != entry.number:
            raise entry.error(f"entry {first} has the same {_listed(noun.key)}")
    return read


def _problems(entry: FileEntry) -> Iterator[str]:
    """Yield what keeps the entry from being read, the gravest first."""
    model = f"people.{entry.noun.model_name}"
    if not isinstance(entry.written, dict) or set(entry.written) != {"model", "fields"}:
        yield "an entry has a model and fields, and nothing else"
    elif str(entry.written["model"]).lower() != model:
        yield f"the model is {entry.written['model']}, but the file is for {model}"
    elif not entry.fields:
        yield "the fields are no mapping of names to values"
    else:
        yield from _field_problems(entry)


def _field_problems(entry: FileEntry) -> Iterator[str]:
    known = _fields(entry.noun.model)
    for name, value in entry.fields.items():
        if name not in known:
            yield f"there is no field “{name}” here; there are {_listed(known)}"
        elif problem := _value_problem(known[name], value):
            yield f"{name}: {problem}"
    for name in dict.fromkeys((*entry.noun.key, *LEFT_BLANK_BY_LOADDATA)):
        if name in known and entry.fields.get(name) in (None, "", []):
            yield f"{name}: it can't be left out or blank"


def list_fields(model: type[models.Model]) -> list[models.ManyToManyField]:
    """Return the many-to-many fields of a model that an entry gives itself; the others are nouns of their own."""
    fields: tuple[Any, ...] = tuple(model._meta.many_to_many)
    return [field for field in fields if field.remote_field.through._meta.auto_created]


@cache
def _fields(model: type[models.Model]) -> dict[str, models.Field]:
    """Return the fields that a file may give, by name."""
    own = [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    return {field.name: field for field in [*own, *list_fields(model)]}


def _value_problem(field: models.Field, value: Any) -> str:
    """Return what is wrong with the kind of a value, or nothing."""
    if value is None:
        return "" if field.null else "it is empty; for no text, write ''"
    if field.many_to_many:
        lists = isinstance(value, list) and all(isinstance(key, list) for key in value)
        return "" if lists else "write a list of natural keys, each a list itself"
    if field.is_relation:
        return "" if isinstance(value, list) else f"write the natural key as a list: [{value}]"
    plain = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    return "" if plain else f"{value} is neither text nor number; put text in quotes"


def _key_part(value: Any) -> str:
    return "/".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _listed(names: Any) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
