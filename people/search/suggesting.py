"""What is suggested to a reader who types: entries with a title, people and organisations first."""

from functools import singledispatch
from typing import Any, NamedTuple

from people.models import Allegation, Meeting, Organisation, Person, Role
from people.search.attempts import suggestions
from people.search.results import FoundEntry, search

MOST = 8


class Suggestion(NamedTuple):
    """An entry that the reader may mean: its title, what it is, and its address."""

    title: str
    detail: str
    address: str


class Suggestions(NamedTuple):
    """The suggestions, the best first, and the words, folded, by which they were found."""

    found: list[Suggestion]
    words: set[str]


def suggest(text: str) -> Suggestions:
    """Return what `text` may be meant to find, its last word perhaps not typed to the end."""
    results = search(text, suggestions)
    shown, room = [], MOST
    for group in results.groups:
        shown.append((group, group.keys[:room]))
        room -= len(shown[-1][1])
    found = [suggestion(entry) for group, keys in shown for entry in group.entries(keys)]
    return Suggestions(found, results.matched(shown))


def suggestion(entry: FoundEntry) -> Suggestion:
    """Return the entry as it is suggested. Other names are told where the person was found by them."""
    found = entry.object
    title = found.title if isinstance(found, Role) else str(found)
    names = " or ".join(str(alias) for alias in entry.aliases)
    return Suggestion(title, f"Also called {names}" if names else detail(found), found.get_absolute_url())


@singledispatch
def detail(entry: Any) -> str:
    """Return in a few words what the entry is."""
    return str(entry._meta.verbose_name).capitalize()


@detail.register
def _(entry: Person) -> str:
    return entry.description if entry.name and entry.description else "Person"


@detail.register
def _(entry: Organisation) -> str:
    return entry.get_kind_display().capitalize()


@detail.register
def _(entry: Role) -> str:
    return f"Role of {entry.person}"


@detail.register
def _(entry: Meeting) -> str:
    return f"{entry.get_kind_display()}, {entry.when}"


@detail.register
def _(entry: Allegation) -> str:
    answers = dict.fromkeys(str(response.person) for response in entry.responses.all())
    return f"Allegation, reply by {', '.join(answers)}" if answers else "Allegation, no reply recorded here"
