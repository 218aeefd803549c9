"""What becomes of entries that editors have changed since they were seeded."""

import re
from pathlib import Path

import pytest

from people.index import data_version
from people.models import Alias, Allegation, Organisation, Passage, Person, Role, Statement
from people.seeding import seed
from people.vocabulary import Status
from tests.factories import make_organisation, make_person
from tests.seed import edit
from tests.seeding.conftest import NEW, OLD, change, delete, pier, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_what_an_editor_wrote_stays_while_the_file_says_what_it_did(directory: Path) -> None:
    change(pier(), summary="Lived beside the pier.")
    pier().passages.add(Passage.objects.get(section="slide-6", sentence=1))
    assert (told(directory), pier().summary, pier().passages.count()) == ([], "Lived beside the pier.", 2)


def test_what_nobody_touched_follows_the_file(directory: Path) -> None:
    edit(directory, "statements", OLD, NEW)
    assert (told(directory), pier().summary) == (["changed statements/dunmore-pier: summary"], NEW)


def test_where_both_have_changed_the_entry_stays_and_is_named_with_what_differs(directory: Path) -> None:
    change(pier(), summary="Lived beside the pier.", date="")
    pier().passages.add(Passage.objects.get(section="slide-6", sentence=1))
    edit(directory, "statements", OLD, NEW)
    differences = (
        "date: site nothing, file “199X”; passages: site [pier/slide-6/1, pier/slide-6/3], file [pier/slide-6/3]; "
        "summary: site “Lived beside the pier.”, file “Lived near the pier.”"
    )
    assert told(directory) == [f"kept statements/dunmore-pier: {differences}"]
    assert (pier().summary, pier().date) == ("Lived beside the pier.", "")


def test_sentences_that_were_seeded_without_length_take_it_from_the_file(directory: Path) -> None:
    path = directory / "passages.yaml"
    measured = path.read_text()
    path.write_text(re.sub("    length: .*\n", "", measured))
    seed(directory)
    path.write_text(measured)
    outcomes = {(line.split()[0], line.rpartition(": ")[2]) for line in told(directory)}
    assert (outcomes, Passage.objects.filter(length=None).count()) == ({("changed", "length")}, 0)


def test_long_texts_are_shown_where_they_differ(directory: Path) -> None:
    change(pier(), summary=f"{'long ' * 40}here")
    edit(directory, "statements", OLD, f"{'long ' * 40}there, and {'more ' * 40}")
    texts = (
        "site “…long long long here”, file “…long long long there, and more more more more more more more more more…”"
    )
    assert told(directory) == [f"kept statements/dunmore-pier: summary: {texts}"]


def test_file_that_comes_to_say_what_the_editor_wrote_is_no_conflict(directory: Path) -> None:
    change(pier(), summary=NEW)
    edit(directory, "statements", OLD, NEW)
    first = told(directory)
    edit(directory, "statements", NEW, "Lived under the pier.")
    assert (first, told(directory), pier().summary) == (
        [],
        ["changed statements/dunmore-pier: summary"],
        "Lived under the pier.",
    )


def test_second_seed_does_nothing(directory: Path) -> None:
    change(pier(), summary="Lived beside the pier.")
    edit(directory, "statements", OLD, NEW)
    edit(directory, "people", "A surveyor", "An engineer")
    seed(directory)
    before = data_version()
    assert [result.outcome for result in seed(directory).results] == ["kept"]
    assert data_version() == before


@pytest.mark.parametrize("is_news", [False, True])
def test_deleted_entry_stays_deleted_and_stops_nothing(directory: Path, is_news: bool) -> None:
    delete(Role.objects.filter(slug="ida-fenn-adviser"))
    if is_news:
        edit(directory, "roles", "Adviser", "Chief adviser")
    edit(directory, "roles", "title: Aide", "title: Assistant")
    assert told(directory) == [
        "kept roles/ida-fenn-adviser: it was deleted from the site",
        "changed roles/piers-dunmore-aide: title",
    ]


def test_what_depends_on_a_deleted_person_is_named_and_skipped(directory: Path) -> None:
    delete(Statement.objects.all(), Role.objects.filter(person__slug="piers-dunmore"))
    delete(Person.objects.filter(slug="piers-dunmore"))
    text = "  fields: {slug: new, person: [piers-dunmore], title: Clerk, category: government}\n"
    with (directory / "roles.yaml").open("a") as file:
        file.write(f"- model: people.role\n{text}")
    edit(directory, "organisations", "Blue Heron", "Red Heron")
    assert told(directory) == [
        "changed organisations/blue-heron: name",
        "kept people/piers-dunmore: it was deleted from the site",
        "kept roles/piers-dunmore-aide: it was deleted from the site",
        "kept roles/new: person: the person piers-dunmore is not on the site",
        "kept statements/dunmore-resigned: it was deleted from the site",
        "kept statements/dunmore-pier: it was deleted from the site",
    ]


@pytest.mark.parametrize("is_news", [False, True])
def test_withdrawn_entry_stays_a_draft(directory: Path, is_news: bool) -> None:
    change(pier(), status=Status.DRAFT)
    if is_news:
        edit(directory, "statements", OLD, NEW)
    differences = (
        "status: site “draft”, file “published”" + "; summary: site “Lived on the pier.”, file “Lived near" * is_news
    )
    (line,) = told(directory)
    assert line.startswith(f"kept statements/dunmore-pier: {differences}")
    assert pier().status == Status.DRAFT


