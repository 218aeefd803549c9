"""Taking a revision back: its rows are put as they were, in reverse order, where nobody has changed them since."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.utils import timezone

from people.changes.revisions import revision
from people.changes.rows import Row, row_before, stored_rows, title_of
from people.changes.tables import LoggedTable, logged_tables
from people.models import Change, Revision, Slugged, Sourced
from people.models.guarding import Guarded
from people.models.links import needed_links
from people.querysets.guarding import one_change, refuse_loss
from people.querysets.keys import fill_keys, key_fields
from people.vocabulary import Operation, RevisionKind, Status

# Rows in memory at once; databases limit the parameters of a query.
CHUNK = 500
MAX_NAMED_ROWS = 20
# What somebody has to be permitted to do to undo an operation.
PERMISSION_TO_UNDO = {Operation.INSERT: "delete", Operation.UPDATE: "change", Operation.DELETE: "add"}
PERMISSION_TO_DO = {Operation.INSERT: "add", Operation.UPDATE: "change", Operation.DELETE: "delete"}

RowKey = tuple[str, int]


class UndoRefusedError(Exception):
    """A revision can't be taken back: what was changed since stands in the way.

    Attributes:
        reasons: Sentences, each of which names a row and what stands in the way.
    """

    def __init__(self, reasons: list[str]) -> None:
        """Take the reasons."""
        self.reasons = reasons
        super().__init__(" ".join(reasons))


class RowConflict(NamedTuple):
    """A row that is not as the revision left it: a change of it, and the first change since."""

    change: Change
    since: Change


def undo(undone: Revision, editor: Any = None, reason: str = "") -> Revision:
    """Put every row of the revision back as it was before, as a revision of its own, and return that.

    Raises UndoRefusedError where a row was changed since, or is needed by something that came since, and NeededError
    where readers would lose what they see; then nothing is written.
    """
    with revision(RevisionKind.UNDO, editor, reason, undoes=undone) as opened, one_change():
        if found := list(islice(conflicts(undone), MAX_NAMED_ROWS)):
            raise UndoRefusedError([f"{named(one.change)} has been {said(one.since)} since." for one in found])
        touched: dict[str, set[int]] = {}
        for change in undone.changes.order_by("-pk").iterator(chunk_size=CHUNK):
            put_back(change)
            touched.setdefault(change.model, set()).add(change.key)
        _refuse_dangling(touched)
        fill_keys_of(touched)
    return opened


def unpermitted(done: Revision, user: Any, needed: Mapping[Operation, str] = PERMISSION_TO_UNDO) -> list[str]:
    """Return the nouns of what the user may not change, add or delete so as to undo the revision, or to do it."""
    found = done.changes.order_by().values_list("model", "operation").distinct()
    lacking = (_lacking(name, needed[Operation(operation)], user) for name, operation in found)
    return sorted({noun for nouns in lacking for noun in nouns})


def _lacking(name: str, action: str, user: Any) -> Iterator[str]:
    one = logged_tables().get(name)
    if one is None:
        yield name
        return
    entry = one
    if one.owner and (one.model._meta.auto_created or not one.model._meta.default_permissions):
        # Links and places belong to the entry on whose form they stand.
        action, entry = "change", logged_tables()[one.owner_name]
    if not user.has_perm(f"people.{action}_{entry.model._meta.model_name}"):
        yield one.noun


def conflicts(undone: Revision) -> Iterator[RowConflict]:
    """Yield the rows that are not as the revision left them."""
    last: dict[RowKey, Change] = {}
    for change in undone.changes.order_by("pk").iterator(chunk_size=CHUNK):
        last[change.model, change.key] = change
    rows = iter(last)
    while some := list(islice(rows, CHUNK)):
        yield from _conflicts(undone, {key: last[key] for key in some})


def _conflicts(undone: Revision, last: dict[RowKey, Change]) -> Iterator[RowConflict]:
    tables = logged_tables()
    # What has no table any more is refused when it is to be put back.
    for name in sorted({model for model, _ in last} & tables.keys()):
        keys = [key for model, key in last if model == name]
        later = Change.objects.filter(model=name, key__in=keys).exclude(revision=undone).order_by("pk")
        since: dict[int, Change] = {}
        for change in later:
            if change.pk > last[name, change.key].pk:
                since.setdefault(change.key, change)
        current = stored_rows(tables[name], list(since))
        for key, change in since.items():
            left = row_before(change)
            if not _same(tables[name], left, current.get(key)):
                yield RowConflict(last[name, key], change)


def _same(one: LoggedTable, row: Row | None, other: Row | None) -> bool:
    if row is None or other is None:
        return row is other
    return all(row[column] == other[column] for column in one.compared if column in row)


def put_back(change: Change) -> None:
    """Put the row of a change back as it was before. Raises UndoRefusedError where something stands in the way."""
    one = logged_tables().get(change.model)
    if one is None:
        raise UndoRefusedError([f"There is no table {change.model} any more."])
    if missing := _missing_file(one, row_before(change) or {}):
        raise UndoRefusedError([f"{named(change)} can’t be put back: the file {missing} has been deleted since."])
    # Not by the queryset of the model, which would fill columns, leave redirects and ask what is asked at the end.
    rows: models.QuerySet = models.QuerySet(one.model).filter(pk=change.key)
    try:
        with transaction.atomic():
            if change.operation == Operation.INSERT:
                _refuse_loss(one, change)
                rows.delete()
            elif change.operation == Operation.DELETE:
                _insert(one, change)
            else:
                _refuse_withdrawal(one, change)
                rows.update(**values_of(one, row_before(change) or {}))
    except (IntegrityError, ValidationError) as error:
        raise UndoRefusedError([f"{named(change)} can’t be put back: {_told(error)}"]) from error


def _missing_file(one: LoggedTable, row: Row) -> str:
    """Return the name of a file that the row names and that isn't there any more; empty if none is missing."""
    fields = (field for field in one.model._meta.concrete_fields if isinstance(field, models.FileField))
    named_files = ((field, row.get(str(field.column))) for field in fields)
    return next((name for field, name in named_files if name and not field.storage.exists(name)), "")


