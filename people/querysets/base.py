"""What the querysets share: natural keys, and the one rule of what readers see."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, reduce
from operator import and_, or_
from typing import Any, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, Sum
from django.db.models.expressions import RawSQL

from people.querysets.guarding import Dependents, named, refuse_loss
from people.querysets.keys import fill_keys, key_fields
from people.vocabulary import Status

SLUG = re.compile(r"[a-z0-9_-]{1,120}")
SLUG_RULE = "write small letters from a to z, digits and hyphens, at most 120"

# Databases limit the parameters of a statement.
KEYS_PER_QUERY = 1_000


def objects_of(model: str) -> Any:
    """Return all rows of the model of that name; querysets don't import models."""
    return apps.get_model("people", model)._default_manager.all()


def public_objects_of(model: str) -> Any:
    """Return what readers see of the model of that name."""
    return apps.get_model("people", model).public.all()


def links(model: Any, field: str) -> QuerySet:
    """Return the rows that link the model to what its many-to-many `field` holds."""
    rows: QuerySet = model._meta.get_field(field).remote_field.through._default_manager.all()
    return rows


def counts_by(queryset: models.QuerySet, field: str) -> dict[Any, int]:
    """Return the number of rows for each value of `field`, in one query however many values there are."""
    return dict(queryset.order_by().values_list(field).annotate(number=Count("pk", distinct=True)))


def is_any_of(subqueries: Iterable[QuerySet | RawSQL]) -> Q:
    """Return the condition that one of the subqueries of keys has the row's."""
    return reduce(or_, (Q(pk__in=keys) for keys in subqueries))


class GuardedQuerySet(models.QuerySet):
    """Rows that others may need. What is needed can't be deleted (see people.querysets.guarding)."""

    def matching_alternatives(self, ways: Iterable[Iterable[Iterable[QuerySet | RawSQL]]]) -> Self:
        """Return the rows that one of the ways leads to: each has conditions, of each of which one subquery is enough.

        The subqueries return keys of rows (see people.search.listing).
        """
        return self.filter(reduce(or_, (reduce(and_, map(is_any_of, conditions)) for conditions in ways)))

    def dependents(self) -> list[Dependents]:
        """Return what readers see that needs one of these rows and wouldn't be shown without."""
        return []

    def referring(self) -> list[QuerySet]:
        """Return rows of other models, as querysets, that keep these from being deleted whatever readers see."""
        return []

    def for_naming(self) -> Self:
        """Return the rows with what their names are made of prefetched."""
        return self

    def mark(self) -> list[str]:
        """Return what tells these rows from others and, where they have a time of change, from what they were before.

        It is one query, and takes as long as counting them.
        """
        changes = {"changed": Max("updated_at")} if hasattr(self.model, "updated_at") else {}
        return list(map(str, self.aggregate(number=Count("pk"), keys=Sum("pk"), **changes).values()))

    def refuse_loss(self, done: str) -> None:
        """Raise NeededError if something that readers see needs the rows; `done` says what is to be done to them."""
        refuse_loss(lambda: f"{named(self)} can’t be {done}", self.dependents())

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows. Raises NeededError if something that readers see needs them."""
        self.refuse_loss("deleted")
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class SluggedQuerySet(GuardedQuerySet):
    """Entries that their slug names."""

    def get_by_natural_key(self, slug: str) -> Any:
        """Return the entry with that slug. Raises DoesNotExist."""
        return self.get(slug=slug)

    def formerly(self, slug: str) -> Self:
        """Return the entry that had that slug before it was renamed."""
        return self.filter(slug_redirects__slug=slug)

    def renamed(self, slugs: list[str]) -> dict[str, str]:
        """Return today's slug for each of the slugs that an entry had before."""
        known = [slug for slug in slugs if "\0" not in slug]  # which PostgreSQL refuses to look for
        renamed = self.order_by().filter(slug_redirects__slug__in=known)
        return dict(renamed.values_list("slug_redirects__slug", "slug"))

    def check_slugs(self, owners: Mapping[str, int | None]) -> None:
        """Raise ValidationError for a slug that can't be part of an address, or that redirects to another entry.

        Args:
            owners: For each slug the key of the entry that is to have it, or nothing for an entry without key.
        """
        rows = self.model._default_manager.using(self.db).order_by()
        for slug, key in owners.items():
            # A slug from before there was this rule stays.
            if not SLUG.fullmatch(slug) and not rows.filter(pk=key, slug=slug).exists():
                raise ValidationError({"slug": f"“{slug}” can't be a slug: {SLUG_RULE}."}, code="invalid")
        for slug, entry in self._left_by(list(owners)):
            if entry.pk != owners[slug]:
                told = f"“{slug}” was the address of {entry} ({entry.slug}) and still redirects there."
                raise ValidationError({"slug": told}, code="redirects")

    def _left_by(self, slugs: list[str]) -> Iterator[tuple[str, Any]]:
        """Yield those of the slugs that redirect, each with the entry to which."""
        rows: Any = self.model._default_manager.using(self.db).order_by()
        for start in range(0, len(slugs), KEYS_PER_QUERY):
            left = rows.filter(slug_redirects__slug__in=slugs[start : start + KEYS_PER_QUERY])
            yield from ((entry.left, entry) for entry in left.annotate(left=F("slug_redirects__slug")))

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Create the entries. Raises ValidationError for a slug that one of them can't have."""
        entries = list(objs)
        self.check_slugs({entry.slug: entry.pk for entry in entries})
        if names := options.get("update_fields"):
            options["update_fields"] = [*names, *(field.name for field in key_fields(self.model, names))]
        return super().bulk_create(entries, *args, **options)

    def update(self, **values: object) -> int:
        """Update the entries, and their keys (see people.querysets.keys). Raises ValidationError for a refused slug."""
        if isinstance(slug := values.get("slug"), str):
            self.check_slugs({slug: self.values_list("pk", flat=True).first()})
        if not key_fields(self.model, values):
            return super().update(**values)
        with transaction.atomic(using=self.db):
            entries = list(self.order_by().values_list("pk", flat=True))
            number = super().update(**values)
            fill_keys(self.model._default_manager.using(self.db), entries)
        return number

    def in_order(self, keys: list[int]) -> list[Any]:
        """Return the entries that have the keys, in their order; without those that somebody has withdrawn since."""
        found = self.in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def changed_since(self, time: dt.datetime) -> Self:
        """Return the entries that changed at that time or after it."""
        return self.filter(updated_at__gte=time)

    def with_shown(self) -> Self:
        """Return entries of a kind that can be hidden, with whether readers see them, as `shown`."""
        return self.annotate(shown=Exists(public_objects_of(self.model.__name__).filter(pk=OuterRef("pk"))))


