"""The description of the API as its documentation prints it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

# A part of the OpenAPI description.
Schema = dict[str, Any]

REFERENCE = "#/components/schemas/"
WORDS = {"string": "text", "integer": "number", "boolean": "true or false", "object": "object"}


class Value(NamedTuple):
    """What a parameter or a key holds: in words, the part of the documentation that it refers to, and its choices."""

    words: str
    part: str
    choices: list[str]


class DocumentedKey(NamedTuple):
    """A key of an answer, or a parameter: its name, its value and its meaning."""

    name: str
    value: Value
    meaning: str


class Part(NamedTuple):
    """A kind of object that answers hold, with its keys."""

    name: str
    meaning: str
    keys: list[DocumentedKey]


class Address(NamedTuple):
    """An address, its parameters, and the part that it answers."""

    path: str
    meaning: str
    parameters: list[DocumentedKey]
    answer: Value


def addresses(description: Schema) -> Iterator[Address]:
    """Yield the addresses that the OpenAPI description holds."""
    for path, operations in description["paths"].items():
        operation = operations["get"]
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        parameters = [
            DocumentedKey(one["name"], given(one["schema"]), one["description"])
            for one in operation.get("parameters", [])
            if one["in"] == "query"
        ]
        yield Address(path, operation["description"], parameters, value(answer))


def parts(description: Schema) -> Iterator[Part]:
    """Yield the kinds of object that the OpenAPI description holds, in the alphabet's order."""
    for name, schema in description["components"]["schemas"].items():
        keys = [DocumentedKey(key, value(one), one.get("description", "")) for key, one in schema["properties"].items()]
        yield Part(name, schema.get("description", ""), keys)


def refusals(description: Schema) -> dict[str, str]:
    """Return the statuses other than 200, each with what it means."""
    answers = {
        status: answer["description"]
        for operations in description["paths"].values()
        for status, answer in operations["get"]["responses"].items()
        if status != "200"
    }
    return dict(sorted(answers.items()))


def given(schema: Schema) -> Value:
    """Return what a parameter of that schema takes."""
    if schema["type"] == "array":
        return value(schema["items"])._replace(words="text, once or several times")
    return value(schema)


def value(schema: Schema) -> Value:
    """Return what the schema allows."""
    if "allOf" in schema:
        return value(schema["allOf"][0])
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REFERENCE)
        return Value(name, name, [])
    if schema["type"] == "array":
        inner = value(schema["items"])
        return inner._replace(words=f"list of {inner.words}")
    or_null = " or null" if schema.get("nullable") else ""
    return Value(f"{WORDS[schema['type']]}{or_null}", "", [one for one in schema.get("enum", []) if one])
