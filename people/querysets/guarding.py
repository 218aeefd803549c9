"""What others need can't be taken away: the rule for whoever deletes, withdraws or unlinks entries.

What would vanish is asked before anything is written. Several steps that belong together stand in `one_change`, which
asks at its end instead: a subject may be replaced by another one, whichever comes first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, islice
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Model, ProtectedError, QuerySet

# So many entries are named; of the others the number is told.
MAX_NAMED_ENTRIES = 20
# So many keys are looked for at once; databases limit the parameters of a query.
KEYS_PER_QUERY = 1_000

# What readers call one entry of a model, and several.
NOUN_FORMS = {
    "alias": ("other name", "other names"),
    "organisation": ("organisation", "organisations"),
    "participation": ("participant", "participants"),
    "person": ("person", "people"),
    "response": ("reply", "replies"),
    "role": ("job", "jobs"),
    "tie": ("connection", "connections"),
}


class Dependents(NamedTuple):
    """Entries that readers see and that need others: why, said of one and of several, and the entries, a queryset.

    Those that are only `diminished` would stay, with less to rest on.
    """

    one: str
    many: str
    entries: Any
    diminished: bool = False

    def __str__(self) -> str:
        number = self.entries.count()
        return f"{count_of(self.entries.model, number)} {self.one if number == 1 else self.many}"


class NeededError(ProtectedError):
    """What somebody wants to take away is needed by something that readers see."""

    def __init__(self, what: str, dependents: Sequence[Dependents]) -> None:
        """Take what can't be done to what, such as "Ann Bee can't be deleted", and what needs it."""
        self.dependents = dependents
        super().__init__(f"{what}: {told(dependents)}.", set(islice(each(dependents), MAX_NAMED_ENTRIES)))

    def __str__(self) -> str:
        return str(self.args[0])


class Noted(NamedTuple):
    """What may be lost at the end of a change: what is to blame, and the entries at that time, by their keys."""

    what: str
    dependents: Dependents
    keys: list[int]

    def lost(self) -> Iterator[Dependents]:
        """Yield those of the entries that readers don't see any more although nobody has withdrawn them."""
        rows = self.dependents.entries.model._default_manager
        for start in range(0, len(self.keys), KEYS_PER_QUERY):
            lost = rows.filter(pk__in=self.keys[start : start + KEYS_PER_QUERY]).lost()
            if lost.exists():
                yield self.dependents._replace(entries=lost)


_noted: ContextVar[list[Noted] | None] = ContextVar("noted", default=None)


@contextmanager
def one_change() -> Iterator[None]:
    """Ask only at the end of the block, a transaction, whether anything has lost what it needs.

    Raises NeededError, and nothing is written, if it has.
    """
    if _noted.get() is not None:
        yield
        return
    with transaction.atomic():
        token = _noted.set([])
        try:
            yield
            ask()
        finally:
            _noted.reset(token)


def ask() -> None:
    """Raise NeededError if anything has lost what it needs since the change that is open began."""
    lost = [(one.what, dependents) for one in _noted.get() or () for dependents in one.lost()]
    if lost:
        raise NeededError(lost[0][0], [dependents for _, dependents in lost])


def refuse_loss(what: Callable[[], str], dependents: Iterable[Dependents]) -> None:
    """Raise NeededError if there are dependents; in `one_change` this is asked at its end.

    `what` says what can't be done: "Ann Bee can't be deleted".
    """
    found = [one for one in dependents if one.entries.exists()]
    noted = _noted.get()
    if found and noted is None:
        raise NeededError(what(), found)
    if noted is not None:
        noted += [Noted(what(), one, keys_of(one.entries)) for one in found if not one.diminished]


def keys_of(entries: QuerySet) -> list[int]:
    """Return the keys of the entries."""
    return list(entries.order_by().values_list("pk", flat=True))


def told(dependents: Sequence[Dependents]) -> str:
    """Return what needs something and why, the first of all of it by name: "2 jobs are theirs (“A”, “B”)"."""
    left, parts = MAX_NAMED_ENTRIES, []
    for one in dependents:
        number = one.entries.count()
        names = [f"“{entry}”" for entry in one.entries.for_naming()[:left]]
        left -= len(names)
        more = [f"{number - len(names):,} more"] if number > len(names) else []
        parts.append(f"{one} ({', '.join([*names, *more])})")
    return "; ".join(parts)


def each(dependents: Sequence[Dependents]) -> Iterator[Model]:
    """Yield the entries of all."""
    return chain.from_iterable(one.entries.for_naming()[:MAX_NAMED_ENTRIES] for one in dependents)


def named(entries: QuerySet) -> str:
    """Return the name of the only entry, or how many there are of what."""
    some = list(entries.all()[:2])
    return str(some[0]) if len(some) == 1 else count_of(entries.model, entries.count())


def count_of(model: Any, number: int) -> str:
    """Return how many entries of the model, as readers call them: "3 jobs"."""
    meta = model._meta
    one, many = NOUN_FORMS.get(meta.model_name, (meta.verbose_name, meta.verbose_name_plural))
    return f"{number:,} {one if number == 1 else many}"
