"""The query strings of the pages that tell what changed when."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.http import HttpRequest

from people.filters import ParameterError
from people.filters.errors import not_an_option
from people.languages import gettext
from people.vocabulary import ChangedNoun, ChangeKind

BEFORE = "before"
KEY = re.compile(r"[1-9][0-9]{0,17}")


class ChangeOption(NamedTuple):
    """A choice of what is told, and the query string that chooses it."""

    label: str
    query: str
    selected: bool


def before_of(request: HttpRequest) -> int | ParameterError | None:
    """Return the change of the log before which the page begins, None for the first page, or what is wrong with it."""
    given = request.GET.get(BEFORE, "")
    if not given or KEY.fullmatch(given):
        return int(given) if given else None
    return ParameterError(BEFORE, gettext("“%(value)s” is no place in this list.") % {"value": given}, [])


class ChangeFilter:
    """Which changes of the site the query string asks for; `problems` has what is wrong with it."""

    def __init__(self, request: HttpRequest) -> None:
        """Read the query string."""
        before = before_of(request)
        self.before = None if isinstance(before, ParameterError) else before
        self.kind, self.noun = request.GET.get("kind", ""), request.GET.get("noun", "")
        self.problems = [
            *([before] if isinstance(before, ParameterError) else []),
            *unknown("kind", self.kind, ChangeKind),
            *unknown("noun", self.noun, ChangedNoun),
        ]

    def query(self, **values: object) -> str:
        """Return the query string with these values in place of those that it has, empty if it has none."""
        chosen = {"kind": self.kind, "noun": self.noun, BEFORE: self.before} | values
        query = urlencode({name: value for name, value in chosen.items() if value})
        return f"?{query}" if query else ""

    @property
    def groups(self) -> list[tuple[str, list[ChangeOption]]]:
        """Return the choices of either parameter; one that is chosen begins with the newest changes."""
        return [
            (gettext("What happened"), list(self._options("kind", gettext("Any change"), ChangeKind))),
            (gettext("To what"), list(self._options("noun", gettext("Anything"), ChangedNoun))),
        ]

    def _options(self, name: str, everything: str, choices: type[TextChoices]) -> Iterable[ChangeOption]:
        current = getattr(self, name)
        for value, label in [("", everything), *choices.choices]:
            query = self.query(**{name: value, BEFORE: None})
            yield ChangeOption(str(label).capitalize(), query or "?", value == current)


def unknown(name: str, value: str, choices: type[TextChoices]) -> list[ParameterError]:
    """Return what is wrong with the value of the parameter: that it is none of the choices."""
    known = not value or value in choices.values
    return [] if known else [ParameterError(name, not_an_option(value), list(choices.values))]
