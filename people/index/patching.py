"""The people kept up: those whom changes touch are read anew, and everything else stays as it is.

Whoever had the index before keeps it as it was: nothing in it is changed, and what is changed is copied.
"""

from collections import defaultdict
from collections.abc import Collection
from copy import copy
from typing import Any

from pyroaring import BitMap

from people.index.contact_patching import ChangedMeetings, PatchedContacts
from people.index.entry_loading import meeting_keys, name_keys
from people.index.ids import ListIndex, union
from people.index.loading import load_aliases, load_allegations, load_roles, role_choices
from people.index.log import RowStates
from people.index.orders import Key, SortOrder, TooManyMovedError, keyed, rearranged
from people.index.people import PeopleIndex
from people.index.touched import Touched
from people.models import Appearance, Meeting, Participation, Person

# Of more entries than this, the tables are read anew.
MAX_TOUCHED = 5_000

# The parts of the list's usual order.
FIRST_GALLERY, FURTHER_GALLERIES, OTHERS = range(3)


def patch_people(former: PeopleIndex, changed: Collection[RowStates]) -> PeopleIndex | None:
    """Return the index with the changes of rows; None where that isn't worth it."""
    if any(one.table == "passage" for one in changed):  # what stands in which source
        return None
    touched = Touched.by(changed, former.id_map)
    met = Participation.objects.pairs().filter(meeting__in=touched.keys["meeting"]) if touched.keys["meeting"] else ()
    participants = list(met[: MAX_TOUCHED + 1])
    if len(touched) + len(participants) > MAX_TOUCHED:
        return None
    try:
        return PeoplePatch(former, touched, participants).apply()
    except TooManyMovedError:
        return None


