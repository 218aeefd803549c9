"""What the boxes tell of what they read differently, and what they never tell."""

import html
from urllib.parse import quote

import pytest
from django.test import Client

from people.models import Person
from people.search import search
from people.search.autocomplete import autocomplete
from tests.factories import make_alias, make_person
from tests.search.boxes.cast import FLYNN, KISLYAK, SPELLINGS, found_by_search, names_of, people_filter
from tests.views.document import get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_word_that_readers_do_not_see_stands_in_no_ones_way(hidden: dict[str, bool]) -> None:
    make_person("Kyslyak", **hidden)
    make_alias(Person.objects.get(name=FLYNN), "Kisljak", **hidden)
    for typed in SPELLINGS:
        filters = people_filter(typed)
        assert names_of(filters.ids[:]) == [KISLYAK]
        assert [one.title for one in autocomplete(typed).found] == [KISLYAK]
        assert found_by_search(typed) == [KISLYAK]


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_word_that_readers_do_not_see_is_never_told(hidden: dict[str, bool]) -> None:
    make_person("Secretary", **hidden)
    attempts = [search(typed).attempt for typed in ("Flynn secretarry", "Flynn secretary")]
    assert [attempt.substitutions if attempt else None for attempt in attempts] == [[], []]
    assert people_filter("secretarry").substitutions == []


def test_corrected_spelling_is_named_on_the_page(client: Client) -> None:
    told = ["Nothing here has “Kyslyak”. These results are for “kislyak”."]
    for address in ("/people/?q=Kyslyak", "/network/?q=Kyslyak", "/people/choices/?parameter=contact&term=Kyslyak"):
        assert get(client, address).texts("p", "notice") == told


def test_corrected_spelling_is_named_beside_suggestions(client: Client) -> None:
    pages = [
        get(client, f"/{path}=Kyslyak")
        for path in ("search/suggest/?q", "people/choices/suggest/?parameter=contact&term")
    ]
    assert [page.texts("span", "small") for page in pages] == [
        ["Person · spelled “kislyak”"],
        ["1 person · spelled “kislyak”"],
    ]


def test_corrected_spelling_is_named_in_headers(client: Client) -> None:
    addresses = ("/api/v1/people/", "/people.csv", "/people.json")
    assert [client.get(one, {"q": "Kyslyak"}).headers["Search-Corrected"] for one in addresses] == [
        "Kyslyak=kislyak"
    ] * 3
    assert ["Search-Corrected" in client.get(one, {"q": "Kislyak"}).headers for one in addresses] == [False] * 3


def test_corrected_spelling_is_named_in_the_title_of_a_feed(client: Client) -> None:
    feed = client.get("/people.atom", {"q": "Kyslyak"}).content.decode()
    assert "<title>Probe: changes of people (search “Kyslyak” · spelled “kislyak”)</title>" in feed


def test_corrected_spelling_is_named_in_the_admin(editor: Client) -> None:
    answer = editor.get("/admin/people/person/", {"q": "Kyslyak"})
    assert [str(one) for one in answer.context["messages"]] == ["Nothing here has “Kyslyak”. This is for “kislyak”."]


@pytest.mark.parametrize("typed", ["???", "  ,", "🕵️", "“”", "'", "́", "-", "_", "%"])
def test_text_without_letter_or_digit_is_refused_everywhere(typed: str, editor: Client) -> None:
    boxes = [
        *(("q", path) for path in ("people/", "network/", "people.csv", "people.json", "people.atom", "search/")),
        *(("q", path) for path in ("search/suggest/", "api/v1/people/", "api/v1/people/facets/")),
        *(("q", f"admin/{path}/") for path in ("people/person", "people/passage", "auth/user")),
        *(("term", f"people/choices/{path}?parameter=contact") for path in ("", "suggest/")),
        ("term", "admin/autocomplete/?app_label=people&model_name=role&field_name=person"),
    ]
    answers = [editor.get(f"/{path}{'&' if '?' in path else '?'}{name}={quote(typed)}") for name, path in boxes]
    told = [
        name in answer.content.decode() and typed.strip() in html.unescape(answer.content.decode())
        for (name, _), answer in zip(boxes, answers, strict=True)
    ]
    assert [answer.status_code for answer in answers] == [400] * len(boxes)
    assert told == [True] * len(boxes)


def test_name_that_several_have_is_refused(client: Client) -> None:
    make_person("Sergey Kislyak")
    assert client.get("/network/path/", {"from": "kislyak", "to": "zed"}).status_code == 400
    assert client.get("/network/", {"around": "Sergey Kislyak"}).status_code == 400
