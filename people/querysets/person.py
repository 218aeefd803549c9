"""Querying people: what needs them, and what a page preloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Case, CharField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When

from people.collation import name_key
from people.querysets.base import KEYS_PER_QUERY, SourcedQuerySet, links, objects_of, public_objects_of
from people.querysets.guarding import Dependents
from people.querysets.meeting import meetings_without
from people.vocabulary import AppearanceChoice

if TYPE_CHECKING:
    from people.models import Person

# Where a profile finds what it lists besides allegations.
PROFILE_RELATIONS = ("aliases", "roles", "meetings", "ties_from", "ties_to", "statements", "other_statements")

# What is told of one person alone, besides replies.
MODELS_OF_ONE_PERSON = ("Role", "Alias", "Statement")

# What else people have a part in.
MODELS_OF_SEVERAL_PEOPLE = ("Meeting", "Allegation", "Tie")


class PersonQuerySet(SourcedQuerySet):
    """People."""

    def dependents(self) -> list[Dependents]:
        """Return what is told of the people, and what would be left with too few of them."""
        them = self.order_by().values("pk")
        subjects = links(objects_of("Allegation").model, "subjects").filter(person__in=them)
        alone = objects_of("Allegation").without_subjects(subjects)
        replies = public_objects_of("Response").filter(Q(person__in=them) | Q(allegation__in=alone.values("pk")))
        ties = public_objects_of("Tie").filter(Q(from_person__in=them) | Q(to_person__in=them))
        return [
            *(
                Dependents("is theirs", "are theirs", public_objects_of(model).filter(person__in=them))
                for model in MODELS_OF_ONE_PERSON
            ),
            Dependents("is about them too", "are about them too", public_objects_of("Statement").naming_too(them)),
            Dependents("has no other subject", "have no other subject", alone),
            Dependents("would lack a speaker or an allegation", "would lack a speaker or an allegation", replies),
            *meetings_without(objects_of("Participation").filter(person__in=them)),
            Dependents("joins them to somebody", "join them to somebody", ties),
        ]

    def companions(self) -> list[QuerySet]:
        """Return all that is told of the people."""
        them = self.order_by().values("pk")
        replies = objects_of("Response").filter(person__in=them)
        return [
            *(objects_of(model).about(them) for model in (*MODELS_OF_ONE_PERSON, *MODELS_OF_SEVERAL_PEOPLE)),
            replies,
        ]

    def about(self, people: Iterable[object]) -> Self:
        """Return those of the people who are among these."""
        return self.filter(pk__in=people)

    def told_nothing_of(self, people: Sequence[int]) -> Iterator[int]:
        """Yield the keys of those of the people, given by key, of whom nothing is told, whatever shows them."""
        untold = self.order_by().exclude(is_told_of()).values_list("pk", flat=True)
        for start in range(0, len(people), KEYS_PER_QUERY):
            yield from untold.filter(pk__in=people[start : start + KEYS_PER_QUERY])

    def by_appearance(self, choices: list[str]) -> Self:
        """Return people whom some gallery shows, or who are only mentioned, or both choices."""
        return self.filter(_any_of(_appears(choice) for choice in choices))

    def in_gallery(self) -> Self:
        """Return the people whom the first gallery shows, in its order."""
        return self.filter(slide__isnull=False).order_by("slide")

    def on_slide(self, number: int) -> Self:
        """Return the people whom the slide of that number shows, of any gallery."""
        # By source too, as the index of places is: of the sources there are few.
        sources = objects_of("Source").order_by().values("pk")
        further = objects_of("Appearance").cited().filter(source__in=sources, slide=number).values("person")
        # As one set of keys: of two conditions, PostgreSQL asks everybody whether either holds.
        shown = objects_of("Person").order_by().filter(slide=number).values("pk").union(further.order_by(), all=True)
        return self.filter(pk__in=shown).order_by(F("slide").asc(nulls_last=True), "pk")

    def with_place(self) -> Self:
        """Return people with source and slide of the first of their further places, `further_source` and so on.

        `last_slide` is how far the first gallery goes.
        """
        further = objects_of("Appearance").cited().filter(person=OuterRef("pk")).order_by("source_id")
        source, slide = (Subquery(further.values(name)[:1]) for name in ("source", "slide"))
        shown = public_objects_of("Person").in_gallery().reverse().values("slide")
        return self.annotate(further_source=source, further_slide=slide, last_slide=Subquery(shown[:1]))

    def by_name(self) -> Self:
        """Return people by family name."""
        return self.order_by("sort_key", "pk")

    def told_apart(self, others: QuerySet | None = None) -> Self:
        """Return people, who in words are told apart from their namesakes among those whom readers see, or others.

        By the description; by the slug where that is blank, or a namesake's too.
        """
        everybody = public_objects_of("Person") if others is None else others
        namesakes = everybody.order_by().filter(name_key=OuterRef("name_key")).exclude(pk=OuterRef("pk"))
        alike = Q(description="") | Exists(namesakes.filter(description=OuterRef("description")))
        distinction = Case(When(alike, then=F("slug")), default=F("description"), output_field=CharField())
        return self.annotate(
            distinction=Case(When(Exists(namesakes), then=distinction), default=Value(""), output_field=CharField())
        )

    def tell_apart(self, people: Iterable[Person]) -> None:
        """Have people that something else has prefetched be told apart, in words, from their namesakes among these."""
        found = list(people)
        rows = self.told_apart(self).filter(pk__in={one.pk for one in found}).order_by()
        distinctions = dict(rows.values_list("pk", "distinction"))
        for one in found:
            one.distinction = distinctions.get(one.pk, "")

    def called(self, name: str) -> Self:
        """Return people who go by that name, or by one that differs from it in case, accents and the like alone."""
        key = name_key(name)
        aliases = objects_of("Alias").order_by().filter(name_key=key).values("person")
        own = objects_of("Person").order_by().filter(name_key=key).values("pk")
        return self.filter(pk__in=own.union(aliases, all=True)) if key else self.none()

    def namesakes_of(self, person: Any) -> Self:
        """Return those of the other people who go by a name of this one, other names counted."""
        aliases = objects_of("Alias").order_by()
        keys = {person.name_key, *aliases.filter(person=person.pk).values_list("name_key", flat=True)} - {""}
        own = objects_of("Person").order_by().filter(name_key__in=keys).values("pk")
        called = own.union(aliases.filter(name_key__in=keys).values("person"), all=True)
        return self.filter(pk__in=called).exclude(pk=person.pk)

    def names_from(self, first: str) -> list[QuerySet]:
        """Return name keys from that one on, each with the key of who goes by it: own names, and other names."""
        own = objects_of("Person").filter(name_key__gte=first).exclude(name_key="")
        others = objects_of("Alias").filter(name_key__gte=first).exclude(name_key="")
        return [
            own.order_by("name_key", "pk").values_list("name_key", "pk"),
            others.order_by("name_key", "pk").values_list("name_key", "person"),
        ]

    def are_namesakes(self, name: str) -> bool:
        """Return whether several of the people go by that name."""
        return self.called(name).order_by()[1:2].exists()

    def for_index(self) -> QuerySet:
        """Return key and slide of the people, by family name."""
        return self.by_name().values_list("pk", "slide")

    def with_names(self) -> Self:
        """Return people with their other names, their roles and citations prefetched."""
        return self.with_citations().prefetch_related(*names())

    def for_list(self) -> Self:
        """Return people with the categories of their roles prefetched."""
        return self.prefetch_related(Prefetch("roles", public_objects_of("Role").categories()))

    def for_table(self) -> Self:
        """Return people with their names, roles and allegations, as a row of a table tells of them (see load_table)."""
        return self.prefetch_related(*names(), Prefetch("allegations", public_objects_of("Allegation").by_title()))

    def for_citing(self) -> Self:
        """Return people as a list of what rests on a passage names them."""
        return self

    def for_profile(self) -> Self:
        """Return people with everything that their profile shows prefetched."""
        return self.for_comparison().prefetch_related(
            Prefetch("allegations", public_objects_of("Allegation").for_list())
        )

    def for_export(self) -> Self:
        """Return people with all that an export tells of one but citations and who else is in it (see load_export)."""
        meetings = public_objects_of("Meeting").chronological().select_related("organisation")
        return self._with_lists(meetings).prefetch_related(
            Prefetch("allegations", public_objects_of("Allegation").by_title())
        )

    def for_comparison(self) -> Self:
        """Return people with everything that their profile shows but allegations (see load_first_allegations)."""
        return self._with_lists(public_objects_of("Meeting").with_people()).with_citations(*PROFILE_RELATIONS)

    def _with_lists(self, meetings: QuerySet) -> Self:
        return self.prefetch_related(
            *lists_of_their_own(),
            Prefetch("statements", public_objects_of("Statement").with_others()),
            Prefetch("other_statements", public_objects_of("Statement").with_others()),
            Prefetch("meetings", meetings),
            Prefetch("ties_from", public_objects_of("Tie").by_name()),
            Prefetch("ties_to", public_objects_of("Tie").by_name()),
        )


class AliasQuerySet(SourcedQuerySet):
    """Aliases."""

    def for_index(self) -> QuerySet:
        """Return key and person of the aliases, in no order."""
        return self.order_by().values_list("pk", "person")

    def of(self, people: Iterable[int]) -> Self:
        """Return what readers see of the names of the people, given by key, whom they see."""
        return self.eligible().filter(person__in=people)

    def public(self) -> Self:
        """Return eligible names of public people."""
        return self.eligible().with_person_public()

    def companions(self) -> list[QuerySet]:
        """Return whose names they are."""
        return [self.their_people("person")]

    def for_citing(self) -> Self:
        """Return the names as a list of what rests on a passage names them."""
        return self.select_related("person")


def names() -> list[Prefetch]:
    """Return what prefetches other names and roles of people."""
    return [
        Prefetch("aliases", public_objects_of("Alias").order_by("sort_key", "pk")),
        Prefetch("roles", public_objects_of("Role").for_holder()),
    ]


def lists_of_their_own() -> list[Prefetch]:
    """Return what prefetches those lists of people's profiles that are theirs alone."""
    return [
        Prefetch("appearances", objects_of("Appearance").cited().in_order()),
        Prefetch("aliases", public_objects_of("Alias")),
        Prefetch("roles", public_objects_of("Role").for_holder()),
    ]


