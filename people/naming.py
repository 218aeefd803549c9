"""What a name is proposed to be sorted by: the family name first. Who edits a person sees it, and can say otherwise."""

import re
import unicodedata

# Scripts of languages that write the family name last. Chinese, Korean and Japanese names begin with it, and of names
# in other scripts, such as Arabic, nobody can tell by rule.
FAMILY_LAST = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HEBREW"))
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "v", "phd", "md", "esq", "qc", "kc"))
# They are part of the family name that follows.
PARTICLES = frozenset(
    (
        *("af", "al", "av", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "di", "do", "dos", "du"),
        *("el", "la", "las", "le", "los", "mac", "san", "santa", "st", "st.", "ter", "ten", "van", "vande", "vander"),
        *("vom", "von", "zu", "zum", "zur", "’t", "'t"),
    )
)
# What follows is no family name, but whose child somebody is.
CHILD_OF = frozenset(("bin", "bint", "ibn", "ben", "bat", "binti"))
# A word of a name: letters, with what stands in names such as O'Brien, Al-Masri and J.D.
WORD = re.compile(r"[^\W\d_][\w.’'‘ʼ-]*")


def propose_sort_name(name: str) -> str:
    """Return the name with the family name first: "Smith, John" for John Smith, "Trump, Donald, Jr.".

    Particles stay with the family name ("van der Bellen, Alexander"). A name of which no rule can tell the family
    name stays as it is: one word, a comma or digits in it, another script, or a father's name ("bin Salman").
    """
    words = name.split()
    suffix = words.pop() if words and _plain(words[-1]) in SUFFIXES else ""
    words[-1:] = [word.rstrip(",") if suffix else word for word in words[-1:]]
    if not words[1:] or words[0] in PARTICLES or not all(map(_is_family_last, words)):
        return name
    if CHILD_OF.intersection(map(str.lower, words)):
        return name
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    parts = [" ".join(words[first:]), " ".join(words[:first]), suffix]
    return ", ".join(filter(None, parts))


def _plain(word: str) -> str:
    return word.replace(".", "").lower()


def _is_family_last(word: str) -> bool:
    """Return whether it is a word of a name, in a script in which family names come last."""
    return bool(WORD.fullmatch(word)) and unicodedata.name(word[0], "").partition(" ")[0] in FAMILY_LAST
