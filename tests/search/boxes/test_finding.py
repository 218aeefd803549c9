"""Whatever is typed, and wherever: every box reads it in the same way, and finds the same."""

import pytest
from django.http import QueryDict
from django.test import Client

from people.filters import PersonFilter
from people.filters.facets import SearchTerm
from people.models import Person
from people.search.autocomplete import autocomplete
from tests.factories import make_alias, make_meeting, make_person, make_role
from tests.search.boxes.cast import EXPECTED, FLYNN, KISLYAK, WHO, found_by_search, names_of, people_filter

pytestmark = pytest.mark.django_db


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
