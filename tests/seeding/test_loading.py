import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Meeting, Organisation, Person, Role, Statement
from people.seeding import SeedError, Tally, seed
from people.seeding.files import NOUNS, nouns_in
from tests.factories import make_person
from tests.seed import edit, make_seed

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return make_seed(tmp_path)


def seeded(directory: Path) -> list[Tally]:
    return seed(directory).tallies


def sizes(directory: Path) -> dict[str, int]:
    return {noun.name: noun.path(directory).read_text().count("- model:") for noun in nouns_in(directory)}


def everything() -> list[Any]:
    return [[*noun.model._default_manager.order_by("pk").values()] for noun in NOUNS]


def everything_but_times() -> list[Any]:
    """Return everything but when it was saved."""
    return [[{name: row[name] for name in row if name != "changed_at"} for row in rows] for rows in everything()]


def refusal(directory: Path) -> str:
    """Return why the seed is refused, after checking that the database is as it was."""
    before = everything()
    with pytest.raises(SeedError) as caught:
        seed(directory)
    assert everything() == before
    return str(caught.value).removeprefix(f"{directory}/")


def test_seed_creates_each_entry(directory: Path) -> None:
    assert seeded(directory) == [Tally(name, created=size) for name, size in sizes(directory).items()]


def test_seed_twice_changes_nothing(directory: Path) -> None:
    seeded(directory)
    before = everything()
    assert seeded(directory) == [Tally(name, unchanged=size) for name, size in sizes(directory).items()]
    assert everything() == before


def test_seed_stores_values_lists_and_derived_columns(directory: Path) -> None:
    seeded(directory)
    role = Role.objects.get(slug="ida-fenn-adviser")
    assert (role.person.slug, role.title, role.start) == ("ida-fenn", "Adviser", "2014-02")
    assert role.title_slug == "adviser"
    assert (role.start_earliest, role.start_latest) == (dt.date(2014, 2, 1), dt.date(2014, 2, 28))
    assert [str(passage) for passage in role.passages.all()] == ["pier/slide-5/1"]


def test_seed_writes_nothing_that_is_unchanged(directory: Path) -> None:
    seeded(directory)
    with CaptureQueriesContext(connection) as queries:
        seeded(directory)
    writing = ("INSERT", "UPDATE", "DELETE")
    assert [query["sql"] for query in queries if query["sql"].startswith(writing)] == []


def test_seed_changes_an_edited_value(directory: Path) -> None:
    seeded(directory)
    edit(directory, "roles", "start: 2014-02", "start: 2014-03-15")
    assert [tally for tally in seeded(directory) if tally.changed] == [Tally("roles", changed=1, unchanged=1)]
    role = Role.objects.get(slug="ida-fenn-adviser")
    assert (role.start, role.start_earliest) == ("2014-03-15", dt.date(2014, 3, 15))


def test_seed_changes_an_edited_list(directory: Path) -> None:
    seeded(directory)
    edit(directory, "statements", "[[pier, slide-6, 3]]", "[[pier, slide-6, 1], [pier, slide-6, 3]]")
    assert [tally for tally in seeded(directory) if tally.changed] == [Tally("statements", changed=1, unchanged=1)]
    passages = Statement.objects.get(slug="dunmore-pier").passages.all()
    assert [str(passage) for passage in passages] == ["pier/slide-6/1", "pier/slide-6/3"]


def test_seed_clears_a_value_that_the_file_leaves_out(directory: Path) -> None:
    seeded(directory)
    edit(directory, "meetings", "    times: 2\n", "")
    seeded(directory)
    assert Meeting.objects.get(slug="lunches").times is None


def test_seed_leaves_alone_what_never_was_in_a_file(directory: Path) -> None:
    seeded(directory)
    person = make_person("Ann Bee")
    before = everything()
    seeded(directory)
    assert everything() == before
    assert person in Person.public.all()