class PeoplePatch:
    """One step from an index to the next."""

    def __init__(self, former: PeopleIndex, touched: Touched, participants: list[tuple[int, int]]) -> None:
        """Take the index as it was, what is touched, and who took part in the meetings touched, by id."""
        self.former, self.touched, self.participants = former, touched, participants
        self.people = touched.keys["person"]
        self.present = {row for row, _ in Person.public.for_index().filter(pk__in=self.people)}
        self.found = copy(former)

    def apply(self) -> PeopleIndex:
        """Return the index as it is now."""
        former, found = self.former, self.found
        before = former.id_map.bitmap(self.people)
        found.id_map = former.id_map.patched(self.present, self.people - self.present)
        now = found.id_map.bitmap(self.present)
        found.everything = former.everything - before | now
        self.changed = before | now
        found._cache, found.cache, found.is_superseded = {}, {}, False
        self._place(before - now)
        self._read_roles()
        found.allegations = former.allegations.patched(load_allegations(found.id_map, self.people), self.changed)
        contacts = PatchedContacts(former.contacts, self._meetings(), len(found.id_map))
        found.contacts, self.counted_anew = contacts, contacts.affected
        self._look_for_untold()
        found.fill_choices(role_choices(found.holders))
        self._order_by_contacts()
        found.outdated = self._outdated()
        return found

    def _place(self, left: BitMap) -> None:
        """Find the places of those who may stand elsewhere now, and take out those who are gone."""
        former, found, numbers = self.former, self.found, self.found.id_map
        moved = {row for row in self.present if row in self.touched.rows["person"] or not former.id_map.number(row)}
        keys = natural_keys(moved)
        leaving = [*left, *numbers.numbers(moved)]
        places = {numbers.number(row): key for row, key in keys.items()}
        names = {numbers.number(row): key for row, key in person_name_keys(moved).items()}
        found.natural_order = former.natural_order.patched(leaving, places, keyed(numbers.ids, natural_keys))
        found.by_name = former.by_name.patched(leaving, names, keyed(numbers.ids, person_name_keys))
        pictured = BitMap(number for number, (part, *_) in places.items() if part != OTHERS)
        found.pictured = former.pictured - BitMap(leaving) | pictured
        gallery = BitMap(number for number, (part, *_) in places.items() if part == FIRST_GALLERY)
        found.gallery = former.gallery - BitMap(leaving) | gallery

    def _read_roles(self) -> None:
        found, keys = self.found, self.touched.keys
        holders = load_roles(found.id_map, self.people)
        self.role_holders = union(holders.titles.values())
        found.holders = self.former.holders.patched(holders, self.changed)
        aliases = dict(load_aliases(found.id_map, self.people))
        found.alias_owners = found.alias_owners.patched({**dict.fromkeys(keys["alias"], 0), **aliases})

    def _meetings(self) -> ChangedMeetings:
        """Return the meetings touched that count as contact, as they are now."""
        ids, people = self.touched.keys["meeting"], self.found.id_map
        if not ids:
            return ChangedMeetings(ids, [], {}, meeting_keys)
        present = defaultdict[int, list[int]](list)
        for meeting, person in self.participants:
            if number := people.number(person):
                present[meeting].append(number)
        meetings = Meeting.objects.eligible().contacts().filter(pk__in=ids).order_by().values_list("pk", "kind")
        rows = [(row, kind, present[row]) for row, kind in meetings if len(present[row]) > 1]
        known = self.former.contacts.meeting_ids
        moved = {row for row, *_ in rows if row in self.touched.rows["meeting"] or row not in known}
        return ChangedMeetings(ids, rows, meeting_keys(moved), meeting_keys)

    def _look_for_untold(self) -> None:
        """Look of whom of those touched nothing is recorded but that a gallery shows them."""
        found, numbers = self.found, self.found.id_map
        asked = (self.changed | numbers.bitmap({person for _, person in self.participants})) & found.pictured
        # Of most the index knows enough, which saves a long query.
        told = self.role_holders | found.contacts.having | found.allegations.subjects
        unsure = [numbers.ids[number] for number in asked - told]
        untold = Person.public.told_nothing_of(unsure) if unsure else ()
        found.only_pictured = self.former.only_pictured - self.changed - asked | BitMap(numbers.numbers(untold))

    def _order_by_contacts(self) -> None:
        """Have the order by number of contacts follow, if anybody has asked for it."""
        former, found = self.former, self.found
        if found.__dict__.pop("by_contacts", None) is None:
            return
        moved = self.changed | self.counted_anew
        counts, rank, former_counts, former_rank = (
            found.contacts.counts,
            found.by_name.rank,
            former.contacts.counts,
            former.by_name.rank,
        )
        numbers = rearranged(
            former.by_contacts.packed,
            moved & former.everything,
            moved & found.everything,
            lambda one: (-former_counts[one], former_rank[one]),
            lambda one: (-counts[one], rank[one]),
        )
        found.by_contacts = SortOrder(numbers)

    def _outdated(self) -> dict[Any, tuple[ListIndex, Touched]]:
        """Return the lists that were made of the index as it was, each with what has touched it since."""
        current = {make: (one, self.touched) for make, one in self.former.cache.items() if isinstance(one, ListIndex)}
        return {make: (one, touched | self.touched) for make, (one, touched) in self.former.outdated.items()} | current


def natural_keys(people: Collection[int]) -> dict[int, Key]:
    """Return by what people are put in the list's usual order."""
    if not people:
        return {}
    further: dict[int, tuple[int, int]] = {}
    for person, source, slide in Appearance.objects.cited().for_index().filter(person__in=people):
        further.setdefault(person, (source, slide))
    found: dict[int, Key] = {}
    rows = Person.objects.filter(pk__in=people).order_by().values_list("pk", "slide", "sort_key")
    for row, slide, key in rows:
        if slide is not None:
            found[row] = (FIRST_GALLERY, slide)
        else:
            found[row] = (FURTHER_GALLERIES, *further[row]) if row in further else (OTHERS, key, row)
    return found


def person_name_keys(people: Collection[int]) -> dict[int, Key]:
    """Return by what people are put in the order of names."""
    return name_keys(Person.objects.filter(pk__in=people)) if people else {}
