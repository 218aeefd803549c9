"""The network as the server sends it."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import Person, Tie
from people.network.layout import lay_out
from people.network.selection import MAX_DRAWN_PEOPLE
from tests.factories import make_meeting, make_passage, make_person, make_role, make_tie, rename
from tests.network.test_selection import make_many
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def rows(page: Document) -> list[str]:
    return page.texts("tr")[1:]


def svg(response: Any) -> str:
    found = re.search(r'<svg class="network".*?</svg>', response.content.decode(), re.DOTALL)
    assert found
    return found[0]


def drawn(page: Document, *, narrow: bool = False) -> list[str]:
    """The people in the whole drawing, or in the one for narrow pages, which comes after it."""
    elements = page.elements
    end = next((place for place, one in enumerate(elements) if "narrow" in one.classes), len(elements))
    shown = elements[end:] if narrow else elements[:end]
    return [one.attributes["data-slug"] for one in shown if "point" in one.classes]


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
        ("/network/", 10),
        ("/network/?around=ann-0&steps=2&line=in-person", 6),
        ("/network/path/?from=ann-0&to=bob-0", 13),
        ("/network/path/?from=ann-0&to=lone", 9),
        ("/network/path/", 2),
    ],
)
def test_network_takes_as_many_queries_whatever_it_shows(
    takes_queries: Callable[[str, int], None], address: str, *, queries: int, number: int
) -> None:
    make_rows(number)
    make_role(make_person("Lone"))
    takes_queries(address, queries)


@pytest.mark.usefixtures("joined_people")
def test_table_tells_with_whom_everybody_has_which_lines(client: Client) -> None:
    assert rows(get(client, "/network/")) == [
        (
            "Ann Bee Show connections of Ann Bee 2 "
            "Bob Cee: in person, December 2016 (year inferred), Reported "
            "5·2 Slide 5, sentence 25·3 Slide 5, sentence 3 "
            "Cat Dee: recommended 7·1 Slide 7, sentence 1"
        ),
        (
            "Bob Cee Show connections of Bob Cee 1 "
            "Ann Bee: in person, December 2016 (year inferred), Reported "
            "5·2 Slide 5, sentence 25·3 Slide 5, sentence 3"
        ),
        "Cat Dee Show connections of Cat Dee 1 Ann Bee: recommended by 7·1 Slide 7, sentence 1",
    ]


@pytest.mark.usefixtures("joined_people")
def test_drawing_links_each_person_to_their_profile_and_says_what_joins_them(client: Client) -> None:
    points = list(get(client, "/network/").where("a", "point"))[:3]
    assert [(one.text, one.attributes["href"]) for one in points] == [
        ("Ann Bee. Bob Cee: in person (reported); Cat Dee: recommended Ann Bee", "/people/ann-bee/"),
        ("Bob Cee. Ann Bee: in person (reported) Bob Cee", "/people/bob-cee/"),
        ("Cat Dee. Ann Bee: recommended by Cat Dee", "/people/cat-dee/"),
    ]


@pytest.mark.usefixtures("joined_people")
def test_people_whom_nothing_joins_are_named_and_not_drawn(client: Client) -> None:
    page = get(client, "/network/")
    told = [text for text in page.texts("p", "small") if text.startswith("Not drawn")]
    assert (drawn(page), told, page.links()["Dan Eff"]) == (
        ["ann-bee", "bob-cee", "cat-dee"],
        ["Not drawn, because no meeting or tie with anyone else listed is recorded here: Dan Eff."],
        "/people/dan-eff/",
    )


@pytest.mark.usefixtures("joined_people")
def test_narrow_page_begins_with_one_person_and_leads_to_others(client: Client) -> None:
    page = get(client, "/network/?line=in-person")
    points = list(page.where("a", "point"))[2:]
    assert [(one.attributes["data-slug"], one.attributes["href"]) for one in points] == [
        ("ann-bee", "/people/ann-bee/"),
        ("bob-cee", "?line=in-person&around=bob-cee"),
    ]


@pytest.mark.usefixtures("joined_people")
def test_lines_show_their_kind_and_the_legend_says_which(client: Client) -> None:
    make_role(Person.objects.get(slug="ann-bee"), category="white-house")
    page = get(client, "/network/")
    strokes = [path.classes[1] for path in page.where("path", "line")]
    assert (strokes[:2], page.texts("g", "join")[:2], page.texts("ul", "legend")) == (
        ["line-met", "line-tie"],
        ["Ann Bee and Bob Cee met in person (reported)", "Ann Bee recommended Cat Dee"],
        ["Met in person Other tie W White House No job recorded here"],
    )


@pytest.mark.usefixtures("joined_people")
@pytest.mark.parametrize(
    ("order", "names", "sorted_"),
    [
        ("name", ["Ann", "Bob", "Cat"], ["ascending", None, None]),
        ("-name", ["Cat", "Bob", "Ann"], ["descending", None, None]),
        ("lines", ["Bob", "Cat", "Ann"], [None, "ascending", None]),
        ("-lines", ["Ann", "Bob", "Cat"], [None, "descending", None]),
    ],
)
def test_table_is_sorted_as_asked(client: Client, order: str, names: list[str], sorted_: list[str | None]) -> None:
    page = get(client, f"/network/?sort={order}")
    found = [column.attributes.get("aria-sort") for column in page.where("th", scope="col")]
    assert ([row.split()[0] for row in rows(page)], found) == (names, sorted_)


@pytest.mark.usefixtures("joined_people")
def test_headers_sort_and_keep_the_filters(client: Client) -> None:
    links = get(client, "/network/?around=ann-bee&sort=-lines").links()
    assert (links["Person"], links["Connections ↓"]) == (
        "?around=ann-bee&sort=name#table",
        "?around=ann-bee&sort=lines#table",
    )


@pytest.mark.usefixtures("joined_people")
def test_network_around_somebody_counts_the_others(client: Client) -> None:
    page = get(client, "/network/?around=bob-cee")
    central = [one.attributes["data-slug"] for one in page.where("a", "central")]
    assert (page.texts("h2"), central, drawn(page), drawn(page, narrow=True)) == (
        ["1 person connected to Bob Cee"],
        ["bob-cee", "bob-cee"],
        ["ann-bee", "bob-cee"],
        ["bob-cee", "ann-bee"],
    )


@pytest.mark.usefixtures("joined_people")
def test_network_of_nobody_says_which_filter_to_drop(client: Client) -> None:
    page = get(client, "/network/?role=media")
    assert page.texts("ul", "drop") == ["Without “Role: Media” Without any filter"]


@pytest.mark.usefixtures("joined_people")
@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("around=dan-eff", "No meeting or tie is recorded here that connects Dan Eff to anyone."),
        (
            "around=cat-dee&line=in-person",
            "No meeting or tie of this kind is recorded here that connects Cat Dee to anyone.",
        ),
    ],
)
def test_network_around_somebody_alone_says_so(client: Client, query: str, notice: str) -> None:
    page = get(client, f"/network/?{query}")
    assert (page.texts("p", "notice"), drawn(page)) == ([notice], [])


@pytest.mark.usefixtures("joined_people")
def test_box_suggests_people_and_leads_to_their_connections(client: Client) -> None:
    options = get(client, "/network/suggest/?parameter=around&around=be&line=in-person").where("a", role="option")
    assert [(one.text, one.attributes["href"]) for one in options] == [
        ("Ann Bee Person", "/network/?line=in-person&around=ann-bee")
    ]


@pytest.mark.parametrize(("page", "codes"), [("network", ["around"]), ("network/path", ["from", "to"])])
def test_box_of_no_parameter_suggests_nobody(client: Client, page: str, codes: list[str]) -> None:
    assert get(client, f"/{page}/suggest/?parameter=p&p=ann", 400).texts("code") == ["parameter", *codes]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        (
            "line=rope",
            "in-person conversation message interview dinner friend worked-with worked-for ran-campaign advised",
        ),
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
    rename(ann, "anne")
    response = client.get("/network/?around=ann&steps=2")
    assert (response.status_code, response.headers["Location"]) == (301, "/network/?around=anne&steps=2")


def test_seeded_network_is_drawn_the_same_each_time(client: Client) -> None:
    call_command("seed", verbosity=0)
    first = svg(client.get("/network/"))
    lay_out.cache_clear()
    assert svg(client.get("/network/")) == first


def test_network_of_very_many_begins_somewhere_and_says_how_many_are_left_out(client: Client) -> None:
    people = make_many(MAX_DRAWN_PEOPLE + 1)
    first = make_person("Zoe", slide=1)
    make_meeting(first, *people[:3])
    Tie.objects.bulk_create(
        Tie(from_person=one, to_person=other, kind="friend", slug=f"tie-{one.pk}", status="published")
        for one, other in pairwise(people[3:])
    )
    passage = make_passage()
    links = Tie.passages.through
    links.objects.bulk_create(links(tie_id=tie.pk, passage_id=passage.pk) for tie in Tie.objects.all())
    page = get(client, "/network/")
    assert (page.texts("h2"), drawn(page), page.texts("p", "notice")) == (
        ["102 people"],
        ["p-00000", "p-00001", "p-00002", "zoe"],
        [
            (
                "102 people are too many for one drawing. This one begins with Zoe, who comes first in the gallery, "
                "and those connected directly. 98 people are left out. Type another name to see their connections."
            )
        ],
    )


def test_people_without_connections_are_counted_beyond_the_first(client: Client) -> None:
    people = make_many(MAX_DRAWN_PEOPLE + 23)
    make_meeting(*people[:3])
    page = get(client, "/network/")
    told = next(text for text in page.texts("p", "small") if text.startswith("Not drawn"))
    assert (len(drawn(page)), told.partition("P 00022")[2]) == (3, " and 100 others.")


def test_neighbourhood_too_large_to_draw_says_how_many_are_left_out(client: Client) -> None:
    ann, *others = make_many(MAX_DRAWN_PEOPLE + 6)
    for other in others:
        make_tie(ann, other)
    page = get(client, f"/network/?around={ann.slug}")
    assert (page.texts("h2"), len(drawn(page)), page.texts("p", "notice")) == (
        [f"{MAX_DRAWN_PEOPLE + 5} people connected to P 00000"],
        MAX_DRAWN_PEOPLE,
        [
            (
                "6 people are left out. The drawing would be too dense to read. Those shown are the nearest, and of "
                "equally near ones the first by name."
            )
        ],
    )


def test_tie_that_is_only_reported_says_so_in_the_table(client: Client) -> None:
    make_tie(make_person("Ann Bee"), make_person("Bob Cee"), "stayed-close", standing="reported")
    assert get(client, "/network/").texts("span", "status") == ["Reported", "Reported"]