def test_seed_keeps_references_of_renamed_organisations(directory: Path) -> None:
    seeded(directory)
    edit(directory, "organisations", "name: Council of Port Ellery", "name: Town Council")
    seeded(directory)
    assert str(Role.objects.get(slug="ida-fenn-adviser")) == "Adviser, Town Council"


def test_seed_agrees_with_loaddata(directory: Path) -> None:
    paths = [str(noun.path(directory)) for noun in nouns_in(directory)]
    call_command("loaddata", *paths, verbosity=0)
    before = everything_but_times()
    assert seeded(directory) == [Tally(name, unchanged=size) for name, size in sizes(directory).items()]
    call_command("loaddata", *paths, verbosity=0)
    assert everything_but_times() == before


FENN = "entry 1 (ida-fenn-adviser)"
DUNMORE = "entry 2 (piers-dunmore)"
SIXTEEN_WORDS = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"

BROKEN: dict[str, tuple[str, str, str, str]] = {
    "syntax": ("roles", "title: Adviser", "title: [Adviser", "line 7: expected ',' or ']', but got ':'"),
    "indentation": (
        "roles",
        "    title: Adviser",
        "   title: Adviser",
        "line 6: expected <block end>, but found '<block mapping start>'",
    ),
    "name twice": ("roles", "    title:", "    title: x\n    title:", "line 7: “title” stands here twice"),
    "unknown model": ("roles", "role", "rule", f"{FENN}: the model is people.rule, but the file is for people.role"),
    "other model": ("roles", "role", "tie", f"{FENN}: the model is people.tie, but the file is for people.role"),
    "primary key": (
        "roles",
        "  fields:",
        "  pk: 1\n  fields:",
        f"{FENN}: an entry has a model and fields, and nothing else",
    ),
    "no fields": (
        "participations",
        "{meeting: [lunches], person: [ida-fenn], capacity: participant}",
        "lunches",
        "entry 1: the fields are no mapping of names to values",
    ),
    "unknown field": (
        "aliases",
        "    name: J.D. Moss",
        "    nmae: J.D. Moss",
        "entry 1 (heron-20-moss): there is no field “nmae” here; there are slug, status, person, name and passages",
    ),
    "derived field": (
        "aliases",
        "    name:",
        "    folded: x\n    name:",
        "entry 1 (heron-20-moss): there is no field “folded” here; there are slug, status, person, name and passages",
    ),
    "missing person": ("roles", "[ida-fenn]", "[ida-fen]", f"{FENN}: person: there is no person ida-fen"),
    "missing passage": (
        "roles",
        "[[pier, slide-5, 1]]",
        "[[pier, slide-5, 1], [pier, slide-5, 9]]",
        f"{FENN}: passages: there is no passage pier/slide-5/9",
    ),
    "reference as text": (
        "roles",
        "[ida-fenn]",
        "ida-fenn",
        f"{FENN}: person: write the natural key as a list: [ida-fenn]",
    ),
    "reference too long": (
        "roles",
        "[ida-fenn]",
        "[ida, fenn]",
        f"{FENN}: person: ida/fenn is no natural key of a person",
    ),
    "reference of the wrong kind": (
        "roles",
        "[[pier, slide-5, 1]]",
        "[[pier, slide-5, one]]",
        f"{FENN}: passages: pier/slide-5/one is no natural key of a passage",
    ),
    "list as one reference": (
        "roles",
        "[[pier, slide-5, 1]]",
        "[pier, slide-5, 1]",
        f"{FENN}: passages: write a list of natural keys, each a list itself",
    ),
    "no reference": ("roles", "    person: [ida-fenn]\n", "", f"{FENN}: person: This field cannot be null"),
    "bad date": (
        "statements",
        "199X",
        "2014-02-30",
        (
            "entry 2 (dunmore-pier): date: “2014-02-30” is not a date that exists in EDTF; write for example 2016, "
            "2016-03, 2016-03-15, 199X, 2016~, 2016?-12, 2016-03/2016-08 or ../2017"
        ),
    ),
    "no value": ("roles", "2014-02", "", f"{FENN}: start: it is empty; for no text, write ''"),
    "list for text": (
        "roles",
        "2014-02",
        "[2014]",
        f"{FENN}: start: a list is neither text nor number; put text in quotes",
    ),
    "tagged number": (
        "roles",
        "2014-02",
        "!!int 2014",
        "line 9: tag:yaml.org,2002:int is no text, list or mapping",
    ),
    "number with a line in it": (
        "meetings",
        "times: 2",
        "times: 1_000",
        "entry 1 (lunches): times: “1_000” value must be an integer",
    ),
    "hexadecimal number": (
        "people",
        "slide: 6",
        "slide: 0x1F",
        f"{DUNMORE}: slide: “0x1F” value must be an integer",
    ),
    "octal number": ("people", "slide: 6", "slide: 06", f"{DUNMORE}: slide: “06” value must be an integer"),
    "date with a line in it": (
        "statements",
        "199X",
        "1_000",
        (
            "entry 2 (dunmore-pier): date: “1_000” is not a date that exists in EDTF; write for example 2016, "
            "2016-03, 2016-03-15, 199X, 2016~, 2016?-12, 2016-03/2016-08 or ../2017"
        ),
    ),
    "text for number": ("people", "slide: 6", "slide: six", f"{DUNMORE}: slide: “six” value must be an integer"),
    "unknown choice": (
        "roles",
        "government",
        "astronaut",
        f"{FENN}: category: Value 'astronaut' is not a valid choice",
    ),
    "two faults": (
        "roles",
        "government\n    organisation: [council]\n    start: 2014-02",
        "x\n    tenure: y",
        f"{FENN}: category: Value 'x' is not a valid choice; tenure: Value 'y' is not a valid choice",
    ),
    "check constraint": ("roles", "2014-02", "2014-02\n    end: 2013", f"{FENN}: The role ends before it starts"),
    "reserved slug": (
        "meetings",
        "slug: lunches",
        "slug: choices",
        "entry 1 (choices): There is another page at that address, so the slug can't be: choices",
    ),
    "unique field": ("people", "slide: 6", "slide: 5", f"{DUNMORE}: slide: Person with this Slide already exists"),
    "unique constraint": (
        "ties",
        "- model",
        (
            "- model: people.tie\n  fields: {slug: other, kind: worked-with, from_person: [ida-fenn], "
            "to_person: [heron-20], summary: Same.}\n- model"
        ),
        "entry 2 (fenn-heron): There is such a tie between these two already",
    ),
    "slug twice": (
        "roles",
        "piers-dunmore-aide",
        "ida-fenn-adviser",
        "entry 2 (ida-fenn-adviser): entry 1 has the same slug",
    ),
    "key twice": (
        "participations",
        "rufus-stell",
        "ida-fenn",
        "entry 2 (lunches/ida-fenn): entry 1 has the same meeting and person",
    ),
    "no slug": ("roles", "piers-dunmore-aide", "''", "entry 2: slug: it can't be left out or blank"),
    "no sort name": (
        "people",
        "    sort_name: Dunmore, Piers\n",
        "",
        f"{DUNMORE}: sort_name: it can't be left out or blank",
    ),
    "published without passage": (
        "roles",
        "[[pier, slide-5, 1]]",
        "[]",
        f"{FENN}: passages: A published entry cites at least one passage",
    ),
    "no subject": (
        "allegations",
        "[[ida-fenn]]",
        "[]",
        "entry 1 (lunches-left-out): subjects: It can't be left out or empty",
    ),
    "answer of somebody else": (
        "responses",
        "[ida-fenn]",
        "[rufus-stell]",
        "entry 1 (fenn-explains): person: Rufus Stell is no subject of “Lunches left out of a report”",
    ),
    "quotation too long": (
        "responses",
        "plain routine",
        SIXTEEN_WORDS,
        "entry 1 (fenn-explains): quote: A quotation has at most 15 words; this has 16",
    ),
}


