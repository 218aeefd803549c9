"""Querying sources."""

from functools import reduce
from string import ascii_uppercase
from typing import Any, Self

from django.db.models import Count, Exists, OuterRef

from people.querysets.base import SluggedQuerySet, objects_of
from people.querysets.citing import is_publicly_cited
from people.querysets.guarding import Dependents
from people.vocabulary import SectionKind


def mark_of(key: int) -> str:
    """Return the letters that tell the source with that key from others in citations: A to Z, AA, AB and so on."""
    letters = ""
    while key:
        key, letter = divmod(key - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return letters


def key_of_mark(mark: str) -> int:
    """Return the key of the source that has the mark."""
    return reduce(lambda key, letter: key * len(ascii_uppercase) + ascii_uppercase.index(letter) + 1, mark, 0)


class SourceQuerySet(SluggedQuerySet):
    """Sources."""

    def by_title(self) -> Self:
        """Return the sources by title."""
        return self.order_by("sort_key", "pk")

    def dependents(self) -> list[Dependents]:
        """Return what rests on the sources' passages."""
        passages, _ = self.referring()
        return list(passages.dependents())

    def referring(self) -> list[Any]:
        """Return the passages of the sources, and the places of people in them."""
        them = self.order_by().values("pk")
        return [objects_of(model).filter(source__in=them) for model in ("Passage", "Appearance")]

    def public(self) -> Self:
        """Return the sources on which something that readers see rests."""
        return self.filter(is_publicly_cited(passages__source=OuterRef("pk")))

    def first_gallery(self) -> Any | None:
        """Return the first source that has slides, to which the people's own slides belong."""
        slides = objects_of("Passage").filter(source=OuterRef("pk"), section__startswith=f"{SectionKind.SLIDE.value}-")
        return self.filter(Exists(slides)).order_by("pk").first()

    def for_list(self) -> Self:
        """Return the sources with the number of their passages."""
        return self.annotate(passage_count=Count("passages")).by_title()
