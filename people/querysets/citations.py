"""Citations of entries of many models in a few queries, where Django's prefetching takes two for each model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet, Value

from people.querysets.base import links, objects_of

if TYPE_CHECKING:
    from people.models import Sourced


def load_citations(entries: Iterable[Sourced], columns: Iterable[str] = ()) -> None:
    """Prefetch the passages of the entries, whatever their models, as `with_citations` does for one model.

    Given columns, nothing else of the passages is read.
    """
    citing = defaultdict(list)
    for entry in entries:
        citing[entry._meta.model_name, entry.pk].append(entry)
    cited = defaultdict(list)
    for model, key, passage in _links_of(citing):
        cited[passage].append((model, key))
    found = defaultdict(list)
    passages = objects_of("Passage").cited().marked().filter(pk__in=cited)
    for passage in passages.only(*columns) if columns else passages:
        for one in cited[passage.pk]:
            found[one].append(passage)
    for one, same in citing.items():
        for entry in same:
            keep(entry, "passages", found[one])


def keep(entry: Model, relation: str, found: Sequence[Model]) -> None:
    """Have what is found stand for all that the relation holds, where Django's prefetching puts it.

    It is there to be read, not to be filtered: the relation's own queryset would take longer to make than all the rest.
    """
    model: Any = entry._meta.get_field(relation).related_model
    held: Any = QuerySet(model)
    held._result_cache = found
    entry.__dict__.setdefault("_prefetched_objects_cache", {})[relation] = held


def _links_of(entries: Iterable[tuple[str | None, int]]) -> Any:
    """Return model, key and passage of each citation of the entries, given as model and key."""
    keys = defaultdict(list)
    for model, key in entries:
        keys[model].append(key)
    parts = (
        links(objects_of(str(model)).model, "passages")
        .filter(**{f"{model}__in": those})
        .values_list(Value(model), f"{model}_id", "passage_id")
        for model, those in keys.items()
    )
    return objects_of("Passage").none().union(*parts, all=True)
