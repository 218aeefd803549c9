"""The timeline as a list, month by month, of which what is far from most of it is folded."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from people.languages import gettext
from people.languages import gettext_lazy as _
from people.timeline.axis import DateSpan
from people.timeline.entries import TimelineEntry
from people.vocabulary import TimelineKind

KIND_HEADINGS = {
    TimelineKind.ROLE: _("Jobs"),
    TimelineKind.MEETING: _("Meetings"),
    TimelineKind.HEARING: _("Hearings"),
    TimelineKind.STATEMENT: _("Other facts"),
}


class EntryGroup(NamedTuple):
    """Entries under a heading; `month` is the month, year or years in EDTF, empty where the heading is no such."""

    heading: str
    month: str
    entries: list[TimelineEntry]


class Fold(NamedTuple):
    """Entries that lie before or after most others, and from when to when in words."""

    label: str
    groups: list[EntryGroup]
    number: int


class DatedList(NamedTuple):
    """Dated entries: most of them by month, and what lies before and after the period in which most of them lie."""

    entries: list[TimelineEntry]
    months: list[EntryGroup]
    period: DateSpan
    earlier: Fold | None
    later: Fold | None

    @property
    def year_before(self) -> str:
        """Return the year before the period, in EDTF; empty where it has no beginning."""
        first, _ = self.period
        return f"{first.year - 1:04}" if first else ""


def whole_list(entries: Sequence[TimelineEntry], period: DateSpan = (None, None)) -> DatedList:
    """Return the list of a period with nothing folded."""
    return DatedList([*entries], list(by_month(entries)), period, None, None)


def folded_list(entries: Sequence[TimelineEntry]) -> DatedList:
    """Return the list with all folded that lies outside the years in which most entries begin."""
    period = main_period(entries)
    if period is None:
        return whole_list(entries)
    first, last = period
    earlier = [entry for entry in entries if entry.last_day < first]
    later = [entry for entry in entries if entry.first_day > last]
    main = [entry for entry in entries if entry.last_day >= first and entry.first_day <= last]
    return DatedList(main, list(by_month(main)), period, _fold(earlier), _fold(later))


def main_period(entries: Sequence[TimelineEntry]) -> tuple[dt.date, dt.date] | None:
    """Return the consecutive years in which more than half of the entries begin, if there are such years."""
    years = sorted(entry.first_day.year for entry in entries)
    runs = list[list[int]]()
    for year in years:
        if runs and year - runs[-1][-1] <= 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    longest = max(runs, key=len, default=[])
    if 2 * len(longest) <= len(years):
        return None
    return dt.date(longest[0], 1, 1), dt.date(longest[-1], 12, 31)


def by_month(entries: Sequence[TimelineEntry]) -> Iterator[EntryGroup]:
    """Yield dated entries under the month, year or years in which they begin."""
    for heading, group in groupby(entries, key=lambda entry: entry.heading):
        found = list(group)
        yield EntryGroup(heading, found[0].month, found)


def by_kind(entries: Sequence[TimelineEntry]) -> Iterator[EntryGroup]:
    """Yield undated entries under their kinds."""
    for kind, group in groupby(entries, key=lambda entry: entry.kind):
        yield EntryGroup(str(KIND_HEADINGS[kind]), "", list(group))


def _fold(entries: Sequence[TimelineEntry]) -> Fold | None:
    if not entries:
        return None
    groups = list(by_month(entries))
    first, last = (group.entries[0].period for group in (groups[0], groups[-1]))
    label = first if first == last else gettext("%(start)s to %(end)s") % {"start": first, "end": last}
    return Fold(label, groups, len(entries))
