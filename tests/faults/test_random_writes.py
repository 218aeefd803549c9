"""Whatever is deleted, withdrawn or edited, by whichever way in: every address answers, and nothing vanishes unsaid."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from people.models import (
    Alias,
    Allegation,
    Meeting,
    Organisation,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Sourced,
    Statement,
    Tie,
)
from people.models.removal import Removal, delete, withdraw
from people.vocabulary import Status
from tests.admin.conftest import act, confirm
from tests.exports.world import make_world
from tests.faults.addresses import addresses
from tests.properties import examples

pytestmark = pytest.mark.django_db

SOURCED: list[Any] = [Person, Alias, Role, Meeting, Tie, Allegation, Response, Statement]
MODELS: list[Any] = [*SOURCED, Organisation, Participation, Passage, Source]
# What another program may write to any row: it may hide an entry, but break no page.
GARBAGE = (
    *(("person", "status = 'draft'"), ("person", "kind = 'other'"), ("person", "slug = 'not a slug'")),
    *(("meeting", "kind = 'other'"), ("meeting", "date = 'tomorrow'"), ("meeting", "times = 32767")),
    *(
        ("organisation", "kind = 'other'"),
        ("role", "start = 'once'"),
        ("role", "title = ''"),
        ("role", "title_slug = ''"),
    ),
    *(("tie", "kind = 'other'"), ("allegation", "standing = 'other'"), ("passage", "section = 'other'")),
    *(("statement", "date = '2016-99'"), ("response", "stance = 'other'"), ("source", "kind = 'other'")),
    *(("role", "category = 'other'"), ("participation", "capacity = 'other'")),
)
# To go through every address takes long, so what hides nothing of one another goes through them together.
ROUNDS = 6
LINKS = ("allegation_subjects", *(f"{model._meta.model_name}_passages" for model in SOURCED), "participation")


def some(model: Any, place: int) -> Any:
    """Return one of the rows, as a queryset; empty where there are none."""
    keys = list(model.objects.order_by("pk").values_list("pk", flat=True))
    return model.objects.filter(pk__in=[keys[place % len(keys)]] if keys else [])


def delete_one(model: Any, place: int) -> None:
    for row in some(model, place):
        row.delete()


def save_draft(model: Any, place: int) -> None:
    for row in some(model, place) if issubclass(model, Sourced) else ():
        row.status = Status.DRAFT
        row.save()


def update_draft(model: Any, place: int) -> None:
    if issubclass(model, Sourced):
        some(model, place).update(status=Status.DRAFT)


def take_citations(model: Any, place: int) -> None:
    for row in some(model, place) if issubclass(model, Sourced) else ():
        row.passages.remove(*row.passages.all()[:1])


def take_subjects(_: Any, place: int) -> None:
    for allegation in some(Allegation, place):
        allegation.subjects.remove(*allegation.subjects.all()[:1])


def delete_whole(model: Any, place: int) -> None:
    can_stay = model is not Organisation
    delete(some(model, place), Removal.WITHDRAW if can_stay and place % 2 else Removal.DELETE)


def withdraw_whole(model: Any, place: int) -> None:
    if issubclass(model, Sourced):
        withdraw(some(model, place))


def admin(model: Any, place: int, action: str, choice: str = "") -> None:
    client = Client()
    client.force_login(User.objects.get(username="chief"))
    page = act(client, action, model._meta.model_name, *some(model, place))
    if hasattr(page.wsgi_request, "question"):
        page = confirm(client, page, choice)
    assert page.status_code < 500


def admin_delete(model: Any, place: int) -> None:
    admin(model, place, "delete_selected")


def admin_delete_whole(model: Any, place: int) -> None:
    admin(model, place, "delete_selected", "delete")


def admin_unpublish(model: Any, place: int) -> None:
    if issubclass(model, Sourced):
        admin(model, place, "unpublish", "withdraw" if place % 2 else "")


GUARDED: dict[str, Callable[[Any, int], None]] = {
    function.__name__: function
    for function in (
        *(delete_one, save_draft, update_draft, take_citations, take_subjects, delete_whole, withdraw_whole),
        *(admin_delete, admin_delete_whole, admin_unpublish),
    )
}
GUARDED["queryset delete"] = lambda model, place: some(model, place).delete()


def raw(place: int) -> None:
    """Write what no form would take, or delete links under an entry, as another program might."""
    table, change = GARBAGE[place % len(GARBAGE)]
    links = LINKS[place % len(LINKS)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM people_{table} ORDER BY id")
        keys = [key for (key,) in cursor.fetchall()]
        if keys and place % 3:
            cursor.execute(f"UPDATE people_{table} SET {change} WHERE id = %s", [keys[place % len(keys)]])
        elif not place % 3:
            cursor.execute(f"DELETE FROM people_{links} WHERE id IN (SELECT min(id) FROM people_{links})")


def attempted(write: Callable[[], None]) -> None:
    """Try to write; what is refused writes nothing."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:  # which what is needed raises, and the database
        pass


