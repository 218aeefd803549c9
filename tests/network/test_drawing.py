"""A network as shapes."""

import pytest

from people.models import Person, Tie
from people.network.drawing import NetworkDrawing, draw, edge_paths, label
from people.network.edges import MAX_PAIRED_MEETING_SIZE, load_network, make_edge
from people.network.full_graph import load_full_graph
from people.network.layout import lay_out
from people.vocabulary import LineGroup, RoleCategory
from tests.factories import make_meeting, make_person, make_role, make_tie

ANN, BOB = (
    Person(pk=1, name="Ann Bee", sort_name="Bee", slug="ann"),
    Person(pk=2, name="Bob Cee", sort_name="Cee", slug="bob"),
)


def drawing(*people: Person, central: tuple[Person, ...] = ()) -> NetworkDrawing:
    graph = load_full_graph()
    return draw(load_network([person.pk for person in people], graph), graph.index.categories, central)


@pytest.fixture
def people(db: None) -> list[Person]:
    """Ann met Bob, recommended Cat and is a friend of hers; Dan has no line."""
    ann, bob, cat, dan = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cat Dee", "Dan Eff"))
    make_meeting(ann, bob)
    make_tie(ann, cat, kind="recommended")
    make_tie(cat, ann, kind="friend")
    return [ann, bob, cat, dan]


def test_same_people_are_drawn_the_same_in_any_order(people: list[Person]) -> None:
    first = drawing(*people)
    lay_out.cache_clear()
    assert drawing(*reversed(people)) == first


def test_drawing_has_a_point_for_each_person(people: list[Person]) -> None:
    assert [(node.label, node.central) for node in drawing(*people, central=(people[1],)).nodes] == [
        (["Ann Bee"], False),
        (["Bob Cee"], True),
        (["Cat Dee"], False),
        (["Dan Eff"], False),
    ]


def test_drawing_has_a_line_for_each_kind_that_it_tells_apart(people: list[Person]) -> None:
    make_meeting(people[0], people[1], kind="interview")
    assert [(edge_path.group, edge_path.ends, edge_path.words) for edge_path in drawing(*people).edge_paths] == [
        (LineGroup.MET, ("ann-bee", "bob-cee"), "Ann Bee and Bob Cee met in person"),
        (LineGroup.SPOKE, ("ann-bee", "bob-cee"), "Ann Bee and Bob Cee spoke in an interview"),
        (LineGroup.TIE, ("ann-bee", "cat-dee"), "Ann Bee is a friend of Cat Dee; Ann Bee recommended Cat Dee"),
    ]


def test_point_says_who_it_is_and_what_joins_them_to_others(people: list[Person]) -> None:
    for category in ("white-house", "campaign"):
        make_role(people[0], category=category)
    drawn = drawing(*people)
    assert [(node.category, node.words) for node in drawn.nodes][::3] == [
        (RoleCategory.CAMPAIGN, "Ann Bee, Campaign, White House. Bob Cee: in person; Cat Dee: friend of, recommended"),
        (None, "Dan Eff"),
    ]
    assert (drawn.categories, drawn.has_several_categories, drawn.has_uncategorised) == (
        [RoleCategory.CAMPAIGN],
        True,
        True,
    )


def test_legend_names_the_kinds_of_line_there_are(people: list[Person]) -> None:
    drawn = drawing(*people)
    assert (drawn.groups, drawn.has_unnamed) == ([LineGroup.MET, LineGroup.TIE], False)


def test_legend_speaks_of_unnamed_people_where_there_are_some(people: list[Person]) -> None:
    assert drawing(*people, make_person("", slide=3)).has_unnamed


def test_gathering_is_a_point_of_its_own_with_a_line_to_each(db: None) -> None:
    people = [make_person(f"Person {number}") for number in range(MAX_PAIRED_MEETING_SIZE + 1)]
    meeting = make_meeting(*people, title="The party", kind="dinner")
    drawn = drawing(*people)
    assert [(group_node.meeting, group_node.people) for group_node in drawn.group_nodes] == [(meeting, people)]
    assert [(edge_path.group, edge_path.ends, edge_path.words) for edge_path in drawn.edge_paths] == [
        (LineGroup.MET, (person.slug, "the-party"), f"{person}: The party") for person in people
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ann Bee", ["Ann Bee"]),
        ("Donald Trump", ["Donald", "Trump"]),
        ("George Papadopoulos", ["George", "Papadopoulos"]),
        ("Ann Bee of the White House", ["Ann Bee", "of the…"]),
        ("A" * 20, ["A" * 14, "A" * 6]),
    ],
)
def test_name_stands_in_two_lines_at_most(name: str, lines: list[str]) -> None:
    assert label(Person(name=name)) == lines


def shapes(*kinds: str, between: tuple[int, int] | None = None) -> list[str]:
    edges = [make_edge(kind, ANN, BOB, [Tie()], 1) for kind in kinds]
    others = {Person(pk=3, name="Cat", slug="cat"): between} if between else {}
    return [edge_path.shape for edge_path in edge_paths(edges, {ANN: (0, 0), BOB: (100, 0), **others})]


def test_single_line_is_straight() -> None:
    assert shapes("in-person") == ["M0 0 L100 0"]


def test_lines_between_the_same_people_bulge_apart() -> None:
    assert shapes("in-person", "message", "friend") == ["M0 0 Q50 -34 100 0", "M0 0 L100 0", "M0 0 Q50 34 100 0"]


def test_line_passes_by_others() -> None:
    assert shapes("in-person", between=(50, 5)) == ["M0 0 Q50 -34 100 0"]


def test_ties_there_and_back_are_one_line() -> None:
    edges = [make_edge("advised", ANN, BOB, [Tie()], 1), make_edge("advised", BOB, ANN, [Tie()], 1)]
    assert [(one.shape, one.words) for one in edge_paths(edges, {ANN: (0, 0), BOB: (100, 0)})] == [
        ("M0 0 L100 0", "Ann Bee advised Bob Cee; Bob Cee advised Ann Bee")
    ]
