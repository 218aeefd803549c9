"""Subjects of allegations with what each replies: the first of very many, and never one without the other.

Thousands of subjects may answer one allegation. A page that shows it beside something else has the replies of those
whom the page is about and of a few others, and leads to the allegation's own page, which has all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Window, prefetch_related_objects
from django.db.models.functions import RowNumber

from people.querysets.base import links, objects_of, public_objects_of
from people.querysets.citations import keep, load_citations
from people.querysets.participants import load_participants
from people.vocabulary import ANSWERING_STANCES, AllegationChoice

if TYPE_CHECKING:
    from people.models import Allegation, Person, Sourced

# So many subjects stand beside an allegation where it is not on its own page, and those whom the page is about.
MAX_SIDES = 10
# What names a passage in a file.
PLACE = ("section", "sentence", "source__slug")
# Thousands of meetings of one person must not make one statement with more parameters than databases take.
ENTRIES_PER_QUERY = 10_000
# The largest place that both databases compare with.
LAST_PLACE = 2**31 - 1


def load_sides(allegations: Iterable[tuple[Allegation, int | None]], start: int = 0, stop: int = MAX_SIDES) -> None:
    """Prefetch some subjects of the allegations with all that these reply, and all outcomes, in three queries.

    `side_count` is how many subjects an allegation has. Who replies without being one comes after the last of them.

    Args:
        allegations: Each with the key of somebody who is loaded wherever they stand among the subjects, or None.
        start: The place of the first subject that is loaded, by name, from 0.
        stop: The place after the last.
    """
    wanted = list(allegations)
    subjects = _subjects([one.pk for one, _ in wanted], {own for _, own in wanted if own}, start, stop)
    shown = {link.person_id: link.person for those in subjects.values() for link in those}
    replies = _replies(subjects, shown) if subjects else {}
    outcomes = _outcomes(subjects) if subjects else {}
    for allegation, own in wanted:
        those = [link for link in subjects[allegation.pk] if start < link.place <= stop or link.person_id == own]
        allegation.side_count = max((link.number for link in those), default=0)
        is_end = allegation.side_count <= stop
        keep(allegation, "subjects", [link.person for link in those])
        keys = {link.person_id for link in those}
        theirs = replies.get(allegation.pk, ())
        some = [one for one in theirs if one.person_id in keys or (is_end and not one.is_by_subject)]
        keep(allegation, "responses", some)
        keep(allegation, "outcomes", outcomes.get(allegation.pk, []))


def load_sides_with_citations(allegations: Iterable[tuple[Allegation, int | None]], *places: int) -> None:
    """Prefetch what `load_sides` does, and the citations of all of it, in five queries."""
    wanted = list(allegations)
    load_sides(wanted, *places)
    # The same reply may stand beside the same allegation of each of its subjects.
    beside = {id(part): part for one, _ in wanted for part in (*one.responses.all(), *one.outcomes.all())}
    load_citations([*(one for one, _ in wanted), *beside.values()])


def load_allegations(people: Iterable[Person]) -> None:
    """Prefetch some sides of the allegations against the people, which are prefetched: their own, and a few others."""
    load_sides_with_citations((one, person.pk) for person in people for one in person.allegations.all())


def first_against(people: Collection[int], most: int, criteria: Mapping[str, Collection[str]]) -> list[Any]:
    """Return the links of the people, given by key, to the first allegations against each that the criteria ask for.

    Readers see the people, and so all eligible allegations against them. Each link has its `place` and the `number` of
    all such links of its person.
    """
    wanted = [ASKED_OF_REPLIES[name](values) for name, values in criteria.items() if name in ASKED_OF_REPLIES]
    public = Exists(objects_of("Allegation").eligible().filter(pk=OuterRef("allegation")))
    by_title = ["allegation__sort_key", "allegation"]
    found = (
        links(objects_of("Allegation").model, "subjects")
        .filter(public, reduce(or_, wanted), person__in=people)
        .annotate(
            place=Window(RowNumber(), partition_by=F("person"), order_by=by_title),
            number=Window(Count("pk"), partition_by=F("person")),
        )
        .filter(place__lte=most)
        .select_related("allegation")
        .order_by("person", "place")
    )
    return list(found)


def _of_choices(choices: Collection[str]) -> Q:
    """Return the condition that a link is to an allegation of those choices."""
    if AllegationChoice.ANY in choices:
        return Q(pk__isnull=False)  # which another parameter's condition doesn't narrow, as it would an empty one
    answered = _replied(ANSWERING_STANCES)
    of_choice = {AllegationChoice.ANSWERED: answered, AllegationChoice.UNANSWERED: ~answered}
    return reduce(or_, (condition for choice, condition in of_choice.items() if choice in choices), Q(pk__in=()))


def _replied(stances: Collection[str]) -> Q:
    """Return the condition that the person of a link replies so to its allegation."""
    replies = objects_of("Response").eligible().filter(stance__in=stances)
    return Q(Exists(replies.filter(allegation=OuterRef("allegation"), person=OuterRef("person"))))


# By parameter, which links to allegations its values ask for.
ASKED_OF_REPLIES: dict[str, Callable[[Collection[str]], Q]] = {"allegations": _of_choices, "reply": _replied}


def load_table(people: Iterable[Person]) -> None:
    """Prefetch what a table tells of the people besides their own (see for_table): citations, some sides."""
    found = list(people)
    load_sides((one, person.pk) for person in found for one in person.allegations.all())
    load_citations(found, PLACE)


def load_export(people: Iterable[Person]) -> None:
    """Prefetch citations, and who else is in what an export tells of the people (see for_export): of very many, some.

    Django would make a passage for each entry that cites it, which takes longer than all the rest.
    """
    found = list(people)
    load_sides((one, person.pk) for person in found for one in person.allegations.all())
    load_participants((one, person.pk) for person in found for one in person.meetings.all())
    # The same reply may stand beside the same allegation of each of its subjects.
    lines = {id(line): line for person in found for line in (person, *person.lines())}
    entries = list(lines.values())
    for start in range(0, len(entries), ENTRIES_PER_QUERY):
        load_citations(entries[start : start + ENTRIES_PER_QUERY], PLACE)


def load_first_allegations(people: list[Person], most: int) -> None:
    """Prefetch the first `most` allegations against each of the people, with the same sides as load_allegations."""
    first = public_objects_of("Allegation").by_title()[:most]
    prefetch_related_objects(people, Prefetch("allegations", first, "first_allegations"))
    for person in people:
        keep(person, "allegations", person.first_allegations)
    load_allegations(people)


def load_reading_sides(entries: Iterable[Sourced]) -> None:
    """Prefetch some sides of the entries that are allegations, and of the allegations of replies and outcomes."""
    nouns = defaultdict[str | None, list[Any]](list)
    for entry in entries:
        nouns[entry._meta.model_name].append(entry)
    allegations = [(one, None) for one in nouns["allegation"]]
    replies = ((one.allegation, one.person_id) for one in nouns["response"])
    load_sides([*allegations, *replies, *((one.allegation, None) for one in nouns["outcome"])])


class Sides:
    """The subjects of an allegation by name: a sequence that a paginator reads page by page.

    What they reply is prefetched with each page, as are all citations of it.
    """

    def __init__(self, allegation: Allegation) -> None:
        """Take an allegation with its `side_count` (see with_side_count)."""
        self.allegation = allegation
        self.number = allegation.side_count

    def __len__(self) -> int:
        """Return how many subjects there are."""
        return int(self.number)

    def __getitem__(self, part: slice) -> list[Person]:
        """Return the subjects of that part, whose start and stop are given."""
        load_sides_with_citations([(self.allegation, None)], part.start, part.stop)
        return list(self.allegation.subjects.all())


def _subjects(allegations: list[int], own: Collection[int], start: int, stop: int) -> dict[int, list[Any]]:
    """Return the links of each allegation to its subjects, by name, with `place` and the `number` of all."""
    public = Exists(public_objects_of("Person").filter(pk=OuterRef("person")))
    by_name = ["person__sort_key", "person"]
    found = (
        links(objects_of("Allegation").model, "subjects")
        .filter(public, allegation__in=allegations)
        .annotate(
            place=Window(RowNumber(), partition_by=F("allegation"), order_by=by_name),
            number=Window(Count("pk"), partition_by=F("allegation")),
        )
        .filter(Q(place__gt=start, place__lte=stop) | Q(person__in=own))
        .select_related("person")
        .order_by("place")
    )
    subjects = defaultdict(list)
    for link in found:
        subjects[link.allegation_id].append(link)
    return subjects


def _replies(allegations: Collection[int], people: dict[int, Person]) -> dict[int, list[Any]]:
    """Return what the people reply to each of the allegations, and what others do who are no subjects of it."""
    same = links(objects_of("Allegation").model, "subjects").filter(
        allegation=OuterRef("allegation"), person=OuterRef("person")
    )
    replies = public_objects_of("Response").for_list().select_related(None).filter(allegation__in=allegations)
    wanted = replies.annotate(is_by_subject=Exists(same)).filter(Q(person__in=people) | Q(is_by_subject=False))
    found = defaultdict(list)
    for reply in wanted:
        if reply.person_id in people:
            reply.person = people[reply.person_id]
        found[reply.allegation_id].append(reply)
    # Only of those who are no subjects: the others are there.
    prefetch_related_objects([one for those in found.values() for one in those], "person")
    return found


def _outcomes(allegations: Collection[int]) -> dict[int, list[Any]]:
    """Return what became of each of the allegations."""
    found = defaultdict(list)
    for outcome in public_objects_of("Outcome").filter(allegation__in=allegations).chronological():
        found[outcome.allegation_id].append(outcome)
    return found
