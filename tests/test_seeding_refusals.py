"""What a seed refuses, and how it names it."""

from pathlib import Path

import pytest

from people.models import Person
from people.seeding import SeedError, seed
from tests.seed import edit, make_seed
from tests.test_seeding import NAMES, everything, seeded

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return make_seed(tmp_path)


def refusal(directory: Path) -> str:
    """Return why the seed is refused, after checking that the database is as it was."""
    before = everything()
    with pytest.raises(SeedError) as caught:
        seed(directory, lambda _: None)
    assert everything() == before
    return str(caught.value).removeprefix(f"{directory}/")


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
    "truth for text": (
        "roles",
        "2014-02",
        "no",
        f"{FENN}: start: False is neither text nor number; put text in quotes",
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


@pytest.mark.parametrize("name", NAMES)
def test_seed_names_a_missing_file(directory: Path, name: str) -> None:
    (directory / f"{name}.yaml").unlink()
    assert refusal(directory) == f"{name}.yaml: the file is missing."


def test_seed_refuses_a_second_document(directory: Path) -> None:
    with (directory / "ties.yaml").open("a") as file:
        file.write("---\n- more\n")
    with pytest.raises(SeedError, match=r"ties.yaml, line 10: but found another document"):
        seed(directory, lambda _: None)


def test_seed_checks_answers_when_only_their_allegation_changes(directory: Path) -> None:
    seeded(directory)
    edit(directory, "allegations", "[[ida-fenn]]", "[[rufus-stell]]")
    reason = "entry 1 (fenn-explains): person: Ida Fenn is no subject of “Lunches left out of a report”."
    assert refusal(directory) == f"responses.yaml, {reason}"


def test_seed_does_not_revive_a_renamed_entry(directory: Path) -> None:
    seeded(directory)
    person = Person.objects.get(slug="rufus-stell")
    person.slug = "general-stell"
    person.save()
    reason = f"“rufus-stell” was the address of {person} (general-stell) and still redirects there."
    told = f"people.yaml, entry 4 (rufus-stell): slug: {reason} If this is the same entry, rename it here too."
    assert refusal(directory) == told
