"""Querying allegations, responses, outcomes and statements."""

from collections.abc import Iterable, Sequence
from typing import Self

from django.db.models import (
    Count,
    Exists,
    F,
    Model,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from people.querysets.base import SourcedQuerySet, links, objects_of, public_objects_of
from people.querysets.guarding import Dependents
from people.querysets.time import in_time
from people.vocabulary import ANSWERING_STANCES


class AllegationQuerySet(SourcedQuerySet):
    """Allegations."""

    def public(self) -> Self:
        """Return eligible allegations against at least one public person."""
        return self.eligible().filter(Exists(public_subjects()))

    def without_subjects(self, subjects: QuerySet) -> Self:
        """Return what readers see of the allegations of which all public subjects are among these links to subjects."""
        theirs = self.public().filter(pk__in=subjects.values("allegation"))
        return theirs.exclude(Exists(public_subjects().exclude(pk__in=subjects.values("pk"))))

    def dependents(self) -> list[Dependents]:
        """Return what is replied to the allegations, and what became of them."""
        them = self.order_by().values("pk")
        replies, outcomes = (public_objects_of(model).filter(allegation__in=them) for model in ("Response", "Outcome"))
        return [Dependents("answers it", "answer it", replies), Dependents("belongs to it", "belong to it", outcomes)]

    def companions(self) -> list[QuerySet]:
        """Return the subjects, what is replied, and what became of the allegations."""
        them = self.order_by().values("pk")
        return [self.their_people("subjects"), *(objects_of(model).to(them) for model in ("Response", "Outcome"))]

    def for_citing(self) -> Self:
        """Return the allegations as a list of what rests on a passage names them."""
        return self

    def about(self, people: Iterable[object]) -> Self:
        """Return the allegations of which any of the people is a subject."""
        return self.filter(pk__in=links(self.model, "subjects").filter(person__in=people).values("allegation"))

    def for_export(self) -> Self:
        """Return the allegations with subjects, answers and citations."""
        return self.for_list()

    def for_index(self) -> QuerySet:
        """Return each subject of the allegations, once for each of them, and whether that subject answered it."""
        answers = objects_of("Response").answering().of_public_people()
        theirs = answers.filter(allegation=OuterRef("pk"), person=OuterRef("subjects"))
        return self.order_by().values_list("subjects", Exists(theirs))

    def with_side_count(self) -> Self:
        """Return the allegations with the number of their public subjects, as `side_count`."""
        counted = public_subjects().order_by().values("allegation").annotate(number=Count("pk")).values("number")
        return self.annotate(side_count=Coalesce(Subquery(counted), Value(0)))

    def by_title(self) -> Self:
        """Return the allegations by what they are about."""
        return self.order_by("sort_key", "pk")

    def with_sides(self) -> Self:
        """Return the allegations with public subjects and public answers prefetched."""
        return self.by_title().prefetch_related(
            Prefetch("subjects", public_objects_of("Person").by_name()),
            Prefetch("responses", public_objects_of("Response").for_list()),
            Prefetch("outcomes", public_objects_of("Outcome").chronological()),
        )

    def for_list(self) -> Self:
        """Return the allegations with public subjects, public answers and all citations prefetched."""
        return self.with_sides().with_citations("responses", "outcomes")


class ResponseQuerySet(SourcedQuerySet):
    """Responses."""

    def public(self) -> Self:
        """Return eligible answers of public people to public allegations."""
        return self.of_public_people().filter(Exists(public_objects_of("Allegation").filter(pk=OuterRef("allegation"))))

    def of_public_people(self) -> Self:
        """Return eligible answers of public people: all public ones to allegations that are public."""
        return self.eligible().with_person_public()

    def answering(self) -> Self:
        """Return what counts as an answer."""
        return self.filter(stance__in=ANSWERING_STANCES)

    def stances(self) -> QuerySet:
        """Return allegation and stance of what public people answer, in no order."""
        return self.of_public_people().order_by().values_list("allegation", "stance")

    def stances_of_subjects(self) -> QuerySet:
        """Return person and stance of what subjects of eligible allegations answer to these, in no order."""
        eligible = Exists(objects_of("Allegation").eligible().filter(pk=OuterRef("allegation")))
        subjects = links(objects_of("Allegation").model, "subjects")
        return self.eligible().of_subjects(subjects).filter(eligible).order_by().values_list("person", "stance")

    def companions(self) -> list[QuerySet]:
        """Return who answers, and the allegations."""
        return [
            self.their_people("person"),
            objects_of("Allegation").filter(pk__in=self.order_by().values("allegation")),
        ]

    def of_subjects(self, subjects: QuerySet) -> Self:
        """Return the answers of those whom these links make subjects of the allegation that they answer."""
        same = subjects.filter(allegation=OuterRef("allegation"), person=OuterRef("person"))
        return self.filter(Exists(same))

    def lost(self) -> Self:
        """Return answers that readers don't see any more, and those of people who are no subjects any more."""
        subjects = links(objects_of("Allegation").model, "subjects")
        orphaned = self.published().exclude(pk__in=self.of_subjects(subjects).values("pk"))
        return super().lost() | orphaned

    def about(self, people: Iterable[object]) -> Self:
        """Return what any of the people answers, and what is answered to allegations against them."""
        subjects = links(objects_of("Allegation").model, "subjects").filter(person__in=people)
        return self.filter(Q(person__in=people) | Q(allegation__in=subjects.values("allegation")))

    def to(self, allegations: QuerySet) -> Self:
        """Return the answers to any of the allegations."""
        return self.filter(allegation__in=allegations)

    def for_citing(self) -> Self:
        """Return the answers as a list of what rests on a passage names them."""
        return self.select_related("person", "allegation")

    def for_list(self) -> Self:
        """Return the answers with who answers prefetched, by name."""
        return self.select_related("person").order_by("person__sort_key", "pk")


class OutcomeQuerySet(SourcedQuerySet):
    """Outcomes."""

    def public(self) -> Self:
        """Return eligible outcomes of public allegations."""
        return self.eligible().filter(Exists(public_objects_of("Allegation").filter(pk=OuterRef("allegation"))))

    def companions(self) -> list[QuerySet]:
        """Return the allegations."""
        return [objects_of("Allegation").filter(pk__in=self.order_by().values("allegation"))]

    def about(self, people: Iterable[object]) -> Self:
        """Return the outcomes of allegations against any of the people."""
        subjects = links(objects_of("Allegation").model, "subjects").filter(person__in=people)
        return self.filter(allegation__in=subjects.values("allegation"))

    def to(self, allegations: QuerySet) -> Self:
        """Return the outcomes of any of the allegations."""
        return self.filter(allegation__in=allegations)

    def for_citing(self) -> Self:
        """Return the outcomes as a list of what rests on a passage names them."""
        return self.select_related("allegation")

    def chronological(self) -> Self:
        """Return the outcomes in order of time, undated ones last."""
        return self.order_by(*in_time("date_earliest", "date_latest"), "pk")


class StatementQuerySet(SourcedQuerySet):
    """Statements."""

    def public(self) -> Self:
        """Return eligible statements all of whose people are public, as each of them is named in it."""
        public = Exists(public_objects_of("Person").filter(pk=OuterRef("person")))
        hidden = links(self.model, "others").filter(~public, statement=OuterRef("pk"))
        return self.eligible().with_person_public().filter(~Exists(hidden))

    def companions(self) -> list[QuerySet]:
        """Return of whom they are."""
        return [self.their_people("person", "others")]

    def about(self, people: Iterable[object]) -> Self:
        """Return those of the statements, in their usual order, that are about any of the people, be it with others."""
        # All conditions stand inside, or PostgreSQL, which reorders few joins, would begin with everybody's statements.
        these = self.order_by()
        own, others = these.filter(person__in=people), these.filter(others__in=people)
        found: Self = objects_of("Statement").using(self.db)
        return found.filter(pk__in=own.values("pk").union(others.values("pk"), all=True))

    def naming_too(self, people: Iterable[object]) -> Self:
        """Return the statements of others that are about any of the people too."""
        named = links(self.model, "others").filter(person__in=people)
        return self.filter(pk__in=named.values("statement")).order_by()

    def other_pairs(self) -> QuerySet:
        """Return the keys of statements, each with that of somebody whom it is about besides its own person."""
        return (
            links(self.model, "others")
            .exclude(person=F("statement__person"))
            .order_by()
            .values_list("statement", "person")
        )

    def with_others(self) -> Self:
        """Return the statements with whom they are about prefetched."""
        return self.for_citing().prefetch_related(_others())

    def for_export(self) -> Self:
        """Return the statements with whom they are about and citations prefetched."""
        return self.with_others().with_citations()

    def dated(self) -> Self:
        """Return the statements of which the source gives a date."""
        return self.exclude(date="")

    def for_citing(self) -> Self:
        """Return the statements as a list of what rests on a passage names them."""
        return self.select_related("person")

    def chronological(self) -> Self:
        """Return the statements in order of time, undated ones last."""
        return self.order_by(*in_time("date_earliest", "date_latest"), "pk")


def load_others(statements: Sequence[Model]) -> None:
    """Prefetch whom the statements are about besides their own people, in one query."""
    prefetch_related_objects(statements, _others())


def needing_subjects(allegations: AllegationQuerySet, subjects: QuerySet) -> list[Dependents]:
    """Return which of the allegations would be against nobody without these links, and what would answer none."""
    left, replies = "would be against nobody", public_objects_of("Response").of_subjects(subjects)
    return [
        Dependents(left, left, allegations.without_subjects(subjects)),
        Dependents("is by one of these subjects", "are by these subjects", replies),
    ]


def public_subjects() -> QuerySet:
    """Return, for a query of allegations, the links of each to its public subjects."""
    public = Exists(public_objects_of("Person").filter(pk=OuterRef("person")))
    return links(objects_of("Allegation").model, "subjects").filter(public, allegation=OuterRef("pk"))


def _others() -> Prefetch:
    """Return how to prefetch whom statements are about besides their own people."""
    return Prefetch("others", public_objects_of("Person").by_name())
