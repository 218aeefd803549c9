from collections.abc import Callable

import pytest
from django.core.management import call_command

from people.changes import UndoRefusedError, revision, undo
from people.changes.tables import RENAMED_COLUMNS
from people.models import Alias, Allegation, Change, Passage, Person, Revision, Role, Statement
from people.models.removal import Removal, delete
from people.querysets.guarding import NeededError
from people.vocabulary import RevisionKind, Status
from tests.changes.conftest import contents

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]


PORTRAIT = {"portrait_alt": "Flynn at a desk", "portrait_credit": "Ann Bee", "portrait_licence": "CC0"}


def flynn() -> Person:
    return Person.objects.get(slug="michael-flynn")


def delete_lewandowski() -> None:
    delete(Person.objects.filter(slug="corey-lewandowski"), Removal.DELETE)


def edit_with_inlines() -> None:
    person = flynn()
    person.summary = "Wrong."
    person.save()
    person.passages.set(Passage.objects.all()[:2])
    role = person.roles.first()
    assert role is not None
    role.start = "2015"
    role.save()
    role.passages.set(Passage.objects.all()[3:5])
    Alias.objects.create(person=person, name="X")
    person.statements.all()[0].delete()


def seed_over_an_edit() -> None:
    slugs = list(flynn().statements.values_list("slug", flat=True))
    flynn().statements.all().delete()
    call_command("seed", "--overwrite", *slugs, verbosity=0)


def rename_twice() -> None:
    for slug in ("mike-flynn", "gen-flynn"):
        person = flynn_now()
        person.slug = slug
        person.save()


def flynn_now() -> Person:
    return Person.objects.get(name="Michael Flynn")


def withdraw_in_bulk() -> None:
    Statement.objects.update(status=Status.DRAFT)


def change_links() -> None:
    allegation = Allegation.objects.get(slug="flynn-sanctions")
    allegation.subjects.set([flynn(), Person.objects.get(slug="mike-pence")])


STEPS = (seed_over_an_edit, delete_lewandowski, edit_with_inlines, withdraw_in_bulk, change_links)


@pytest.mark.parametrize("step", STEPS)
def test_undone_step_leaves_everything_as_it_was(step: Callable[[], None]) -> None:
    before = contents()
    with revision(RevisionKind.EDIT) as done:
        step()
    after = contents()
    undo(done)
    assert (contents() == before, after == before) == (True, False)


@pytest.mark.parametrize("step", STEPS)
def test_undone_undo_is_the_step(step: Callable[[], None]) -> None:
    with revision(RevisionKind.EDIT) as done:
        step()
    after = contents()
    undo(undo(done))
    assert contents() == after


def test_undone_rename_leads_on_from_the_addresses_between() -> None:
    before = contents("slugredirect")
    with revision(RevisionKind.EDIT) as done:
        rename_twice()
    undo(done)
    person = flynn_now()
    left = sorted(person.slug_redirects.values_list("slug", flat=True))
    assert (person.slug, left, contents("slugredirect")) == ("michael-flynn", ["gen-flynn", "mike-flynn"], before)


def test_seed_is_one_revision() -> None:
    Statement.objects.filter(slug="flynn-named").update(summary="Wrong.")
    before = contents()
    call_command("seed", "--overwrite", "flynn-named", verbosity=0)
    undo(Revision.objects.get(kind=RevisionKind.SEED, changes__model="statement", changes__operation="U"))
    assert contents() == before


def test_undo_is_refused_where_somebody_changed_the_row_since() -> None:
    with revision(RevisionKind.EDIT) as done:
        Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Manager")
    Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Head")
    with pytest.raises(UndoRefusedError, match=r"^Role “Head” has been changed \([^)]*\) since\.$"):
        undo(done)
    assert (Role.objects.get(slug="paul-manafort-campaign-manager").title, Revision.objects.first()) == ("Head", done)


def test_undo_goes_on_where_what_came_since_was_undone() -> None:
    before = contents()
    with revision(RevisionKind.EDIT) as first:
        Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Manager")
    with revision(RevisionKind.EDIT) as second:
        Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Head")
    undo(second)
    undo(first)
    assert contents() == before


def test_undo_is_refused_where_an_added_row_is_needed_since() -> None:
    with revision(RevisionKind.EDIT) as done:
        person = Person.objects.create(name="Ann Bee")
    Role.objects.create(person=person, title="Head")
    with pytest.raises(UndoRefusedError, match=r"^Person “Ann Bee” has since come to have a role\.$"):
        undo(done)


def test_undo_is_refused_where_readers_would_lose_what_they_see() -> None:
    allegation = Allegation.objects.get(slug="guccifer-russia")
    pence = Person.objects.get(slug="mike-pence")
    with revision(RevisionKind.EDIT) as done:
        allegation.subjects.add(pence)
    allegation.subjects.remove(Person.objects.get(slug="guccifer-20"))
    with pytest.raises(NeededError):
        undo(done)
    assert list(allegation.subjects.all()) == [pence]


def test_revision_that_changes_nothing_leaves_no_row() -> None:
    number = Revision.objects.count()
    with revision(RevisionKind.EDIT):
        flynn().save()
    assert Revision.objects.count() == number


def test_write_outside_a_revision_is_logged_as_of_nobody_known() -> None:
    Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Manager")
    change = Change.objects.last()
    assert change is not None
    row = change.before or {}
    assert (change.revision, change.model, change.operation, row["title"]) == (None, "role", "U", "Campaign manager")


def test_revision_ends_with_its_block() -> None:
    with revision(RevisionKind.EDIT) as done:
        Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Manager")
    Role.objects.filter(slug="paul-manafort-campaign-manager").update(title="Head")
    assert list(Change.objects.order_by("-pk").values_list("revision", flat=True)[:2]) == [None, done.pk]


def test_undo_reaches_across_a_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column was renamed since, one is gone, and one has come."""
    with revision(RevisionKind.DELETE) as done:
        delete_lewandowski()
    change = done.changes.get(model="person")
    row = dict(change.before or {})
    row["headline"], row["gone"] = row.pop("description"), 1
    del row["portrait_alt"]
    done.changes.filter(pk=change.pk).update(before=row)
    monkeypatch.setitem(RENAMED_COLUMNS, ("person", "headline"), "description")
    undo(done)
    again = Person.objects.get(slug="corey-lewandowski")
    assert (again.description, again.portrait_alt) == ("Former campaign manager", "")


def test_undo_is_refused_where_a_file_is_gone() -> None:
    Person.objects.filter(slug="michael-flynn").update(portrait="portraits/gone.webp", **PORTRAIT)
    with revision(RevisionKind.EDIT) as done:
        Person.objects.filter(slug="michael-flynn").update(portrait="")
    with pytest.raises(UndoRefusedError, match=r"the file portraits/gone\.webp has been deleted since\.$"):
        undo(done)


def test_undo_is_refused_where_a_table_is_gone() -> None:
    with revision(RevisionKind.EDIT) as done:
        flynn().roles.update(title="Head")
    for one in (done, None):
        Change.objects.create(revision=one, model="pamphlet", key=1, operation="I")
    with pytest.raises(UndoRefusedError, match=r"^There is no table pamphlet any more\.$"):
        undo(done)
