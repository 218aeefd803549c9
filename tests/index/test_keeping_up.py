"""An index kept up with any sequence of writes answers as one that is read anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from hypothesis import given
from hypothesis import strategies as st

from people.index import contacts, entries, orders, version
from people.models import (
    Alias,
    Allegation,
    Appearance,
    Meeting,
    Organisation,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)
from people.models.removal import Removal, delete
from people.querysets.guarding import NeededError
from people.vocabulary import Status
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)
from tests.index.answers import answers
from tests.properties import examples

pytestmark = pytest.mark.django_db

CITING = (Person, Alias, Role, Meeting, Tie, Allegation, Response, Statement)
NAMES = ("Ann Bee", "Bob Cee", "Cay Dee", "Ann Cee", "", "Éva Bee")
TITLES = ("Adviser", "adviser", "Manager", "Clerk")
CATEGORIES = ("campaign", "transition", "")
DATES = ("", "2016-03", "2016-03-10", "2017", "../2016-02", "2016-05/..")
KINDS = ("in-person", "message", "hearing")
STANCES = ("denies", "admits", "no-comment")


class Draw:
    """Numbers drawn for a write, by which it chooses among what there is."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = iter(numbers)

    def of(self, values: Any) -> Any:
        found = list(values)
        return found[next(self.numbers) % len(found)] if found else None

    def row(self, model: Any) -> Any:
        return self.of(plain(model).order_by("pk"))

    def people(self) -> list[Person]:
        return list({one.pk: one for one in (self.row(Person), self.row(Person), self.row(Person)) if one}.values())


def plain(model: Any) -> Any:
    """Return the rows without the rules of their querysets: as a program that knows nothing of them writes."""
    return models.QuerySet(model)


def add_person(draw: Draw) -> None:
    name, slides = draw.of(NAMES), set(plain(Person).values_list("slide", flat=True))
    slide = next(one for one in range(1, 99) if one not in slides)
    make_person(name, slide=draw.of([None, None, slide]), published=draw.of([True, True, False]))


def add_role(draw: Draw) -> None:
    if person := draw.row(Person):
        dates = {"start": draw.of(DATES[:4]), "organisation": draw.of([None, draw.row(Organisation)])}
        make_role(person, draw.of(TITLES), draw.of(CATEGORIES), sourced=draw.of([True, True, False]), **dates)


def add_meeting(draw: Draw) -> None:
    dates = {"date": draw.of(DATES), "organisation": draw.of([None, draw.row(Organisation)])}
    make_meeting(*draw.people(), kind=draw.of(KINDS), title=draw.of(NAMES[:3]), **dates)


def add_allegation(draw: Draw) -> None:
    people = draw.people()
    made = make_allegation(*people, title=draw.of(NAMES[:3]))
    if person := draw.of([*people, draw.row(Person)]):
        make_response(made, person, draw.of(STANCES))


def add_statement(draw: Draw) -> None:
    if person := draw.row(Person):
        make_statement(person, date=draw.of(DATES)).others.set(draw.people())


def add_tie(draw: Draw) -> None:
    people = draw.people()
    if len(people) > 1 and not plain(Tie).filter(from_person=people[0], to_person=people[1]).exists():
        make_tie(people[0], people[1])


def add_alias(draw: Draw) -> None:
    if (person := draw.row(Person)) and not plain(Alias).filter(person=person).exists():
        make_alias(person)


def add_organisation(draw: Draw) -> None:
    made = make_organisation(f"{draw.of(NAMES)} {plain(Organisation).count()}")
    if entry := draw.of(chain(plain(Statement), plain(Meeting), plain(Person))):
        entry.mentioned_organisations.add(made)


def show(draw: Draw) -> None:
    """Give somebody a place in a further gallery, of which they cite a sentence."""
    source = Source.objects.filter(title="B").first() or make_source("B")
    person = draw.row(Person)
    if person and not plain(Appearance).filter(person=person).exists():
        person.passages.add(make_passage(source))
        slide = plain(Appearance).count() + 1
        plain(Appearance).bulk_create([Appearance(source=source, person=person, slide=50 - slide)])


def rename(draw: Draw) -> None:
    if person := draw.of(plain(Person).exclude(name="")):
        person.name = person.sort_name = f"{draw.of('DAZ')}{person.name}"
        person.save()


def rename_organisation(draw: Draw) -> None:
    if found := draw.row(Organisation):
        found.name = f"{draw.of('DAZ')}{found.name}"
        found.save()


def turn(draw: Draw) -> None:
    """Publish or withdraw any number of entries, whatever needs them."""
    plain(draw.of(CITING)).filter(pk__gte=draw.of([0, 2, 4])).update(status=draw.of(Status.values))


def cite(draw: Draw) -> None:
    if entry := draw.row(draw.of(CITING)):
        entry.passages.set(draw.of([[], [make_passage()]]))


