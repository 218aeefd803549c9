"""One attempt to save a form: what it was opened on, what others have changed since, and what the editor is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.text import capfirst

from people.admin import bounded
from people.admin.authors import Authors
from people.admin.conflicts import (
    UNLISTED_ROWS,
    FieldDifference,
    Gone,
    RowDifferences,
    differences,
    in_words,
    read_gone,
    typed_row,
)
from people.admin.merging import append, take, take_rows
from people.admin.opened import OPENED_FIELD, Digests, Opened, digests_of, opened_on, read_opened
from people.admin.reasons import changes_what_is_seen, reason_of, rows_change_what_is_seen
from people.querysets.guarding import MAX_NAMED_ENTRIES

if TYPE_CHECKING:
    from people.admin.guarded import GuardedFormSet

# Hidden fields: rows that are gone, and the numbers of those to be added again.
DELETED_ROWS_FIELD = "_gone"
RESTORED_ROWS_FIELD = "_again"
# Stands in a form that is only to be shown as it was typed.
SHOWN_ROWS_FIELD = "_shown"

AS_TYPED = "This is the form as you typed it. Nothing is saved yet."


class Note(NamedTuple):
    """What is told of one change: where, with a link to the field, who made it, and both texts, `typed` if any."""

    place: str
    target: str
    by: str
    stored: str
    typed: str = ""
    taken: bool = False


class Guard:
    """One attempt to save a form. It is `closed` if the form is to be shown again, whatever stands in it."""

    def __init__(self, request: HttpRequest) -> None:
        """Take the request, and add the rows that the editor wants again to its data."""
        self.request = request
        self.opened = read_opened(request.POST.get(OPENED_FIELD, ""))
        self.closed = SHOWN_ROWS_FIELD in request.POST
        # Whether the form changes what readers see, and doesn't say why.
        self.lacks_reason = False
        self.told: list[str] = [AS_TYPED] if self.closed else []
        self.form: Any = None
        self.changed: list[FieldDifference] = []
        self.rows: dict[str, RowDifferences] = {}
        self.merged: Opened | None = None
        self.notes: list[Note] = []
        self.gone = self._add_again()

    @cached_property
    def authors(self) -> Authors:
        """Return who changed what."""
        return Authors(self.request, self.opened.at)

    def admits(self, form: ModelForm) -> bool:
        """Return whether the entry's own form may be saved."""
        if self.merged is None and not form.instance._state.adding:
            self.form, self.changed = form, differences(form, self.opened.fields)
        return not self.closed and not self.changed and not self._lacks_reason(changes_what_is_seen(form))

    def admits_rows(self, formset: GuardedFormSet) -> bool:
        """Return whether the rows may be saved."""
        if self.merged is None and not formset.instance._state.adding:
            before = dict(self.opened.rows.get(formset.prefix, {}))
            self.rows[formset.prefix] = RowDifferences(formset, before)
        if self.closed or self.differing:
            return False
        return not self._lacks_reason(rows_change_what_is_seen(formset))

    def _lacks_reason(self, is_seen: bool) -> bool:
        lacks = is_seen and not reason_of(self.request)
        self.lacks_reason = self.lacks_reason or lacks
        return lacks

    @property
    def differing(self) -> list[RowDifferences]:
        """Return the rows that somebody else has changed, formset by formset."""
        return [rows for rows in self.rows.values() if rows]

    @property
    def refuses(self) -> bool:
        """Return whether somebody else has changed what the form was opened on."""
        return bool(self.changed or self.differing)

    def merge(self) -> QueryDict:
        """Return the data of the form with what others changed, and be closed; from now on it counts as opened on that.

        All of it rests on what was read once, so that nothing is told that the form does not hold.
        """
        data = self.request.POST.copy()
        opened = opened_on(self.form, [rows.formset for rows in self.rows.values()])
        self.notes = self._fields("", self.form, self.changed)
        take(data, self.changed)
        all_rows = {prefix: dict(rows) for prefix, rows in opened.rows.items()}
        place = bounded.MAX_INLINE_ROWS - sum(rows.formset.total_form_count() for rows in self.rows.values())
        for rows in self.differing:
            added = rows.added[: max(0, place)]
            place -= len(added)
            self.notes += self._merge_rows(data, rows, added, all_rows[rows.formset.prefix])
        self.merged, self.closed = opened._replace(rows=all_rows), True
        return data

    def _merge_rows(
        self, data: QueryDict, rows: RowDifferences, shown: list[Model], known: dict[str, Digests]
    ) -> list[Note]:
        formset = rows.formset
        noun = str(formset.model._meta.verbose_name)
        notes = list(self._row_notes(rows, noun))
        for form, key in rows.gone:
            known.pop(str(form.instance.pk), None)
            self._note_gone(rows, noun, form, key)
        number = len(rows.forms) - len(rows.gone)
        for place, entry in enumerate(rows.added[:MAX_NAMED_ENTRIES]):
            target = f"id_{formset.prefix}-{number + place}-" if entry in shown else ""
            notes.append(self._added(formset, noun, entry, target))
        for entry in shown:
            known[str(entry.pk)] = digests_of(formset.form(instance=entry, auto_id=False))
        if len(shown) < len(rows.added) or UNLISTED_ROWS in rows.before:
            known[UNLISTED_ROWS] = {}
        take_rows(data, rows, shown)
        return notes

    def _row_notes(self, rows: RowDifferences, noun: str) -> Iterator[Note]:
        kept = [form.prefix for form in rows.forms if not form.instance._state.adding]
        for form, changed in rows.changed:
            new = f"{rows.formset.prefix}-{kept.index(form.prefix)}"
            yield from self._fields(f"{capfirst(noun)} “{form.instance}”: ", form, changed, new)

    def _fields(self, place: str, form: ModelForm, changed: list[FieldDifference], prefix: str = "") -> list[Note]:
        entries = [form.instance] if form is self.form else [form.instance, self.form.instance]
        return [
            Note(
                f"{place}{one.label}",
                f"id_{prefix}-{one.bound.name}" if prefix else one.bound.id_for_label,
                self.authors.changed(one.label, *entries),
                one.stored,
                one.typed if one.touched else "",
                not one.touched,
            )
            for one in changed
        ]

    def _added(self, formset: GuardedFormSet, noun: str, entry: Model, target: str) -> Note:
        first = next((name for name in formset.form.base_fields), "")
        by = self.authors.changed("", entry, self.form.instance)
        taken = bool(target)
        return Note(f"Added: {noun}", f"{target}{first}" if taken else "", by, f"“{entry}”", taken=taken)

    def _note_gone(self, rows: RowDifferences, noun: str, form: ModelForm, key: str) -> None:
        model = rows.formset.model
        typed = [(str(one.field.label or one.name), in_words(one, one.data)) for one in rows.edited(form, key)]
        name = self.authors.name(model, key) or next((f"“{text}”" for _, text in _texts(form)), "")
        by = self.authors.deleted(model, key, self.form.instance)
        fields = typed_row(form) if typed and rows.formset.max_num else {}
        shown = _texts(form) if typed else []
        self.gone.append(Gone(rows.formset.prefix, f"{noun} {name}".strip(), by, shown, fields))

    def _add_again(self) -> list[Gone]:
        """Add the rows that are wanted again to the data, and return those that are not."""
        found = [one for one in map(read_gone, self.request.POST.getlist(DELETED_ROWS_FIELD)) if one]
        wanted = set(self.request.POST.getlist(RESTORED_ROWS_FIELD))
        if not found:
            return []
        self.request.POST = data = self.request.POST.copy()  # type: ignore[assignment]
        data.pop(DELETED_ROWS_FIELD, None)
        data.pop(RESTORED_ROWS_FIELD, None)
        for number, row in enumerate(found):
            if str(number) in wanted:
                append(data, row)
        return [row for number, row in enumerate(found) if str(number) not in wanted]


def _texts(form: ModelForm) -> list[tuple[str, str]]:
    """Return what stands in a row, as pairs of label and text."""
    row = typed_row(form)
    texts = ((form[name].field.label or name, in_words(form[name], form[name].data)) for name in row if any(row[name]))
    return [(str(label), text) for label, text in texts]
