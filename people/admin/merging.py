"""A form that was not saved, put together anew: what others changed comes in, and what the editor typed stays."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django import forms
from django.db.models import Model
from django.http import QueryDict

from people.admin.conflicts import FieldDifference, Gone, Row, RowDifferences, existing

if TYPE_CHECKING:
    from people.admin.guarded import GuardedFormSet


def take(data: QueryDict, changed: Iterable[FieldDifference]) -> None:
    """Put what others wrote into the fields that the editor left alone; drop links to what is no more."""
    for bound, touched in changed:
        name = bound.html_name
        values = existing(bound) if touched else sent(bound.field, bound.form.initial[bound.name])
        if values:
            data.setlist(name, values)
        elif values is not None:
            data.pop(name, None)
        if not touched:
            data.pop(f"{name}-clear", None)


def sent(field: forms.Field, value: object) -> list[str]:
    """Return what a browser sends of a field with that value."""
    if isinstance(field, forms.FileField):
        return []
    if isinstance(field.widget, forms.CheckboxInput):
        return ["on"] if value else []
    value = field.prepare_value(value)
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return ["" if value is None else str(value)]


def take_rows(data: QueryDict, rows: RowDifferences, added: Iterable[Model]) -> None:
    """Put what others wrote into the rows: those `added` stand after the first ones, and those gone are left out."""
    for _, changed in rows.changed:
        take(data, changed)
    gone = {form.prefix for form, _ in rows.gone}
    formset, found = rows.formset, split(data, rows.formset.prefix)
    first = [found[number] for number, form in enumerate(rows.forms) if form.prefix not in gone]
    first += [row_of(formset, one) for one in added]
    others = [row for number, row in sorted(found.items()) if number >= len(rows.forms)]
    join(data, formset.prefix, first, others)


def row_of(formset: GuardedFormSet, entry: Model) -> Row:
    """Return what a browser sends of a row as the database has it."""
    form = formset.form(instance=entry, auto_id=False)
    fields = {name: sent(field, form.initial.get(name)) for name, field in form.fields.items()}
    return fields | {entry._meta.pk.name: [str(entry.pk)], formset.fk.name: [str(formset.instance.pk)]}


def append(data: QueryDict, row: Gone) -> None:
    """Put a row that is gone last, as a new one."""
    name = f"{row.prefix}-TOTAL_FORMS"
    number = data.get(name, "")
    if number.isascii() and number.isdecimal():
        data[name] = str(int(number) + 1)
        _write(data, row.prefix, int(number), row.fields)


def make_new(data: QueryDict, prefix: str, *keys: str) -> None:
    """Make all rows new ones, without the keys by which they named what is no more, and without those deleted."""
    found = split(data, prefix)
    left = [row for _, row in sorted(found.items()) if not any(row.get("DELETE", ()))]
    join(data, prefix, [], [{name: values for name, values in row.items() if name not in keys} for row in left])


def split(data: QueryDict, prefix: str) -> dict[int, Row]:
    """Return the fields of each row by its number."""
    rows: dict[int, Row] = defaultdict(dict)
    for name, number, suffix in _row_names(data, prefix):
        rows[number][suffix] = data.getlist(name)
    return rows


def join(data: QueryDict, prefix: str, first: list[Row], others: list[Row]) -> None:
    """Write the rows, the first of which the database has."""
    for name, _, _ in list(_row_names(data, prefix)):
        del data[name]
    for number, row in enumerate([*first, *others]):
        _write(data, prefix, number, row)
    data[f"{prefix}-TOTAL_FORMS"] = str(len(first) + len(others))
    data[f"{prefix}-INITIAL_FORMS"] = str(len(first))


def _row_names(data: QueryDict, prefix: str) -> Iterator[tuple[str, int, str]]:
    pattern = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,4}})-(.+)")
    for name in data:
        if match := pattern.fullmatch(name):
            yield name, int(match[1]), match[2]


def _write(data: QueryDict, prefix: str, number: int, row: Row) -> None:
    for suffix, values in row.items():
        data.setlist(f"{prefix}-{number}-{suffix}", values)
