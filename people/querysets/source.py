"""Querying sources and passages."""

import re
from functools import reduce
from operator import or_
from string import ascii_uppercase
from typing import Any, Self

from django.db.models import Case, Count, Exists, F, Max, OuterRef, Prefetch, Q, Value, When, Window
from django.db.models.functions import RowNumber

from people.querysets.base import GuardedQuerySet, SluggedQuerySet, counts_by, links, public_rows, rows
from people.querysets.guarding import Dependents
from people.spellings import POSSESSIVE, SIGNS
from people.vocabulary import PassageUse, SectionKind

RESTING = ("person", "alias", "role", "meeting", "tie", "allegation", "response", "statement")

# A place as editors type it: "slide 5", "slide-5 3", "Slide 5, sentence 3", "slide-5/3", "headline 1".
PLACE = re.compile(
    rf"(?<![^\s/])(?P<kind>{'|'.join(SectionKind.values)})[ /-](?P<number>\d+)"
    r"(?:[ /,·]+(?:sentence )?(?P<sentence>\d+))?(?![^\s/])",
    re.IGNORECASE,
)
# A place as a citation prints it: "5·3" in a slide, "p9·1" in a paragraph; "s5-3" is its anchor. Where there are
# several sources, the mark of one stands before it: "B 5·3".
LABEL = re.compile(
    r"(?<!\S)(?:(?P<mark>(?-i:[A-Z]{1,2})) )?(?P<prefix>[a-z]{0,2})(?P<number>\d+)[·-](?P<sentence>\d+)(?!\S)",
    re.IGNORECASE,
)
# An anchor in an address, where no number is longer than a column holds.
ANCHOR = re.compile(r"(?P<prefix>[a-z]{1,2})(?P<number>\d{0,9})-(?P<sentence>\d{1,4})")
KINDS = {kind.prefix: kind.value for kind in SectionKind}
DIGEST_DIGITS = 6
SEARCHED = (
    "source__slug__icontains",
    "source__title__icontains",
    "section__icontains",
    "text__icontains",
    "opening__icontains",
)

# Positions that one page of a source spans.
PASSAGES_PER_PAGE = 200
# Entries that a list of passages shows of each; a page of its own lists the others.
MAX_LISTED_ENTRIES = 20


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


def page_of(position: int) -> int:
    """Return the page of a source on which the passage in that position stands.

    Pages are blocks of positions, not of rows, so that a citation needs no query to know its page.
    """
    return max(position - 1, 0) // PASSAGES_PER_PAGE + 1


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
        return [rows(model).filter(source__in=them) for model in ("Passage", "Appearance")]

    def public(self) -> Self:
        """Return the sources on which something that readers see rests."""
        return self.filter(_any_rests_on(passages__source=OuterRef("pk")))

    def first_gallery(self) -> Any | None:
        """Return the first source that has slides, to which the people's own slides belong."""
        slides = rows("Passage").filter(source=OuterRef("pk"), section__startswith=f"{SectionKind.SLIDE.value}-")
        return self.filter(Exists(slides)).order_by("pk").first()

    def for_list(self) -> Self:
        """Return the sources with the number of their passages."""
        return self.annotate(passage_count=Count("passages")).by_title()


class PassageQuerySet(GuardedQuerySet):
    """Passages."""

    def dependents(self) -> list[Dependents]:
        """Return what rests on the passages, on these alone and beside others."""
        them = self.order_by().values("pk")
        return [one for model in RESTING for one in _resting_on(model.capitalize(), them)]

    def for_naming(self) -> Self:
        """Return the passages with their sources, which name them."""
        return self.select_related("source")

    def get_by_natural_key(self, source: str, section: str, sentence: int) -> Any:
        """Return the passage in that place. Raises DoesNotExist."""
        return self.get(source__slug=source, section=section, sentence=sentence)

    def public(self) -> Self:
        """Return the passages of the sources that readers see."""
        return self.filter(source__in=public_rows("Source").values("pk"))

    def at_anchor(self, anchor: str) -> Self:
        """Return the passages that have the anchor, one in each source at most: s5-3 is sentence 3 of slide 5."""
        place = ANCHOR.fullmatch(anchor)
        kind = KINDS.get(place["prefix"]) if place else None
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
        place = PLACE.search(text) or LABEL.search(text)
        passages = self.in_place(**place.groupdict()) if place else self
        rest = f"{text[: place.start()]} {text[place.end() :]}" if place else text
        for word in filter(None, (POSSESSIVE.sub("", one.strip(SIGNS)) for one in rest.replace("/", " ").split())):
            digest = Q(digest__startswith=word.lower()) if len(word) >= DIGEST_DIGITS else Q()
            # SQLite knows capital letters from small ones in ASCII alone.
            forms = {word, word.lower(), word.upper(), word.capitalize()}
            passages = passages.filter(reduce(or_, (Q(**{where: one}) for where in SEARCHED for one in forms), digest))
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
        kind = kind.lower() or KINDS.get(prefix.lower(), SectionKind.SLIDE.value)
        if sentence:
            return self.filter(section=f"{kind}-{number}", sentence=int(sentence))
        return self.filter(Q(section=f"{kind}-{number}") | Q(section=kind, sentence=int(number)))

    def section_kinds(self) -> set[SectionKind]:
        """Return the kinds of the sections in which the passages stand."""
        return {kind for kind in SectionKind if self.filter(section__startswith=kind.value).exists()}

    def used(self) -> Self:
        """Return the passages that some entry cites, be it shown or not."""
        return self.filter(_used())

    def unused(self) -> Self:
        """Return the passages that no entry cites."""
        return self.exclude(_used())

    def with_used(self) -> Self:
        """Return the passages with whether some entry cites them, as `is_used`."""
        return self.annotate(is_used=_used())

    def carrying(self) -> Self:
        """Return the passages on which something that readers see rests."""
        return self.filter(_carrying())

    def with_use(self) -> Self:
        """Return the passages with which choice of PassageUse applies to them, as `use`."""
        explained = When(~Q(reason=""), then=Value(PassageUse.EXPLAINED.value))
        carrying = When(_carrying(), then=Value(PassageUse.USED.value))
        return self.annotate(use=Case(carrying, explained, default=Value(PassageUse.OPEN.value)))

    def count_by_use(self) -> dict[str, int]:
        """Return the number of passages of each choice of PassageUse."""
        return dict.fromkeys(PassageUse.values, 0) | counts_by(self.with_use(), "use")

    def count_by_source_and_use(self, sources: list[Any]) -> dict[tuple[int, str], int]:
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
        return self.annotate(is_of_many=Exists(rows("Source").exclude(pk=OuterRef("source_id")).order_by()))

    def with_resting(self) -> Self:
        """Return the passages with everything public that rests on them at hand, as `<model>_set`."""
        lists = (Prefetch(f"{model}_set", queryset=resting(model).for_citing()) for model in RESTING)
        return self.cited().prefetch_related(*lists)

    def with_resting_and_drafts(self) -> Self:
        """Return the passages with everything that rests on them at hand, shown or not, as `<model>_set`."""
        lists = (Prefetch(f"{model}_set", queryset=rows(model.capitalize()).for_citing()) for model in RESTING)
        return self.cited().prefetch_related(*lists)


