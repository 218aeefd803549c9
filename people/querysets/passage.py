"""Querying passages."""

import re
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db.models import Case, Count, Exists, Max, Model, OuterRef, Prefetch, Q, Value, When

from people.querysets.base import GuardedQuerySet, objects_of, public_objects_of
from people.querysets.citing import (
    CITING_MODELS,
    dependents_of,
    is_passage_publicly_cited,
    is_used,
    public_citing_objects,
)
from people.querysets.guarding import Dependents
from people.querysets.source import key_of_mark
from people.spellings import POSSESSIVE, SIGNS
from people.vocabulary import PassageUse, SectionKind

# A place as editors type it: "slide 5", "slide-5 3", "Slide 5, sentence 3", "slide-5/3", "headline 1".
PLACE_PATTERN = re.compile(
    rf"(?<![^\s/])(?P<kind>{'|'.join(SectionKind.values)})[ /-](?P<number>\d+)"
    r"(?:[ /,·]+(?:sentence )?(?P<sentence>\d+))?(?![^\s/])",
    re.IGNORECASE,
)
# A place as a citation prints it: "5·3" in a slide, "p9·1" in a paragraph; "s5-3" is its anchor. Where there are
# several sources, the mark of one stands before it: "B 5·3".
LABEL_PATTERN = re.compile(
    r"(?<!\S)(?:(?P<mark>(?-i:[A-Z]{1,3})) )?(?P<prefix>[a-z]{0,2})(?P<number>\d+)[·-](?P<sentence>\d+)(?!\S)",
    re.IGNORECASE,
)
# An anchor in an address, where no number is longer than a column holds.
ANCHOR_PATTERN = re.compile(r"(?P<prefix>[a-z]{1,2})(?P<number>\d{0,9})-(?P<sentence>\d{1,4})")
SECTION_KIND_OF_PREFIX = {kind.prefix: kind.value for kind in SectionKind}
DIGEST_DIGITS = 6
SEARCHED_LOOKUPS = (
    "source__slug__icontains",
    "source__title__icontains",
    "section__icontains",
    "text__icontains",
    "opening__icontains",
)

# Positions that one page of a source spans.
PASSAGES_PER_PAGE = 200


def page_of(position: int) -> int:
    """Return the page of a source on which the passage in that position stands.

    Pages are blocks of positions, not of rows, so that a citation needs no query to know its page.
    """
    return max(position - 1, 0) // PASSAGES_PER_PAGE + 1


