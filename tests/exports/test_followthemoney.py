import json
from typing import Any

import pytest

from people.exports.followthemoney import followthemoney
from people.models import Source
from people.vocabulary import SourceKind
from tests.exports import model
from tests.exports.world import SITE
from tests.factories import make_meeting, make_organisation, make_person, make_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

ANN, BOB = "probe-ann-person", "probe-bob-person"
DIARY = "probe-diary-source"
ONE, TWO = (f"{SITE}/sources/diary/#s1-{number}" for number in (1, 2))

CLAIM = (
    "Alleged, said by A witness: Something happened.",
    "Ann Bee denies: Nothing happened. “not at all”",
    "Bob Cee: no reply is recorded.",
    "Dropped: Ann Bee was cleared. (2018)",
)


def entities() -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(followthemoney(SITE)).splitlines()]


def properties(identifier: str) -> dict[str, Any]:
    """Return class and properties of the entity."""
    found = next(entity for entity in entities() if entity["id"] == identifier)
    return {"schema": found["schema"], **found["properties"]}


def test_entities_are_what_the_model_knows() -> None:
    assert list(model.problems(entities())) == []


@pytest.mark.parametrize("kind", ["campaign", "government", "company", "party", "outlet"])
def test_every_kind_of_organisation_can_have_members_and_hold_meetings(kind: str) -> None:
    body = make_organisation("Body", kind=kind)
    make_role(make_person("Eve"), "Clerk", "media", body)
    make_meeting(make_person("Fay"), organisation=body)
    assert list(model.problems(entities())) == []


@pytest.mark.parametrize("kind", SourceKind.values)
def test_every_kind_of_source_can_be_a_proof(kind: str) -> None:
    Source.objects.update(kind=kind)
    assert list(model.problems(entities())) == []


@pytest.mark.parametrize("slug", ["000_file", "file_", "file-"])
def test_every_slug_makes_an_identifier(slug: str) -> None:
    Source.objects.update(slug=slug)
    assert list(model.problems(entities())) == []


def test_model_notices_what_is_wrong() -> None:
    person = {"name": ["Ann"], "birthDate": ["199X"], "slide": ["1"], "sourceUrl": ["no address"], "proof": ["b"]}
    wrong = [{"id": "a_", "schema": "Person", "properties": person}, {"id": "b", "schema": "Note", "properties": {}}]
    assert sorted(model.problems(wrong)) == [
        "a_: birthDate: ['199X'] is no date",
        "a_: no identifier",
        "a_: proof: leads to no Document",
        "a_: slide: Person has no such property",
        "a_: sourceUrl: ['no address'] is no url",
        "b: lacks name",
    ]


def test_identifiers_are_unique() -> None:
    identifiers = [entity["id"] for entity in entities()]
    assert len(identifiers) == len(set(identifiers))


def test_person_has_positions_in_words_and_a_proof() -> None:
    assert properties(BOB) == {
        "schema": "Person",
        "name": ["Bob Cee"],
        "position": ["Banker (former, from the 1990s)", "Director, The campaign (proposed)"],
        "sourceUrl": [f"{SITE}/people/bob/"],
        "proof": [DIARY],
    }


def test_membership_has_dates_as_exact_as_given() -> None:
    assert properties("probe-ann-adviser-role") == {
        "schema": "Membership",
        "member": [ANN],
        "organization": ["probe-campaign-organisation"],
        "role": ["Adviser"],
        "startDate": ["2016-03"],
        "endDate": ["2016-08"],
        "summary": ["Adviser, The campaign (March to August 2016)"],
        "description": ["2016-03/2016-08 (EDTF)"],
        "sourceUrl": [ONE],
        "proof": [DIARY],
    }


def test_membership_says_that_it_was_only_proposed() -> None:
    proposed = properties("probe-bob-director-role")
    assert (proposed["role"], proposed["status"]) == (["Director (proposed)"], ["proposed"])


def test_event_has_its_date_and_what_is_inferred_of_it() -> None:
    assert properties("probe-talk-meeting") == {
        "schema": "Event",
        "name": ["Ann meets Bob"],
        "involved": [ANN, BOB],
        "location": ["London"],
        "date": ["2016-12"],
        "summary": ["In person, 2 times, Reported"],
        "description": ["They talked."],
        "notes": ["December 2016 (year inferred) [EDTF 2016?-12]"],
        "sourceUrl": [ONE],
        "proof": [DIARY],
    }


def test_tie_is_a_link_from_one_to_the_other() -> None:
    assert properties("probe-ann-bob-tie") == {
        "schema": "UnknownLink",
        "subject": [ANN],
        "object": [BOB],
        "role": ["Ann Bee recommended Bob Cee"],
        "summary": ["Ann spoke for Bob."],
        "sourceUrl": [ONE],
        "proof": [DIARY],
    }


def test_allegation_is_a_note_with_every_answer_in_it() -> None:
    assert properties("probe-claim-allegation") == {
        "schema": "Note",
        "name": ["Allegation: The claim"],
        "entity": [ANN, BOB],
        "description": ["\n".join(CLAIM)],
        "sourceUrl": [TWO],
        "proof": [DIARY],
    }


def test_statement_is_a_note_with_its_date_in_words() -> None:
    assert properties("probe-york-statement") == {
        "schema": "Note",
        "name": ["Statement about Ann Bee"],
        "entity": [ANN],
        "description": ["Lived in York. (in the 1990s)"],
        "notes": ["in the 1990s [EDTF 199X]"],
        "sourceUrl": [TWO],
        "proof": [DIARY],
    }


def test_source_is_a_document_of_its_kind() -> None:
    assert properties(DIARY) == {
        "schema": "Article",
        "name": ["Diary"],
        "title": ["Diary"],
        "fileName": ["diary"],
        "date": ["2016"],
        "sourceUrl": ["https://diary.example/"],
    }
