"""The Web Annotation model has no schema in any package; what it asks of these annotations stands here."""

import json
from typing import Any

import jsonschema
import pytest

from people.exports.annotations import annotation_page, annotations
from people.models import Passage, Person, Source
from people.querysets.citing import MAX_LISTED_ENTRIES
from people.querysets.passage import PASSAGES_PER_PAGE
from people.text import digest
from tests.exports.world import SITE
from tests.factories import make_passage, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

ADDRESS = f"{SITE}/sources/diary/annotations.json"
IRI = {"type": "string", "format": "uri"}
BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "id": IRI,
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
        "language": {"const": "en"},
        "purpose": {"const": "describing"},
    },
    "additionalProperties": False,
}
SELECTOR = {
    "oneOf": [
        {"required": ["value", "conformsTo"], "properties": {"type": {"const": "FragmentSelector"}, "conformsTo": IRI}},
        {"required": ["exact"], "properties": {"type": {"const": "TextQuoteSelector"}}},
        {
            "required": ["section", "sentence", "position", "digest"],
            "properties": {
                "type": {"const": "PassageSelector"},
                "digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            },
        },
    ]
}
TARGET = {
    "type": "object",
    "required": ["source", "selector"],
    "properties": {"source": IRI, "via": IRI, "selector": {"type": "array", "items": SELECTOR}},
    "additionalProperties": False,
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "modified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "body": {"type": "array", "items": BODY, "minItems": 1},
        "target": TARGET,
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
CLAIM = [
    "Alleged, said by A witness: Something happened.",
    "Ann Bee denies: Nothing happened. “not at all”",
    "Bob Cee: no reply is recorded.",
    "Dropped: Ann Bee was cleared. (2018)",
]

TALK = (
    "In person, 2 times, Reported\n"
    "December 2016 (year inferred) [EDTF 2016?-12]\n"
    "London\nAnn Bee, Bob Cee\nThey talked."
)


def collection() -> dict[str, Any]:
    read: dict[str, Any] = json.loads("".join(annotations(Source.objects.get(), ADDRESS, SITE)))
    return read


def items() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = collection()["first"]["items"]
    return listed


def bodies(place: int) -> list[tuple[str, str]]:
    return [(body["id"].removeprefix(SITE), body["value"]) for body in items()[place]["body"]]


def test_annotations_are_valid() -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(collection())


def test_annotations_name_each_sentence_by_anchor_place_and_digest() -> None:
    assert [annotation["target"] for annotation in items()] == [
        {
            "source": f"{SITE}/sources/diary/",
            "selector": [
                {
                    "type": "FragmentSelector",
                    "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
                    "value": f"s1-{number}",
                },
                {
                    "type": "PassageSelector",
                    "section": "slide-1",
                    "sentence": number,
                    "position": number,
                    "digest": f"sha256:{digest(text)}",
                },
            ],
            "via": "https://diary.example/",
        }
        for number, text in ((1, "Ann met Bob."), (2, "Bob said so."))
    ]


def test_annotations_say_which_entries_rest_on_a_sentence() -> None:
    assert bodies(0) == [
        ("/people/ann/", "Ann Bee\nAdviser\nAdvised."),
        ("/people/slide-3/", "Unnamed (slide 3)\na man at a table"),
        ("/people/ann/", "Ann Bee: other name\nAlso called Annie."),
        ("/people/ann/#role-ann-adviser", "Ann Bee: role\nAdviser, The campaign (March to August 2016)"),
        ("/meetings/talk/", f"Meeting: Ann meets Bob\n{TALK}"),
        ("/people/ann/#tie-ann-bob", "Connection: Ann Bee recommended Bob Cee\nAnn spoke for Bob."),
        ("/allegations/claim/#response-denial", f"Ann Bee: reply\n{CLAIM[1]}\nThe claim. {' '.join(CLAIM)}"),
        ("/people/slide-3/#statement-resigned", "Unnamed (slide 3): statement\nResigned. (Alleged, before 2017)"),
    ]


def test_annotation_of_an_allegation_has_every_answer() -> None:
    assert dict(bodies(1))["/allegations/claim/"] == "\n".join(["The claim (allegation)", *CLAIM])


def test_annotations_leave_out_sentences_on_which_nothing_rests() -> None:
    make_passage(Source.objects.get(), reason="a photo credit")
    assert [annotation["id"] for annotation in items()] == [f"{ADDRESS}#s1-1", f"{ADDRESS}#s1-2"]
    assert collection()["total"] == 2


def test_annotations_hold_no_text_of_a_source_that_may_not_be_shown() -> None:
    Passage.objects.update(text="Ann met Bob.")
    assert "Ann met Bob." not in "".join(annotations(Source.objects.get(), ADDRESS, SITE))


def test_annotations_quote_a_source_that_may_be_shown(quotable: Source) -> None:
    assert items()[0]["target"]["selector"][2] == {"type": "TextQuoteSelector", "exact": "Ann met Bob."}


@pytest.fixture
def long_source(world: None) -> Source:
    """The source with a third sentence on its second page, on which the same person rests."""
    source = Source.objects.get()
    passage = make_passage(source, "slide-9", position=PASSAGES_PER_PAGE + 1)
    Person.objects.get(slug="ann").passages.add(passage)
    return source


def test_collection_of_a_long_source_leads_to_its_pages(long_source: Source) -> None:
    read = collection()
    first = read["first"]
    assert (read["total"], read["last"]) == (3, f"{ADDRESS}?page=2")
    assert (first["id"], first["startIndex"], first["next"]) == (f"{ADDRESS}?page=1", 0, f"{ADDRESS}?page=2")
    assert [one["id"] for one in first["items"]] == [f"{ADDRESS}#s1-1", f"{ADDRESS}#s1-2"]


def test_page_of_a_collection_goes_on_where_the_one_before_ends(long_source: Source) -> None:
    page = json.loads("".join(annotation_page(long_source, ADDRESS, SITE, 2)))
    beside = {name: page.get(name) for name in ("id", "type", "startIndex", "prev", "next")}
    assert beside == {
        "id": f"{ADDRESS}?page=2",
        "type": "AnnotationPage",
        "startIndex": 2,
        "prev": f"{ADDRESS}?page=1",
        "next": None,
    }
    assert page["partOf"]["id"] == ADDRESS
    assert [(one["id"], one["target"]["source"]) for one in page["items"]] == [
        (f"{ADDRESS}#s9-1", f"{SITE}/sources/diary/?page=2")
    ]


def test_annotation_of_a_sentence_on_which_much_rests_leads_to_all_of_it() -> None:
    passage = Passage.objects.order_by("position")[1]
    for place in range(MAX_LISTED_ENTRIES):
        make_person(f"Person {place:02}", passages=[passage])
    *first, last = items()[1]["body"]
    assert len(first) == MAX_LISTED_ENTRIES
    assert last == {
        "id": f"{SITE}/sources/diary/s1-2/",
        "type": "Text",
        "format": "text/html",
        "language": "en",
        "purpose": "linking",
    }