@pytest.mark.parametrize(("noun", "old", "new", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_seed_names_what_is_wrong(directory: Path, noun: str, old: str, new: str, reason: str) -> None:
    edit(directory, noun, old, new)
    assert refusal(directory) == f"{noun}.yaml, {reason}."


def test_seed_changes_nothing_on_an_error(directory: Path) -> None:
    seeded(directory)
    edit(directory, "organisations", "name: Blue Heron", "name: Red Heron")
    edit(directory, "statements", "Lived on the pier", "Lived near the pier")
    edit(directory, "statements", "199X", "199Y")
    assert refusal(directory).startswith("statements.yaml, entry 2 (dunmore-pier): date: ")


def test_seed_checks_answers_when_only_their_allegation_changes(directory: Path) -> None:
    seeded(directory)
    edit(directory, "allegations", "[[ida-fenn]]", "[[rufus-stell]]")
    reason = "entry 1 (fenn-explains): person: Ida Fenn is no subject of “Lunches left out of a report”."
    assert refusal(directory) == f"responses.yaml, {reason}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ": the file holds no list of entries."),
        (b"model: people.tie", ": the file holds no list of entries."),
        (b"\xff", ", byte 0: the file is not in UTF-8."),
    ],
)
def test_seed_names_a_file_that_is_no_list_of_entries(directory: Path, content: bytes, reason: str) -> None:
    (directory / "ties.yaml").write_bytes(content)
    assert refusal(directory) == f"ties.yaml{reason}"