def _any_of(conditions: Iterable[Q | Exists]) -> Q:
    either = Q()
    for condition in conditions:
        either |= Q(condition)
    return either


def _appears(choice: str) -> Q:
    further = objects_of("Appearance").cited().filter(person=OuterRef("pk"))
    shown = Q(slide__isnull=False) | Q(Exists(further))
    if choice == AppearanceChoice.PICTURED:
        return shown & ~is_told_of()
    return ~shown if choice == AppearanceChoice.MENTIONED else shown


def is_told_of() -> Q:
    """Return the condition that readers see more of a person than the name and where it stands."""
    them = OuterRef("pk")
    subjects = links(objects_of("Allegation").model, "subjects")
    others = links(objects_of("Statement").model, "others")
    lines = (
        *(
            public_objects_of(model).filter(person=them)
            for model in (*MODELS_OF_ONE_PERSON, "Participation", "Response")
        ),
        *(public_objects_of("Tie").filter(**{end: them}) for end in ("from_person", "to_person")),
        subjects.filter(Exists(public_objects_of("Allegation").filter(pk=OuterRef("allegation"))), person=them),
        others.filter(Exists(public_objects_of("Statement").filter(pk=OuterRef("statement"))), person=them),
    )
    return ~Q(description="", summary="") | reduce(or_, (Q(Exists(entries)) for entries in lines))
