"""The lists of the site, each declared once: page, facets, choices, downloads and feed are made of this."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from people.exports import tables
from people.exports.csv import Table
from people.exports.recent_changes import everything_about, rows_with
from people.exports.streaming import LoadRows
from people.filters import (
    AllegationFilter,
    IndexFilter,
    MeetingFilter,
    NetworkFilter,
    OrganisationFilter,
    PeoplePageFilter,
    PersonFilter,
    TimelineFilter,
)
from people.index import IdPage, PersonSummary
from people.languages import Noun
from people.languages import gettext_lazy as _
from people.models import Allegation, Meeting, Organisation, Person, Response, Role, Sourced
from people.pages.allegations import by_subjects
from people.pages.cast import people_parts
from people.pages.listing import PAGE_SIZE
from people.pages.timeline import load_timeline, timeline_parts
from people.querysets.base import SluggedQuerySet, SourcedQuerySet
from people.querysets.mentions import load_mentions
from people.querysets.participants import load_participants
from people.querysets.sides import load_export, load_sides_with_citations, load_table
from people.reasons import PAGE_LIMIT
from people.serializers.allegation import AllegationSerializer
from people.serializers.base import EntrySerializer
from people.serializers.meeting import MeetingSerializer
from people.serializers.person import ProfileSerializer
from people.serializers.role import OrganisationSerializer

Entry = TypeVar("Entry", bound=Sourced)


class Downloads(NamedTuple):
    """How a list can be taken away: its filters, its rows and entries, and what one is as CSV and as JSON.

    `load_rows` and `load_entries` prefetch what else is told of some of them; `changes` has what the feed follows.
    """

    filters: type[IndexFilter]
    rows: Callable[[], SluggedQuerySet]
    entries: Callable[[], SluggedQuerySet]
    table: Table
    serializer: type[EntrySerializer]
    changes: Callable[[IdPage], list[SourcedQuerySet]]
    load_rows: LoadRows | None = None
    load_entries: LoadRows | None = None


class OrganisationSummary(NamedTuple):
    """An organisation as a list shows it, with the numbers of jobs there, and of meetings that it held."""

    organisation: Organisation
    roles: int
    meetings: int


class ListPage(NamedTuple):
    """A list of the site.

    Attributes:
        name: What it is called in addresses, and its template.
        title: Its title.
        noun: What it lists.
        filters: Reads its query string, finds what it lists, and counts its facets.
        load: Loads the entries that have the ids of a page. A list without it has a view of its own.
        extras: What its template prints besides, given filters and entries.
        page_size: How many entries stand on a page.
        downloads: How it can be taken away, if it can.
    """

    name: str
    title: Any
    noun: Noun
    filters: type[IndexFilter]
    load: Callable[[Any, list[Any]], list[Any]] | None = None
    extras: Callable[[Any, list[Any]], dict[str, object]] = lambda _filters, _entries: {}
    page_size: int = PAGE_SIZE
    downloads: Downloads | None = None


def load_summaries(filters: PersonFilter, ids: list[int]) -> list[PersonSummary]:
    """Return what a list tells of the people, and why a filtered one has them."""
    found: list[PersonSummary] = filters.index.summaries(ids)
    filters.explain([one.person for one in found], PAGE_LIMIT)
    return found


def load_meetings(filters: MeetingFilter, ids: list[int]) -> list[Meeting]:
    """Return the meetings, each with its first participants, and the one by whom it is on the list."""
    found = Meeting.public.select_related("organisation").with_citations().in_order(ids)
    load_participants(with_person_asked_for(filters, found))
    load_mentions(found)
    return found


def load_allegation_sides(filters: AllegationFilter, ids: list[int]) -> list[Allegation]:
    """Return the allegations, each with its first subjects, the one by whom it is on the list, and their replies."""
    found = Allegation.public.in_order(ids)
    load_sides_with_citations(with_person_asked_for(filters, found))
    load_mentions(found)
    return found


def with_person_asked_for(filters: IndexFilter, entries: Iterable[Entry]) -> Iterator[tuple[Entry, int | None]]:
    """Yield each entry with the key of the first person asked for whom it concerns, None where nobody is."""
    people = filters.criteria.get("person", ())
    return ((one, filters.index.first_concerned(one.pk, people)) for one in entries)


def load_organisations(_: OrganisationFilter, ids: list[int]) -> list[OrganisationSummary]:
    """Return the organisations, each with what the site tells of it."""
    roles, meetings = (Model.public.count_by_organisation(ids) for Model in (Role, Meeting))
    return [
        OrganisationSummary(one, roles.get(one.pk, 0), meetings.get(one.pk, 0))
        for one in Organisation.public.in_order(ids)
    ]


PEOPLE = ListPage(
    name="people",
    title=_("People"),
    noun=Noun("person", "people"),
    filters=PeoplePageFilter,
    load=load_summaries,
    extras=people_parts,
    downloads=Downloads(
        filters=PersonFilter,
        rows=Person.public.for_table,
        entries=Person.public.for_export,
        table=tables.PEOPLE,
        serializer=ProfileSerializer,
        changes=everything_about,
        load_rows=load_table,
        load_entries=load_export,
    ),
)

MEETINGS = ListPage(
    name="meetings",
    title=_("Meetings"),
    noun=Noun("meeting", "meetings"),
    filters=MeetingFilter,
    load=load_meetings,
    downloads=Downloads(
        filters=MeetingFilter,
        rows=Meeting.public.for_export,
        entries=Meeting.public.for_export,
        table=tables.MEETINGS,
        serializer=MeetingSerializer,
        changes=lambda ids: [rows_with(Meeting.public.all(), "pk", ids)],
    ),
)

ALLEGATIONS = ListPage(
    name="allegations",
    title=_("Allegations"),
    noun=Noun("allegation", "allegations"),
    filters=AllegationFilter,
    load=load_allegation_sides,
    extras=lambda _, entries: {"groups": by_subjects(entries)},
    downloads=Downloads(
        filters=AllegationFilter,
        rows=Allegation.public.for_export,
        entries=Allegation.public.for_export,
        table=tables.ALLEGATIONS,
        serializer=AllegationSerializer,
        changes=lambda ids: [
            rows_with(Allegation.public.all(), "pk", ids),
            rows_with(Response.public.all(), "allegation", ids),
        ],
    ),
)

ORGANISATIONS = ListPage(
    name="organisations",
    title=_("Organizations"),
    noun=Noun("organization", "organizations"),
    filters=OrganisationFilter,
    load=load_organisations,
    extras=lambda filters, _: {"q": filters.cleaned.get("q", "")},
    downloads=Downloads(
        filters=OrganisationFilter,
        rows=Organisation.public.all,
        entries=Organisation.public.all,
        table=tables.ORGANISATIONS,
        serializer=OrganisationSerializer,
        changes=lambda ids: [rows_with(model.public.all(), "organisation", ids) for model in (Role, Meeting)],
    ),
)

TIMELINE = ListPage(
    name="timeline",
    title=_("Timeline"),
    noun=Noun("entry", "entries"),
    filters=TimelineFilter,
    load=load_timeline,
    extras=timeline_parts,
    page_size=100,
)

NETWORK = ListPage(name="network", title=_("Network"), noun=Noun("person", "people"), filters=NetworkFilter)

LISTS = {one.name: one for one in (PEOPLE, MEETINGS, ALLEGATIONS, ORGANISATIONS, TIMELINE, NETWORK)}
# Those that can be taken away.
DOWNLOADS = {one.name: one.downloads for one in LISTS.values() if one.downloads}
