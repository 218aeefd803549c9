"""One FilterSet per list page: it reads and checks the query string, and calls one QuerySet verb per parameter."""

from people.filters.base import CORRECTED, PAGE, ListFilter, Problem
from people.filters.comparison import ComparisonFilter
from people.filters.lists import AllegationFilter, MeetingFilter, PeoplePageFilter, PersonFilter
from people.filters.network import NetworkFilter, PathFilter
from people.filters.timeline import TimelineFilter
from people.filters.updated import UpdatedFilter

__all__ = [
    "CORRECTED",
    "PAGE",
    "AllegationFilter",
    "ComparisonFilter",
    "ListFilter",
    "MeetingFilter",
    "NetworkFilter",
    "PathFilter",
    "PeoplePageFilter",
    "PersonFilter",
    "Problem",
    "TimelineFilter",
    "UpdatedFilter",
]
