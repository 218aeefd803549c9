"""A network as shapes."""

import pytest

from people.models import Person
from people.network.drawing import LABEL_ABOVE, LABEL_BELOW, NetworkDrawing, draw, points, strokes
from people.network.layout import lay_out
from people.network.lines import PAIRED, load_network, make_line
from people.network.whole import load_joins
from people.vocabulary import LineKind
from tests.factories import make_meeting, make_person, make_tie

ANN, BOB = (
    Person(pk=1, name="Ann Bee", sort_name="Bee", slug="ann"),
    Person(pk=2, name="Bob Cee", sort_name="Cee", slug="bob"),
)


def drawing(*people: Person, central: tuple[Person, ...] = ()) -> NetworkDrawing:
    return draw(load_network([person.pk for person in people], load_joins()), central)


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
    assert [(point.label, point.central) for point in drawing(*people, central=(people[1],)).points] == [
        ("Ann Bee", False),
        ("Bob Cee", True),
        ("Cat Dee", False),
        ("Dan Eff", False),
    ]


def test_drawing_has_a_stroke_for_each_line(people: list[Person]) -> None:
    assert [(stroke.kind, stroke.directed, stroke.ends, stroke.words) for stroke in drawing(*people).strokes] == [
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
    people = [make_person(f"Person {number}") for number in range(PAIRED + 1)]
    meeting = make_meeting(*people, title="The party", kind="dinner")
    drawn = drawing(*people)
    assert [(crowd.meeting, crowd.people) for crowd in drawn.crowds] == [(meeting, people)]
    assert [(stroke.kind, stroke.ends, stroke.words) for stroke in drawn.strokes] == [
        ("dinner", (person.slug, "the-party"), f"{person}: The party") for person in people
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [("Ann Bee", "Ann Bee"), ("A" * 24, "A" * 24), ("A" * 25, "A" * 23 + "…"), ("A" * 22 + " Bee", "A" * 22 + "…")],
)
def test_long_name_is_cut(db: None, name: str, label: str) -> None:
    assert [point.label for point in drawing(make_person(name)).points] == [label]


def test_name_stands_on_the_side_to_which_fewer_lines_lead() -> None:
    line = make_line("in-person", ANN, BOB, [], 1)
    placed = points({ANN: (50, 20), BOB: (50, 90)}, [line], set())
    assert [point.label_y - point.y for point in placed] == [LABEL_ABOVE, LABEL_BELOW]


def shapes(*kinds: str) -> list[str]:
    lines = [make_line(kind, ANN, BOB, [], 1) for kind in kinds]
    return [stroke.shape for stroke in strokes(lines, {ANN: (0, 0), BOB: (100, 0)})]


def test_single_line_is_straight() -> None:
    assert shapes("in-person") == ["M0 0 L100 0"]


def test_arrow_ends_before_its_point() -> None:
    assert shapes("recommended") == ["M0 0 L89 0"]


def test_lines_between_the_same_people_bulge_apart() -> None:
    assert shapes("in-person", "dinner", "friend") == ["M0 0 Q50 -30 100 0", "M0 0 L100 0", "M0 0 Q50 30 100 0"]


def test_ties_there_and_back_bulge_apart() -> None:
    lines = [make_line("advised", ANN, BOB, [], 1), make_line("advised", BOB, ANN, [], 1)]
    there, back = strokes(lines, {ANN: (0, 0), BOB: (100, 0)})
    assert (there.shape, back.shape) == ("M0 0 Q50 -15 89.5 -3.2", "M100 0 Q50 15 10.5 3.2")
