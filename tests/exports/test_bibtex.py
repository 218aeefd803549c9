import io

import pytest
from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser

from people.exports.bibtex import bibtex, tex
from people.exports.citation import SITE, Citation
from tests.exports.test_citation import CITATION


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