def _insert(one: LoggedTable, change: Change) -> None:
    row = one.model(**values_of(one, row_before(change) or {}))
    if isinstance(row, Slugged):
        row.check_slug()
    models.QuerySet(one.model).bulk_create([row])


def values_of(one: LoggedTable, row: Row) -> Row:
    """Return the values of the row's columns that the table still has, by attribute."""
    fields = (field for field in one.model._meta.concrete_fields if field.column in row)
    return {field.attname: _value(field, row[field.column]) for field in fields}


def _value(field: Any, value: Any) -> Any:
    """Return the value that the log holds, as the field has it; times are those of UTC."""
    found = (field.target_field if field.remote_field else field).to_python(value)
    is_naive_time = isinstance(field, models.DateTimeField) and found is not None and timezone.is_naive(found)
    return timezone.make_aware(found, dt.UTC) if is_naive_time else found


def _refuse_loss(one: LoggedTable, change: Change) -> None:
    """Refuse to take away an added row that something has come to need since."""
    for relation in one.model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and isinstance(relation.field, models.ForeignKey):
            others: models.QuerySet = models.QuerySet(relation.related_model).filter(
                **{relation.field.name: change.key}
            )
            if others.exists():
                noun = relation.related_model._meta.verbose_name
                raise UndoRefusedError([f"{named(change)} has since come to have a {noun}."])
    rows = one.model._default_manager.filter(pk=change.key)
    if issubclass(one.model, Guarded):
        rows.refuse_loss("deleted")
    for field, needing in needed_links().items():
        if field.remote_field.through is one.model:
            losing = needing(field.model._default_manager.all(), rows)
            refuse_loss(lambda: f"{named(change)} can’t be taken away", losing)


def _refuse_withdrawal(one: LoggedTable, change: Change) -> None:
    """Refuse to withdraw an entry that something which readers see needs."""
    if issubclass(one.model, Sourced) and (row_before(change) or {}).get("status") != Status.PUBLISHED:
        one.model._default_manager.filter(pk=change.key).published().refuse_loss("unpublished")


def _refuse_dangling(touched: dict[str, set[int]]) -> None:
    """Refuse rows put back that refer to others which are gone: the database would, but only at the end."""
    for name, keys in touched.items():
        one = logged_tables()[name]
        for field in missing_references(one, sorted(keys)):
            raise UndoRefusedError([f"A {one.noun} can’t be put back: its {field.verbose_name} is gone."])


def missing_references(one: LoggedTable, keys: list[int]) -> Iterator[Any]:
    """Yield the fields by which rows with these keys refer to others that are not there."""
    rows: models.QuerySet = models.QuerySet(one.model)
    for field in one.model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            for start in range(0, len(keys), CHUNK):
                found = set(rows.filter(pk__in=keys[start : start + CHUNK]).values_list(field.attname, flat=True))
                there: models.QuerySet = models.QuerySet(field.related_model).filter(pk__in=found - {None})
                if there.count() < len(found - {None}):
                    yield field


def fill_keys_of(touched: dict[str, set[int]]) -> None:
    """Make the keys of the rows put back, which other rules may make otherwise than when the log was written."""
    tables = logged_tables()
    for name, keys in touched.items():
        model = tables[name].model
        if key_fields(model):
            fill_keys(model._default_manager.all(), sorted(keys))


def named(change: Change) -> str:
    """Return what to call the row of a change."""
    one = logged_tables().get(change.model)
    if one is None:
        return f"{change.model} {change.key}"
    row = stored_rows(one, [change.key]).get(change.key) or row_before(change) or {}
    title = title_of(row)
    return f"{one.noun.capitalize()} “{title}”" if title else f"{one.noun.capitalize()} {change.key}"


def said(change: Change) -> str:
    """Return what was done to a row, by whom and when."""
    by = change.revision and change.revision.editor
    when = timezone.localtime(change.at).strftime("%-d %B %Y, %H:%M")
    return f"{change.get_operation_display()}{f' by {by}' if by else ''} ({when})"


def _told(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error).partition("\n")[0]
