"""Querying places in further galleries."""

from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from people.querysets.base import links, objects_of, public_objects_of


class AppearanceQuerySet(models.QuerySet):
    """Places in further galleries."""

    def get_by_natural_key(self, source: str, slide: int) -> Any:
        """Return the place on that slide of the source, given by its slug. Raises DoesNotExist."""
        return self.get(source__slug=source, slide=slide)

    def for_naming(self) -> Self:
        """Return the places with the galleries that name them."""
        return self.select_related("source")

    def cited(self) -> Self:
        """Return the places of people who cite a passage of the gallery: nothing is shown that no sentence says."""
        passages = links(objects_of("Person").model, "passages").filter(person=OuterRef("person"))
        return self.filter(Exists(passages.filter(passage__source=OuterRef("source"))))

    def public(self) -> Self:
        """Return the places that readers see."""
        return self.cited().filter(Exists(public_objects_of("Person").filter(pk=OuterRef("person"))))

    def in_order(self) -> Self:
        """Return the places gallery by gallery, with the galleries."""
        return self.select_related("source").order_by("source_id", "slide")

    def for_export(self) -> Self:
        """Return the places with gallery and person."""
        return self.in_order().select_related("person")

    def for_index(self) -> QuerySet:
        """Return person, gallery and slide of each place, gallery by gallery."""
        return self.order_by("source_id", "slide").values_list("person", "source", "slide")

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Create the places. Raises ValidationError for one in the first gallery."""
        places = list(objs)
        self.refuse_first_gallery(place.source_id for place in places)
        return super().bulk_create(places, *args, **options)

    def bulk_update(self, objs: Iterable[Any], *args: Any, **options: Any) -> int:
        """Update the places. Raises ValidationError for one in the first gallery."""
        places = list(objs)
        self.refuse_first_gallery(place.source_id for place in places)
        return super().bulk_update(places, *args, **options)

    bulk_update.alters_data = True  # type: ignore[attr-defined]

    def update(self, **values: object) -> int:
        """Update the places. Raises ValidationError if that moves them to the first gallery."""
        source = values.get("source", values.get("source_id"))
        self.refuse_first_gallery([getattr(source, "pk", source)])
        return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def refuse_first_gallery(self, sources: Iterable[object]) -> None:
        """Raise ValidationError if one of the sources, given by their keys, is the first gallery."""
        wanted = set(sources) - {None}
        first = objects_of("Source").using(self.db).first_gallery() if wanted else None
        if first and first.pk in wanted:
            told = f"“{first}” is the first gallery: write the place in it into the person’s field “slide”."
            raise ValidationError({"source": told})
