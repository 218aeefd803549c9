"""What lines say in words."""

import pytest

from people.models import Meeting, Person, Tie
from people.network.edges import Edge
from people.network.words import REVERSED, VERBS, seen_from, sentence
from people.vocabulary import ContactKind, LineKind, Standing

ANN, BOB = Person(pk=1, name="Ann"), Person(pk=2, name="Bob")


def met(*standings: str, number: int = 1) -> Edge:
    return Edge("dinner", ANN, BOB, [Meeting(standing=standing) for standing in standings], number)


@pytest.mark.parametrize(
    ("edge", "words"),
    [
        (met(""), "Ann and Bob attended a dinner"),
        (met("", "", number=2), "Ann and Bob attended a dinner, 2 meetings"),
        (met(Standing.REPORTED), "Ann and Bob attended a dinner (reported)"),
        (met(Standing.REPORTED, "", number=2), "Ann and Bob attended a dinner, 2 meetings"),
        (
            met(Standing.ALLEGED, Standing.REPORTED, number=2),
            "Ann and Bob attended a dinner, 2 meetings (alleged, reported)",
        ),
        (Edge("opposed", ANN, BOB, [Tie()], 1), "Ann opposed Bob"),
        (Edge("never-met", ANN, BOB, [Tie(standing="claimed")], 1), "Ann claims never to have met Bob (claimed)"),
    ],
)
def test_sentence_says_what_joins_two_people_and_on_whose_word(edge: Edge, words: str) -> None:
    assert sentence(edge) == words


@pytest.mark.parametrize(
    ("kind", "of_first", "of_second"),
    [
        ("in-person", "in person", "in person"),
        ("worked-with", "worked with", "worked with"),
        ("advised", "advised", "advised by"),
        ("dismissed", "present at the firing of", "firing involved:"),
    ],
)
def test_line_is_worded_as_either_person_would(kind: str, of_first: str, of_second: str) -> None:
    edge = Edge(kind, ANN, BOB, [], 1)
    assert (seen_from(ANN, edge), seen_from(BOB, edge)) == (of_first, of_second)


def test_every_kind_has_its_words() -> None:
    directed = [kind for kind in LineKind if Edge(kind.value, ANN, BOB, [], 1).is_directed]
    assert (list(VERBS), list(REVERSED)) == ([LineKind(kind.value) for kind in ContactKind], directed)
