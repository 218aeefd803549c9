import io

import pytest
from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser

from people.exports.bibtex import bibtex, tex
from people.exports.citation import SITE, Citation
from tests.exports.test_citation import CITATION, SOURCED


def read_back(citation: Citation) -> Entry:
    return Parser().parse_stream(io.StringIO(bibtex(citation))).entries[citation.key]


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


def test_bibtex_has_the_sources() -> None:
    entries = Parser().parse_stream(io.StringIO(bibtex(SOURCED))).entries
    assert {key: dict(entry.fields) for key, entry in entries.items() if key != CITATION.key} == {
        "source-story": {
            "title": "{Who is who?}",
            "howpublished": "A newspaper",
            "year": "2018",
            "month": "January",
            "note": (
                r"With the gallery “Key people \& others”. Archived at https://archive.example/story. "
                "Read 3 February 2018. "
                "As of 12 December 2017, the latest date that it gives; nothing after it is covered"
            ),
            "url": "https://paper.example/story?a=%7D",
            "urldate": "2018-02-03",
        },
        "source-leaflet": {
            "title": "{A leaflet}",
            "note": (
                "Publisher, date, address: not given in the copy that this rests on. "
                "How far it reaches is not recorded here"
            ),
        },
    }
