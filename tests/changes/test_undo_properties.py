"""Whatever is written by whatever way, undoing it leaves everything as it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from hypothesis import given
from hypothesis import strategies as st

from people.changes import revision, undo
from people.merging import MergeRefusedError, merge
from people.models import Alias, Allegation, Organisation, Passage, Person, Role, SlugRedirect, Sourced, Statement
from people.vocabulary import RevisionKind, Status
from tests.changes.conftest import contents
from tests.properties import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]

MODELS: list[Any] = [Person, Alias, Role, Statement, Allegation, Organisation]
Write = Callable[[Any, int], None]


def plain(model: Any) -> Any:
    """Return the rows past the guard, as another program sees them."""
    return models.QuerySet(model)


def nth(model: Any, number: int) -> Any:
    rows = plain(model).order_by("pk")
    count = rows.count()
    return rows[number % count] if count else None


def save(model: Any, number: int) -> None:
    if row := nth(model, number):
        setattr(row, "name" if hasattr(row, "name") else "slug", f"written-{number}")
        row.save()


def rename(model: Any, number: int) -> None:
    if row := nth(model, number):
        row.slug = f"renamed-{number}"
        row.save()


def withdraw_all(model: Any, number: int) -> None:
    if issubclass(model, Sourced):
        plain(model).filter(pk__gt=number).update(status=Status.DRAFT)


def delete(model: Any, number: int) -> None:
    """Delete with all that hangs on it, where nothing protects it."""
    if row := nth(model, number):
        try:
            with transaction.atomic():
                models.Model.delete(row)
        except (models.ProtectedError, models.RestrictedError):
            pass


def add(model: Any, number: int) -> None:
    person = Person(name=f"New {number}", slug=f"new-{number}-{plain(Person).count()}")
    Person.objects.bulk_create([person])
    Role.objects.create(person=person, title="Head")
    person.passages.set(plain(Passage).filter(pk__lt=number))


def cite(model: Any, number: int) -> None:
    if issubclass(model, Sourced) and (row := nth(model, number)):
        links = model.passages.through
        plain(links).filter(**{f"{model._meta.model_name}_id": row.pk}).delete()
        row.passages.add(*plain(Passage).order_by("pk")[number : number + 3])


def write_sql(model: Any, number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET slug = 'sql-' || id WHERE id %% 3 = %s", [number % 3])


def merge_two(model: Any, number: int) -> None:
    stays, goes = nth(Person, number), nth(Person, number + 1)
    with suppress(MergeRefusedError):
        merge(stays, goes)


WRITES: list[Write] = [save, rename, withdraw_all, delete, add, cite, write_sql, merge_two]
STEPS = st.lists(st.tuples(st.sampled_from(WRITES), st.sampled_from(MODELS), st.integers(0, 60)), max_size=6)


@contextmanager
def taken_back() -> Iterator[None]:
    """Run the block in a transaction of which nothing stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@examples(15)
@given(STEPS, STEPS)
def test_undone_revisions_leave_everything_as_it_was(
    first: list[tuple[Write, Any, int]], second: list[tuple[Write, Any, int]]
) -> None:
    """All but the redirects from addresses that were there between."""
    left_out = str(SlugRedirect._meta.model_name)
    with taken_back():
        before = contents(left_out)
        done = []
        for steps in (first, second):
            with revision(RevisionKind.EDIT) as one:
                for write, model, number in steps:
                    # What the database or a rule refuses is not written.
                    with suppress(IntegrityError, ValidationError), transaction.atomic():
                        write(model, number)
            done.append(one)
        for one in reversed(done):
            if one.pk:
                undo(one)
        assert contents(left_out) == before
