import datetime as dt
from unittest.mock import ANY

import pytest
from django.test import Client

from people.models import Passage, Source
from people.querysets.citing import MAX_LISTED_ENTRIES
from people.text import digest
from tests.api.conftest import Get
from tests.factories import make_passage, make_person, make_role, make_source, rename

pytestmark = pytest.mark.django_db

ARTICLE = {
    "slug": "the-article",
    "title": "The article",
    "gallery_title": "The gallery",
    "publisher": "A paper",
    "kind": "article",
    "date": "2017",
    "covers_until": "2017-12",
    "original": "https://paper.example/article",
    "archived": "https://archive.example/article",
    "read_on": "2018-01-09",
    "rights": "short-quotation",
    "url": "http://testserver/sources/the-article/",
    "updated": ANY,
}

SENTENCE = {
    "passage": "the-article/slide-5/1",
    "section": "slide-5",
    "sentence": 1,
    "digest": digest("Ann advised."),
    "length": 12,
    "opening": "Ann",
    "text": None,
    "reason": None,
    "url": "http://testserver/sources/the-article/#s5-1",
}


@pytest.fixture(autouse=True)
def _article() -> None:
    source = make_source(
        "The article",
        gallery_title="The gallery",
        publisher="A paper",
        date="2017",
        covers_until="2017-12",
        url="https://paper.example/article",
        archived_url="https://archive.example/article",
        read_on=dt.date(2018, 1, 9),
    )
    first = make_passage(source, "slide-5", text="Ann advised.", opening="Ann")
    make_passage(source, "slide-5", text="Photo: Bob.", reason="photo credit")
    ann = make_person("Ann Bee", passages=[first])
    make_role(ann, "Adviser", passages=[first])
    make_role(ann, "Banker", passages=[first], published=False)


def test_list_holds_sources(get: Get) -> None:
    assert get("sources/") == {"count": 1, "next": None, "previous": None, "results": [ARTICLE]}


def test_source_holds_its_passages_with_what_rests_on_them(get: Get) -> None:
    assert get("sources/the-article/") == ARTICLE | {
        "count": 2,
        "next": None,
        "previous": None,
        "passages": [
            {
                **SENTENCE,
                "entries": [
                    {"kind": "person", "slug": "ann-bee", "url": "http://testserver/people/ann-bee/"},
                    {
                        "kind": "role",
                        "slug": "ann-bee-adviser",
                        "url": "http://testserver/people/ann-bee/#role-ann-bee-adviser",
                    },
                ],
                "entry_count": 2,
            },
            {
                "passage": "the-article/slide-5/2",
                "section": "slide-5",
                "sentence": 2,
                "digest": digest("Photo: Bob."),
                "length": 11,
                "opening": None,
                "text": None,
                "reason": "photo credit",
                "url": "http://testserver/sources/the-article/#s5-2",
                "entries": [],
                "entry_count": 0,
            },
        ],
    }


def test_text_is_shown_of_sources_that_may_be_shown_in_full(get: Get) -> None:
    make_person(passages=[make_passage(make_source("A filing", rights="full-text"), text="Bob was charged.")])
    assert [passage["text"] for passage in get("sources/a-filing/")["passages"]] == ["Bob was charged."]


def test_source_has_null_for_what_it_does_not_give(get: Get) -> None:
    make_person(passages=[make_passage(make_source("A leaflet"))])
    assert [name for name, value in get("sources/a-leaflet/").items() if value is None] == [
        "gallery_title",
        "publisher",
        "date",
        "covers_until",
        "original",
        "archived",
        "read_on",
        "next",
        "previous",
    ]


def test_long_source_is_answered_in_pages(get: Get) -> None:
    pages = [get(f"sources/the-article/?page_size=1&page={number}") for number in (1, 2)]
    address = "http://testserver/api/v1/sources/the-article/?page_size=1"
    assert [(one["count"], one["next"], one["previous"]) for one in pages] == [
        (2, "http://testserver/api/v1/sources/the-article/?page=2&page_size=1", None),
        (2, None, address),
    ]
    assert [[passage["sentence"] for passage in one["passages"]] for one in pages] == [[1], [2]]


def test_source_shows_the_first_entries_of_a_sentence(get: Get) -> None:
    passage = Passage.objects.get(sentence=2)
    for place in range(MAX_LISTED_ENTRIES + 5):
        make_person(f"Person {place:02}", passages=[passage])
    _, found = get("sources/the-article/")["passages"]
    assert [entry["slug"] for entry in found["entries"]] == [
        f"person-{place:02}" for place in range(MAX_LISTED_ENTRIES)
    ]
    assert found["entry_count"] == MAX_LISTED_ENTRIES + 5


def test_sentence_has_all_its_entries_in_pages(get: Get) -> None:
    page = get("sources/the-article/s5-1/?page_size=1&page=2")
    assert page == {
        **SENTENCE,
        "count": 2,
        "next": None,
        "previous": "http://testserver/api/v1/sources/the-article/s5-1/?page_size=1",
        "entries": [
            {
                "kind": "role",
                "slug": "ann-bee-adviser",
                "url": "http://testserver/people/ann-bee/#role-ann-bee-adviser",
            }
        ],
    }


def test_sentence_that_a_source_does_not_have_is_not_found(client: Client) -> None:
    assert client.get("/api/v1/sources/the-article/s9-9/").status_code == 404


def test_sentence_of_a_renamed_source_redirects(client: Client) -> None:
    source = Source.objects.get(slug="the-article")
    rename(source, "new")
    response = client.get("/api/v1/sources/the-article/s5-1/")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "http://testserver/api/v1/sources/new/s5-1/",
    )


def test_source_without_anything_public_is_answered_nowhere(client: Client, get: Get) -> None:
    make_person(passages=[make_passage(make_source("A leaflet"))], published=False)
    assert [one["slug"] for one in get("sources/")["results"]] == ["the-article"]
    statuses = [client.get(f"/api/v1/sources/a-leaflet/{below}").status_code for below in ("", "s1-1/")]
    assert statuses == [404, 404]
