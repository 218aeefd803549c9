"""Whatever is typed, and wherever: every box reads it in the same way, and finds the same."""

import html
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict
from django.test import Client

from people.filters import PersonFilter
from people.filters.facets import SearchTerm
from people.models import Person
from people.search import search
from people.search.autocomplete import autocomplete
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db

KISLYAK, GORDON, MCFARLAND = "Sergey Kislyak", "J.D. Gordon", "KT McFarland"
OBRIEN, OMARA, WANG, ALIYEV = "Seán O’Brien", "Margi O'Mara", "王岐山", "İlham Əliyev"
ASSAD, ZDZBLO, IVANOVA, FLYNN, WEISS = (
    "Bashar al-Assad",
    "Łukasz Źdźbło",
    "Ольга Иванова",
    "Michael Flynn",
    "Jürgen Weiß",
)
EVERYBODY = (KISLYAK, GORDON, MCFARLAND, OBRIEN, OMARA, WANG, ALIYEV, ASSAD, ZDZBLO, IVANOVA, FLYNN, WEISS)

WHO = {
    "kislyak,": KISLYAK,
    "Kislyak's": KISLYAK,
    "Kislyak’s": KISLYAK,
    "“Kislyak”": KISLYAK,
    "(Kislyak)?": KISLYAK,
    "kisl": KISLYAK,
    "kisly": KISLYAK,
    "Кисляк": KISLYAK,
    "Kyslyak": KISLYAK,
    "Kisljak": KISLYAK,
    "kislyak AND sergey": KISLYAK,
    'kislyak"': KISLYAK,
    "JD Gordon": GORDON,
    "J.D. Gordon": GORDON,
    "J D Gordon": GORDON,
    "j. d. gordon": GORDON,
    "KT McFarland": MCFARLAND,
    "K.T. McFarland": MCFARLAND,
    "K T Mc Farland": MCFARLAND,
    "O'Brien": OBRIEN,
    "O’Brien": OBRIEN,
    "o brien": OBRIEN,
    "OBrien": OBRIEN,
    "Oʼbrien": OBRIEN,
    "O’Brien’s": OBRIEN,
    "sean": OBRIEN,
    "omara": OMARA,
    "Oʻmara": OMARA,
    "o mara": OMARA,
    "Wang Qishan": WANG,
    "wangqishan": WANG,
    "王岐山": WANG,
    "eliyev": ALIYEV,
    "ilham": ALIYEV,
    "İlham Əliyev": ALIYEV,
    "al-Assad": ASSAD,
    "al Assad": ASSAD,
    "alassad": ASSAD,
    "assad": ASSAD,
    "lukasz": ZDZBLO,
    "ŁUKASZ zdzblo": ZDZBLO,
    "olga ivanova": IVANOVA,
    "иванова": IVANOVA,
    "Flynns'": FLYNN,
    "weiss": WEISS,
    "WEISS jurgen": WEISS,
}
SPELLINGS = {"Kyslyak": "kislyak", "Kisljak": "kislyak"}
EXPECTED = {typed: [name] for typed, name in WHO.items()}


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Everybody met one person, so that a facet has them all."""
    hub = make_person("Zed")
    for name in EVERYBODY:
        make_meeting(hub, make_person(name), title="A talk")


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief"))
    return client


def people_filter(typed: str) -> PersonFilter:
    filters = PersonFilter(QueryDict(f"q={quote(typed)}"))
    assert filters.is_valid(), filters.problems
    return filters


def names_of(keys: Any) -> list[str]:
    return [str(person) for person in Person.objects.in_order(list(keys))]


def test_people_page_finds_whom_is_meant() -> None:
    assert {typed: names_of(people_filter(typed).ids[:]) for typed in WHO} == EXPECTED


def test_exports_find_whom_is_meant() -> None:
    assert {typed: names_of(people_filter(typed).ids[:]) for typed in WHO} == EXPECTED


def test_api_finds_whom_is_meant(client: Client) -> None:
    answers = {typed: client.get("/api/v1/people/", {"q": typed}).json() for typed in WHO}
    assert {typed: [one["name"] for one in answer["results"]] for typed, answer in answers.items()} == EXPECTED


def test_search_page_finds_whom_is_meant() -> None:
    assert {typed: found_by_search(typed) for typed in WHO} == EXPECTED


def test_suggestions_find_whom_is_meant() -> None:
    assert {typed: [one.title for one in autocomplete(typed).found] for typed in WHO} == EXPECTED


def test_facet_finds_whom_is_meant() -> None:
    filters = PersonFilter(QueryDict(""))
    assert filters.is_valid()
    found = {}
    for typed in WHO:
        found[typed] = [one.label for one in filters.open_facets()["contact"].find(filters, SearchTerm(typed)).choices]
    assert found == EXPECTED


def test_admin_list_finds_whom_is_meant(editor: Client) -> None:
    found = {}
    for typed in list(WHO)[::4]:  # a page of the admin takes long
        answer = editor.get("/admin/people/person/", {"q": typed})
        found[typed] = [str(person) for person in answer.context["cl"].result_list]
    assert found == {typed: EXPECTED[typed] for typed in found}


def test_admin_suggests_whom_is_meant(editor: Client) -> None:
    asked = {"app_label": "people", "model_name": "role", "field_name": "person"}
    answers = {typed: editor.get("/admin/autocomplete/", asked | {"term": typed}).json() for typed in WHO}
    assert {typed: [one["text"] for one in answer["results"]] for typed, answer in answers.items()} == EXPECTED


def test_facets_count_whom_is_meant(client: Client) -> None:
    make_role(Person.objects.get(name=KISLYAK), "Ambassador")
    answer = client.get("/api/v1/people/facets/", {"q": "Kyslyak"})
    counts = {choice["value"]: choice["count"] for choice in answer.json()["title"]}
    assert (counts, answer.headers["Search-Corrected"]) == ({"ambassador": 1}, "Kyslyak=kislyak")


def test_slide_finds_in_every_box_whom_it_shows(client: Client, editor: Client) -> None:
    make_meeting(Person.objects.get(name="Zed"), make_person("Slade Three", slide=3), title="A talk")
    filters = PersonFilter(QueryDict(""))
    assert filters.is_valid()
    found = {
        "list": names_of(people_filter("slide 3").ids[:]),
        "api": [one["name"] for one in client.get("/api/v1/people/", {"q": "slide 3"}).json()["results"]],
        "autocomplete": [one.title for one in autocomplete("slide 3").found],
        "facet": [one.label for one in filters.open_facets()["contact"].find(filters, SearchTerm("slide 3")).choices],
        "admin": list(map(str, editor.get("/admin/people/person/", {"q": "slide 3"}).context["cl"].result_list)),
    }
    assert found == {box: ["Slade Three"] for box in found}


def test_synonym_finds_in_every_box_the_same(client: Client, editor: Client) -> None:
    make_role(Person.objects.get(name=FLYNN), "National security adviser")
    found = {
        "list": names_of(people_filter("advisor").ids[:]),
        "api": [one["name"] for one in client.get("/api/v1/people/", {"q": "advisor"}).json()["results"]],
        "autocomplete": [one.title for one in autocomplete("advisor").found],
        "admin": list(map(str, editor.get("/admin/people/role/", {"q": "advisor"}).context["cl"].result_list)),
    }
    role = "National security adviser"
    assert found == {"list": [FLYNN], "api": [FLYNN], "autocomplete": [role], "admin": [role]}


def test_english_word_is_not_corrected_on_a_list() -> None:
    make_person("Ann Treasov")
    filters = people_filter("treason")
    assert (names_of(filters.ids[:]), filters.substitutions) == ([], [])


def test_longer_words_of_names_are_found_beside_the_word_itself() -> None:
    make_person("Xenia Quell")
    make_person("Yves Queller")
    make_alias(make_person("Zoe"), "Quellmann")
    make_role(make_person("Zuzana"), "Quellenforscher")
    assert names_of(people_filter("quell").ids[:]) == ["Xenia Quell", "Yves Queller", "Zoe", "Zuzana"]


def test_person_is_found_by_words_of_different_entries() -> None:
    person = Person.objects.get(name=KISLYAK)
    make_role(person, "Ambassador of Russia")
    make_alias(person, "Сергей Иванович")
    assert names_of(people_filter("kislyak ambassadors sergei-ivanovich").ids[:]) == [KISLYAK]


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


def test_editor_finds_drafts_and_hidden_entries(editor: Client) -> None:
    make_person("Kyslyak Draft", published=False)
    make_person("Kyslyak Hidden", sourced=False)
    answer = editor.get("/admin/people/person/", {"q": "kyslyak"})
    assert [str(person) for person in answer.context["cl"].result_list] == ["Kyslyak Draft", "Kyslyak Hidden"]


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


def found_by_search(typed: str) -> list[str]:
    return [str(one.object) for group in search(typed).groups for one in group.entries(group.keys)]


@pytest.mark.parametrize("typed", ["Kislyak's", "Sergey Kisljak", "kislyak", "Кисляк"])
def test_name_typed_for_an_end_of_a_way_leads_to_who_is_meant(client: Client, typed: str) -> None:
    answer = client.get("/network/path/", {"from": typed, "to": "Seán O'Brien"})
    assert (answer.status_code, answer["Location"]) == (302, "/network/path/?from=sergey-kislyak&to=sean-obrien")


def test_name_typed_to_compare_or_as_the_middle_leads_to_who_is_meant(client: Client) -> None:
    addresses = [
        client.get("/people/compare/", {"p": ["J D Gordon", "K T Mc Farland"]})["Location"],
        client.get("/network/", {"around": "omara"})["Location"],
    ]
    assert addresses == ["/people/compare/?p=jd-gordon&p=kt-mcfarland", "/network/?around=margi-omara"]


def test_name_that_several_have_is_refused(client: Client) -> None:
    make_person("Sergey Kislyak")
    assert client.get("/network/path/", {"from": "kislyak", "to": "zed"}).status_code == 400
    assert client.get("/network/", {"around": "Sergey Kislyak"}).status_code == 400


def test_admin_finds_every_kind_of_row_whoever_it_names(editor: Client) -> None:
    kislyak, flynn = (Person.objects.get(name=name) for name in (KISLYAK, FLYNN))
    source = make_source("Доклад О’Брайена")
    headquarters = make_organisation("Штаб")
    meeting = make_meeting(flynn, title="Flynn sees Kislyak", published=False)
    role = make_role(kislyak, "Посол", organisation=headquarters, published=False)
    alias = make_alias(kislyak, "Kislyak S.I.", published=False)
    tie = make_tie(kislyak, flynn, summary="Друг")
    allegation = make_allegation(flynn, title="Gülen’s offer", published=False)
    response = make_response(allegation, flynn, summary="Отрицает", published=False)
    statement = make_statement(flynn, "Ушёл.", published=False)
    User.objects.create_user("Жанна", first_name="Żaneta")
    passage = make_passage(source, text="Стена портретов.")
    asked = [
        ("organisation", "штаб", [headquarters]),
        ("organisation", "“Штаб”, shtab", [headquarters]),
        ("meeting", "sees Kislyak's", [meeting]),
        ("role", "посол", [role]),
        ("role", "posol kislyaks", [role]),
        ("role", "штаб,", [role]),
        ("alias", "S I", [alias]),
        ("tie", "друг", [tie]),
        ("tie", "Flynn Kyslyak", [tie]),
        ("allegation", "gulen", [allegation]),
        ("response", "ОТРИЦАЕТ flynn's", [response]),
        ("statement", "ушел", [statement]),
        ("source", "доклад", [source]),
        ("passage", "стена", [passage]),
        ("participation", "Flynn’s sees", [meeting.participations.get()]),
    ]
    found = [list(editor.get(f"/admin/people/{noun}/", {"q": q}).context["cl"].result_list) for noun, q, _ in asked]
    assert found == [rows for _, _, rows in asked]
    accounts = editor.get("/admin/auth/user/", {"q": "жанна,"}).context["cl"].result_list
    assert [user.username for user in accounts] == ["Жанна"]


def test_admin_finds_a_slug(editor: Client) -> None:
    unnamed = make_person("", slide=7, slug="slide-7")
    assert list(editor.get("/admin/people/person/", {"q": "slide-7"}).context["cl"].result_list) == [unnamed]
