"""What the database's constraints say of rows that are not written yet, without asking it for each."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.tree import Node

# None is what SQL calls unknown, with which a constraint is content.
Truth = bool | None


class _UnknownError(Exception):
    """A condition has something in it that only the database can judge."""


def check_conditions(row: models.Model) -> None:
    """Raise ValidationError if the row breaks one of its check constraints."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            try:
                broken = _truth(constraint.condition, row) is False
            except _UnknownError:
                constraint.validate(type(row), row)
            else:
                if broken:
                    raise ValidationError(constraint.get_violation_error_message())


def unique_sets(model: type[models.Model], key: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the sets of fields that are unique, but for the natural key, and what is said of two that are the same."""
    row = model()
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key and (field.name,) != key:
            yield (field.name,), _message(row.unique_error_message(model, (field.name,)))
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields not in ((), key):
            told = constraint.violation_error_message
            is_plain = told == constraint.default_violation_error_message
            same = row.unique_error_message(model, constraint.fields) if is_plain else told
            yield tuple(constraint.fields), _message(same)


def _message(error: object) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _truth(condition: Any, row: models.Model) -> Truth:
    if not isinstance(condition, Node):
        path, target = condition
        return _compared(path, target, row)
    parts = [_truth(child, row) for child in condition.children]
    if condition.connector not in ("AND", "OR"):
        raise _UnknownError
    decisive = condition.connector == "OR"
    found: Truth = decisive if decisive in parts else None if None in parts else not decisive
    return found if found is None or not condition.negated else not found


def _compared(path: str, target: object, row: models.Model) -> Truth:
    name, _, lookup = path.partition("__")
    here = _value(name, row)
    if lookup in ("", "exact") and target is None:
        return here is None
    if lookup not in COMPARISONS:
        raise _UnknownError
    there = _value(getattr(target, "name", ""), row) if hasattr(target, "resolve_expression") else target
    return None if here is None or there is None else bool(COMPARISONS[lookup](here, there))


COMPARISONS: dict[str, Any] = {
    "": lambda here, there: here == there,
    "exact": lambda here, there: here == there,
    "gte": lambda here, there: here >= there,
    "in": lambda here, there: here in there,
    "contains": lambda here, there: there in here,
}


def _value(name: str, row: models.Model) -> Any:
    try:
        field: Any = row._meta.get_field(name)
    except LookupError as error:
        raise _UnknownError from error
    value = field.value_from_object(row)
    return str(value) if isinstance(field, models.FileField) else value
