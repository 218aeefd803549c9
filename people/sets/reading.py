"""Reading the sets, in one pass over each table.

The rules of what readers see are the querysets' `public`. That an entry's people must be public too, and a contact
one of two people, is not asked of the database once more: who is not public has no number here.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from itertools import islice
from threading import Lock
from typing import Any, TypeVar

from pyroaring import BitMap

from people.collation import sort_key
from people.models import Alias, Allegation, Appearance, Meeting, Organisation, Participation, Person, Role
from people.sets.allegations import Allegations
from people.sets.choices import Choice, Choices, labelled
from people.sets.contacts import Contacts
from people.sets.groups import Groups
from people.sets.numbering import Numbering, Owners, PeopleNumbering
from people.sets.people import PeopleSets
from people.version import data_version
from people.vocabulary import RoleCategory

Made = TypeVar("Made")

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


def once(make: Callable[[PeopleSets], Made]) -> Callable[[], Made]:
    """Return what `make` makes of the people's sets, made by who asks first after a change, and kept with them."""
    making = Lock()

    @wraps(make)
    def made() -> Made:
        sets = people_sets()
        with making:
            if make not in sets.made:
                sets.made[make] = make(sets)
            found: Made = sets.made[make]
        return found

    return made


def read(version: str) -> PeopleSets:
    """Return the sets of the data as they are now, which are those of that version or of a later one."""
    further = (person for person, *_ in rows_of(Appearance.objects.cited().for_index()))
    numbering = PeopleNumbering(rows_of(Person.public.for_index()), further)
    roles, posts = read_roles(numbering)
    allegations = Allegations(read_subjects(numbering), len(numbering))
    sets = PeopleSets(version, numbering, roles, allegations, read_contacts(numbering))
    sets.names, sets.posts = read_names(numbering), posts
    return sets


def read_names(numbering: Numbering) -> Owners:
    """Return whose each of the aliases is that readers see."""
    return Owners((key, numbering.number(person)) for key, person in rows_of(Alias.objects.eligible().for_index()))


def read_subjects(numbering: Numbering) -> Iterator[tuple[int, bool]]:
    """Yield number and whether they answered of each subject of each allegation."""
    for key, answered in rows_of(Allegation.objects.eligible().for_index()):
        number = numbering.number(key) if key else 0
        if number:
            yield number, answered


def rows_of(rows: Any) -> Iterator[Any]:
    """Return the rows, not all of them in memory at once."""
    return iter(rows.iterator(chunk_size=CHUNK))


def read_roles(numbering: Numbering) -> tuple[dict[str, Choices], Owners]:
    """Return whom each category, title and organisation lists, and whose each role is."""
    categories, organisations = (defaultdict[Any, array](lambda: array("I")) for _ in range(2))
    titles = defaultdict[str, array](lambda: array("I"))
    labels: dict[str, str] = {}
    keys, holders = array("Q"), array("I")
    for role, key, category, slug, title, organisation in rows_of(Role.objects.eligible().for_index()):
        number = numbering.number(key)
        if number:
            keys.append(role)
            holders.append(number)
            categories[category].append(number)
            titles[slug].append(number)
            labels[slug] = min(title, labels.get(slug, title))
            if organisation:
                organisations[organisation].append(number)
    names = Organisation.objects.for_index()
    choices = {
        "role": labelled(RoleCategory, {value: BitMap(numbers) for value, numbers in categories.items()}),
        "title": {slug: Choice(labels[slug], BitMap(titles[slug])) for slug in by_label(labels)},
        "organisation": {
            slug: Choice(name, BitMap(organisations[key])) for key, slug, name in names if key in organisations
        },
    }
    return choices, Owners(zip(keys, holders, strict=True))


def by_label(labels: Mapping[str, str]) -> list[str]:
    """Return the values by their labels."""
    return sorted(labels, key=lambda value: (sort_key(labels[value]), value))


def read_contacts(numbering: Numbering) -> Contacts:
    """Return who met whom."""
    meetings, kinds = array("Q"), list[str]()
    for key, kind in rows_of(Meeting.objects.eligible().contacts().for_index()):
        meetings.append(key)
        kinds.append(kind)
    people = participants(Numbering(meetings), numbering)
    # The first list of people is that of no meeting, whose number is 0.
    return Contacts(zip(meetings, kinds, islice(people, 1, None), strict=True), len(numbering))


def participants(meetings: Numbering, people: Numbering) -> Groups:
    """Return the numbers of those who took part in each of the meetings, given by its number."""
    pairs = ((meetings.number(met), people.number(person)) for met, person in rows_of(Participation.objects.pairs()))
    return grouped(pairs, len(meetings))


def grouped(pairs: Iterable[tuple[int, int]], size: int) -> Groups:
    """Return, for each number up to `size`, those beside it in the pairs; 0 is no number."""
    numbers, others = array("I"), array("I")
    for number, other in pairs:
        if number and other:
            numbers.append(number)
            others.append(other)
    return Groups.paired(numbers, others, size + 1)