def test_renamed_person_keeps_the_name_and_what_refers_to_it_follows(directory: Path) -> None:
    change(Person.objects.get(slug="piers-dunmore"), slug="dunmore")
    edit(directory, "roles", "title: Aide", "title: Assistant")
    assert told(directory) == [
        "kept people/piers-dunmore: slug: site “dunmore”, file “piers-dunmore”",
        "changed roles/piers-dunmore-aide: title",
    ]
    assert Role.objects.get(title="Assistant").person.slug == "dunmore"


def test_files_that_follow_a_renamed_person_are_no_conflict(directory: Path) -> None:
    change(Person.objects.get(slug="piers-dunmore"), slug="dunmore")
    for kind in ("people", "roles", "statements"):
        path = directory / f"{kind}.yaml"
        text = path.read_text().replace("[piers-dunmore]", "[dunmore]")
        path.write_text(text.replace("slug: piers-dunmore\n", "slug: dunmore\n"))
    assert told(directory) == []
    edit(directory, "roles", "title: Aide", "title: Assistant")
    assert told(directory) == ["changed roles/piers-dunmore-aide: title"]


def test_merged_person_is_named_and_new_facts_go_to_the_other(directory: Path) -> None:
    person, other = Person.objects.get(slug="piers-dunmore"), Person.objects.get(slug="rufus-stell")
    for rows in (Role.objects.filter(person=person), Statement.objects.filter(person=person)):
        for entry in rows:
            change(entry, person=other)
    delete(Person.objects.filter(pk=person.pk))
    other.slug_redirects.create(slug="piers-dunmore")
    text = "  fields: {slug: new, person: [piers-dunmore], title: Clerk, category: government}\n"
    with (directory / "roles.yaml").open("a") as file:
        file.write(f"- model: people.role\n{text}")
    assert told(directory) == [
        "kept people/piers-dunmore: its address redirects to rufus-stell",
        "created roles/new",
    ]
    assert Role.objects.get(slug="new").person == other


def test_reworded_title_never_changes_the_slug(directory: Path) -> None:
    edit(directory, "allegations", "title: Lunches left out of a report", "title: Something else")
    seed(directory)
    assert [*Allegation.objects.values_list("slug", "title")] == [("lunches-left-out", "Something else")]


def test_new_entry_is_kept_out_by_what_an_editor_has_put_there(directory: Path) -> None:
    make_organisation("Harbour Board")
    make_person("Ann Bee", slide=9)
    with (directory / "organisations.yaml").open("a") as file:
        file.write("- model: people.organisation\n  fields: {slug: board, name: Harbour Board, kind: company}\n")
    edit(directory, "people", "slide: 6", "slide: 9")
    assert told(directory) == [
        "kept organisations/board: name: Organisation with this Name already exists: harbour-board",
        "kept people/piers-dunmore: slide: Person with this Slide already exists: ann-bee",
    ]


def test_new_entry_that_an_editor_has_made_too_stays_as_it_is(directory: Path) -> None:
    make_organisation("Board of the Harbour", slug="board", kind="company")
    with (directory / "organisations.yaml").open("a") as file:
        file.write("- model: people.organisation\n  fields: {slug: board, name: Harbour Board, kind: company}\n")
    reason = "name: site “Board of the Harbour”, file “Harbour Board”"
    assert told(directory) == [f"kept organisations/board: {reason}"]


def test_slide_goes_from_one_person_to_another(directory: Path) -> None:
    edit(directory, "people", "slide: 5", "slide: 7")
    edit(directory, "people", "slide: 6", "slide: 5")
    assert told(directory) == ["changed people/ida-fenn: slide", "changed people/piers-dunmore: slide"]


def test_alias_and_subject_that_an_editor_added_are_edits(directory: Path) -> None:
    Allegation.objects.get().subjects.add(Person.objects.get(slug="rufus-stell"))
    change(Alias.objects.get(), name="J. D. Moss")
    edit(directory, "allegations", "said_by: The article", "said_by: Articles")
    edit(directory, "aliases", "J.D. Moss", "JD Moss")
    subjects = "subjects: site [ida-fenn, rufus-stell], file [ida-fenn]"
    assert told(directory) == [
        "kept aliases/heron-20-moss: name: site “J. D. Moss”, file “JD Moss”",
        f"kept allegations/lunches-left-out: said_by: site “The article”, file “Articles”; {subjects}",
    ]


def test_editor_who_replaces_a_deleted_entry_keeps_the_own_one(directory: Path) -> None:
    passages = [*pier().passages.all()]
    delete(Statement.objects.filter(slug="dunmore-pier"))
    own = Statement.objects.create(
        slug="dunmore-pier", person=Person.objects.get(slug="piers-dunmore"), summary="Own.", status=Status.PUBLISHED
    )
    own.passages.set(passages)
    edit(directory, "statements", OLD, NEW)
    (line,) = told(directory)
    assert (line.split(":")[0], pier().summary) == ("kept statements/dunmore-pier", "Own.")


def test_dump_that_renumbers_rows_is_no_edit(directory: Path) -> None:
    rows = {row.slug: row for row in Organisation.objects.all()}
    Role.objects.update(organisation=None)
    delete(Organisation.objects.all())
    for key, row in ((901, rows["blue-heron"]), (902, rows["council"])):
        row.pk = key
        row.save(force_insert=True)
    edit(directory, "organisations", "Blue Heron", "Red Heron")
    assert told(directory) == ["changed organisations/blue-heron: name"]