class PassageQuerySet(GuardedQuerySet):
    """Passages."""

    def dependents(self) -> list[Dependents]:
        """Return what rests on the passages, on these alone and beside others."""
        them = self.order_by().values("pk")
        return [one for model in CITING_MODELS for one in dependents_of(model.capitalize(), them)]

    def for_naming(self) -> Self:
        """Return the passages with their sources, which name them."""
        return self.select_related("source")

    def get_by_natural_key(self, source: str, section: str, sentence: int) -> Any:
        """Return the passage in that place. Raises DoesNotExist."""
        return self.get(source__slug=source, section=section, sentence=sentence)

    def public(self) -> Self:
        """Return the passages of the sources that readers see."""
        return self.filter(source__in=public_objects_of("Source").values("pk"))

    def at_anchor(self, anchor: str) -> Self:
        """Return the passages that have the anchor, one in each source at most: s5-3 is sentence 3 of slide 5."""
        place = ANCHOR_PATTERN.fullmatch(anchor)
        kind = SECTION_KIND_OF_PREFIX.get(place["prefix"]) if place else None
        if not place or not kind:
            return self.none()
        section = f"{kind}-{place['number']}" if place["number"] else kind
        return self.filter(section=section, sentence=int(place["sentence"]))

    def on_page(self, number: int) -> Self:
        """Return the passages on that page of their source, from 1, in the document's order."""
        passages = self.before_page(number + 1)
        if number > 1:
            passages = passages.filter(position__gt=(number - 1) * PASSAGES_PER_PAGE)
        return passages.cited()

    def before_page(self, number: int) -> Self:
        """Return the passages on the pages before that one."""
        return self.filter(position__lte=(number - 1) * PASSAGES_PER_PAGE)

    def last_page(self) -> int:
        """Return the number of the last page of a source that has the passages; without any, the first is the last."""
        return page_of(self.aggregate(last=Max("position"))["last"] or 1)

    def matching(self, text: str) -> Self:
        """Return the passages in the place that `text` names; each further word stands in the source or the sentence.

        A word may be a part of the source's slug or title, of the section or of what is kept of the sentence, or begin
        the digest.
        """
        place = PLACE_PATTERN.search(text) or LABEL_PATTERN.search(text)
        passages = self.in_place(**place.groupdict()) if place else self
        rest = f"{text[: place.start()]} {text[place.end() :]}" if place else text
        for word in filter(None, (POSSESSIVE.sub("", one.strip(SIGNS)) for one in rest.replace("/", " ").split())):
            digest = Q(digest__startswith=word.lower()) if len(word) >= DIGEST_DIGITS else Q()
            # SQLite knows capital letters from small ones in ASCII alone.
            forms = {word, word.lower(), word.upper(), word.capitalize()}
            passages = passages.filter(
                reduce(or_, (Q(**{where: one}) for where in SEARCHED_LOOKUPS for one in forms), digest)
            )
        return passages

    def in_place(
        self, number: str, sentence: str | None = None, kind: str = "", prefix: str = "", mark: str | None = None
    ) -> Self:
        """Return the passages of a section, or one of its sentences; of a slide where neither kind nor prefix is given.

        The prefix is what anchors call the kind, the mark what citations call the source. A kind that has no numbers
        (headline) takes the number as sentence.
        """
        if mark:
            return self.filter(source=key_of_mark(mark)).in_place(number, sentence, kind, prefix)
        kind = kind.lower() or SECTION_KIND_OF_PREFIX.get(prefix.lower(), SectionKind.SLIDE.value)
        if sentence:
            return self.filter(section=f"{kind}-{number}", sentence=int(sentence))
        return self.filter(Q(section=f"{kind}-{number}") | Q(section=kind, sentence=int(number)))

    def section_kinds(self) -> set[SectionKind]:
        """Return the kinds of the sections in which the passages stand."""
        return {kind for kind in SectionKind if self.filter(section__startswith=kind.value).exists()}

    def used(self) -> Self:
        """Return the passages that some entry cites, be it shown or not."""
        return self.filter(is_used())

    def unused(self) -> Self:
        """Return the passages that no entry cites."""
        return self.exclude(is_used())

    def with_used(self) -> Self:
        """Return the passages with whether some entry cites them, as `is_used`."""
        return self.annotate(is_used=is_used())

    def publicly_cited(self) -> Self:
        """Return the passages on which something that readers see rests."""
        return self.filter(is_passage_publicly_cited())

    def with_use(self) -> Self:
        """Return the passages with which choice of PassageUse applies to them, as `use`."""
        explained = When(~Q(reason=""), then=Value(PassageUse.EXPLAINED.value))
        publicly_cited = When(is_passage_publicly_cited(), then=Value(PassageUse.USED.value))
        return self.annotate(use=Case(publicly_cited, explained, default=Value(PassageUse.OPEN.value)))

    def count_by_source_and_use(self, sources: Sequence[Model]) -> dict[tuple[int, str], int]:
        """Return the number of passages of each of the sources, by its key, and choice of PassageUse, if any."""
        counted = self.filter(source__in=sources).with_use().order_by().values_list("source", "use")
        return {(source, use): number for source, use, number in counted.annotate(Count("pk"))}

    def count_by_source(self) -> dict[int, int]:
        """Return the number of passages of each source, given by its key."""
        return dict(self.order_by().values_list("source").annotate(Count("pk")))

    def cited(self) -> Self:
        """Return the passages as citations need them: with their source, in the document's order."""
        return self.select_related("source").order_by("source", "position", "pk")

    def marked(self) -> Self:
        """Return the passages with whether there are other sources, as `is_of_many`: citations name theirs then."""
        return self.annotate(is_of_many=Exists(objects_of("Source").exclude(pk=OuterRef("source_id")).order_by()))

    def with_cited_by(self) -> Self:
        """Return the passages with everything public that rests on them prefetched, as `<model>_set`."""
        lists = (
            Prefetch(f"{model}_set", queryset=public_citing_objects(model).for_citing()) for model in CITING_MODELS
        )
        return self.cited().prefetch_related(*lists)

    def with_cited_by_and_drafts(self) -> Self:
        """Return the passages with everything that rests on them prefetched, shown or not, as `<model>_set`."""
        lists = (
            Prefetch(f"{model}_set", queryset=objects_of(model.capitalize()).for_citing()) for model in CITING_MODELS
        )
        return self.cited().prefetch_related(*lists)
