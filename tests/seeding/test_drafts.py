"""What is wrong with an entry, named before anything is written."""

from pathlib import Path

import pytest

from tests.seed import edit
from tests.seeding.conftest import refusal, seeded

pytestmark = pytest.mark.django_db

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


@pytest.mark.parametrize(("kind", "old", "new", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_seed_names_what_is_wrong(directory: Path, kind: str, old: str, new: str, reason: str) -> None:
    edit(directory, kind, old, new)
    assert refusal(directory) == f"{kind}.yaml, {reason}."


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
