"""Who is listed, counted and joined: indexes of what readers see, made once for each version of the data.

This is the one door: nothing outside imports the modules behind it. Outside, rows are known by their ids, and the
bitmaps that an index finds are only handed back to it (docs/people-index.md).
"""

from people.index.contact_search import ContactSearch, SharedMeetings
from people.index.contacts import CONTACT_KINDS, Ranking, RankingLimits
from people.index.entries import EntryIndex
from people.index.entry_loading import (
    load_allegation_index,
    load_meeting_index,
    load_organisation_index,
    patch_allegation_index,
    patch_meeting_index,
    patch_organisation_index,
)
from people.index.ids import Criteria, FacetCount, IdPage, ListIndex, union
from people.index.loading import stream
from people.index.people import PeopleIndex, PersonSummary, SummaryCounts
from people.index.timeline import TimelineId
from people.index.timeline_loading import load_timeline_index, patch_timeline_index
from people.index.triggers import after_migrate, before_migrate, uninstall, version_triggers
from people.index.version import STALE_IF_ERROR, cached_per_index, cached_per_version, data_version, get_index

meeting_index = cached_per_index(load_meeting_index, patch_meeting_index)
allegation_index = cached_per_index(load_allegation_index, patch_allegation_index)
organisation_index = cached_per_index(load_organisation_index, patch_organisation_index)
timeline_index = cached_per_index(load_timeline_index, patch_timeline_index)

__all__ = [
    "CONTACT_KINDS",
    "STALE_IF_ERROR",
    "ContactSearch",
    "Criteria",
    "EntryIndex",
    "FacetCount",
    "IdPage",
    "ListIndex",
    "PeopleIndex",
    "PersonSummary",
    "Ranking",
    "RankingLimits",
    "SharedMeetings",
    "SummaryCounts",
    "TimelineId",
    "after_migrate",
    "allegation_index",
    "before_migrate",
    "cached_per_index",
    "cached_per_version",
    "data_version",
    "get_index",
    "meeting_index",
    "organisation_index",
    "stream",
    "timeline_index",
    "uninstall",
    "union",
    "version_triggers",
]
