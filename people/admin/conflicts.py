"""What somebody else has changed since a form was opened, found without a query more than the form itself asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core import signing
from django.db.models import Model
from django.forms import BoundField, ModelForm
from django.forms.models import InlineForeignKeyField, ModelChoiceField, ModelMultipleChoiceField
from django.utils.functional import cached_property

from people.admin.opened import Digests, canonical, stored_digest, stored_fields, typed_digest
from people.querysets.guarding import MAX_NAMED_ENTRIES

if TYPE_CHECKING:
    from people.admin.guarded import GuardedFormSet

SALT = "people.admin.conflicts"
BLANK_VALUE = "(blank)"

# Stands for rows that are too many to show, and so are not looked for again.
UNLISTED_ROWS = "others"


Row = dict[str, list[str]]


class FieldDifference(NamedTuple):
    """A field that somebody else has changed, and whether the editor has typed something else into it."""

    bound: BoundField
    touched: bool

    @property
    def label(self) -> str:
        """Return the field's label, as the admin's log has it too."""
        return str(self.bound.field.label or self.bound.name)

    @property
    def stored(self) -> str:
        """Return what the database has, in words."""
        return in_words(self.bound, self.bound.form.initial[self.bound.name])

    @property
    def typed(self) -> str:
        """Return what the editor typed, in words."""
        return in_words(self.bound, self.bound.data)


class Gone(NamedTuple):
    """A row that somebody else has deleted, and what was typed into it since: pairs of label and text."""

    prefix: str
    name: str
    by: str
    typed: Sequence[tuple[str, str]]
    fields: Row

    def __str__(self) -> str:
        return signing.dumps(self, salt=SALT, compress=True)


def read_gone(text: str) -> Gone | None:
    """Return the row that a form carries along; None for what we haven't signed."""
    try:
        return Gone(*signing.loads(text, salt=SALT))
    except signing.BadSignature:
        return None


class RowDifferences:
    """What somebody else has changed in the rows of one formset."""

    def __init__(self, formset: GuardedFormSet, before: dict[str, Digests]) -> None:
        """Take the formset, bound, and the digests of the rows that it was opened on."""
        self.formset, self.before = formset, before

    @cached_property
    def changed(self) -> list[tuple[ModelForm, list[FieldDifference]]]:
        """Return the forms of rows that differ, each with its fields."""
        found = ((form, differences(form, self.before.get(str(form.instance.pk), {}))) for form in self._existing())
        return [(form, changed) for form, changed in found if changed]

    @cached_property
    def gone(self) -> list[tuple[ModelForm, str]]:
        """Return the forms of rows that are no more, each with its key; not those that the editor deletes as well."""
        missing = ((form, self._key(form)) for form in self.forms if form.instance._state.adding)
        return [(form, key) for form, key in missing if key and not self._is_deleted(form)]

    @cached_property
    def added(self) -> list[Model]:
        """Return the rows that have come."""
        known = {*self.before, *(str(form.instance.pk) for form in self.forms)}
        return (
            [] if UNLISTED_ROWS in known else [row for row in self.formset.get_queryset() if str(row.pk) not in known]
        )

    @property
    def forms(self) -> list[ModelForm]:
        """Return the forms of the rows that there were."""
        return list(self.formset.initial_forms)

    def __bool__(self) -> bool:
        return self.formset.guarded and bool(self.changed or self.gone or self.added)

    def edited(self, form: ModelForm, key: str) -> list[BoundField]:
        """Return the fields of a row that is gone into which the editor has typed something."""
        before = self.before.get(key, {})
        names = (name for name in before or typed_row(form) if name in form.fields)
        bounds = [form[name] for name in names if not form.fields[name].widget.is_hidden]
        return [one for one in bounds if typed_digest(one, before.get(one.name)) != before.get(one.name)]

    def _existing(self) -> Iterator[ModelForm]:
        return (form for form in self.forms if not form.instance._state.adding)

    def _key(self, form: ModelForm) -> str:
        return str(form.data.get(form.add_prefix(self.formset.model._meta.pk.name), ""))

    def _is_deleted(self, form: ModelForm) -> bool:
        return bool(self.formset.can_delete and form["DELETE"].data)


def differences(form: ModelForm, before: Digests) -> list[FieldDifference]:
    """Return the fields that differ from what the form was opened on, and from what was typed."""
    found = []
    for bound in (form[name] for name in stored_fields(form)):
        then, now = before.get(bound.name), stored_digest(bound)
        if now != then and (typed := typed_digest(bound, then or now)) != now:
            found.append(FieldDifference(bound, touched=typed != then))
    return found


def typed_row(form: Any) -> Row:
    """Return the fields of a row as they were typed, without what ties it to the database."""
    ours = (name for name, field in form.fields.items() if not isinstance(field, InlineForeignKeyField))
    names = [name for name in ours if name not in (form._meta.model._meta.pk.name, "DELETE")]
    return {name: values for name in names if (values := form.data.getlist(form.add_prefix(name)))}


def in_words(bound: BoundField, value: object) -> str:
    """Return a value of the field as people read it."""
    field = bound.field
    if isinstance(field, forms.FileField):
        return str(getattr(value, "name", value) or BLANK_VALUE)
    if isinstance(field, ModelChoiceField):
        return _names(field, value)
    if isinstance(field, forms.BooleanField):
        return "yes" if field.to_python(value) else "no"
    text = canonical(field, value)
    return str(dict(_flat(getattr(field, "choices", ()))).get(text, text)) or BLANK_VALUE


def _names(field: ModelChoiceField, value: object) -> str:
    values = value if isinstance(value, list | tuple) else [value]
    keys = [str(field.prepare_value(one)) for one in values if one not in (None, "")]
    numbers = [key for key in keys if key.isascii() and key.isdecimal()]
    rows: Any = field.queryset
    found = rows.filter(pk__in=numbers[:MAX_NAMED_ENTRIES])
    more = len(keys) - MAX_NAMED_ENTRIES
    return ", ".join([*map(str, found), *([f"{more:,} more"] if more > 0 else [])]) or BLANK_VALUE


def existing(bound: BoundField) -> list[str] | None:
    """Return those of the links that were typed whose other end is still there; None if it is no field of links."""
    if not isinstance(bound.field, ModelMultipleChoiceField):
        return None
    keys = [key for key in bound.data if str(key).isascii() and str(key).isdecimal()]
    links: Any = bound.field.queryset
    return [str(key) for key in links.filter(pk__in=keys).values_list("pk", flat=True)]


def _flat(choices: Iterable[tuple[object, object]]) -> Iterator[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
