"""What the page of the timeline prints besides its list."""

from people.filters import TimelineFilter
from people.index import TimelineId
from people.models import Statement
from people.querysets.mentions import load_mentions
from people.timeline.drawing import draw
from people.timeline.entries import TimelineEntry, load_entries
from people.timeline.months import DatedList, by_kind, folded_list, whole_list


def load_timeline(filters: TimelineFilter, ids: list[TimelineId]) -> list[TimelineEntry]:
    """Return the entries of the timeline, of which statements are told in prose."""
    people = filters.people
    found = load_entries(ids, people[0].pk if len(people) == 1 else None)
    load_mentions(entry.row for entry in found if isinstance(entry.row, Statement))
    return found


def timeline_parts(filters: TimelineFilter, entries: list[TimelineEntry]) -> dict[str, object]:
    """Return the drawing and the list of the entries that have a date, and the others.

    What is drawn is the period that was chosen. Where nothing was, it is the one in which most entries lie, if all of
    them are on this page.
    """
    dated = [entry for entry in entries if entry.days]
    dated_count = filters.count_dated()
    is_foldable = not filters.cleaned and len(dated) == dated_count
    listed = folded_list(dated) if is_foldable else whole_list(dated, filters.period)
    undated = [entry for entry in entries if not entry.days]
    return {
        "dated": listed,
        "drawing": draw(listed.entries, listed.period, filters.people) if listed.entries else None,
        "month_queries": month_queries(filters, listed),
        "earlier_query": filters.query_for_period("", listed.year_before),
        "undated": list(by_kind(undated)),
        "dated_count": dated_count,
        "undated_count": filters.count() - dated_count,
        "period": {end: filters.cleaned.get(end, "") for end in ("from", "to")},
    }


def month_queries(filters: TimelineFilter, listed: DatedList) -> dict[str, str]:
    """Return for each month of the list the query string that lists what may lie in it."""
    return {group.month: filters.query_for_period(group.month, group.month) for group in listed.months if group.month}
