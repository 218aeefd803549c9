"""Everybody whom readers see: whom each choice of a filter lists, whom they met, and what is alleged against them."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from pyroaring import BitMap

from people.index.contacts import CONTACT_KINDS, Contacts, Count, Ranking, RankingLimits, largest
from people.index.ids import (
    Choices,
    Criteria,
    FacetCount,
    ListIndex,
    OwnerMap,
    PeopleIdMap,
    SortOrder,
    labelled,
    union,
    with_rest,
)
from people.models import Person
from people.vocabulary import (
    NOT_RECORDED,
    NOT_RECORDED_LABEL,
    AllegationChoice,
    AppearanceChoice,
    ContactKind,
    PersonSort,
    RoleCategory,
    Stance,
)


class Allegations:
    """How many allegations there are against each person, by number, how many they answered, and how."""

    def __init__(self, subjects: Iterable[tuple[int, bool]], replies: Iterable[tuple[int, str]], size: int) -> None:
        """Take each subject of each allegation with whether they answered it, and the last number of a person.

        The replies are those of subjects, each with its stance.
        """
        self.replies = by_value(replies)
        self.counts, self.answered = (array("I", bytes(4 * (size + 1))) for _ in range(2))
        alleged, answering, unanswering = array("I"), array("I"), array("I")
        for number, has_answered in subjects:
            self.counts[number] += 1
            self.answered[number] += has_answered
            alleged.append(number)
            (answering if has_answered else unanswering).append(number)
        self._matches = {
            AllegationChoice.ANY.value: BitMap(alleged),
            AllegationChoice.ANSWERED.value: BitMap(answering),
            AllegationChoice.UNANSWERED.value: BitMap(unanswering),
        }

    def matches(self, everybody: BitMap) -> dict[str, BitMap]:
        """Return to whom of everybody each AllegationChoice applies."""
        return {**self._matches, AllegationChoice.NONE.value: everybody - self._matches[AllegationChoice.ANY.value]}


def by_value(pairs: Iterable[tuple[int, str]]) -> defaultdict[str, BitMap]:
    """Return the numbers that each value is paired with; 0 is no number."""
    found = defaultdict[str, BitMap](BitMap)
    for number, value in pairs:
        if number:
            found[value].add(number)
    return found


class ContactMeeting(NamedTuple):
    """A meeting that counts as contact: its id, its kind, and the ids of those who took part, in order."""

    id: int
    kind: str
    people: tuple[int, ...]


class SummaryCounts(NamedTuple):
    """How many people a person was in contact with, and how many allegations there are and are answered."""

    contacts: int
    allegations: int
    answered: int


class PersonSummary(NamedTuple):
    """A person as a list shows them."""

    person: Person
    categories: list[RoleCategory]
    contacts: int
    allegations: int
    answered: int


class GalleryPlace(NamedTuple):
    """The ids of the figures before and after somebody in the first gallery, 0 for none."""

    previous: int
    next: int


class PeopleIndex(ListIndex):
    """Everybody whom readers see at one version of the data."""

    id_map: PeopleIdMap

    def __init__(
        self,
        version: str,
        id_map: PeopleIdMap,
        roles: Mapping[str, Choices],
        allegations: Allegations,
        contacts: Contacts,
    ) -> None:
        """Take what was read under that version; `roles` has the choices of the parameters about roles."""
        super().__init__(id_map, roles)
        self.version = version
        self.by_name = SortOrder(id_map.by_name)
        self.allegations = allegations
        self.contacts = contacts
        # Whose the aliases are.
        self.alias_owners = OwnerMap()
        pictured = BitMap(range(1, id_map.pictured + 1))
        appearing = {
            AppearanceChoice.GALLERY.value: pictured,
            AppearanceChoice.PICTURED.value: BitMap(id_map.only_pictured),
            AppearanceChoice.MENTIONED.value: self.everything - pictured,
        }
        self.choices = {
            **{name: with_rest(choices, self.everything) for name, choices in roles.items()},
            "allegations": labelled(AllegationChoice, allegations.matches(self.everything)),
            "reply": labelled(Stance, allegations.replies),
            "appears": labelled(AppearanceChoice, appearing),
        }
        # What else was made of this index, by the function that made it (see cached_per_version).
        self.cache: dict[Callable[[PeopleIndex], Any], Any] = {}

    def parts(self, criteria: Criteria) -> list[BitMap]:
        """Return what each of the criteria lists; contact and its kind hold on the same meeting."""
        found = super().parts(criteria)
        if "contact" in criteria or "contact_kind" in criteria:
            found.append(self._in_contact(criteria, criteria.get("contact_kind", ())))
        return found

    def _in_contact(self, criteria: Criteria, kinds: Sequence[str]) -> BitMap:
        known = [kind for kind in kinds if kind != NOT_RECORDED]
        if "contact" in criteria:
            people = self.id_map.numbers(criteria["contact"]) if known or not kinds else ()
            return self.contacts.neighbours_of_any(people, known)
        without = self.everything - self.contacts.having if NOT_RECORDED in kinds else BitMap()
        return self.having_contact(known) | without

    def having_contact(self, kinds: Iterable[str] = CONTACT_KINDS) -> BitMap:
        """Return who was in contact with anybody, in a meeting of one of the kinds."""
        return union(self.contacts.of_kind[kind] for kind in kinds)

    def facet_counts(self, parameter: str, matches: BitMap, criteria: Criteria) -> list[FacetCount]:
        """Return how many of the matches each choice of the parameter lists."""
        if parameter != "contact_kind":
            return super().facet_counts(parameter, matches, criteria)
        return [
            FacetCount(value, label, matches.intersection_cardinality(self._in_contact(criteria, [value])))
            for value, label in (*ContactKind.choices, (NOT_RECORDED, NOT_RECORDED_LABEL))
        ]

    def contact_ranking(
        self, matches: BitMap, kinds: Sequence[str], limits: RankingLimits, also: Iterable[int] = ()
    ) -> Ranking:
        """Return with whom most of the matches were in contact, by id, and others if anybody was."""
        of_kinds = tuple(kinds)
        found = self.contacts.ranking(matches, of_kinds, limits, self.by_name.rank)
        counts = {
            one: matches.intersection_cardinality(self.contacts.neighbours(one, of_kinds))
            for one in self.id_map.numbers(also)
        }
        return self.ranked(found, counts)

    def ranked(self, found: Ranking, others: Mapping[int, int]) -> Ranking:
        """Return the ranking with those of the others who count at all, by id."""
        counts = dict(found.counts) | {one: count for one, count in others.items() if count}
        ranked = largest(counts.items(), len(counts), self.by_name.rank) if others else found.counts
        return Ranking([(self.id_map.ids[one], count) for one, count in ranked], found.is_cut)

    def most_contacts(self, limit: int) -> list[Count]:
        """Return those with the most contacts, in the gallery's order."""
        found = self.contacts.ranking(self.everything, (), RankingLimits(limit, limit), self.natural_order.rank)
        return [(self.id_map.ids[one], count) for one, count in sorted(found.counts)]

    def owners(self, people: Collection[int], aliases: Collection[int], titles: Iterable[str]) -> BitMap:
        """Return the people with those ids, those whose aliases have the others, and who holds one of the titles."""
        held = self.choices["title"]
        holders = (held[title].matches for title in titles if title in held)
        return union([self.bitmap(people), self.alias_owners.bitmap(aliases), *holders])

    def order(self, sort: str) -> SortOrder:
        """Return one of the orders of PersonSort."""
        if sort == PersonSort.CONTACTS:
            return self.by_contacts
        return self.by_name if sort == PersonSort.NAME else self.natural_order

    @cached_property
    def by_contacts(self) -> SortOrder:
        """Return the order by number of contacts, the most first, then by name."""
        return SortOrder(sorted(self.by_name.numbers, key=self.contacts.counts.__getitem__, reverse=True))

    def summary_counts(self, person: int) -> SummaryCounts:
        """Return what a list tells of the person in numbers."""
        number, allegations = self.id_map.number(person), self.allegations
        contacts = len(self.contacts.neighbours(number))
        return SummaryCounts(contacts, allegations.counts[number], allegations.answered[number])

    def categories(self, person: int) -> list[RoleCategory]:
        """Return the categories of the person's roles."""
        number, held = self.id_map.number(person), self.choices["role"]
        return [category for category in RoleCategory if number in held[category.value].matches]

    def summaries(self, ids: list[int]) -> list[PersonSummary]:
        """Return the people as a list shows them, without those hidden since."""
        people = Person.public.told_apart().with_place().in_order(ids)
        return [PersonSummary(one, self.categories(one.pk), *self.summary_counts(one.pk)) for one in people]

    def gallery_place(self, person: int) -> GalleryPlace | None:
        """Return the place of the person in the first gallery, None where it doesn't show them."""
        ids, number, last = self.id_map.ids, self.id_map.number(person), self.id_map.in_gallery
        if not 0 < number <= last:
            return None
        return GalleryPlace(ids[number - 1], ids[number + 1] if number < last else 0)

    def neighbours(self, person: int) -> set[int]:
        """Return the ids of everybody with whom the person was in contact."""
        return self._ids(self.contacts.neighbours(self.id_map.number(person)))

    def reached(self, people: Iterable[int], kinds: Collection[str]) -> set[int]:
        """Return the ids of all in meetings of the people that are of one of the kinds, the people themselves too."""
        return self._ids(self.contacts.participants(self.contacts.places(self.id_map.numbers(people), kinds)))

    def meetings(self, people: Iterable[int], kinds: Collection[str]) -> Iterator[ContactMeeting]:
        """Yield all meetings of the people that are of one of the kinds, in order of time."""
        for place in self.contacts.places(self.id_map.numbers(people), kinds):
            kind = CONTACT_KINDS[self.contacts.kinds[place]]
            present = sorted(self._ids(self.contacts.people[place]))
            yield ContactMeeting(self.contacts.ids[place], kind, tuple(present))

    def _ids(self, numbers: Iterable[int]) -> set[int]:
        return set(map(self.id_map.ids.__getitem__, numbers))
