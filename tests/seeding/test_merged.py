"""What becomes of entries whose people have been made one on the site."""

from pathlib import Path

import pytest

from people.changes import undo
from people.merging import merge
from people.models import Person, Revision
from tests.seed import edit
from tests.seeding.conftest import NEW, OLD, everything_but_times, pier, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.fixture
def merged() -> Revision:
    """The merge of Piers Dunmore into Ida Fenn."""
    ida, piers = (Person.objects.get(slug=slug) for slug in ("ida-fenn", "piers-dunmore"))
    Person.objects.filter(pk=piers.pk).update(slide=None)
    return merge(ida, Person.objects.get(pk=piers.pk))[0]


def test_merged_person_is_not_brought_back_and_stops_nothing(directory: Path, merged: Revision) -> None:
    lines = told(directory)
    assert lines == ["kept people/piers-dunmore: its address redirects to ida-fenn"]
    assert (Person.objects.filter(slug="piers-dunmore").exists(), pier().person.slug) == (False, "ida-fenn")


def test_new_facts_about_the_merged_person_come_to_the_one_that_stays(directory: Path, merged: Revision) -> None:
    told(directory)
    edit(directory, "statements", OLD, NEW)
    text = (directory / "statements.yaml").read_text()
    entry = text.split("- model: ")[-1].replace("dunmore-pier", "dunmore-left")
    (directory / "statements.yaml").write_text(f"{text}- model: {entry}")
    assert sorted(told(directory)) == [
        "changed statements/dunmore-pier: summary",
        "created statements/dunmore-left",
        "kept people/piers-dunmore: its address redirects to ida-fenn",
    ]
    ida = Person.objects.get(slug="ida-fenn")
    slugs = set(ida.statements.values_list("slug", flat=True))
    assert (slugs, pier().summary) == ({"dunmore-left", "dunmore-pier", "dunmore-resigned"}, NEW)


def test_seeds_between_do_not_stand_in_the_way_of_unmerging(directory: Path, merged: Revision) -> None:
    told(directory)
    undo(merged)
    before = everything_but_times()
    assert Person.objects.filter(slug="piers-dunmore").exists()
    told(directory)
    assert everything_but_times()[1:] == before[1:]
