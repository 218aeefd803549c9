"""Querying meetings, participations and ties."""

from collections.abc import Collection, Iterable
from typing import Any, Self

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from people.querysets.base import GuardedQuerySet, SourcedQuerySet, objects_of, public_objects_of
from people.querysets.guarding import Dependents, one_change
from people.querysets.time import in_time
from people.vocabulary import MeetingKind


class MeetingQuerySet(SourcedQuerySet):
    """Meetings."""

    def public(self) -> Self:
        """Return eligible meetings in which public people took part: two of them, or one who testified in a hearing."""
        present = public_participations()
        return self.eligible().filter(Exists(present[1:2]) | Q(Exists(present), kind=MeetingKind.HEARING))

    def companions(self) -> list[QuerySet]:
        """Return who took part."""
        return [self.their_people("people")]

    def with_anybody(self) -> Self:
        """Return eligible meetings in which at least one public person took part."""
        return self.eligible().filter(Exists(public_participations()))

    def without(self, participations: QuerySet) -> Self:
        """Return what readers see of the meetings, where too few public people are left without the participations."""
        theirs = self.public().filter(pk__in=participations.values("meeting"))
        others = public_participations().exclude(pk__in=participations.values("pk"))
        return theirs.exclude(Q(Exists(others), kind=MeetingKind.HEARING) | Exists(others[1:2]))

    def contacts(self) -> Self:
        """Return the meetings that count as contact of those present: all but hearings."""
        return self.exclude(kind=MeetingKind.HEARING)

    def dated(self) -> Self:
        """Return the meetings of which the source gives a date."""
        return self.exclude(date="")

    def chronological(self) -> Self:
        """Return the meetings in order of time, undated ones last."""
        return self.order_by(*in_time("date_earliest", "date_latest"), "sort_key", "pk")

    def for_index(self) -> QuerySet:
        """Return key, kind and date of the meetings, in order of time."""
        return self.chronological().values_list("pk", "kind", "date")

    def about(self, people: Iterable[object]) -> Self:
        """Return the meetings in which any of the people took part."""
        return self.filter(pk__in=objects_of("Participation").filter(person__in=people).values("meeting"))

    def for_reading(self) -> Self:
        """Return the meetings with participants."""
        return self.with_people()

    def for_export(self) -> Self:
        """Return the meetings with participants and citations."""
        return self.for_list()

    def for_citing(self) -> Self:
        """Return the meetings as a list of what rests on a passage names them."""
        return self

    def with_people(self) -> Self:
        """Return the meetings in order of time with public participants prefetched."""
        participations = Prefetch("participations", public_objects_of("Participation").for_list())
        return self.chronological().select_related("organisation").prefetch_related(participations)

    def for_list(self) -> Self:
        """Return the meetings in order of time with public participants and citations prefetched."""
        return self.with_people().with_citations()


class ParticipationQuerySet(GuardedQuerySet):
    """Participations."""

    def get_by_natural_key(self, meeting: str, person: str) -> Any:
        """Return the participation of the person in the meeting, both given as slugs. Raises DoesNotExist."""
        return self.get(meeting__slug=meeting, person__slug=person)

    def dependents(self) -> list[Dependents]:
        """Return the meetings that would be left with too few people."""
        return meetings_without(self.order_by())

    def update(self, **values: object) -> int:
        """Update the participations. Raises NeededError if that leaves a meeting with too few people."""
        with one_change():
            if not values.keys().isdisjoint({"person", "person_id", "meeting", "meeting_id"}):
                self.refuse_loss("changed")
            return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def for_naming(self) -> Self:
        """Return the participations with person and meeting, which name them."""
        return self.select_related("person", "meeting")

    def public(self) -> Self:
        """Return participations of public people in public meetings."""
        return self.of_public_people().filter(Exists(public_objects_of("Meeting").filter(pk=OuterRef("meeting"))))

    def of_public_people(self) -> Self:
        """Return participations of people whom readers may see."""
        return self.filter(Exists(public_objects_of("Person").filter(pk=OuterRef("person"))))

    def pairs(self) -> QuerySet:
        """Return meeting and person of each participation, meeting by meeting, people in the order of their keys."""
        return self.order_by("meeting", "person").values_list("meeting", "person")

    def for_list(self) -> Self:
        """Return the participations with their people, by name."""
        return self.select_related("person").order_by("person__sort_key", "pk")

    def first_in_each(self, most: int, own: Collection[int]) -> Self:
        """Return the first in each meeting by name, and those of the people, with `rank` and the `number` of all."""
        return (
            self.for_list()
            .annotate(
                rank=Window(RowNumber(), partition_by=F("meeting"), order_by=["person__sort_key", "pk"]),
                number=Window(Count("pk"), partition_by=F("meeting")),
            )
            .filter(Q(rank__lte=most) | Q(person__in=own))
        )

    def for_export(self) -> Self:
        """Return the participations with their meetings and people, meeting by meeting."""
        return self.select_related("person", "meeting").order_by("meeting", "person__sort_key", "pk")


class TieQuerySet(SourcedQuerySet):
    """Ties."""

    def public(self) -> Self:
        """Return eligible ties of which both people are public."""
        return self.eligible().with_person_public("from_person").with_person_public("to_person")

    def companions(self) -> list[QuerySet]:
        """Return whom they join."""
        return [self.their_people("from_person", "to_person")]

    def about(self, people: Iterable[object]) -> Self:
        """Return the ties that begin or end with any of the people."""
        return self.filter(Q(from_person__in=people) | Q(to_person__in=people))

    def for_citing(self) -> Self:
        """Return the ties as a list of what rests on a passage names them."""
        return self.select_related("from_person", "to_person")

    def by_name(self) -> Self:
        """Return the ties with both people prefetched, by name."""
        return self.for_citing().order_by("from_person__sort_key", "to_person__sort_key", "pk")

    def for_profile(self) -> Self:
        """Return the ties with both people and citations prefetched, by name."""
        return self.by_name().with_citations()


def public_participations() -> Any:
    """Return, for a query of meetings, the participations of public people in each."""
    return objects_of("Participation").of_public_people().filter(meeting=OuterRef("pk"))


def meetings_without(participations: QuerySet) -> list[Dependents]:
    """Return the meetings that readers would see no more without the participations."""
    left = "would be left with too few people"
    return [Dependents(left, left, objects_of("Meeting").without(participations))]
