"""By which texts people are on a list that is searched."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from people.exports.text import role_words
from people.languages import gettext
from people.models import Alias, Person
from people.reasons.base import Explainer, Filtered, Reason, ReasonGroup
from people.reasons.people import load_roles, role_date
from people.search.highlighting import JOINED_WORDS, excerpt
from people.search.words import WORD, Form, Word
from people.spellings import ascii_word
from people.text import fold


class SearchedText(NamedTuple):
    """A text by which somebody may be found; of a title, how a word begins is enough."""

    text: str
    is_title: bool
    reason: Reason | None = None


class WordReasons(Explainer):
    """The other name, job or summary that has the words of the search which the line under the name doesn't show."""

    parameters = ("q",)

    def explain(self, filters: Filtered, entries: list[Person], limit: int) -> dict[int, ReasonGroup]:
        """Return the texts that have words of the search, of each of the people."""
        words: list[Word] = filters.reading.words
        texts = load_texts(entries, words)
        groups = {}
        for person in entries:
            shown = words_of(SearchedText(person.plain_name, is_title=True), words)
            shown |= words_of(SearchedText(person.description, is_title=False), words)
            rest = [word for word in words if word.folded not in shown]
            found = [one.reason for one in texts[person.pk] if rest and one.reason and words_of(one, rest)]
            groups[person.pk] = ReasonGroup(found[:limit], max(len(found) - limit, 0))
        return groups


def load_texts(people: Collection[Person], words: list[Word]) -> dict[int, list[SearchedText]]:
    """Return other names, jobs and summary of each of the people, by key."""
    texts = defaultdict[int, list[SearchedText]](list)
    by_key = {one.pk: one for one in people}
    for alias in Alias.objects.of(by_key):
        alias.person = by_key[alias.person_id]
        texts[alias.person_id].append(
            SearchedText(alias.name, True, Reason(("q",), alias, partial(also_called, alias)))
        )
    for role in load_roles(people):
        reason = Reason(("q",), role, partial(role_words, role), role_date(role))
        texts[role.person_id].append(SearchedText(role.title, True, reason))
    forms = {form.text for word in words for form in word.one_word_forms().forms}
    for person in people:
        reason = Reason(("q",), person, partial(excerpt, person.summary, forms))
        texts[person.pk].append(SearchedText(person.summary, False, reason))
    return texts


def also_called(alias: Alias) -> str:
    """Return the other name in words."""
    return gettext("Also called %(name)s") % {"name": alias}


def words_of(searched: SearchedText, words: Iterable[Word]) -> set[str]:
    """Return those of the words, folded, that the text has."""
    possible = [word for word in words if may_have(searched.text, word)]
    written = set(written_words(searched.text)) if possible else set()
    return {word.folded for word in possible if any(has_form(form, written, searched) for form in word.forms)}


def may_have(text: str, word: Word) -> bool:
    """Return whether the letters of a form of the word stand in the text, be it inside other words.

    To divide a text and fold it word by word takes many times as long.
    """
    folded, letters = fold(text), ascii_word(text)
    return any(all(one.text in folded or one.text in letters for one in form.words) for form in word.forms)


def written_words(text: str) -> Iterator[str]:
    """Yield the words of the text, folded: O’Brien as one and as two."""
    for joined in JOINED_WORDS.finditer(text):
        yield ascii_word(joined[0])
        yield from (fold(one) for one in WORD.findall(joined[0]))


def has_form(form: Form, written: set[str], searched: SearchedText) -> bool:
    """Return whether each word of the form is written there."""
    return all(
        one.text in written
        or ((one.is_prefix or searched.is_title) and any(word.startswith(one.text) for word in written))
        for one in form.words
    )