def test_seed_names_a_directory_without_files(tmp_path: Path) -> None:
    with pytest.raises(
        SeedError, match=r"there is none of the files here, which are aliases\.yaml, allegations\.yaml, "
    ):
        seed(tmp_path)


@pytest.mark.parametrize("name", ["poeple.yaml", "people.yml"])
def test_seed_names_a_file_of_no_noun(directory: Path, name: str) -> None:
    (directory / name).write_text("[]")
    assert refusal(directory).startswith(f"{name}: no entries go by that name; the files are aliases.yaml, ")


def test_seed_reads_what_one_entry_shares_with_another(directory: Path) -> None:
    text = """
- model: people.organisation
  fields: &council {slug: council, name: Council of Port Ellery, kind: government}
- model: people.organisation
  fields: &harbour {<<: *council, slug: harbour, name: Harbour}
- model: people.organisation
  fields: {<<: *harbour, slug: pier, name: Pier}
"""
    (directory / "organisations.yaml").write_text(text)
    seeded(directory)
    rows = [*Organisation.objects.values_list("slug", "name", "kind")]
    assert rows == [
        ("council", "Council of Port Ellery", "government"),
        ("harbour", "Harbour", "government"),
        ("pier", "Pier", "government"),
    ]


@pytest.mark.parametrize(
    "written",
    ["12:30", "1_000", "no", "On", "null", "~", "0x1F", "1e3", "010", ".inf", "2016-03-15", "3.10", "=", "+1"],
)
def test_seed_keeps_text_as_it_is_written(directory: Path, written: str) -> None:
    edit(directory, "statements", "Lived on the pier.", written)
    seeded(directory)
    assert Statement.objects.get(slug="dunmore-pier").summary == written


def test_seed_takes_null_for_a_reference_or_number_that_is_not_given(directory: Path) -> None:
    edit(directory, "roles", "[council]", "null")
    edit(directory, "meetings", "times: 2", "times: ~")
    seeded(directory)
    assert (Role.objects.get(slug="ida-fenn-adviser").organisation, Meeting.objects.get().times) == (None, None)


def test_seed_refuses_what_contains_itself(directory: Path) -> None:
    edit(directory, "roles", "[[pier, slide-5, 1]]", "&all [*all]")
    assert refusal(directory) == f"roles.yaml, {FENN}: passages: write a list of natural keys, each a list itself."


def test_seed_refuses_a_second_document(directory: Path) -> None:
    with (directory / "ties.yaml").open("a") as file:
        file.write("---\n- more\n")
    with pytest.raises(SeedError, match=r"ties.yaml, line 10: but found another document"):
        seed(directory)
