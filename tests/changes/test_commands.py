from io import StringIO
from typing import Any

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from people.changes import revision
from people.models import Change, Person, Revision
from people.vocabulary import RevisionKind
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def told(command: str, *arguments: Any) -> list[str]:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def ann() -> Person:
    """Somebody whose summary an editor has changed in a revision."""
    ann = make_person("Ann", summary="Old.")
    Change.objects.all().delete()
    with revision(RevisionKind.EDIT, User.objects.create_user("eddie"), "Read again"):
        Person.objects.filter(pk=ann.pk).update(summary="New.")
    return ann


def test_history_tells_the_revisions_of_the_site(ann: Person) -> None:
    (line,) = told("history")
    one = Revision.objects.get()
    assert line == f"{one.pk}  {one.at:%Y-%m-%d %H:%M}  edit by eddie: Read again, 1 row"


def test_history_of_an_entry_tells_old_and_new_values(ann: Person) -> None:
    assert told("history", "person", "ann")[1:] == ["    person Ann changed", "        summary: Old. -> New."]


def test_history_knows_an_entry_that_was_deleted(ann: Person) -> None:
    ann.delete()
    assert [line.strip() for line in told("history", "person", "ann")[:2]][1] == "person Ann deleted"


def test_history_refuses_an_entry_that_never_was(db: None) -> None:
    with pytest.raises(CommandError, match=r"^There is no person “bob”, and the log knows of none\.$"):
        call_command("history", "person", "bob")


def test_undo_puts_a_revision_back(ann: Person) -> None:
    number = Revision.objects.get().pk
    (line,) = told("undo", str(number), "--reason", "Wrong")
    ann.refresh_from_db()
    last = Revision.objects.first()
    assert last is not None
    assert (ann.summary, last.reason) == ("Old.", "Wrong")
    assert line == f"Everything is as it was before revision {number}. This is revision {last.pk}."


def test_undo_says_why_it_is_refused(ann: Person) -> None:
    number = Revision.objects.get().pk
    Person.objects.filter(pk=ann.pk).update(summary="Newer.")
    with pytest.raises(CommandError, match=f"^Revision {number} stays: Person “Ann” has been changed"):
        call_command("undo", str(number))


def test_undo_refuses_a_number_that_no_revision_has(db: None) -> None:
    with pytest.raises(CommandError, match=r"^There is no revision 77; `manage.py history` prints those there are\.$"):
        call_command("undo", "77")


def test_forget_erases_what_is_held_of_a_deleted_entry(ann: Person) -> None:
    other = make_person("Bob")
    LogEntry.objects.log_actions(User.objects.get().pk, Person.objects.filter(pk=ann.pk), DELETION)
    ann.delete()
    told("forget", "person", "ann", "--yes")
    left = Change.objects.filter(model__startswith="person").exclude(key=other.pk, model="person")
    assert list(left.exclude(owner=other.pk)) == []
    assert (Revision.objects.count(), LogEntry.objects.count()) == (0, 0)


def test_forget_tells_first_what_it_would_erase(ann: Person) -> None:
    with pytest.raises(CommandError, match=r"^1 change would be erased for good\. Say --yes to do it\.$"):
        call_command("forget", "person", "ann")
    assert Change.objects.count() == 1