def shown() -> set[tuple[Any, int]]:
    return {(model, key) for model in SOURCED for key in model.public.values_list("pk", flat=True)}


def published(one: tuple[Any, int]) -> bool:
    model, key = one
    return bool(model.objects.filter(pk=key).published().exists())


def failing() -> dict[str, int]:
    """Return the addresses that answer with an error of ours; one that raises fails the test."""
    client, statuses = Client(), {}
    for address in addresses():
        response: Any = client.get(address)
        b"".join(response.streaming_content if response.streaming else [response.content])
        statuses[address] = response.status_code
    return {address: status for address, status in statuses.items() if status >= 500}


def write(way: str, model: Any, place: int) -> None:
    if way == "raw":
        attempted(lambda: raw(place))
    else:
        attempted(lambda: GUARDED[way](model, place))


STEPS = st.lists(
    st.tuples(st.sampled_from(["raw", *GUARDED]), st.sampled_from(MODELS), st.integers(0, 200)), min_size=1, max_size=6
)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> None:
    make_world(monkeypatch)
    User.objects.create_superuser("chief")


@pytest.mark.usefixtures("world")
def test_every_address_answers_whatever_was_written() -> None:
    @examples(6)
    @given(STEPS)
    def check(steps: list[tuple[str, Any, int]]) -> None:
        with transaction.atomic():
            for way, model, place in steps:
                write(way, model, place)
            assert failing() == {}
            transaction.set_rollback(True)

    check()


def write_garbage(table: str, change: str) -> int:
    """Return in how many rows another program has written it."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE people_{table} SET {change} WHERE id IN (SELECT min(id) FROM people_{table})")
        return int(cursor.rowcount)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("table", "change"), GARBAGE)
def test_another_program_may_write_what_no_form_takes(table: str, change: str) -> None:
    assert write_garbage(table, change) == 1


# What either database takes, as the test above shows, is the same to the pages of both.
@pytest.mark.looks
@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("first", range(ROUNDS))
def test_every_address_answers_after_another_program_wrote(first: int) -> None:
    for table, change in GARBAGE[first::ROUNDS]:
        write_garbage(table, change)
    assert failing() == {}


@pytest.mark.usefixtures("world")
def test_nothing_that_readers_see_vanishes_unless_it_was_taken_away() -> None:
    @examples(15)
    @given(st.lists(st.tuples(st.sampled_from(list(GUARDED)), st.sampled_from(MODELS), st.integers(0, 20)), max_size=8))
    def check(steps: list[tuple[str, Any, int]]) -> None:
        with transaction.atomic():
            for way, model, place in steps:
                before = shown()
                write(way, model, place)
                assert [one for one in before - shown() if published(one)] == []
            transaction.set_rollback(True)

    check()
