"""The people page as a cast list, which prints on a sheet or two: who each person is, and their jobs."""

from collections import defaultdict
from collections.abc import Iterable

from people.filters import PeoplePageFilter
from people.index import PersonSummary
from people.models import Role
from people.pages.listing import view_options
from people.vocabulary import PeopleLayout

# So many jobs stand with a person, whose profile has all of them.
MAX_JOBS = 8


def people_parts(filters: PeoplePageFilter, summaries: list[PersonSummary]) -> dict[str, object]:
    """Return how people are listed, and how else they may be, with the jobs that a cast list tells of."""
    is_cast = filters.cleaned.get("view") == PeopleLayout.CAST
    return view_options(filters) | {"jobs": load_jobs(one.person.pk for one in summaries) if is_cast else {}}


def load_jobs(people: Iterable[int]) -> dict[int, list[Role]]:
    """Return the first jobs of each of the people in order of time, by the key of who held them, in one query."""
    found = defaultdict[int, list[Role]](list)
    for role in Role.public.about(list(people)).for_holder().first_of_each(MAX_JOBS):
        found[role.person_id].append(role)
    return found
