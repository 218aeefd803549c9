"""The languages of the readers' pages. Nothing but the address says which is meant, so caches keep one copy of each."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.conf import settings
from django.urls import get_script_prefix
from django.utils import translation
from django.utils.formats import get_format
from django.utils.functional import lazy
from django.utils.translation import get_language

# Parts of the site that are in one language, and speak to editors and programmers.
ENGLISH_ONLY = ("admin/", "api/")
# As pages say which language they are in, where that is more than the language.
TAGS = {"en": "en-US"}
# Spanish words that change before their own sound.
BEFORE_SOUNDS = {"y": (re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE), "e"), "o": (re.compile("h?[oó]", re.I), "u")}


def gettext(message: str) -> str:
    """Return the message in the current language; Django takes long to find that English says what it says."""
    return message if get_language() == settings.LANGUAGE_CODE else translation.gettext(message)


def ngettext(one: str, many: str, value: int) -> str:
    """Return the form of the message for so many, in the current language."""
    if get_language() == settings.LANGUAGE_CODE:
        return one if value == 1 else many
    return translation.ngettext(one, many, value)


gettext_lazy = lazy(gettext, str)


class PageLanguage(NamedTuple):
    """A language in which there is a page: its code, its own name for itself, and the address of the page in it."""

    code: str
    name: str
    address: str
    is_current: bool


class Noun(NamedTuple):
    """What a list lists, in English: one and several. Both are translated when they are printed."""

    one: str
    many: str

    @property
    def plural(self) -> str:
        """Return the word for several."""
        return ngettext(self.one, self.many, 2)

    def counted(self, number: int) -> str:
        """Return the number with the word for so many."""
        return counted(number, self.one, self.many)


def language_of(path: str) -> str:
    """Return the language of the page at that path below the script's prefix."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) and first != settings.LANGUAGE_CODE else settings.LANGUAGE_CODE


def prefix_of(language: str) -> str:
    """Return what addresses in the language begin with: nothing in the site's own."""
    return "" if language == settings.LANGUAGE_CODE else f"{language}/"


def current_prefix() -> str:
    """Return what addresses in the current language begin with."""
    return prefix_of(get_language() or settings.LANGUAGE_CODE)


def bare_path(path: str) -> str:
    """Return the path below the script's prefix without the language that it names."""
    return f"/{path.lstrip('/').removeprefix(prefix_of(language_of(path)))}"


def address_in_current_language(address: str) -> str:
    """Return the address of a page, which is given in the site's own language, in the current one."""
    script = get_script_prefix()
    return f"{script}{current_prefix()}{address.removeprefix(script)}"


def page_languages(path: str, query: str = "") -> list[PageLanguage]:
    """Return the languages in which there is the page at `path`, with that query string; none for one in English only.

    Args:
        path: The whole path of the page in any language, with the script's prefix.
        query: The query string, `?` before it.
    """
    script = get_script_prefix()
    rest = path.removeprefix(script)
    current = language_of(rest)
    rest = rest.removeprefix(prefix_of(current))
    if rest.startswith(ENGLISH_ONLY):
        return []
    return [
        PageLanguage(code, str(name), f"{script}{prefix_of(code)}{rest}{query}", code == current)
        for code, name in settings.LANGUAGES
    ]


def number(value: int) -> str:
    """Return the number as the current language groups its digits: "1,200"."""
    grouped = f"{value:,}"
    if "," not in grouped or get_language() == settings.LANGUAGE_CODE:
        return grouped
    return grouped.replace(",", get_format("THOUSAND_SEPARATOR"))


def counted(value: int, one: str, many: str) -> str:
    """Return the number with its noun, given in English for one and for several: "1 person", "1,200 people"."""
    return f"{number(value)} {ngettext(one, many, value)}"


def _conjunction(word: str, following: str) -> str:
    pattern, instead = BEFORE_SOUNDS.get(word, (None, word))
    return instead if pattern and pattern.match(following) else word


def and_before(following: object) -> str:
    """Return the word that joins the last of several names to those before it."""
    return _conjunction(gettext("and"), str(following))


def _listed(parts: Sequence[object], word: Callable[[], str]) -> str:
    *before, last = map(str, parts) if parts else [""]
    return f"{', '.join(before)} {_conjunction(word(), last)} {last}" if before else last


def all_of(parts: Sequence[object]) -> str:
    """Return the names together: "Ann, Bob and Cy"."""
    return _listed(parts, lambda: gettext("and"))


def quoted(parts: Sequence[str]) -> str:
    """Return the words as alternatives, each in quotation marks."""
    return either([gettext("“%(words)s”") % {"words": part} for part in parts])


def either(parts: Sequence[object]) -> str:
    """Return the names as alternatives: "roles, meetings or allegations"."""
    return _listed(parts, lambda: gettext("or"))
