"""What a form was opened on: a digest of each of its fields, sent along with the form. To make one asks no query."""

from __future__ import annotations

import datetime as dt
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.forms import BoundField, ModelForm
from django.forms.models import InlineForeignKeyField, ModelChoiceField
from django.utils import timezone

if TYPE_CHECKING:
    from people.admin.guarded import GuardedFormSet

# The hidden field that holds it.
OPENED_FIELD = "_opened"
SALT = "people.admin.opened"
DIGEST_BYTES = 9

Digests = Mapping[str, str]


class Opened(NamedTuple):
    """When a form was opened, and the digests of its fields then: its own, and by prefix and key those of its rows."""

    at: dt.datetime | None
    fields: Digests
    rows: Mapping[str, Mapping[str, Digests]]

    def __str__(self) -> str:
        at = self.at.timestamp() if self.at else None
        return signing.dumps([at, self.fields, self.rows], salt=SALT, compress=True)


def opened_on(form: ModelForm, formsets: Iterable[GuardedFormSet]) -> Opened:
    """Return what the form and the formsets of its rows hold now, as the database has it."""
    rows = {one.prefix: {str(row.instance.pk): digests_of(row) for row in one.initial_forms} for one in formsets}
    return Opened(timezone.now(), digests_of(form), rows)


def read_opened(text: str) -> Opened:
    """Return what a form says that it was opened on; nothing where it says nothing that we have signed."""
    try:
        at, fields, rows = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return Opened(None, {}, {})
    return Opened(dt.datetime.fromtimestamp(at, dt.UTC) if at else None, fields, rows)


def digests_of(form: ModelForm) -> dict[str, str]:
    """Return the digest of each field as the database has it."""
    return {name: stored_digest(form[name]) for name in stored_fields(form)}


def stored_fields(form: ModelForm) -> Iterator[str]:
    """Yield the names of the fields that an editor changes and the database stores."""
    for name, field in form.fields.items():
        if name in form.initial and not field.disabled and not isinstance(field, InlineForeignKeyField):
            yield name


def stored_digest(bound: BoundField) -> str:
    """Return the digest of the field as the database has it."""
    return digest(canonical(bound.field, bound.form.initial[bound.name]))


def typed_digest(bound: BoundField, before: str | None) -> str | None:
    """Return the digest of the field as it was typed; for a file left alone `before`, that of what it was."""
    if isinstance(bound.field, forms.FileField):
        return None if bound.data or bound.data is False else before
    return digest(canonical(bound.field, bound.data))


def canonical(field: forms.Field, value: object) -> str:
    """Return the value as text, the same for one that is stored and one that is sent by a form left as it was."""
    if isinstance(field, forms.FileField):
        return str(value or "")
    if not isinstance(field, ModelChoiceField):  # which would look its value up
        with suppress(ValidationError):
            value = field.to_python(value)
    value = field.prepare_value(value)
    if isinstance(value, list | tuple):
        return "\n".join(sorted(map(str, value)))
    return "" if value is None else str(value).replace("\r\n", "\n")


def digest(text: str) -> str:
    """Return as much of a digest of the text as tells it from any other."""
    return urlsafe_b64encode(sha256(text.encode(errors="surrogatepass")).digest()[:DIGEST_BYTES]).decode()
