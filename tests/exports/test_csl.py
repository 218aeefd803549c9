import json

import jsonschema

from people.exports.citation import SITE
from people.exports.csl import csl
from tests.exports.test_citation import CITATION, SOURCED

# Of the schema that CSL publishes, what concerns a page.
NUMBER = {"type": "integer"}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "maxItems": 2,
            "items": {"type": "array", "items": NUMBER, "minItems": 1, "maxItems": 3},
        }
    },
    "additionalProperties": False,
}
TEXT = {"type": "string"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": ["webpage", "article-newspaper", "document"]},
            "id": TEXT,
            "title": TEXT,
            "container-title": TEXT,
            "author": {"type": "array", "items": {"type": "object", "properties": {"literal": TEXT}}},
            "issued": DATE,
            "accessed": DATE,
            "URL": TEXT,
            "publisher": TEXT,
            "note": TEXT,
            "language": TEXT,
        },
        "additionalProperties": False,
    },
}


def test_csl_is_valid() -> None:
    jsonschema.Draft202012Validator(CSL).validate(json.loads(csl(SOURCED)))


def test_csl_has_the_day_of_the_last_change() -> None:
    assert json.loads(csl(CITATION)) == [
        {
            "id": "probe-ann",
            "type": "webpage",
            "title": "Ann Bee",
            "container-title": SITE,
            "author": [{"literal": "Probe"}],
            "issued": {"date-parts": [[2017, 3, 4]]},
            "accessed": {"date-parts": [[2017, 12, 24]]},
            "URL": "https://probe.example/people/ann/",
            "language": "en-GB",
        }
    ]


def test_csl_has_the_sources() -> None:
    known, unknown = json.loads(csl(SOURCED))[1:]
    assert (known.pop("note"), unknown.pop("note")) == (
        (
            "With the gallery “Key people & others”. Archived at https://archive.example/story. Read 3 February 2018. "
            "As of 12 December 2017, the latest date that it gives; nothing after it is covered"
        ),
        ("Publisher, date, address: not given in the copy that this rests on. How far it reaches is not recorded here"),
    )
    assert (known, unknown) == (
        {
            "id": "source-story",
            "type": "article-newspaper",
            "title": "Who is who?",
            "publisher": "A newspaper",
            "issued": {"date-parts": [[2018, 1]]},
            "accessed": {"date-parts": [[2018, 2, 3]]},
            "URL": "https://paper.example/story?a=}",
        },
        {"id": "source-leaflet", "type": "document", "title": "A leaflet"},
    )
