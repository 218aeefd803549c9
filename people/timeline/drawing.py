"""The timeline as shapes on a page. Colours are the stylesheet's."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from people.timeline.axis import Axis, YearColumn, make_axis
from people.timeline.entries import TimelineEntry
from people.vocabulary import RoleCategory, TimelineKind

# In CSS pixels, until the drawing is printed smaller.
HEADER_HEIGHT = 44
BAND_HEADER_HEIGHT = 34
ROW_HEIGHT = 38
FOOTER_HEIGHT = 12
MIN_WIDTH = 640
MIN_BAR_WIDTH = 8
LETTER_WIDTH = 7.2

BAND_LABELS = {
    TimelineKind.ROLE: "Roles",
    TimelineKind.MEETING: "Meetings",
    TimelineKind.HEARING: "Hearings",
    TimelineKind.STATEMENT: "Statements",
}


class TimelineBar(NamedTuple):
    """A stretch of time: `sure`, `maybe` (as long as the date is uncertain), or `open` towards an end not given."""

    name: str
    x: int
    width: int


class TimelineRow(NamedTuple):
    """An entry's line of the drawing: where its words and its shapes stand."""

    entry: TimelineEntry
    label: str
    x: int
    y: int
    width: int
    bars: list[TimelineBar]


class Band(NamedTuple):
    """The entries of one kind, under its name."""

    label: str
    y: int
    rows: list[TimelineRow]


class TimelineDrawing(NamedTuple):
    """All shapes of a timeline, and the width and height that they take."""

    columns: list[YearColumn]
    bands: list[Band]
    width: int
    height: int

    @property
    def categories(self) -> list[RoleCategory]:
        """Return the categories of the roles there are, for a legend."""
        present = {row.entry.category for band in self.bands for row in band.rows}
        return [category for category in RoleCategory if category.value in present]


def draw(entries: Sequence[TimelineEntry]) -> TimelineDrawing:
    """Return the drawing of the entries, each of which has a date, kind by kind and in their order."""
    axis = make_axis(span for entry in entries for span in (entry.span, entry.start, entry.end))
    width = max(MIN_WIDTH, axis.width)
    bands, y = [], HEADER_HEIGHT
    for kind, label in BAND_LABELS.items():
        of_kind = [entry for entry in entries if entry.kind == kind]
        if of_kind:
            rows = [
                _row(entry, axis, width, y + BAND_HEADER_HEIGHT + ROW_HEIGHT * number)
                for number, entry in enumerate(of_kind)
            ]
            bands.append(Band(label, y, rows))
            y += BAND_HEADER_HEIGHT + ROW_HEIGHT * len(of_kind)
    return TimelineDrawing(axis.columns, bands, width, y + FOOTER_HEIGHT)


def _row(entry: TimelineEntry, axis: Axis, width: int, y: int) -> TimelineRow:
    bars = list(_shapes(entry, axis))
    most = int(width / LETTER_WIDTH)
    label = entry.label if len(entry.label) <= most else f"{entry.label[: most - 1].rstrip()}…"
    room = round(len(label) * LETTER_WIDTH)
    x = min(max(0, width - room), *(bar.x for bar in bars))
    end = max(x + room, *(bar.x + bar.width for bar in bars))
    return TimelineRow(entry, label, x, y, end - x, bars)


def _shapes(entry: TimelineEntry, axis: Axis) -> Iterator[TimelineBar]:
    """Yield what the source leaves open, then what may be, then what is sure, which covers the others."""
    first, last = entry.span
    begins, ends = axis.start(first or min(entry.days)), axis.end(last or max(entry.days))
    if not first:
        yield TimelineBar("open", 0, begins)
    if not last:
        yield TimelineBar("open", ends, axis.width - ends)
    if not entry.is_certain:
        yield TimelineBar("maybe", begins, max(MIN_BAR_WIDTH, ends - begins))
    sure = (first, last) if entry.is_certain else entry.sure
    if sure:
        start, end = axis.start(sure[0] or min(entry.days)), axis.end(sure[1] or max(entry.days))
        yield TimelineBar("sure", start, max(MIN_BAR_WIDTH, end - start))