def _resting_on(model: str, passages: Any) -> list[Dependents]:
    """Return what readers see of the model that cites the passages, given by their keys: them alone, or others too."""
    cited = links(rows(model).model, "passages").filter(passage__in=passages)
    entries = public_rows(model).filter(pk__in=cited.values(f"{model.lower()}_id"))
    alone = uncited(rows(model), cited)
    return [
        Dependents("rests on nothing else", "rest on nothing else", alone),
        Dependents("rests on it too", "rest on it too", entries.exclude(pk__in=alone.values("pk")), diminished=True),
    ]


def needing_citations(entries: Any, citations: Any) -> list[Dependents]:
    """Return those of the entries that would cite nothing without these links to passages."""
    left = "would cite nothing"
    return [Dependents(left, left, uncited(entries, citations))]


def uncited(entries: Any, citations: Any) -> Any:
    """Return what readers see of the entries that cite nothing but by these links to passages."""
    name = f"{entries.model._meta.model_name}_id"
    others = links(entries.model, "passages").filter(**{name: OuterRef("pk")}).exclude(pk__in=citations.values("pk"))
    return entries.public().filter(pk__in=citations.values(name)).exclude(Exists(others))


def resting(model: str) -> Any:
    """Return the entries that readers see of the model, which is one of RESTING."""
    return public_rows(model.capitalize())


def count_resting(passages: list[int]) -> dict[tuple[int, str], int]:
    """Return how many entries that readers see of each model rest on each of the passages, given by its key."""
    counted = (
        resting(model)
        .filter(passages__in=passages)
        .order_by()
        .values_list("passages")
        .annotate(number=Count("pk"), model=Value(model))
        for model in RESTING
    )
    found = rows("Passage").none().values_list("pk").union(*counted, all=True)
    return {(passage, model): number for passage, number, model in found}


def first_resting(passages: list[int]) -> list[tuple[int, str, int, int]]:
    """Return passage, model and key of the first entries of each model that rest on each passage, and of how many.

    Passages are given by their keys. Models come in the order of RESTING, entries in that of their keys: to put many
    thousands in order of their names takes seconds.
    """
    first = [_first_of_model(place, passages) for place in range(len(RESTING))]
    found = sorted(first[0].union(*first[1:], all=True))
    return [(passage, RESTING[model], key, number) for passage, model, key, number in found]


def _first_of_model(place: int, passages: list[int]) -> Any:
    """Return passage, place of the model among RESTING, key of an entry, and the number of all such entries."""
    model = RESTING[place]
    public = Exists(resting(model).filter(pk=OuterRef(f"{model}_id")))
    return (
        links(rows(model).model, "passages")
        .filter(public, passage__in=passages)
        .annotate(
            rank=Window(RowNumber(), partition_by=F("passage"), order_by=f"{model}_id"),
            number=Window(Count("pk"), partition_by=F("passage")),
        )
        .filter(rank__lte=MAX_LISTED_ENTRIES)
        .values_list("passage", Value(place), f"{model}_id", "number")
    )


def _carrying() -> Q:
    # The second condition says nothing that the first doesn't. Without it PostgreSQL would read all entries there are,
    # to look up each passage among them, rather than the few that cite one.
    return _any_rests_on(passages=OuterRef("pk"), passages__lte=OuterRef("pk"))


def _any_rests_on(**cited: OuterRef) -> Q:
    either = Q()
    for model in RESTING:
        either |= Q(Exists(resting(model).filter(**cited)))
    return either


def _used() -> Q:
    used = Q()
    for model in RESTING:
        used |= Q(Exists(links(rows(model).model, "passages").filter(passage=OuterRef("pk"))))
    return used
