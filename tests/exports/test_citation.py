import datetime as dt

from people.exports.citation import Citation
from people.models import Source

CHANGED, READ = dt.date(2017, 3, 4), dt.date(2017, 12, 24)
CITATION = Citation("probe-ann", "Ann Bee", "https://probe.example/people/ann/", CHANGED, READ)

KNOWN = Source(
    slug="story",
    title="Who is who?",
    gallery_title="Key people & others",
    publisher="A newspaper",
    kind="article",
    date="2018-01",
    covers_until="2017-12-12",
    url="https://paper.example/story?a=}",
    archived_url="https://archive.example/story",
    read_on=dt.date(2018, 2, 3),
)
UNKNOWN = Source(slug="leaflet", title="A leaflet", kind="filing")
SOURCED = CITATION._replace(sources=(KNOWN, UNKNOWN))


def test_citation_in_words_has_the_day_of_the_last_change() -> None:
    assert CITATION.text == (
        "“Ann Bee”. Probe: a who’s who of the Russia probe that shows its sources. "
        "Last changed 4 March 2017, read 24 December 2017. https://probe.example/people/ann/"
    )


def test_sources_in_words_say_what_is_known_of_them_and_what_is_not() -> None:
    assert SOURCED.source_texts == [
        (
            "“Who is who?”. A newspaper. Published January 2018. With the gallery “Key people & others”. "
            "Archived at https://archive.example/story. Read 3 February 2018. "
            "As of 12 December 2017, the latest date that it gives; nothing after it is covered. "
            "https://paper.example/story?a=}"
        ),
        (
            "“A leaflet”. Publisher, date, address: not given in the copy that this rests on. "
            "How far it reaches is not recorded here."
        ),
    ]
