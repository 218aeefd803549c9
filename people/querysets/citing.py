"""Which entries cite passages, and which passages are cited."""

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from people.querysets.base import SourcedQuerySet, links, objects_of, public_objects_of
from people.querysets.guarding import Dependents

CITING_MODELS = ("person", "alias", "role", "meeting", "tie", "allegation", "response", "outcome", "statement")

# Entries that a list of passages shows of each; a page of its own lists the others.
MAX_LISTED_ENTRIES = 20


def dependents_of(model: str, passages: QuerySet) -> list[Dependents]:
    """Return what readers see of the model that cites the passages, given by their keys: them alone, or others too."""
    cited = links(objects_of(model).model, "passages").filter(passage__in=passages)
    entries = public_objects_of(model).filter(pk__in=cited.values(f"{model.lower()}_id"))
    alone = uncited(objects_of(model), cited)
    return [
        Dependents("rests on nothing else", "rest on nothing else", alone),
        Dependents("rests on it too", "rest on it too", entries.exclude(pk__in=alone.values("pk")), diminished=True),
    ]


def needing_citations(entries: SourcedQuerySet, citations: QuerySet) -> list[Dependents]:
    """Return those of the entries that would cite nothing without these links to passages."""
    left = "would cite nothing"
    return [Dependents(left, left, uncited(entries, citations))]


def uncited(entries: SourcedQuerySet, citations: QuerySet) -> QuerySet:
    """Return what readers see of the entries that cite nothing but by these links to passages."""
    name = f"{entries.model._meta.model_name}_id"
    others = links(entries.model, "passages").filter(**{name: OuterRef("pk")}).exclude(pk__in=citations.values("pk"))
    return entries.public().filter(pk__in=citations.values(name)).exclude(Exists(others))


def public_citing_objects(model: str) -> Any:
    """Return the entries that readers see of the model, which is one of CITING_MODELS."""
    return public_objects_of(model.capitalize())


def count_cited_by(passages: list[int]) -> dict[tuple[int, str], int]:
    """Return how many entries that readers see of each model rest on each of the passages, given by its key."""
    counted = (
        public_citing_objects(model)
        .filter(passages__in=passages)
        .order_by()
        .values_list("passages")
        .annotate(number=Count("pk"), model=Value(model))
        for model in CITING_MODELS
    )
    found = objects_of("Passage").none().values_list("pk").union(*counted, all=True)
    return {(passage, model): number for passage, number, model in found}


def first_cited_by(passages: list[int]) -> list[tuple[int, str, int, int]]:
    """Return passage, model and key of the first entries of each model that rest on each passage, and of how many.

    Passages are given by their keys. Models come in the order of CITING_MODELS, entries in that of their keys: to put
    many thousands in order of their names takes seconds.
    """
    first = [_first_of_model(place, passages) for place in range(len(CITING_MODELS))]
    found = sorted(first[0].union(*first[1:], all=True))
    return [(passage, CITING_MODELS[model], key, number) for passage, model, key, number in found]


def _first_of_model(place: int, passages: list[int]) -> Any:
    """Return passage, place of the model among CITING_MODELS, key of an entry, and the number of all such entries."""
    model = CITING_MODELS[place]
    public = Exists(public_citing_objects(model).filter(pk=OuterRef(f"{model}_id")))
    return (
        links(objects_of(model).model, "passages")
        .filter(public, passage__in=passages)
        .annotate(
            rank=Window(RowNumber(), partition_by=F("passage"), order_by=f"{model}_id"),
            number=Window(Count("pk"), partition_by=F("passage")),
        )
        .filter(rank__lte=MAX_LISTED_ENTRIES)
        .values_list("passage", Value(place), f"{model}_id", "number")
    )


def is_passage_publicly_cited() -> Q:
    """Return the condition of passages that something public cites."""
    # The second condition says nothing that the first doesn't. Without it PostgreSQL would read all entries there are,
    # to look up each passage among them, rather than the few that cite one.
    return is_publicly_cited(passages=OuterRef("pk"), passages__lte=OuterRef("pk"))


def is_publicly_cited(**cited: OuterRef) -> Q:
    """Return the condition that something public cites the passages that the criteria describe."""
    either = Q()
    for model in CITING_MODELS:
        either |= Q(Exists(public_citing_objects(model).filter(**cited)))
    return either


def is_used() -> Q:
    """Return the condition of passages that any entry cites, drafts too."""
    used = Q()
    for model in CITING_MODELS:
        used |= Q(Exists(links(objects_of(model).model, "passages").filter(passage=OuterRef("pk"))))
    return used
