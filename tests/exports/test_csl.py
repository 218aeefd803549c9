import json

import jsonschema

from people.exports.citation import SITE
from people.exports.csl import csl
from tests.exports.test_citation import CITATION

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
            "type": {"enum": ["webpage", "article-newspaper", "dataset"]},
            "id": TEXT,
            "title": TEXT,
            "container-title": TEXT,
            "author": {"type": "array", "items": {"type": "object", "properties": {"literal": TEXT}}},
            "issued": DATE,
            "accessed": DATE,
            "URL": TEXT,
            "language": TEXT,
        },
        "additionalProperties": False,
    },
}


def test_csl_is_valid() -> None:
    jsonschema.Draft202012Validator(CSL).validate(json.loads(csl(CITATION)))


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
