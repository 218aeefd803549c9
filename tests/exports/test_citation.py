import datetime as dt
import io

import jsonschema
import pytest
from pybtex.database import Entry
from pybtex.database.input import bibtex

from people.exports.citation import SITE, Citation, tex

CHANGED, READ = dt.date(2017, 3, 4), dt.date(2017, 12, 24)
CITATION = Citation("probe-ann", "Ann Bee", "https://probe.example/people/ann/", CHANGED, READ)

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


def read_back(citation: Citation) -> Entry:
    return bibtex.Parser().parse_stream(io.StringIO(citation.bibtex)).entries[citation.key]


def test_citation_in_words_has_the_day_of_the_last_change() -> None:
    assert CITATION.text == (
        "“Ann Bee”. Probe: a who’s who of the Russia probe that shows its sources. "
        "Last changed 4 March 2017, read 24 December 2017. https://probe.example/people/ann/"
    )


def test_bibtex_is_read_back() -> None:
    assert dict(read_back(CITATION).fields) == {
        "title": "{Ann Bee}",
        "howpublished": SITE,
        "year": "2017",
        "month": "March",
        "note": "Last changed 2017-03-04, read 2017-12-24",
        "url": "https://probe.example/people/ann/",
        "urldate": "2017-12-24",
    }


def test_bibtex_names_the_site_as_one_author() -> None:
    assert [str(person) for person in read_back(CITATION).persons["author"]] == ["{Probe}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann & Bob, 100% #1_a $", r"Ann \& Bob, 100\% \#1\_a \$"),
        ("{a}", r"\textbraceleft{}a\textbraceright{}"),
        ("\\b ~ ^", r"\textbackslash{}b \textasciitilde{} \textasciicircum{}"),
        ("Ørsted", "Ørsted"),
    ],
)
def test_tex_prints_any_title(text: str, expected: str) -> None:
    assert tex(text) == expected


@pytest.mark.parametrize("title", ["Guccifer 2.0", "{", "}}", "a \\", "\\}"])
def test_bibtex_of_any_title_is_read_back(title: str) -> None:
    assert read_back(CITATION._replace(title=title)).fields["title"] == f"{{{tex(title)}}}"


def test_csl_is_valid() -> None:
    jsonschema.Draft202012Validator(CSL).validate(CITATION.csl)


def test_csl_has_the_day_of_the_last_change() -> None:
    assert CITATION.csl == [
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
