"""Whatever readers see of an entry changes: its time is now. Times of everything else stay."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from people.change_times import triggers_of
from people.models import (
    Alias,
    Allegation,
    Appearance,
    Meeting,
    Organisation,
    Outcome,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Slugged,
    Source,
    Statement,
    Tie,
)
from people.vocabulary import Status
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db

LONG_AGO = dt.datetime(2016, 12, 1, tzinfo=dt.UTC)
ENTRIES: list[Any] = [model for model in apps.get_app_config("people").get_models() if issubclass(model, Slugged)]

Write = Callable[[], object]


@pytest.fixture(autouse=True)
def world() -> None:
    """Ann and Bob met, Bob and Cy are both accused, and each is told of alone; a source of his own tells of Cy."""
    passages = [make_passage(text="One."), make_passage(text="Two.")]
    shown: dict[str, Any] = {"passages": passages[:1]}
    ann, bob = (make_person(name, slug=name.lower(), **shown) for name in ("Ann", "Bob"))
    cy = make_person("Cy", slug="cy", passages=[make_passage(make_source("Diary", slug="diary"), text="Three.")])
    draft = make_person("Draft", slug="draft", published=False, **shown)
    bank, court = make_organisation("Bank", slug="bank"), make_organisation("Court", slug="court")
    make_alias(ann, slug="annie", **shown)
    make_role(ann, slug="ann-role", organisation=bank, **shown)
    make_meeting(ann, bob, title="Lunch", slug="lunch", organisation=court, **shown)
    make_meeting(bob, cy, title="Secret", slug="secret", published=False, **shown)
    make_tie(ann, bob, slug="tie", **shown)
    claim = make_allegation(bob, cy, title="Claim", slug="claim", **shown)
    make_response(claim, bob, slug="denial", **shown)
    make_response(claim, cy, slug="draft-denial", published=False, **shown)
    make_statement(cy, slug="statement", **shown)
    make_role(draft, slug="draft-role", organisation=bank, published=False, **shown)


def moved(write: Write) -> set[str]:
    """Return the slugs of the entries that changed by writing; those of new ones too."""
    before = timezone.now()
    for model in ENTRIES:
        model._default_manager.update(updated_at=LONG_AGO)
    write()
    times = {row.slug: row.updated_at for model in ENTRIES for row in model._default_manager.all()}
    changed = {slug for slug, time in times.items() if time != LONG_AGO}
    assert all(before <= times[slug] for slug in changed)
    return changed


def sql(statement: str, *parameters: Any) -> Write:
    def write() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)

    return write


def one(model: Any, slug: str) -> Any:
    return model._default_manager.get(slug=slug)


def rows(model: Any, **criteria: Any) -> Any:
    """Return the rows, which nothing guards."""
    return QuerySet(model).filter(**criteria)


def delete(model: Any, slug: str) -> Write:
    return lambda: rows(model, slug=slug).delete()


def update(model: Any, slug: str, **values: Any) -> Write:
    return lambda: rows(model, slug=slug).update(**values)


def answer(person: Person) -> None:
    make_response(one(Allegation, "claim"), person, slug="new", passages=Passage.objects.all()[:1])


def hire(person: Person) -> None:
    make_role(person, slug="new", organisation=one(Organisation, "bank"), passages=Passage.objects.all()[:1])


def after(before: Write, write: Write) -> Write:
    """Return what writes once something else was written long ago."""

    def write_later() -> None:
        before()
        for model in ENTRIES:
            model._default_manager.update(updated_at=LONG_AGO)
        write()

    return write_later


def end() -> None:
    make_outcome(one(Allegation, "claim"), slug="end", passages=Passage.objects.all()[:1])


def tell_of_bob() -> None:
    one(Statement, "statement").others.add(one(Person, "bob"))


def place(slug: str) -> Appearance:
    return Appearance.objects.create(source=one(Source, "diary"), person=one(Person, slug), slide=5)


def moved_place(slug: str, other: str) -> None:
    rows(Appearance, pk=place(slug).pk).update(person=one(Person, other))


def save(model: Any, slug: str, **values: Any) -> Write:
    def write() -> None:
        entry = one(model, slug)
        for name, value in values.items():
            setattr(entry, name, value)
        entry.save()

    return write


CLAIM = {"claim", "bob", "cy", "denial"}
# That a draft's own time moves is seen by nobody.
RENAMED_BOB = {"bob", "lunch", "tie", "denial", "claim", "draft-denial", "ann", "cy", "court", "secret"}


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        # a place in a gallery
        (lambda: place("ann"), {"ann"}),
        (lambda: moved_place("ann", "bob"), {"ann", "bob"}),
        # an answer
        (lambda: answer(one(Person, "cy")), {"new", "draft-denial"} | CLAIM),
        (save(Response, "denial", summary="Never."), {"draft-denial"} | CLAIM),
        (update(Response, "denial", summary="Never."), {"draft-denial"} | CLAIM),
        (sql("UPDATE people_response SET quote = 'no' WHERE slug = 'denial'"), {"draft-denial"} | CLAIM),
        (update(Response, "draft-denial", status=Status.PUBLISHED), {"draft-denial"} | CLAIM),
        (update(Response, "denial", status=Status.DRAFT), {"draft-denial"} | CLAIM),
        (delete(Response, "denial"), {"draft-denial", *CLAIM} - {"denial"}),
        (lambda: one(Response, "denial").delete(), {"draft-denial", *CLAIM} - {"denial"}),
        (update(Response, "draft-denial", summary="Never."), {"draft-denial"}),
        (delete(Response, "draft-denial"), set()),
        # what became of it
        (end, {"end", "draft-denial"} | CLAIM),
        (after(end, update(Outcome, "end", summary="Cleared.")), {"end", "draft-denial"} | CLAIM),
        (after(end, update(Allegation, "claim", claim="It is so.")), {"end", "draft-denial"} | CLAIM),
        # who is accused
        (lambda: one(Allegation, "claim").subjects.add(one(Person, "ann")), {"ann", "draft-denial"} | CLAIM),
        (lambda: one(Allegation, "claim").subjects.remove(one(Person, "cy")), {"draft-denial"} | CLAIM),
        (lambda: one(Allegation, "claim").subjects.add(one(Person, "draft")), {"draft"}),
        # jobs and other lines of a profile
        (lambda: hire(one(Person, "cy")), {"new", "cy", "bank"}),
        (update(Role, "ann-role", title="Chief"), {"ann-role", "ann", "bank"}),
        (lambda: rows(Role, slug="ann-role").update(person=one(Person, "cy")), {"ann-role", "ann", "cy", "bank"}),
        (update(Role, "ann-role", organisation=None), {"ann-role", "ann", "bank"}),
        (delete(Role, "ann-role"), {"ann", "bank"}),
        (delete(Alias, "annie"), {"ann"}),
        (update(Statement, "statement", summary="Left."), {"statement", "cy"}),
        (tell_of_bob, {"statement", "cy", "bob"}),
        (lambda: one(Statement, "statement").others.add(one(Person, "draft")), {"draft"}),
        (after(tell_of_bob, update(Statement, "statement", summary="Left.")), {"statement", "cy", "bob"}),
        (after(tell_of_bob, delete(Statement, "statement")), {"cy", "bob"}),
        (after(tell_of_bob, lambda: one(Statement, "statement").others.set([])), {"statement", "cy", "bob"}),
        (update(Tie, "tie", summary="They are old friends."), {"tie", "ann", "bob"}),
        (delete(Tie, "tie"), {"ann", "bob"}),
        # meetings
        (update(Meeting, "lunch", place="London"), {"lunch", "ann", "bob", "court"}),
        (
            lambda: Participation.objects.create(meeting=one(Meeting, "lunch"), person=one(Person, "cy")),
            {"lunch", "ann", "bob", "cy", "court"},
        ),
        (sql("DELETE FROM people_participation WHERE person_id = (SELECT id FROM people_person WHERE slug = 'bob')"),
         {"lunch", "ann", "bob", "secret", "court"}),
        (sql("UPDATE people_participation SET capacity = 'witness'"), {"lunch", "ann", "bob", "court", "secret"}),
        (lambda: Participation.objects.create(meeting=one(Meeting, "lunch"), person=one(Person, "draft")), {"draft"}),
        (update(Meeting, "secret", status=Status.PUBLISHED), {"secret", "bob", "cy"}),
        (update(Meeting, "secret", place="London"), {"secret"}),
        (delete(Meeting, "lunch"), {"ann", "bob", "court"}),
        # what is printed by name
        (save(Person, "bob", name="Robert"), RENAMED_BOB),
        (update(Person, "bob", name="Robert"), RENAMED_BOB),
        (update(Person, "bob", description="A banker."), {"bob"}),
        (update(Person, "draft", name="Another"), {"draft"}),
        (update(Organisation, "bank", name="The bank"), {"bank", "ann-role", "ann", "draft-role"}),
        (update(Source, "diary", title="The diary"), {"diary", "cy"}),
        (update(Source, "diary", rights="full-text"), {"diary"}),
        # sentences
        (lambda: one(Role, "ann-role").passages.add(*Passage.objects.all()), {"ann-role", "ann", "bank"}),
        (lambda: rows(Role.passages.through, role__slug="ann-role").delete(), {"ann-role", "ann", "bank"}),
        (lambda: Passage.objects.filter(source__slug="diary").update(sentence=9), {"diary", "cy"}),
        (lambda: Passage.objects.filter(source__slug="diary").update(opening="Three"), {"diary", "cy"}),
        (lambda: Passage.objects.filter(source__slug="diary").update(reason="None."), {"diary"}),
        (lambda: rows(Source, slug="diary").update(covers_until="2017"), {"diary", "cy"}),
        (lambda: rows(Source, slug="diary").update(read_on="2018-01-09"), {"diary", "cy"}),
        (lambda: make_passage(one(Source, "diary")), {"diary"}),
        # nothing
        (update(Person, "bob", name="Bob"), set()),
        (lambda: make_organisation("New", slug="new"), {"new"}),
    ],
)  # fmt: skip
def test_what_prints_what_changed_has_changed(write: Write, expected: set[str]) -> None:
    assert moved(write) == expected


def test_what_is_removed_moves_the_time_on_and_not_back() -> None:
    before = one(Allegation, "claim").updated_at
    one(Response, "denial").delete()
    assert one(Allegation, "claim").updated_at > before


def test_update_that_gives_a_time_keeps_it() -> None:
    Person.objects.filter(slug="ann").update(description="A banker.", updated_at=LONG_AGO)
    assert one(Person, "ann").updated_at == LONG_AGO


def test_time_of_a_part_is_that_of_the_whole() -> None:
    later = timezone.now() + dt.timedelta(days=1)
    Response.objects.filter(slug="denial").update(updated_at=later)
    times = [
        one(Allegation, "claim").updated_at,
        *Person.objects.filter(slug__in=("bob", "cy")).values_list("updated_at"),
    ]
    assert times == [later, (later,), (later,)]


def test_laying_the_triggers_makes_up_for_what_was_written_without_them() -> None:
    triggers = triggers_of(connection)
    triggers.uninstall()
    later = timezone.now() + dt.timedelta(days=1)
    Response.objects.filter(slug="denial").update(updated_at=later)
    triggers.ensure_installed()
    late = [row.slug for model in ENTRIES for row in model._default_manager.filter(updated_at=later)]
    assert sorted(late) == sorted(CLAIM | {"draft-denial"})
    assert triggers.is_installed()


def test_migrate_lays_the_triggers() -> None:
    triggers = triggers_of(connection)
    triggers.uninstall()
    call_command("migrate", verbosity=0)
    assert triggers.is_installed()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes indexes whatever it knows of the tables.")
def test_rows_that_were_just_loaded_are_counted_before_times_are_made_up_for() -> None:
    def known() -> float:
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'people_person'")
            (number,) = cursor.fetchone()
        return float(number)

    triggers = triggers_of(connection)
    triggers.uninstall()
    make_person("Somebody who was just loaded")
    assert known() != Person.objects.count()
    triggers.ensure_installed()
    assert known() == Person.objects.count()


def test_what_names_somebody_changes_their_page_and_has_changed_by_their_name() -> None:
    statement, ann, cy = one(Statement, "statement"), one(Person, "ann"), one(Person, "cy")
    named = {"statement", "cy", "ann", "bank"}
    assert moved(lambda: statement.mentioned_people.add(ann)) == named - {"bank"}
    assert moved(lambda: statement.mentioned_organisations.add(one(Organisation, "bank"))) == named
    assert moved(update(Statement, "statement", summary="New.")) == named
    assert {"statement", "cy"} <= moved(save(Person, "ann", name="Anna"))
    assert {"statement", "cy", "ann-role"} <= moved(update(Organisation, "bank", name="The bank"))
    assert moved(statement.mentioned_people.clear) == named
    assert moved(update(Statement, "statement", status=Status.DRAFT)) == named - {"ann"}
    assert moved(lambda: cy.mentioned_people.add(ann)) == {"cy", "ann"}
    assert "ann" in moved(save(Person, "cy", name="Cyd"))
