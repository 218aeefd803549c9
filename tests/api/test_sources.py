import pytest

from people.text import digest
from tests.api.conftest import Get
from tests.factories import make_passage, make_person, make_role, make_source

pytestmark = pytest.mark.django_db

ARTICLE = {
    "slug": "the-article",
    "title": "The article",
    "publisher": "A paper",
    "kind": "article",
    "date": "2017",
    "original": "https://paper.example/article",
    "rights": "short-quotation",
    "url": "http://testserver/sources/the-article/",
}


@pytest.fixture(autouse=True)
def _article() -> None:
    source = make_source("The article", publisher="A paper", date="2017", url="https://paper.example/article")
    first = make_passage(source, "slide-5", text="Ann advised.")
    make_passage(source, "slide-5", text="Photo: Bob.", reason="photo credit")
    ann = make_person("Ann Bee", passages=[first])
    make_role(ann, "Adviser", passages=[first])
    make_role(ann, "Banker", passages=[first], published=False)


def test_list_holds_sources(get: Get) -> None:
    assert get("sources/") == {"count": 1, "next": None, "previous": None, "results": [ARTICLE]}


def test_source_holds_its_passages_with_what_rests_on_them(get: Get) -> None:
    assert get("sources/the-article/") == ARTICLE | {
        "passages": [
            {
                "passage": "the-article/slide-5/1",
                "section": "slide-5",
                "sentence": 1,
                "digest": digest("Ann advised."),
                "text": None,
                "reason": None,
                "url": "http://testserver/sources/the-article/#s5-1",
                "entries": [
                    {"kind": "person", "slug": "ann-bee", "url": "http://testserver/people/ann-bee/"},
                    {
                        "kind": "role",
                        "slug": "ann-bee-adviser",
                        "url": "http://testserver/people/ann-bee/#role-ann-bee-adviser",
                    },
                ],
            },
            {
                "passage": "the-article/slide-5/2",
                "section": "slide-5",
                "sentence": 2,
                "digest": digest("Photo: Bob."),
                "text": None,
                "reason": "photo credit",
                "url": "http://testserver/sources/the-article/#s5-2",
                "entries": [],
            },
        ]
    }


def test_text_is_shown_of_sources_that_may_be_shown_in_full(get: Get) -> None:
    make_passage(make_source("A filing", rights="full-text"), text="Bob was charged.")
    assert [passage["text"] for passage in get("sources/a-filing/")["passages"]] == ["Bob was charged."]


def test_source_has_null_for_what_it_does_not_give(get: Get) -> None:
    make_source("A leaflet")
    assert [name for name, value in get("sources/a-leaflet/").items() if value is None] == [
        "publisher",
        "date",
        "original",
    ]
