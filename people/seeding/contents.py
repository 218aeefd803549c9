"""What an entry says, in the form in which the file's version and the site's are compared.

It is what an editor may give, others by their keys. What is blank or at its default is left out, so that a column that
is added later changes nothing.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.db import models

from people.seeding.files import given_fields

Value = str | list[str]
Content = dict[str, Value]

MAX_SHOWN_LENGTH = 70
SHARED_PREFIX_SHOWN = 15


@cache
def plain_fields(model: type[models.Model]) -> list[models.Field]:
    """Return the fields that hold values of their own."""
    return [field for field in given_fields(model).values() if not field.is_relation]


@cache
def references(model: type[models.Model]) -> list[Any]:
    """Return the fields that name one entry."""
    return [field for field in given_fields(model).values() if field.is_relation and not field.many_to_many]


def content(row: models.Model, named: Mapping[str, Value | None]) -> Content:
    """Return what a row says, given the keys of the entries that its fields name."""
    said: Content = {}
    for field in plain_fields(type(row)):
        value = field.value_from_object(row)
        if value not in (None, field.get_default()) and str(value):
            said[field.name] = str(value)
    return said | {name: sorted(keys) if isinstance(keys, list) else keys for name, keys in named.items() if keys}


def digest(said: Content) -> str:
    """Return the digest of what an entry says, as 32 hexadecimal digits."""
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def differences(model: type[models.Model], site: Content, file: Content) -> Iterator[str]:
    """Yield for each field in which they differ what the site says and what the file does."""
    defaults = {field.name: str(field.get_default() or "") for field in plain_fields(model)}
    for name in sorted({*site, *file}):
        here, there = (said.get(name, defaults.get(name, "")) for said in (site, file))
        if here != there:
            yield f"{name}: site {_shown(here, there)}, file {_shown(there, here)}"


def _shown(value: Value, other: Value) -> str:
    """Return a value, or as much of it as shows how it differs from the other."""
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    if len(value) <= MAX_SHOWN_LENGTH or not isinstance(other, str):
        return f"“{value[:MAX_SHOWN_LENGTH]}{'…' * (len(value) > MAX_SHOWN_LENGTH)}”" if value else "nothing"
    shared = next((place for place, pair in enumerate(zip(value, other, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, shared - SHARED_PREFIX_SHOWN)
    end = start + MAX_SHOWN_LENGTH
    return f"“{'…' * (start > 0)}{value[start:end]}{'…' * (end < len(value))}”"
