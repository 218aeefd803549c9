"""What reasons are, and how those of several filters are put together: a FilterSet declares its explainers."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple, Protocol

from django.db.models import Manager

from people.index import Criteria, PeopleIndex
from people.models import Allegation, Passage, Response, Sourced
from people.querysets.citations import load_citations
from people.search.listing import ListQuery

# So many entries of a kind stand with somebody on a page, and in a file or an answer of the API.
PAGE_LIMIT = 3
FILE_LIMIT = 10
PRINTED_OF_PASSAGES = ("section", "sentence", "position", "opening", "source__slug", "source__title")


class Reason(NamedTuple):
    """An entry by which somebody is on the list.

    Attributes:
        parameters: The filters that ask for it.
        entry: The meeting, role, allegation, alias or person, with passages prefetched.
        words: Returns what it says, in words; of an allegation also what is replied. Pages print some from the entry.
        date: When it was, in EDTF; empty if none is given.
    """

    parameters: tuple[str, ...]
    entry: Sourced
    words: Callable[[], str]
    date: str = ""

    @property
    def text(self) -> str:
        """Return what it says, in words."""
        return self.words()

    @property
    def kind(self) -> str:
        """Return what kind of entry it is."""
        return str(self.entry._meta.model_name)

    @property
    def responses(self) -> list[Response]:
        """Return what is replied to an allegation."""
        return list(self.entry.responses.all()) if isinstance(self.entry, Allegation) else []

    @property
    def passages(self) -> Manager[Passage]:
        """Return the sentences on which the entry rests."""
        return self.entry.passages

    @property
    def slug(self) -> str:
        """Return the slug of the entry."""
        return str(self.entry.slug)

    def get_absolute_url(self) -> str:
        """Return the address of the entry, or of the page that it stands on."""
        return str(self.entry.get_absolute_url())


class ReasonGroup(NamedTuple):
    """The first reasons of a kind, and how many more there are."""

    shown: list[Reason]
    more: int = 0


class Reasons(NamedTuple):
    """Why an entry is on the list, kind by kind."""

    groups: list[ReasonGroup]

    @property
    def all(self) -> list[Reason]:
        """Return the reasons of all groups."""
        return [one for group in self.groups for one in group.shown]

    @property
    def more(self) -> int:
        """Return how many more there are."""
        return sum(group.more for group in self.groups)


class Filtered(Protocol):
    """What explainers ask of a filter set."""

    index: PeopleIndex
    cleaned: Criteria
    criteria: Criteria
    reading: ListQuery


class Explainer:
    """The declaration of what explains some parameters of a list."""

    parameters: ClassVar[tuple[str, ...]] = ()

    def given(self, filters: Filtered) -> Criteria:
        """Return the parameters that are there, with their checked values."""
        return {name: filters.criteria[name] for name in self.parameters if name in filters.criteria}

    def explain(self, filters: Filtered, entries: list[Any], limit: int) -> Mapping[int, ReasonGroup]:
        """Return why each of the entries is listed, by its key; entries that show it themselves may be left out."""
        raise NotImplementedError


def explain(explainers: Iterable[Explainer], filters: Filtered, entries: Collection[Sourced], limit: int) -> None:
    """Tell the entries why they are listed, as `reasons`.

    The number of queries doesn't depend on that of the entries.
    """
    groups = defaultdict[int, list[ReasonGroup]](list)
    for one in explainers:
        for key, group in one.explain(filters, list(entries), limit).items():
            groups[key].append(group)
    for entry in entries:
        entry.reasons = Reasons(list(merged(groups[entry.pk])))
    reasons = [one for entry in entries for one in entry.reasons.all]
    replies = (reply for one in reasons for reply in one.responses)
    load_citations([*(one.entry for one in reasons), *replies], columns=PRINTED_OF_PASSAGES)


def merged(groups: Iterable[ReasonGroup]) -> Iterator[ReasonGroup]:
    """Yield the groups with no entry twice: what several filters ask for stands where the first of them has it."""
    parameters = defaultdict[tuple[str, str], list[str]](list)
    groups = list(groups)
    for group in groups:
        for reason in group.shown:
            parameters[reason.kind, reason.slug] += reason.parameters
    for group in groups:
        named = [(one, parameters.pop((one.kind, one.slug), None)) for one in group.shown]
        shown = [one._replace(parameters=tuple(dict.fromkeys(names))) for one, names in named if names]
        if shown or group.more:
            yield ReasonGroup(shown, group.more)
