"""The lists of the site, each declared once: page, facets, choices, downloads and feed are made of this."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.http import QueryDict

from people.exports import tables
from people.exports.changes import everything_about
from people.exports.entries import allegation_json, meeting_json, person_json
from people.exports.spreadsheets import Table
from people.facets import (
    LONG_OF_ENTRIES,
    LONG_OF_PEOPLE,
    Counted,
    Facet,
    Term,
    allegation_facets,
    fixed_facet,
    meeting_facets,
    person_facets,
    timeline_facets,
)
from people.filters import (
    AllegationFilter,
    MeetingFilter,
    NetworkFilter,
    PeoplePageFilter,
    PersonFilter,
    TimelineFilter,
)
from people.models import Allegation, Meeting, Person, Response
from people.pages.listing import PAGE_SIZE, view_options
from people.querysets.participants import load_participants
from people.querysets.sides import load_allegations, load_export, load_sides_with_citations
from people.sets.summaries import Summary, summaries
from people.sets.timeline import TimelineKey
from people.timeline.drawing import draw
from people.timeline.entries import TimelineEntry, load_entries
from people.vocabulary import LineKind

# So many people can be named in a query.
MAX_NAMED = 10_000


class Downloads(NamedTuple):
    """How a list can be taken away: its filters, what loads its rows in order, and what a row is as CSV and as JSON.

    `load_rows` and `load_entries` prefetch what else is told of some of them; `changes` has what the feed follows.
    """

    read: Callable[[QueryDict], Any]
    rows: Callable[[Any], Any]
    entries: Callable[[Any], Any]
    table: Table
    entry: Callable[[Any, str], dict[str, Any]]
    changes: Callable[[Any], list[Any]]
    load_rows: Callable[[Iterable[Any]], None] | None = None
    load_entries: Callable[[Iterable[Any]], None] | None = None


class ListPage(NamedTuple):
    """A list of the site.

    Attributes:
        name: What it is called in addresses, and its template.
        one: The word for one of what it lists.
        many: The word for several.
        read: Makes its filter set of a query string.
        facets: Counts the choices of its filters.
        open_facets: For each facet that may have any number of choices, what counts all that a term names.
        load: Loads the entries that have the keys of a page. A list without it has a view of its own.
        extras: What its template prints besides, given filters and entries.
        page_size: How many entries stand on a page.
        downloads: How it can be taken away, if it can.
    """

    name: str
    one: str
    many: str
    read: Callable[[QueryDict], Any]
    facets: Callable[[Any], list[Facet]]
    open_facets: dict[str, Callable[[Any, Term], list[Counted]]]
    load: Callable[[Any, list[int]], list[Any]] | None = None
    extras: Callable[[Any, list[Any]], dict[str, Any]] = lambda _filters, _entries: {}
    page_size: int = PAGE_SIZE
    downloads: Downloads | None = None


def load_summaries(filters: PersonFilter, keys: list[int]) -> list[Summary]:
    """Return what a list tells of the people."""
    return summaries(filters.sets, keys)


def load_meetings(_: MeetingFilter, keys: list[int]) -> list[Any]:
    """Return the meetings, each with its first participants."""
    found: list[Any] = Meeting.public.select_related("organisation").with_citations().in_order(keys)
    load_participants((one, None) for one in found)
    return found


def load_allegation_sides(_: AllegationFilter, keys: list[int]) -> list[Any]:
    """Return the allegations, each with its first subjects and what these reply."""
    found: list[Any] = Allegation.public.in_order(keys)
    load_sides_with_citations((one, None) for one in found)
    return found


def load_timeline(_: TimelineFilter, codes: list[int]) -> list[TimelineEntry]:
    """Return the entries of the timeline."""
    return load_entries(map(TimelineKey.of, codes))


def draw_timeline(filters: TimelineFilter, entries: list[TimelineEntry]) -> dict[str, Any]:
    """Return the drawing of the entries that have a date, and the others."""
    dated = [entry for entry in entries if entry.days]
    return {
        "drawing": draw(dated),
        "dated": dated,
        "undated": [entry for entry in entries if not entry.days],
        "period": {end: filters.given.get(end, "") for end in ("from", "to")},
    }


def network_facets(filters: NetworkFilter) -> list[Facet]:
    """Return the facets of the people page, after that of the kinds of line."""
    return [fixed_facet(filters, "line", LineKind, filters.count_by_line()), *person_facets(filters)]


def exported(filters: Any) -> Any:
    """Return the rows listed with all that an export tells of one prefetched."""
    return filters.qs.for_export()


def people_listed(filters: PersonFilter) -> Any:
    """Return the people listed by their keys, or, where they are too many to name, by what they have in common.

    PostgreSQL takes long to plan a query that asks for what they have in common as well as for what concerns them.
    """
    keys = filters.found[: MAX_NAMED + 1]
    return keys if len(keys) <= MAX_NAMED else filters.qs


PEOPLE = ListPage(
    name="people",
    one="person",
    many="people",
    read=lambda data: PeoplePageFilter(data, Person.public.all()),
    facets=person_facets,
    open_facets=LONG_OF_PEOPLE,
    load=load_summaries,
    extras=lambda filters, _: view_options(filters),
    downloads=Downloads(
        read=lambda data: PersonFilter(data, Person.public.all()),
        rows=lambda filters: filters.qs.sorted_by(filters.order).for_table(),
        entries=lambda filters: filters.qs.sorted_by(filters.order).for_export(),
        table=tables.PEOPLE,
        entry=person_json,
        changes=lambda filters: everything_about(people_listed(filters)),
        load_rows=load_allegations,
        load_entries=load_export,
    ),
)

MEETINGS = ListPage(
    name="meetings",
    one="meeting",
    many="meetings",
    read=lambda data: MeetingFilter(data, Meeting.public.all()),
    facets=meeting_facets,
    open_facets=LONG_OF_ENTRIES,
    load=load_meetings,
    downloads=Downloads(
        read=lambda data: MeetingFilter(data, Meeting.public.all()),
        rows=exported,
        entries=exported,
        table=tables.MEETINGS,
        entry=meeting_json,
        changes=lambda filters: [filters.qs],
    ),
)

ALLEGATIONS = ListPage(
    name="allegations",
    one="allegation",
    many="allegations",
    read=lambda data: AllegationFilter(data, Allegation.public.all()),
    facets=allegation_facets,
    open_facets=LONG_OF_ENTRIES,
    load=load_allegation_sides,
    downloads=Downloads(
        read=lambda data: AllegationFilter(data, Allegation.public.all()),
        rows=exported,
        entries=exported,
        table=tables.ALLEGATIONS,
        entry=allegation_json,
        changes=lambda filters: [filters.qs, Response.public.to(filters.qs)],
    ),
)

TIMELINE = ListPage(
    name="timeline",
    one="entry",
    many="entries",
    read=TimelineFilter,
    facets=timeline_facets,
    open_facets=LONG_OF_ENTRIES,
    load=load_timeline,
    extras=draw_timeline,
    page_size=100,
)

NETWORK = ListPage(
    name="network",
    one="person",
    many="people",
    read=lambda data: NetworkFilter(data, Person.public.all()),
    facets=network_facets,
    open_facets=LONG_OF_PEOPLE,
)

LISTS = {one.name: one for one in (PEOPLE, MEETINGS, ALLEGATIONS, TIMELINE, NETWORK)}
# Those that can be taken away.
DOWNLOADS = {one.name: one.downloads for one in LISTS.values() if one.downloads}
