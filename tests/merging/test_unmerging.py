"""A merge is taken back, after later edits as far as that is possible, naming the rest."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from people.changes import PartialUndo, UndoRefusedError, revision, undo, undo_untouched
from people.merging import merge
from people.models import Person, Revision, Role
from people.vocabulary import RevisionKind
from tests.changes.conftest import contents
from tests.factories import make_alias, make_passage, make_person, make_role, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged() -> Revision:
    """The merge of Anne, who has two jobs and slide 7, into Ann."""
    make_passage(make_source("Gallery"), "slide-1")
    ann, anne = make_person("Ann Bee"), make_person("Anne Bee", slide=7)
    make_role(anne, "Head")
    make_role(anne, "Aide")
    return merge(ann, anne)[0]


def told(done: PartialUndo) -> list[str]:
    return [re.sub(r" \([^)]*\)", "", line) for line in done.left]


def edit(**values: str) -> None:
    with revision(RevisionKind.EDIT, User.objects.create_user("eddie")):
        Role.objects.filter(title="Head").update(**values)


def test_whole_unmerge_is_refused_after_a_later_edit(merged: Revision) -> None:
    edit(title="Chief")
    with pytest.raises(UndoRefusedError, match=r"^Role “Chief” has been changed by eddie \([^)]*\) since\.$"):
        undo(merged)


def test_later_edit_stays_on_what_goes_back(merged: Revision) -> None:
    edit(title="Chief")
    done = undo_untouched(merged)
    anne = Person.objects.get(slug="anne-bee")
    assert (sorted(anne.roles.values_list("title", flat=True)), anne.slide, told(done)) == (["Aide", "Chief"], 7, [])
    assert (done.revision.kind, done.revision.undoes) == (RevisionKind.UNDO, merged)


def test_command_takes_back_in_part_and_names_the_rest(merged: Revision, capsys: pytest.CaptureFixture[str]) -> None:
    Role.objects.filter(title="Aide").delete()
    call_command("undo", str(merged.pk), "--partly")
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Role “Aide” stays as it is: deleted (")
    assert last.startswith(f"All else is as it was before revision {merged.pk}. This is revision ")


def test_what_was_changed_again_stays_and_is_named(merged: Revision) -> None:
    Role.objects.filter(title="Head").update(person=make_person("Bob"))
    Role.objects.filter(title="Aide").delete()
    make_alias(Person.objects.get(slug="ann-bee"), "Annie")
    Person.objects.get(slug="ann-bee").aliases.filter(name="Anne Bee").update(name="Anne B.")
    done = undo_untouched(merged)
    assert told(done) == [
        "Alias “Anne B.” stays as it is: changed since.",
        "Role “Aide” stays as it is: deleted since.",
        "Role “Head” keeps its person: changed since.",
    ]
    assert Role.objects.get().person.name == "Bob"
    assert Person.objects.filter(slug="anne-bee").exists()


def test_merge_stays_where_the_person_can_not_come_back(merged: Revision) -> None:
    edit(title="Chief")
    Person.objects.filter(slug="ann-bee").update(slide=None)
    Person.objects.get(slug="ann-bee").slug_redirects.all().delete()
    make_person("Other", slug="anne-bee")
    before = contents()
    with pytest.raises(UndoRefusedError, match=r"^Person “Anne Bee” can’t be put back: "):
        undo_untouched(merged)
    assert contents() == before


def test_untouched_merge_is_taken_back_whole_either_way(merged: Revision) -> None:
    after = contents()
    done = undo_untouched(merged)
    assert done.left == []
    undo(done.revision)
    assert contents() == after
