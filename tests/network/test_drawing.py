"""A network as shapes."""

import pytest

from people.models import Person
from people.network.drawing import LABEL_ABOVE, LABEL_BELOW, NetworkDrawing, draw, edge_paths, nodes
from people.network.edges import MAX_PAIRED_MEETING_SIZE, load_network, make_edge
from people.network.full_graph import load_full_graph
from people.network.layout import lay_out
from people.vocabulary import LineKind
from tests.factories import make_meeting, make_person, make_tie

ANN, BOB = (
    Person(pk=1, name="Ann Bee", sort_name="Bee", slug="ann"),
    Person(pk=2, name="Bob Cee", sort_name="Cee", slug="bob"),
)


def drawing(*people: Person, central: tuple[Person, ...] = ()) -> NetworkDrawing:
    return draw(load_network([person.pk for person in people], load_full_graph()), central)


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
        ("Ann Bee", False),
        ("Bob Cee", True),
        ("Cat Dee", False),
        ("Dan Eff", False),
    ]


def test_drawing_has_a_stroke_for_each_line(people: list[Person]) -> None:
    assert [
        (edge_path.kind, edge_path.directed, edge_path.ends, edge_path.words)
        for edge_path in drawing(*people).edge_paths
    ] == [
        ("in-person", False, ("ann-bee", "bob-cee"), "Ann Bee and Bob Cee met in person"),
        ("friend", False, ("ann-bee", "cat-dee"), "Ann Bee is a friend of Cat Dee"),
        ("recommended", True, ("ann-bee", "cat-dee"), "Ann Bee recommended Cat Dee"),
    ]


def test_legend_names_the_kinds_there_are(people: list[Person]) -> None:
    drawn = drawing(*people)
    assert (drawn.kinds, drawn.directed, drawn.has_unnamed) == (
        [LineKind.IN_PERSON, LineKind.FRIEND, LineKind.RECOMMENDED],
        {"recommended"},
        False,
    )


def test_legend_speaks_of_unnamed_people_where_there_are_some(people: list[Person]) -> None:
    assert drawing(*people, make_person("", slide=3)).has_unnamed


def test_gathering_is_a_point_of_its_own_with_a_line_to_each(db: None) -> None:
    people = [make_person(f"Person {number}") for number in range(MAX_PAIRED_MEETING_SIZE + 1)]
    meeting = make_meeting(*people, title="The party", kind="dinner")
    drawn = drawing(*people)
    assert [(group_node.meeting, group_node.people) for group_node in drawn.group_nodes] == [(meeting, people)]
    assert [(edge_path.kind, edge_path.ends, edge_path.words) for edge_path in drawn.edge_paths] == [
        ("dinner", (person.slug, "the-party"), f"{person}: The party") for person in people
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [("Ann Bee", "Ann Bee"), ("A" * 24, "A" * 24), ("A" * 25, "A" * 23 + "…"), ("A" * 22 + " Bee", "A" * 22 + "…")],
)
def test_long_name_is_cut(db: None, name: str, label: str) -> None:
    assert [node.label for node in drawing(make_person(name)).nodes] == [label]


def test_name_stands_on_the_side_to_which_fewer_lines_lead() -> None:
    edge = make_edge("in-person", ANN, BOB, [], 1)
    placed = nodes({ANN: (50, 20), BOB: (50, 90)}, [edge], set())
    assert [node.label_y - node.y for node in placed] == [LABEL_ABOVE, LABEL_BELOW]


def shapes(*kinds: str) -> list[str]:
    edges = [make_edge(kind, ANN, BOB, [], 1) for kind in kinds]
    return [edge_path.shape for edge_path in edge_paths(edges, {ANN: (0, 0), BOB: (100, 0)})]


def test_single_line_is_straight() -> None:
    assert shapes("in-person") == ["M0 0 L100 0"]


def test_arrow_ends_before_its_point() -> None:
    assert shapes("recommended") == ["M0 0 L89 0"]


def test_lines_between_the_same_people_bulge_apart() -> None:
    assert shapes("in-person", "dinner", "friend") == ["M0 0 Q50 -30 100 0", "M0 0 L100 0", "M0 0 Q50 30 100 0"]


def test_ties_there_and_back_bulge_apart() -> None:
    edges = [make_edge("advised", ANN, BOB, [], 1), make_edge("advised", BOB, ANN, [], 1)]
    there, back = edge_paths(edges, {ANN: (0, 0), BOB: (100, 0)})
    assert (there.shape, back.shape) == ("M0 0 Q50 -15 89.5 -3.2", "M100 0 Q50 15 10.5 3.2")
