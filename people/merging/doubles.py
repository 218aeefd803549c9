"""Which entries may be the same: those that go by one name, but for those that an editor has said to be two."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from people.models import NotSame

# So many names are read for a page, in the order of their index, and so many pairs are on it; the next page goes on.
MAX_READ_NAMES = 5_000
MAX_SHOWN_PAIRS = 50
MAX_PAIRED_NAMESAKES = 10


class PossibleDouble(NamedTuple):
    """Two entries that go by one name."""

    one: Any
    other: Any


class DoublesPage(NamedTuple):
    """Some of the possible doubles, and the name at which the next page begins; empty where there is none."""

    pairs: list[PossibleDouble]
    next_name: str


def possible_doubles(model: Any, first_name: str = "") -> DoublesPage:
    """Return possible doubles by name, from that folded name on. It takes the same time however many entries there are.

    A page may be empty although others follow: so many names are read and no more.
    """
    names, end = _names_from(model, first_name)
    pairs: list[tuple[int, int]] = []
    for name, group in groupby(names, itemgetter(0)):
        if len(pairs) >= MAX_SHOWN_PAIRS:
            end = name
            break
        pairs += combinations(sorted({key for _, key in group})[:MAX_PAIRED_NAMESAKES], 2)
    two = NotSame.objects.pairs_among(str(model._meta.model_name), {first for first, _ in pairs})
    return DoublesPage(list(_loaded(model, [pair for pair in dict.fromkeys(pairs) if pair not in two])), end)


def _names_from(model: Any, first_name: str) -> tuple[Sequence[tuple[str, int]], str]:
    """Return the next names, each with the key of who goes by it, in order, and the first one that is left out."""
    sources = [list(rows[:MAX_READ_NAMES]) for rows in model._default_manager.names_from(first_name)]
    end = min((rows[-1][0] for rows in sources if len(rows) == MAX_READ_NAMES), default="")
    if end and end == first_name:
        # More namesakes than are read: the first ones are paired, and the next page begins behind them.
        return sorted({pair for rows in sources for pair in rows if pair[0] == end}), f"{end} "
    return sorted({pair for rows in sources for pair in rows if not end or pair[0] < end}), end


def _loaded(model: Any, pairs: Sequence[tuple[int, int]]) -> Iterator[PossibleDouble]:
    entries = told_apart(model._default_manager.all()).in_bulk({key for pair in pairs for key in pair})
    return (PossibleDouble(entries[one], entries[other]) for one, other in pairs if one in entries and other in entries)


def doubles_of(entry: Any) -> Any:
    """Return the entries that go by a name of this one and were not said to be others, as a queryset."""
    model = type(entry)
    two = NotSame.objects.others_than(str(model._meta.model_name), entry.pk)
    return told_apart(model._default_manager.namesakes_of(entry).exclude(pk__in=two))


def told_apart(entries: Any) -> Any:
    """Return the entries, in words told apart from those of the same name where that can be."""
    everybody = entries.model._default_manager.all()
    return entries.told_apart(everybody) if hasattr(entries, "told_apart") else entries