class SourcedQuerySet(SluggedQuerySet):
    """Entries that rest on passages. `public` is what readers see, and no page shows more."""

    def published(self) -> Self:
        """Return entries whose editors have released them."""
        return self.filter(status=Status.PUBLISHED)

    def drafts(self) -> Self:
        """Return entries that their editors have not released."""
        return self.filter(status=Status.DRAFT)

    def sourced(self) -> Self:
        """Return entries that cite at least one passage."""
        return self.filter(self._cites_a_passage())

    def unsourced(self) -> Self:
        """Return entries that cite no passage."""
        return self.exclude(self._cites_a_passage())

    def _cites_a_passage(self) -> Exists:
        return Exists(links(self.model, "passages").filter(**{f"{self.model._meta.model_name}_id": OuterRef("pk")}))

    def eligible(self) -> Self:
        """Return entries that readers see if they see what these need: published, sourced, and of known kinds."""
        return self.published().sourced().in_vocabulary()

    def in_vocabulary(self) -> Self:
        """Return entries whose choices are known; a program that writes to the database may have put in others."""
        fields = (field for field in self.model._meta.concrete_fields if field.choices and field.name != "status")
        return self.filter(**{f"{field.name}__in": _known_values(field) for field in fields})

    def public(self) -> Self:
        """Return what readers see. Nouns narrow it to entries that have what they need."""
        return self.eligible()

    def lost(self) -> Self:
        """Return published entries that readers don't see, for want of something that they need."""
        return self.published().exclude(pk__in=public_objects_of(self.model.__name__).values("pk"))

    def companions(self) -> list[QuerySet]:
        """Return what readers are to see together with the entries, as querysets, drafts too."""
        return []

    def their_people(self, *fields: str) -> Any:
        """Return the people whom the entries name in these fields."""
        them = self.order_by()
        named = (models.Q(pk__in=them.values(field)) for field in fields)
        return objects_of("Person").filter(reduce(or_, named))

    def withdrawn_by(self, status: object) -> Self:
        """Return the published entries that are so no longer once they have the status, a value or an expression."""
        if hasattr(status, "resolve_expression"):
            return self.published().annotate(status_to_be=status).exclude(status_to_be=Status.PUBLISHED)
        return self.none() if status == Status.PUBLISHED else self.published()

    def update(self, **values: object) -> int:
        """Update the entries. Raises NeededError if that withdraws what something that readers see needs."""
        if "status" in values:
            self.withdrawn_by(values["status"]).refuse_loss("unpublished")
        return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def for_naming(self) -> Self:
        """Return the entries with what their names are made of prefetched."""
        return self.for_citing()

    def with_person_public(self, field: str = "person") -> Self:
        """Return entries whose person, named by `field`, readers may see."""
        return self.filter(Exists(public_objects_of("Person").filter(pk=OuterRef(field))))

    def about(self, people: Iterable[object]) -> Self:
        """Return the entries that concern any of the people."""
        return self.filter(person__in=people)

    def count_by_organisation(self, organisations: Iterable[int]) -> dict[int, int]:
        """Return how many entries, of a model that refers to organisations, there are for each of these."""
        return counts_by(self.filter(organisation__in=organisations), "organisation")

    def last_changed(self, number: int) -> Self:
        """Return that many entries, those that changed last first."""
        return self.order_by("-updated_at", "-pk")[:number]

    def for_citing(self) -> Self:
        """Return the entries as a list of what rests on a passage names them."""
        return self

    def for_reading(self) -> Self:
        """Return the entries with what a text of each tells prefetched: whom it concerns and answers, no citations."""
        return self.for_citing()

    def for_export(self) -> Self:
        """Return the entries with all that an export tells of each prefetched: whom it concerns, answers, citations."""
        return self.for_citing().with_citations()

    def with_citations(self, *relations: str) -> Self:
        """Return the entries, and what is related, with their passages and the passages' sources prefetched."""
        paths = ["passages", *(f"{relation}__passages" for relation in relations)]
        return self.prefetch_related(*(Prefetch(path, objects_of("Passage").cited().marked()) for path in paths))


def _known_values(field: models.Field) -> list[str]:
    return [value for value, _ in field.flatchoices] + [""] * field.blank


class PublicManager(models.Manager):
    """Hands out only what readers see. Every page, export and API starts here."""

    def get_queryset(self) -> Any:
        """Return the public rows."""
        return self._public.using(self._db)

    @cached_property
    def _public(self) -> Any:
        """Return the queryset that all others are copies of: to put its conditions together takes a millisecond.

        It is never read itself, or it would keep what it has read.
        """
        queryset: Any = super().get_queryset()
        return queryset.public()
