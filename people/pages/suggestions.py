"""Where a wrong address may have been meant to lead."""

import re
from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches
from urllib.parse import urlencode

from django.db import DatabaseError
from django.urls import NoReverseMatch, reverse

from people.languages import gettext
from people.languages import gettext_lazy as _
from people.pages.errors import SuggestedLink
from people.search.nearest import ALLEGATION, MEETING, ORGANISATION, PERSON, nearest_entries
from people.search.words import is_searchable

# Nobody means more by an address.
MAX_SEARCHED_LENGTH = 100
SUFFIX = re.compile(r"\.[a-z.]{1,12}$")
SEPARATORS = re.compile("[-_+]+")

# The parts of the site, with what their entries are where these have pages that search finds.
PARTS = {
    "people": PERSON,
    "meetings": MEETING,
    "allegations": ALLEGATION,
    "organisations": ORGANISATION,
    "sources": "",
    "network": "",
    "timeline": "",
    "search": "",
    "data": "",
    "follow": "",
    "about": "",
}
PART_TITLES = {
    "people": _("People"),
    "meetings": _("Meetings"),
    "allegations": _("Allegations"),
    "organisations": _("Organizations"),
    "sources": _("Sources"),
    "network": _("Network"),
    "timeline": _("Timeline"),
    "search": _("Search"),
    "data": _("Data"),
    "about": _("About"),
}
OTHER_NAMES = {
    "person": "people",
    "persons": "people",
    "organization": "organisations",
    "organizations": "organisations",
    "graph": "network",
    "path": "network",
    "download": "data",
    "feed": "follow",
    "rss": "follow",
}


def suggested_addresses(path: str) -> list[SuggestedLink]:
    """Return links to what the path was probably meant to lead to: entries, a part of the site, and a search."""
    first, *others = [part for part in path.split("/") if part] or [""]
    part = part_named(first)
    entries = entries_named(others[0], PARTS[part]) if others and part and PARTS[part] else ()
    return [*entries, *part_link(part), *search_link(" ".join(others if part else [first, *others]))]


def part_named(name: str) -> str:
    """Return which part of the site the name means, perhaps misspelled; empty if none."""
    known = OTHER_NAMES | {one: one for one in PARTS}
    return next((known[one] for one in get_close_matches(name.lower(), known, 1, 0.75)), "")


def entries_named(slug: str, kind: str) -> Iterator[SuggestedLink]:
    """Yield links to the entries that the slug probably means; none while the database doesn't answer."""
    try:
        found = nearest_entries(slug[:MAX_SEARCHED_LENGTH], kind, or_other=True)
    except DatabaseError:
        return
    yield from (SuggestedLink(str(one), one.get_absolute_url()) for one in found)


def part_link(part: str) -> Iterator[SuggestedLink]:
    """Yield the link to that part of the site, if it has a page."""
    with suppress(NoReverseMatch, KeyError):
        yield SuggestedLink(str(PART_TITLES[part]), reverse(f"people:{part}"))


def search_link(path: str) -> Iterator[SuggestedLink]:
    """Yield the link that searches for the words of a path, if there are any."""
    text = SEPARATORS.sub(" ", SUFFIX.sub("", path))[:MAX_SEARCHED_LENGTH].strip()
    if is_searchable(text):
        yield SuggestedLink(
            gettext("Search for “%(text)s”") % {"text": text}, f"{reverse('people:search')}?{urlencode({'q': text})}"
        )
