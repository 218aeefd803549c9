"""Names that stand in our own prose, and links to those whom they mean.

A name is looked for among those that the text's entry may name, never among all there are. What two of them bear means
neither, what stands inside a quotation is left as it was said, and a family name has to stand alone: the one in “Ivanka
Trump” or “Trump Tower” is no other Trump's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from markupsafe import Markup, escape

QUOTATION = re.compile(r'“[^”]*(?:”|\Z)|"[^"]*(?:"|\Z)')
# The word before a name, and one after it that makes both a longer name.
WORD_BEFORE = re.compile(r"([\w.’'-]+)\s\Z")
NAME_AFTER = re.compile(r"\s[^\W\d_a-z]")
INITIALS = re.compile(r"(?:\w\.)+\Z")
# Words with a capital that may stand before a family name and are no first name: titles, and what begins a sentence.
NO_FIRST_NAMES = frozenset(
    (
        *("Ambassador", "Counsel", "Director", "Dr.", "Gen.", "General", "Gov.", "Governor", "Judge", "Justice"),
        *("Minister", "Mr.", "Mrs.", "Ms.", "President", "Professor", "Rep.", "Secretary", "Sen.", "Senator"),
        *("After", "Although", "And", "As", "At", "Because", "Before", "Both", "But", "By", "For", "From", "If"),
        *("In", "Like", "Of", "On", "Once", "Since", "So", "That", "Then", "To", "Under", "Unlike", "When"),
        *("Whether", "While", "With", "Without"),
    )
)


class Bearer(Protocol):
    """Whom or what a name means."""

    def get_absolute_url(self) -> str:
        """Return the address of the page."""


class ProseName(NamedTuple):
    """A name as it may be written, whom or what it means, and whether it is a family name alone."""

    text: str
    target: Bearer
    is_family_name: bool = False


class NamePlace(NamedTuple):
    """Where a name stands in a text, and whom or what it means; None where it may mean several."""

    start: int
    end: int
    target: Bearer | None


def link_names(text: str, names: Iterable[ProseName], linked: Iterable[object] = ()) -> Markup:
    """Return the text, escaped, with a link at the first name of each target.

    Args:
        text: Our own prose.
        names: Those that may stand in it.
        linked: Targets that get no link: of whom the page is, and who was linked before.
    """
    done, parts, end = set(linked), [], 0
    for place in named_in(text, names):
        if place.target and place.target not in done:
            done.add(place.target)
            link = Markup('<a href="{}">{}</a>').format(place.target.get_absolute_url(), text[place.start : place.end])
            parts += [escape(text[end : place.start]), link]
            end = place.end
    return Markup("").join([*parts, escape(text[end:])])


def named_in(text: str, names: Iterable[ProseName]) -> Iterator[NamePlace]:
    """Yield where names stand, in the text's order; of names that overlap the first, and the longest there."""
    meant = defaultdict(set)
    for one in names:
        if one.text and one.text in text:
            meant[one.text].add((one.target, one.is_family_name))
    quotations = [match.span() for match in QUOTATION.finditer(text)] if meant else []
    found = sorted(
        (place for name, bearers in meant.items() for place in _places(text, name, bearers)),
        key=lambda place: (place.start, -place.end),
    )
    end = 0
    for place in found:
        is_quoted = any(first < place.end and place.start < last for first, last in quotations)
        if place.start >= end and not is_quoted:
            yield place
            end = place.end


def _places(text: str, name: str, bearers: set[tuple[Bearer, bool]]) -> Iterator[NamePlace]:
    targets = {target for target, _ in bearers}
    target = next(iter(targets)) if len(targets) == 1 else None
    is_family_name = all(alone for _, alone in bearers)
    for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])(?!\s(?:Jr|Sr)\b)", text):
        if not is_family_name or _stands_alone(text, *match.span()):
            yield NamePlace(*match.span(), target)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the family name there is no part of a longer name."""
    if NAME_AFTER.match(text, end):
        return False
    before = WORD_BEFORE.search(text, 0, start)
    word = before[1] if before else ""
    ends_sentence = word.endswith(".") and not INITIALS.match(word)
    return not word[:1].isupper() or word in NO_FIRST_NAMES or ends_sentence
