"""The network as the server sends it."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.index import get_index
from people.network.layout import lay_out
from people.network.selection import MAX_DRAWN_PEOPLE
from tests.factories import make_meeting, make_person, make_role, make_tie
from tests.network.test_selection import make_many
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def rows(page: Document) -> list[str]:
    return page.texts("tr")[1:]


def svg(response: Any) -> str:
    found = re.search(r'<svg class="network".*?</svg>', response.content.decode(), re.DOTALL)
    assert found
    return found[0]


def make_rows(number: int) -> None:
    for place in range(number):
        ann, bob = make_person(f"Ann {place}", slide=place + 1), make_person(f"Bob {place}")
        make_role(ann)
        make_meeting(ann, bob)
        make_tie(ann, bob)
        make_meeting(*(make_person(f"Guest {place} {one}") for one in range(7)))


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/network/", 11),
        ("/network/?around=ann-0&steps=2&line=in-person", 8),
        ("/network/path/?from=ann-0&to=bob-0", 11),
    ],
)
def test_network_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, address: str, *, queries: int, number: int
) -> None:
    make_rows(number)
    get_index()
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.usefixtures("joined_people")
def test_table_tells_with_whom_everybody_has_which_lines(client: Client) -> None:
    assert rows(get(client, "/network/")) == [
        (
            "Ann Bee Only around Ann Bee 2 "
            "Bob Cee: in person, December 2016 (year inferred), Reported "
            "5·2 Slide 5, sentence 2 of The source5·3 Slide 5, sentence 3 of The source "
            "Cat Dee: recommended 7·1 Slide 7, sentence 1 of The source"
        ),
        (
            "Bob Cee Only around Bob Cee 1 "
            "Ann Bee: in person, December 2016 (year inferred), Reported "
            "5·2 Slide 5, sentence 2 of The source5·3 Slide 5, sentence 3 of The source"
        ),
        "Cat Dee Only around Cat Dee 1 Ann Bee: recommended by 7·1 Slide 7, sentence 1 of The source",
        "Dan Eff 0 no connections",
    ]


@pytest.mark.usefixtures("joined_people")
def test_drawing_links_each_person_to_their_profile(client: Client) -> None:
    page = get(client, "/network/")
    assert [(link.text, link.attributes["href"]) for link in page.where("a", "point")] == [
        ("Ann Bee", "/people/ann-bee/"),
        ("Bob Cee", "/people/bob-cee/"),
        ("Cat Dee", "/people/cat-dee/"),
        ("Dan Eff", "/people/dan-eff/"),
    ]


@pytest.mark.usefixtures("joined_people")
def test_lines_show_their_kind_and_the_legend_says_which(client: Client) -> None:
    page = get(client, "/network/")
    strokes = [(path.classes[1], path.text) for path in page.where("path", "line") if "data-ends" in path.attributes]
    assert (strokes, page.texts("ul", "legend")) == (
        [
            ("line-in-person", "Ann Bee and Bob Cee met in person (reported)"),
            ("line-recommended", "Ann Bee recommended Cat Dee"),
        ],
        ["In person Recommended"],
    )


@pytest.mark.usefixtures("joined_people")
@pytest.mark.parametrize(
    ("order", "names", "sorted_"),
    [
        ("name", ["Ann", "Bob", "Cat", "Dan"], ["ascending", None, None]),
        ("-name", ["Dan", "Cat", "Bob", "Ann"], ["descending", None, None]),
        ("lines", ["Dan", "Bob", "Cat", "Ann"], [None, "ascending", None]),
        ("-lines", ["Ann", "Bob", "Cat", "Dan"], [None, "descending", None]),
    ],
)
def test_table_is_sorted_as_asked(client: Client, order: str, names: list[str], sorted_: list[str | None]) -> None:
    page = get(client, f"/network/?sort={order}")
    found = [column.attributes.get("aria-sort") for column in page.where("th", scope="col")]
    assert ([row.split()[0] for row in rows(page)], found) == (names, sorted_)


@pytest.mark.usefixtures("joined_people")
def test_headers_sort_and_keep_the_filters(client: Client) -> None:
    links = get(client, "/network/?around=ann-bee&sort=-lines").links()
    assert (links["Person"], links["Lines ↓"]) == (
        "?around=ann-bee&sort=name#table",
        "?around=ann-bee&sort=lines#table",
    )


@pytest.mark.usefixtures("joined_people")
def test_network_around_somebody_counts_the_others(client: Client) -> None:
    page = get(client, "/network/?around=bob-cee")
    assert (page.texts("h2"), page.texts("a", "central"), page.texts("a", "point")) == (
        ["1 person around Bob Cee"],
        ["Bob Cee"],
        ["Ann Bee", "Bob Cee"],
    )


@pytest.mark.usefixtures("joined_people")
def test_network_of_nobody_says_which_filter_to_drop(client: Client) -> None:
    page = get(client, "/network/?role=media")
    assert page.texts("ul", "drop") == ["Without role: Media Without any filter"]


@pytest.mark.usefixtures("joined_people")
def test_who_is_joined_to_nobody_stands_alone(client: Client) -> None:
    page = get(client, "/network/?around=dan-eff")
    assert (page.texts("h2"), page.texts("a", "point")) == (["0 people around Dan Eff"], ["Dan Eff"])


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("line=rope", "in-person conversation message interview dinner friend worked-with recommended advised opposed"),
        ("steps=9", "1 2"),
        ("around=nobody", "ann-bee bob-cee cat-dee dan-eff"),
    ],
)
@pytest.mark.usefixtures("joined_people")
def test_value_that_means_nothing_is_refused_with_the_choices(client: Client, query: str, codes: str) -> None:
    page = get(client, f"/network/?{query}", 400)
    assert page.texts("code")[: len(codes.split()) + 1] == [query.partition("=")[0], *codes.split()]


def test_very_many_names_that_nobody_has_are_not_all_searched_for(client: Client) -> None:
    with CaptureQueriesContext(connection) as captured:
        response = client.get("/network/", {"around": [f"nobody {number}" for number in range(100)]})
    assert (response.status_code, len(captured) < 30) == (400, True)


def test_renamed_person_in_the_middle_redirects(client: Client) -> None:
    ann = make_person("Ann")
    ann.slug = "anne"
    ann.save()
    response = client.get("/network/?around=ann&steps=2")
    assert (response.status_code, response.headers["Location"]) == (301, "/network/?around=anne&steps=2")


def test_seeded_network_is_drawn_the_same_each_time(client: Client) -> None:
    call_command("seed", verbosity=0)
    first = svg(client.get("/network/"))
    lay_out.cache_clear()
    assert svg(client.get("/network/")) == first


def test_network_of_very_many_begins_somewhere_and_says_how_many_are_left_out(client: Client) -> None:
    people = make_many(999)
    first = make_person("Zoe", slide=1)
    make_meeting(first, *people[:3])
    page = get(client, "/network/")
    assert (page.texts("h2"), page.texts("a", "point"), page.texts("p", "notice")) == (
        ["1,000 people"],
        ["P 00000", "P 00001", "P 00002", "Zoe"],
        [
            (
                "1,000 people are too many for one drawing. This one begins with Zoe, who comes first in the gallery, "
                "and those next to them; 996 people are left out. Choose somebody under “Only around” to see others."
            )
        ],
    )


def test_neighbourhood_too_large_to_draw_says_how_many_are_left_out(client: Client) -> None:
    ann, *others = make_many(MAX_DRAWN_PEOPLE + 6)
    for other in others:
        make_tie(ann, other)
    page = get(client, f"/network/?around={ann.slug}")
    assert (page.texts("h2"), len(page.texts("a", "point")), page.texts("p", "notice")) == (
        [f"{MAX_DRAWN_PEOPLE + 5} people around P 00000"],
        MAX_DRAWN_PEOPLE,
        [
            (
                "6 people are left out, because the drawing would be too dense to read. Those shown are the nearest, "
                "and of equally near ones the first by name."
            )
        ],
    )


def test_people_are_chosen_from_a_list_unless_they_are_too_many(client: Client) -> None:
    make_many(200)
    few = get(client, "/network/path/")
    make_person("Zoe")
    many = get(client, "/network/path/")
    assert [
        [element.tag for element in page.elements if element.attributes.get("name") in ("from", "to")]
        for page in (few, many)
    ] == [["select", "select"], ["input", "input"]]


def test_tie_that_is_only_reported_says_so_in_the_table(client: Client) -> None:
    make_tie(make_person("Ann Bee"), make_person("Bob Cee"), "stayed-close", standing="reported")
    assert get(client, "/network/").texts("span", "status") == ["Reported", "Reported"]
