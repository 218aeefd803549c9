"""The timeline as shapes on a page: people under each other, and what each of them did from left to right.

Places from left to right are in percent of the width, so that a drawing fits any screen; heights are in CSS pixels.
Colours are the stylesheet's.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from people.models import Person, Role
from people.timeline.axis import FULL_WIDTH, Axis, DateSpan, make_axis
from people.timeline.entries import TimelineEntry
from people.vocabulary import RoleCategory, TimelineKind

# An entry is drawn with the first of very many people whom it concerns; the list names all of them.
MAX_LANES_OF_AN_ENTRY = 5
ROW_HEIGHT = 26
LABEL_HEIGHT = 16
BAR_HEIGHT = 12
LABEL_BASELINE = 17
LANE_PADDING = 4
# In percent.
MIN_BAR_WIDTH = 1.2
OPEN_WIDTH = 6.0
# In percent, of the narrowest screen on which there is a drawing: there a letter takes so much room, and a gap.
LETTER_WIDTH = 1.18
LABEL_GAP = 1.0
# Words that would be cut to fewer letters than this stand above their bars.
MIN_LETTERS = 40


class TimelineBar(NamedTuple):
    """A stretch of time: `sure`, `maybe` (as long as the date is uncertain), or `open` towards an end not given."""

    name: str
    x: float
    width: float

    @property
    def end(self) -> float:
        """Return where it ends."""
        return round(self.x + self.width, 2)


class RowLabel(NamedTuple):
    """The words of a row, and their place: where they begin or end (`anchor`), beside the bars or above them."""

    text: str
    x: float
    anchor: str
    is_above: bool


class TimelineRow(NamedTuple):
    """An entry's line in a lane: where its words and its shapes stand. `y` is its top, `bar_y` that of its shapes.

    `joined` are statements that the same sentence makes of the beginning or the end of a role; they have no shapes.
    """

    entry: TimelineEntry
    joined: list[TimelineEntry]
    label: RowLabel
    y: int
    bar_y: int
    height: int
    bars: list[TimelineBar]

    @property
    def label_y(self) -> int:
        """Return the baseline of the words."""
        return self.y + LABEL_BASELINE

    @property
    def title(self) -> str:
        """Return in full what it is and when that was, without whom the lane is of."""
        return ". ".join(
            [f"{self.entry.label.rstrip('.')}, {self.entry.when}", *(f"{one.when}: {one.label}" for one in self.joined)]
        )


class Lane(NamedTuple):
    """What concerns a person, in order of time."""

    person: Person
    rows: list[TimelineRow]
    height: int


class TimelineDrawing(NamedTuple):
    """All shapes of a timeline."""

    axis: Axis
    lanes: list[Lane]
    is_cut: bool

    @property
    def categories(self) -> list[RoleCategory]:
        """Return the categories of the roles there are, for a legend."""
        present = {row.entry.category for lane in self.lanes for row in lane.rows}
        return [category for category in RoleCategory if category.value in present]


def draw(
    entries: Sequence[TimelineEntry], period: DateSpan = (None, None), people: Collection[Person] = ()
) -> TimelineDrawing:
    """Return the drawing of the entries, each of which has a date, in their order.

    Args:
        entries: What is drawn.
        period: The first and the last day of what is drawn, either of which may be open.
        people: Whose lanes are drawn; without any, those of everybody.
    """
    axis = make_axis((span for entry in entries for span in (entry.span, entry.start, entry.end)), period)
    lanes = dict[Person, list[TimelineEntry]]()
    is_cut = False
    for entry in entries:
        concerned = [person for person in entry.people if not people or person in people]
        is_cut = is_cut or len(concerned) + entry.people_left_out > MAX_LANES_OF_AN_ENTRY
        for person in concerned[:MAX_LANES_OF_AN_ENTRY]:
            lanes.setdefault(person, []).append(entry)
    return TimelineDrawing(axis, [_lane(person, found, axis) for person, found in lanes.items()], is_cut)


def _lane(person: Person, entries: list[TimelineEntry], axis: Axis) -> Lane:
    rows, y = [], LANE_PADDING
    for entry, joined in join_statements(entries):
        row = _row(entry, joined, axis, y)
        rows.append(row)
        y += row.height
    return Lane(person, rows, y + LANE_PADDING)


def join_statements(entries: list[TimelineEntry]) -> Iterator[tuple[TimelineEntry, list[TimelineEntry]]]:
    """Yield a person's entries, each role with the statements that tell of its beginning or end.

    Such a statement rests on a sentence that the role rests on too, and has the date at which the role begins or ends.
    """
    roles = [entry for entry in entries if isinstance(entry.row, Role)]
    found: dict[TimelineEntry, list[TimelineEntry]] = {}
    joined = set[TimelineEntry]()
    for entry in entries:
        role = next((role for role in roles if _tells_of(entry, role)), None)
        if role:
            found.setdefault(role, []).append(entry)
            joined.add(entry)
    return ((entry, found.get(entry, [])) for entry in entries if entry not in joined)


def _tells_of(entry: TimelineEntry, role: TimelineEntry) -> bool:
    if entry.kind != TimelineKind.STATEMENT or entry.start not in (role.start, role.end):
        return False
    return not {passage.pk for passage in entry.row.passages.all()}.isdisjoint(
        passage.pk for passage in role.row.passages.all()
    )


def _row(entry: TimelineEntry, joined: list[TimelineEntry], axis: Axis, y: int) -> TimelineRow:
    bars = list(_shapes(entry, axis))
    words = ". ".join(one.label.rstrip(".") for one in (entry, *joined))
    if not all(axis.shows(day, day) for day in (entry.first_day, entry.last_day)):
        words = f"{words}, {entry.when}"
    label = _label(words, bars)
    raised = LABEL_HEIGHT if label.is_above else 0
    bars = bars if label.is_above else [_after(label, bar) for bar in bars]
    return TimelineRow(entry, joined, label, y, y + raised + (ROW_HEIGHT - BAR_HEIGHT) // 2, ROW_HEIGHT + raised, bars)


def _label(words: str, bars: Sequence[TimelineBar]) -> RowLabel:
    """Return the words after the bars or, where there is no room, before or else above them, and cut if need be."""
    start = min((bar.x for bar in bars), default=0)
    end = max((bar.end for bar in bars if bar.name != "open"), default=0)
    after, before = (int((room - LABEL_GAP) / LETTER_WIDTH) for room in (FULL_WIDTH - end, start))
    for room, x, anchor in ((after, end + LABEL_GAP, "start"), (before, start - LABEL_GAP, "end")):
        if room >= min(len(words), MIN_LETTERS):
            return RowLabel(_cut(words, room), round(x, 2), anchor, is_above=False)
    text = _cut(words, int((FULL_WIDTH - LABEL_GAP) / LETTER_WIDTH))
    x = max(LABEL_GAP, min(start, FULL_WIDTH - len(text) * LETTER_WIDTH))
    return RowLabel(text, round(x, 2), "start", is_above=True)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip(' ,.')}…"


def _after(label: RowLabel, bar: TimelineBar) -> TimelineBar:
    """Return the bar or, of one that is open to the right, what of it lies beyond the words."""
    if bar.name != "open" or bar.end < FULL_WIDTH or label.anchor != "start":
        return bar
    x = max(bar.x, min(label.x + len(label.text) * LETTER_WIDTH, FULL_WIDTH - OPEN_WIDTH))
    return TimelineBar(bar.name, round(x, 2), round(FULL_WIDTH - x, 2))


def _shapes(entry: TimelineEntry, axis: Axis) -> Iterator[TimelineBar]:
    """Yield what the source leaves open, then what may be, then what is sure, which covers the others."""
    first, last = entry.span
    begins, ends = axis.start(entry.first_day), axis.end(entry.last_day)
    if not first:
        # How long somebody had held a post before nobody says; what was at some time before may be any time.
        start = max(0, begins - OPEN_WIDTH) if isinstance(entry.row, Role) else 0
        yield from _bars("open", [(start, begins - start)])
    if not last:
        yield from _bars("open", [(ends, FULL_WIDTH - ends)])
    if not entry.is_certain and axis.shows(entry.first_day, entry.last_day):
        yield from _solid("maybe", begins, ends, axis)
    sure = (entry.first_day, entry.last_day) if entry.is_certain else entry.sure
    if sure and axis.shows(*sure):
        yield from _solid("sure", axis.start(sure[0]), axis.end(sure[1]), axis)


def _solid(name: str, start: float, end: float, axis: Axis) -> Iterator[TimelineBar]:
    """Yield the pieces of a bar that is wide enough to be seen, however short the time."""
    start = min(start, FULL_WIDTH - MIN_BAR_WIDTH)
    return _bars(name, axis.pieces(start, max(end, start + MIN_BAR_WIDTH)))


def _bars(name: str, pieces: Iterable[tuple[float, float]]) -> Iterator[TimelineBar]:
    return (TimelineBar(name, round(x, 2), round(width, 2)) for x, width in pieces if width > 0)
