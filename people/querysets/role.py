"""Querying organisations and roles."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from people.collation import name_key
from people.querysets.base import SluggedQuerySet, SourcedQuerySet, objects_of, public_objects_of
from people.querysets.guarding import Dependents
from people.querysets.mentions import MENTIONING_MODELS, mention_links
from people.querysets.time import in_time
from people.vocabulary import NOT_RECORDED

# So many roles at shared organisations are told.
MAX_SHARED = 12

HOLDERS = Count("person", distinct=True)

# By parameter of the people's list, what has its values, and what stands there where none is recorded.
COLUMNS = {"role": "category", "title": "title_slug", "organisation": "organisation__slug"}
NONE = {"role": "", "organisation": None}


class OrganisationQuerySet(SluggedQuerySet):
    """Organisations."""

    def public(self) -> Self:
        """Return the organisations to which something public refers: a role, a meeting, or what names them."""
        referring = [public_objects_of(model).filter(organisation=OuterRef("pk")) for model in ("Role", "Meeting")]
        return self.filter(reduce(or_, map(Exists, [*referring, *naming_organisations()])))

    def dependents(self) -> list[Dependents]:
        """Return the roles and meetings that refer to the organisations."""
        them = self.order_by().values("pk")
        return [
            Dependents("refers to it", "refer to it", public_objects_of(model).filter(organisation__in=them))
            for model in ("Role", "Meeting")
        ]

    def referring(self) -> list[QuerySet]:
        """Return all roles and meetings that refer to the organisations, drafts too."""
        them = self.order_by().values("pk")
        return [objects_of(model).filter(organisation__in=them) for model in ("Role", "Meeting")]

    def by_name(self) -> Self:
        """Return the organisations by name."""
        return self.order_by("sort_key", "pk")

    def for_list(self) -> Self:
        """Return the organisations as a list tells of them."""
        return self

    def called(self, name: str) -> Self:
        """Return organisations of that name, or of one that differs in case, accents and the like alone."""
        key = name_key(name)
        return self.filter(name_key=key) if key else self.none()

    def namesakes_of(self, organisation: Any) -> Self:
        """Return those of the other organisations whose names differ from its own in case and the like alone."""
        return self.called(organisation.name).exclude(pk=organisation.pk)

    def names_from(self, first: str) -> list[QuerySet]:
        """Return name keys from that one on, each with the key of the organisation."""
        rows = objects_of("Organisation").filter(name_key__gte=first).exclude(name_key="")
        return [rows.order_by("name_key", "pk").values_list("name_key", "pk")]

    def for_index(self) -> QuerySet:
        """Return key, slug and name of the organisations, by name."""
        return self.by_name().values_list("pk", "slug", "name")

    def for_profile(self) -> Self:
        """Return the organisations with their public roles and meetings prefetched."""
        return self.prefetch_related(
            Prefetch("roles", public_objects_of("Role").for_organisation()),
            Prefetch("meetings", public_objects_of("Meeting").for_list()),
        )


def naming_organisations() -> Iterator[QuerySet]:
    """Yield, for a query of organisations, the links from what names each and is public, model by model."""
    for model in MENTIONING_MODELS:
        rows, entry, organisation = mention_links(model, "organisation")
        public = Exists(public_objects_of(model).filter(pk=OuterRef(f"{entry}_id")))
        yield rows.filter(public, **{organisation: OuterRef("pk")})


class RoleQuerySet(SourcedQuerySet):
    """Roles."""

    def public(self) -> Self:
        """Return eligible roles of public people."""
        return self.eligible().with_person_public()

    def companions(self) -> list[QuerySet]:
        """Return who holds them."""
        return [self.their_people("person")]

    def at_organisations(self) -> Self:
        """Return the roles of which the organisation is given."""
        return self.exclude(organisation=None)

    def dated(self) -> Self:
        """Return the roles that have a start or an end."""
        return self.exclude(start="", end="")

    def for_citing(self) -> Self:
        """Return the roles as a list of what rests on a passage names them."""
        return self.select_related("person", "organisation")

    def for_holder(self) -> Self:
        """Return the roles as their holder's profile lists them, with their organisations."""
        return self.select_related("organisation").chronological()

    def held_by(self, people: Iterable[int]) -> Self:
        """Return what readers see of the roles of the people, given by key, whom they see; with organisations."""
        return self.eligible().for_holder().filter(person__in=people)

    def having(self, values: Mapping[str, Collection[str]]) -> Self:
        """Return the roles that have one of the values, by parameter of the people's list; without any, all."""
        having = [Q(**{f"{COLUMNS[name]}__in": those}) for name, those in values.items()]
        lacking = [Q(**{COLUMNS[name]: none}) for name, none in NONE.items() if NOT_RECORDED in values.get(name, ())]
        return self.filter(reduce(or_, [*having, *lacking])) if values else self

    def first_of_each(self, most: int) -> Self:
        """Return that many of each holder's roles, the first in order of time."""
        order = [*in_time("start_earliest", "end_latest"), F("sort_key").asc(), F("pk").asc()]
        ranked = self.annotate(rank=Window(RowNumber(), partition_by=F("person"), order_by=order))
        return ranked.filter(rank__lte=most)

    def for_organisation(self) -> Self:
        """Return the roles as their organisation's page lists them, with citations."""
        return self.select_related("person").order_by("person__sort_key", "sort_key", "pk").with_citations()

    def at_shared_organisations(self, people: Sequence[object]) -> Self:
        """Return the first of the roles of the people at organisations where each of them held one, with citations."""
        found = self.filter(person__in=people)
        for person in people:
            theirs = public_objects_of("Role").at_organisations().filter(person=person)
            found = found.filter(organisation__in=theirs.values("organisation"))
        ordered = found.order_by("organisation__sort_key", "organisation", "person__sort_key", "sort_key", "pk")
        return ordered.select_related("person", "organisation").with_citations()[:MAX_SHARED]

    def chronological(self) -> Self:
        """Return the roles in order of time, undated ones last."""
        return self.order_by(*in_time("start_earliest", "end_latest"), "sort_key", "pk")

    def for_index(self) -> QuerySet:
        """Return key, holder, category, slug and text of the title, and organisation of the roles, in no order."""
        return self.order_by().values_list("pk", "person", "category", "title_slug", "title", "organisation")

    def of_titles(self, slugs: Iterable[str], people: Iterable[int]) -> Self:
        """Return the roles with one of the titles that one of the people holds, in order of time."""
        return self.filter(title_slug__in=slugs, person__in=people).chronological()

    def categories(self) -> Self:
        """Return the roles with nothing but holder and category, in no order."""
        return self.order_by().only("person", "category")


class JobTitleQuerySet(QuerySet):
    """Titles of jobs."""

    def public(self) -> Self:
        """Return the titles of public roles. `title_id` is the first that has the same slug, and stands for all.

        A limit has PostgreSQL look for one role, where for EXISTS it may read all that have the title.
        """
        same = self.model._default_manager.filter(title_slug=OuterRef("title_slug")).order_by("pk")
        held = public_objects_of("Role").filter(title_slug=OuterRef("title_slug")).order_by()
        first = self.annotate(title_id=Subquery(same.values("pk")[:1]))
        return first.alias(role=Subquery(held.values("pk")[:1])).exclude(role=None)

    def slugs(self) -> QuerySet:
        """Return the slugs of the titles, in no order."""
        return self.order_by().values("title_slug")
