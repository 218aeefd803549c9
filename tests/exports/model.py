"""FollowTheMoney's model, as its package has it in YAML.

The package's own code needs a library that many machines can't compile (ICU), so only its data is installed, and what
that code would check is checked here: classes, properties, types, and what each reference may lead to.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

# The forms of values (followthemoney.types): dates are prefixes of ISO 8601, identifiers have no underscore.
FORMS = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "entity": re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?"),
    "url": re.compile(r"https?://[^\s]+"),
}
FREE = {"name", "string", "text", "address"}


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the class of that name. Raises FileNotFoundError where the model has none."""
    package = find_spec("followthemoney")
    assert package is not None
    assert package.submodule_search_locations is not None
    path = Path(package.submodule_search_locations[0]) / "schema" / f"{name}.yaml"
    described: dict[str, Any] = yaml.safe_load(path.read_text())[name]
    return described


@cache
def ancestry(name: str) -> frozenset[str]:
    """Return the class and all that it extends."""
    parents = schema(name).get("extends", [])
    return frozenset({name}.union(*(ancestry(parent) for parent in parents)))


def properties(name: str) -> dict[str, dict[str, Any]]:
    """Return the properties of the class, inherited ones too."""
    return {key: value for one in sorted(ancestry(name)) for key, value in schema(one).get("properties", {}).items()}


def required(name: str) -> set[str]:
    """Return the properties that an entity of the class needs."""
    return {key for one in ancestry(name) for key in schema(one).get("required", [])}


def problems(entities: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what the model has against the entities."""
    classes = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        name, given = entity["schema"], entity["properties"]
        if schema(name).get("abstract"):
            yield f"{entity['id']}: {name} is abstract"
        if not FORMS["entity"].fullmatch(entity["id"]):
            yield f"{entity['id']}: no identifier"
        yield from (f"{entity['id']}: lacks {key}" for key in required(name) - set(given))
        for key, values in given.items():
            yield from (f"{entity['id']}: {key}: {why}" for why in value_problems(name, key, values, classes))


def value_problems(name: str, key: str, values: list[str], classes: dict[str, str]) -> Iterator[str]:
    """Yield what the model has against the values of a property."""
    known = properties(name)
    if key not in known:
        yield f"{name} has no such property"
        return
    kind = known[key].get("type", "string")
    if kind not in FREE and not all(FORMS[kind].fullmatch(value) for value in values):
        yield f"{values} is no {kind}"
    if kind == "entity":
        yield from (f"leads to no {known[key]['range']}" for value in values if not leads(value, known[key], classes))


def leads(value: str, described: dict[str, Any], classes: dict[str, str]) -> bool:
    """Return whether the reference leads to an entity of the class that the property wants."""
    return value in classes and described["range"] in ancestry(classes[value])
