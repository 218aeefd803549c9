"""One FilterSet per list page: the form that reads and checks its query string, and the facets it has."""

from people.filters.base import CORRECTED, PAGE, IndexFilter, ListFilter, UnknownParameter
from people.filters.comparison import ComparisonFilter
from people.filters.errors import ParameterError, unknown_parameter
from people.filters.lists import (
    AllegationFilter,
    MeetingFilter,
    OrganisationFilter,
    PeoplePageFilter,
    PersonFilter,
)
from people.filters.network import NetworkFilter, PathFilter
from people.filters.timeline import TimelineFilter
from people.filters.updated import UpdatedFilter

__all__ = [
    "CORRECTED",
    "PAGE",
    "AllegationFilter",
    "ComparisonFilter",
    "IndexFilter",
    "ListFilter",
    "MeetingFilter",
    "NetworkFilter",
    "OrganisationFilter",
    "ParameterError",
    "PathFilter",
    "PeoplePageFilter",
    "PersonFilter",
    "TimelineFilter",
    "UnknownParameter",
    "UpdatedFilter",
    "unknown_parameter",
]
