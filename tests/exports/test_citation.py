import datetime as dt

from people.exports.citation import Citation

CHANGED, READ = dt.date(2017, 3, 4), dt.date(2017, 12, 24)
CITATION = Citation("probe-ann", "Ann Bee", "https://probe.example/people/ann/", CHANGED, READ)


def test_citation_in_words_has_the_day_of_the_last_change() -> None:
    assert CITATION.text == (
        "“Ann Bee”. Probe: a who’s who of the Russia probe that shows its sources. "
        "Last changed 4 March 2017, read 24 December 2017. https://probe.example/people/ann/"
    )
