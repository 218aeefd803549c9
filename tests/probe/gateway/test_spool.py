from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from probe.gateway.spool import IN_MEMORY, PIECE, Budget, ClientGoneError, Spool, SpoolFullError

LONG = 3 * IN_MEMORY

MakeSpool = Callable[[Budget], Spool]


@pytest.fixture
def spool() -> Iterator[MakeSpool]:
    with ExitStack() as stack:

        def spool(budget: Budget) -> Spool:
            made = Spool(budget, lambda: None)
            stack.callback(made.close)
            return made

        yield spool


def everything(waiting: Spool) -> bytes:
    pieces = []
    while piece := waiting.read():
        pieces.append(piece)
    return b"".join(pieces)


def test_spool_gives_back_what_was_written_in_pieces(spool: MakeSpool) -> None:
    waiting = spool(Budget(LONG, LONG))
    data = bytes(range(256)) * (LONG // 256)
    for start in range(0, LONG, 1000):
        waiting.write(data[start : start + 1000])
    assert everything(waiting) == data


def test_spool_can_be_read_between_writes(spool: MakeSpool) -> None:
    waiting = spool(Budget(LONG, LONG))
    found = []
    for letter in (b"a", b"b", b"c"):
        waiting.write(letter * (PIECE + 1))
        found += [waiting.read(), waiting.read(), waiting.read()]
    assert found == [part for letter in (b"a", b"b", b"c") for part in (letter * PIECE, letter, b"")]


def test_budget_is_given_back_by_reading_and_closing(spool: MakeSpool) -> None:
    budget = Budget(1000, 1000)
    waiting, left = spool(budget), spool(budget)
    waiting.write(b"x" * 400)
    left.write(b"x" * 600)
    waiting.read()
    left.close()
    assert budget.held == 0


@pytest.mark.parametrize("budget", [Budget(total=100, each=1000), Budget(total=1000, each=100)])
def test_spool_refuses_more_than_there_is_room_for(spool: MakeSpool, budget: Budget) -> None:
    waiting = spool(budget)
    waiting.write(b"x" * 100)
    with pytest.raises(SpoolFullError):
        waiting.write(b"x")


def test_writer_learns_that_the_client_is_gone(spool: MakeSpool) -> None:
    waiting = spool(Budget(1000, 1000))
    waiting.close()
    with pytest.raises(ClientGoneError):
        waiting.write(b"x")