def drop_passage(draw: Draw) -> None:
    if passage := draw.row(Passage):
        delete(Passage.objects.filter(pk=passage.pk), Removal.DELETE)


def drop(draw: Draw) -> None:
    """Delete an entry with whatever hangs on it."""
    if entry := draw.row(draw.of((*CITING, Participation, Appearance))):
        plain(type(entry)).filter(pk=entry.pk).delete()


def change_role(draw: Draw) -> None:
    if role := draw.row(Role):
        role.person, role.title, role.category = draw.row(Person), draw.of(TITLES), draw.of(CATEGORIES)
        role.save()


def change_meeting(draw: Draw) -> None:
    if meeting := draw.row(Meeting):
        meeting.kind, meeting.date, meeting.title = draw.of(KINDS), draw.of(DATES), draw.of(NAMES[:3]) or "A"
        with transaction.atomic():
            Meeting.save(meeting)


def change_participants(draw: Draw) -> None:
    if meeting := draw.row(Meeting):
        plain(Participation).filter(meeting=meeting, person=draw.row(Person)).delete()
        people = set(draw.people()) - set(meeting.people.all())
        plain(Participation).bulk_create(Participation(meeting=meeting, person=one) for one in people)


def change_subjects(draw: Draw) -> None:
    if allegation := draw.row(Allegation):
        links = plain(Allegation.subjects.through).filter(allegation=allegation)
        links.exclude(person=draw.row(Person)).delete()
        allegation.subjects.add(*draw.people())


def change_slide(draw: Draw) -> None:
    if person := draw.row(Person):
        taken = set(plain(Person).values_list("slide", flat=True))
        plain(Person).filter(pk=person.pk).update(slide=draw.of([None, *({1, 2, 3, 40} - taken)]))


def change_in_sql(draw: Draw) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_response SET stance = 'admits' WHERE id > %s", [draw.of([0, 1, 3])])
        cursor.execute("UPDATE people_statement SET person_id = (SELECT MIN(id) FROM people_person)")


def undo_a_write(draw: Draw) -> None:
    with transaction.atomic():
        add_role(draw)
        change_meeting(draw)
        transaction.set_rollback(True)


def read(_: Draw) -> None:
    answers()


WRITES: tuple[Callable[[Draw], None], ...] = (
    add_person,
    add_role,
    add_meeting,
    add_allegation,
    add_statement,
    add_tie,
    add_alias,
    add_organisation,
    show,
    rename,
    rename_organisation,
    turn,
    cite,
    drop_passage,
    drop,
    change_role,
    change_meeting,
    change_participants,
    change_subjects,
    change_slide,
    change_in_sql,
    undo_a_write,
    read,
)
STEPS = st.lists(st.tuples(st.sampled_from(WRITES), st.lists(st.integers(0, 60), min_size=12, max_size=12)), max_size=9)


def write_as_far_as_possible(write: Callable[[Draw], None], draw: Draw) -> None:
    """Write, unless a rule of the site's refuses that."""
    with suppress(NeededError, IntegrityError), transaction.atomic():
        write(draw)


@contextmanager
def small_world() -> Iterator[None]:
    """Have a few people stand in the database, with something of each kind, as long as the block lasts."""
    with transaction.atomic():
        for name in NAMES[:4]:
            make_person(name)
        draw = Draw([*range(200)])
        for write in (add_organisation, add_role, add_meeting, add_allegation, add_statement, add_tie, show):
            write(draw)
        yield
        transaction.set_rollback(True)


def read_anew() -> Any:
    """Return what indexes answer that are read now."""
    version._indexes.committed = version._indexes.tentative = None
    return answers()


@pytest.fixture(scope="module", params=[0, 5_000], ids=lambda few: f"few is {few}")
def _thresholds(request: pytest.FixtureRequest) -> Iterator[None]:
    """Both ways of doing the same are tried; what the test's transaction sees counts as committed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(version, "may_be_undone", lambda: False)
        patch.setattr(orders, "MAX_SORTED", request.param)
        patch.setattr(orders, "PIVOTS", 2)
        patch.setattr(contacts, "LARGE_MEETING", 3 if request.param else 1)
        for module, name in ((contacts, "MAX_COUNTED_PEOPLE"), (entries, "MAX_COUNTED_ENTRIES")):
            patch.setattr(module, name, request.param)
        if not request.param:
            patch.setattr(contacts, "MAX_COUNTED_PART", 0)
        yield


@pytest.mark.usefixtures("_thresholds")
@examples(8)
@given(steps=STEPS)
def test_index_kept_up_is_the_index_read_anew(steps: list[tuple[Callable[[Draw], None], list[int]]]) -> None:
    with small_world():
        read_anew()
        for write, numbers in steps:
            write_as_far_as_possible(write, Draw(numbers))
        kept_up = answers()
        assert kept_up == read_anew()
