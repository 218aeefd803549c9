"""The history of a page, and of the whole site, as readers are told it: day by day, the newest first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.apps import apps

from people.past.reading import Entry, SeenChange, seen_changes
from people.past.words import NOUNS, OWN, OWN_HISTORY, sentence
from people.querysets.past import latest_changes_of, latest_changes_of_all
from people.vocabulary import ChangeKind

# So many changes of the log are read for a page of the history.
CHANGES_PER_PAGE = 500


class ChangedPage(NamedTuple):
    """An entry that changed on a day: what it is, its name and address, and what happened.

    All but the last are blank where readers don't see it now, and on its own page.
    """

    noun: str
    name: str
    address: str
    sentences: list[str]


class HistoryDay(NamedTuple):
    """What changed on a day."""

    day: dt.date
    entries: list[ChangedPage]


class HistoryPage(NamedTuple):
    """A page of a history, and the key of the change before which the next page begins; None on the last one."""

    days: list[HistoryDay]
    older: int | None


def entry_history(model: str, key: int, before: int | None = None) -> HistoryPage:
    """Return the history of what the page of the entry prints, before that change of the log if one is given."""
    keys = latest_changes_of(model, key, before, CHANGES_PER_PAGE)
    page = (model, key)
    days = [
        HistoryDay(day, [ChangedPage("", "", "", sentences_of(some, OWN_HISTORY, page))])
        for day, some in by_day(seen_changes(keys, page))
    ]
    return HistoryPage(days, _older(keys))


def site_history(before: int | None = None, kind: str = "", noun: str = "") -> HistoryPage:
    """Return the history of the whole site, likewise; only changes of the kind and pages of the noun, if given."""
    keys = latest_changes_of_all(before, CHANGES_PER_PAGE)
    seen = [one for one in seen_changes(keys) if kind in ("", one.kind) and noun in ("", one.root[0])]
    shown = shown_pages(one.root for one in seen)
    return HistoryPage([HistoryDay(day, list(entries_of(some, shown))) for day, some in by_day(seen)], _older(keys))


def _older(keys: list[int]) -> int | None:
    return keys[-1] if len(keys) == CHANGES_PER_PAGE else None


def by_day(seen: Iterable[SeenChange]) -> Iterator[tuple[dt.date, list[SeenChange]]]:
    """Yield the changes day by day, the last day first."""
    ordered = sorted(seen, key=attrgetter("day"), reverse=True)
    return ((day, list(some)) for day, some in groupby(ordered, key=attrgetter("day")))


def entries_of(seen: Iterable[SeenChange], shown: dict[Entry, tuple[str, str]]) -> Iterator[ChangedPage]:
    """Yield what changed on a day: first pages that readers see, then how many others came or went, without names."""
    pages: dict[Entry, list[SeenChange]] = defaultdict(list)
    hidden: list[SeenChange] = []
    for one in seen:
        if one.root in shown:
            pages[one.root].append(one)
        elif one.is_own:
            hidden.append(one)
    yield from (ChangedPage(noun_of(page), *shown[page], sentences_of(some, OWN, page)) for page, some in pages.items())
    if hidden:
        yield ChangedPage("", "", "", sentences_of(hidden, {}))


def sentences_of(seen: Iterable[SeenChange], own: Mapping[ChangeKind, str], page: Entry | None = None) -> list[str]:
    """Return in sentences what happened; equal things are counted.

    Of the entry of a page that is given, in its own sentences.
    """
    counted: dict[tuple[ChangeKind, str, bool], set[int]] = {}
    for one in seen:
        noun, key = one.part
        counted.setdefault((one.kind, noun, one.part == page), set()).add(key)
    of_allegation = page is not None and page[0] == "person"
    return [
        str(own[kind]) if is_own else sentence(kind, noun, len(keys), of_allegation=of_allegation)
        for (kind, noun, is_own), keys in counted.items()
    ]


def noun_of(page: Entry) -> str:
    """Return what the entry is, as readers call it."""
    return str(NOUNS[page[0]])


def shown_pages(entries: Iterable[Entry]) -> dict[Entry, tuple[str, str]]:
    """Return name and address of those of the entries that readers see."""
    keys: dict[str, set[int]] = defaultdict(set)
    for model, key in entries:
        keys[model].add(key)
    found = {model: apps.get_model("people", model).public.in_bulk(some) for model, some in keys.items()}
    return {
        (model, key): (str(entry), entry.get_absolute_url())
        for model, rows in found.items()
        for key, entry in rows.items()
    }
