"""What is suggested to a reader who types: entries with a title, people and organisations first."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import singledispatch
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from people.languages import counted, either, gettext, number, quoted
from people.models import Allegation, Meeting, Organisation, Person
from people.search.answers import answer_to
from people.search.results import FoundEntry, search
from people.search.strategies import Substitution, autocomplete_strategies
from people.search.titles import HeldTitle

MAX_SUGGESTIONS = 8


class Suggestion(NamedTuple):
    """An entry that the reader may mean: its title, what it is, and its address."""

    title: str
    detail: str
    address: str


class Suggestions(NamedTuple):
    """The suggestions, the best first, and the words, folded, by which they were found."""

    found: list[Suggestion]
    words: set[str]


def autocomplete(text: str) -> Suggestions:
    """Return what `text` may be meant to find, its last word perhaps not typed to the end."""
    results = search(text, autocomplete_strategies)
    shown, room = [], MAX_SUGGESTIONS
    for group in results.groups:
        shown.append((group, group.keys[:room]))
        room -= len(shown[-1][1])
    told = substitution_note(results.attempt.substitutions if results.attempt else [])
    found = [suggestion(entry, told) for group, keys in shown for entry in group.entries(keys)]
    return Suggestions([*suggested_answer(text), *tell_apart(found)], results.matched(shown))


def suggested_answer(text: str) -> Iterator[Suggestion]:
    """Yield the answer, if `text` asks a question; the search page tells on what it rests."""
    if answer := answer_to(text):
        yield Suggestion(answer.heading, gettext("Answer"), f"{reverse('people:search')}?{urlencode({'q': text})}")


def suggest_people(text: str, address: Callable[[Person], str]) -> Suggestions:
    """Return the people whom `text` may name, each with the address to which choosing them leads."""
    results = search(text, autocomplete_strategies)
    shown = [(group, group.keys[:MAX_SUGGESTIONS]) for group in results.groups if group.kind.name == "person"]
    told = substitution_note(results.attempt.substitutions if results.attempt else [])
    entries = [entry for group, keys in shown for entry in group.entries(keys)]
    found = [suggestion(entry, told)._replace(address=address(entry.object)) for entry in entries]
    return Suggestions(found, results.matched(shown))


def tell_apart(suggestions: list[Suggestion]) -> list[Suggestion]:
    """Return the suggestions; those that read the same tell their addresses too."""
    times = Counter((one.title, one.detail) for one in suggestions)
    return [
        one._replace(detail=f"{one.detail}, {one.address}") if times[one.title, one.detail] > 1 else one
        for one in suggestions
    ]


def substitution_note(substitutions: Iterable[Substitution]) -> str:
    """Return what is told beside a suggestion of words that are spelled otherwise than those typed."""
    said = (gettext("spelled %(words)s") % {"words": quoted(one.words)} for one in substitutions if one.words)
    return "".join(f" · {one}" for one in said)


def suggestion(entry: FoundEntry, told: str = "") -> Suggestion:
    """Return the entry as it is suggested. Other names are told where the person was found by them."""
    found = entry.object
    title = title_of(found)
    names = either(entry.aliases)
    also = gettext("Also called %(name)s") % {"name": names}
    return Suggestion(title, f"{also if names else detail(found)}{told}", found.get_absolute_url())


def title_of(entry: Any) -> str:
    """Return what the entry is called; the detail beside it tells namesakes apart."""
    return str(entry.plain_name if isinstance(entry, Person) else entry)


@singledispatch
def detail(entry: Any) -> str:
    """Return in a few words what the entry is."""
    return str(entry._meta.verbose_name).capitalize()


@detail.register
def _(entry: Person) -> str:
    return entry.distinction or (entry.description if entry.name and entry.description else gettext("Person"))


@detail.register
def _(entry: Organisation) -> str:
    return entry.get_kind_display().capitalize()


@detail.register
def _(entry: HeldTitle) -> str:
    holder = entry.holders[0] if entry.number == 1 else counted(entry.number, "person", "people")
    return gettext("Job of %(person)s") % {"person": holder}


@detail.register
def _(entry: Meeting) -> str:
    return f"{entry.get_kind_display()}, {entry.when}"


@detail.register
def _(entry: Allegation) -> str:
    if entry.subjects_left_out:
        people = {"number": number(entry.side_count)}
        return gettext("Allegation against %(number)s people, with any replies") % people
    answers = dict.fromkeys(str(response.person) for response in entry.responses.all() if response.is_answer)
    if not answers:
        return gettext("Allegation, no reply recorded here")
    return gettext("Allegation, reply by %(people)s") % {"people": ", ".join(answers)}
