"""Reading the sets, in one pass over each table."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import Any

from pyroaring import BitMap

from people.models import Allegation, Organisation, Participation, Person, Role
from people.sets.allegations import Allegations
from people.sets.contacts import Contacts
from people.sets.numbering import Numbering
from people.sets.people import Choice, Choices, PeopleSets, labelled
from people.version import data_version
from people.vocabulary import RoleCategory

# So many rows are in memory at once.
CHUNK = 10_000

_reading = Lock()
_held: list[PeopleSets] = []


def people_sets() -> PeopleSets:
    """Return the sets of the data as they are now. Who asks first after a change reads them; others wait for that."""
    if not is_held(data_version()):
        with _reading:
            # It may have been read, or outdated again, while this waited.
            version = data_version()
            if not is_held(version):
                _held[:] = [read(version)]
    return _held[0]


def is_held(version: str) -> bool:
    """Return whether the sets of that version are at hand."""
    return bool(_held) and _held[0].version == version


def read(version: str) -> PeopleSets:
    """Return the sets of the data as they are now, which are those of that version or of a later one."""
    numbering = Numbering(rows_of(Person.public.for_sets()))
    size = len(numbering)
    subjects = ((numbering.number(key), answered) for key, answered in rows_of(Allegation.public.for_sets()))
    met = ((*meeting, numbering.number(key)) for *meeting, key in rows_of(Participation.objects.for_sets()))
    return PeopleSets(
        version,
        numbering,
        read_roles(numbering),
        Allegations(((number, answered) for number, answered in subjects if number), size),
        Contacts(met, size),
    )


def rows_of(rows: Any) -> Iterator[Any]:
    """Return the rows, not all of them in memory at once."""
    return iter(rows.iterator(chunk_size=CHUNK))


def read_roles(numbering: Numbering) -> dict[str, Choices]:
    """Return whom each category, title and organisation lists."""
    categories, organisations = (defaultdict[Any, array](lambda: array("I")) for _ in range(2))
    titles = defaultdict[str, array](lambda: array("I"))
    labels: dict[str, str] = {}
    for key, category, slug, title, organisation in rows_of(Role.public.for_sets()):
        number = numbering.number(key)
        categories[category].append(number)
        titles[slug].append(number)
        labels[slug] = min(title, labels.get(slug, title))
        if organisation:
            organisations[organisation].append(number)
    names = Organisation.objects.for_sets()
    return {
        "role": labelled(RoleCategory, {value: members(categories[value]) for value in RoleCategory.values}),
        "title": {slug: Choice(labels[slug], members(titles[slug])) for slug in by_label(labels)},
        "organisation": {
            slug: Choice(name, members(organisations[key])) for key, slug, name in names if key in organisations
        },
    }


def members(numbers: Iterable[int]) -> BitMap:
    """Return the numbers as a set; 0 is nobody's."""
    found = BitMap(numbers)
    found.discard(0)
    return found


def by_label(labels: Mapping[str, str]) -> list[str]:
    """Return the values by their labels."""
    return sorted(labels, key=lambda value: (labels[value], value))
