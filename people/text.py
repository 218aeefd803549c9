"""Text made comparable: folded for searching, as a slug for addresses, digested for checking against a source."""

import hashlib
import unicodedata

from anyascii import anyascii
from django.utils.text import slugify

STRAIGHT_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})


def fold(text: str) -> str:
    """Return `text` without accents and case, in ASCII, white space folded: what searching compares."""
    return " ".join(anyascii(text).casefold().split())


def slug(text: str) -> str:
    """Return `text` as a slug, letters of other scripts in ASCII: "Ørsted" gives "orsted". May be empty."""
    return slugify(fold(text))


def normalise(text: str) -> str:
    """Return `text` in the form of which digests are made: NFKC, white space folded, quotes straightened."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(STRAIGHT_QUOTES).split())


def digest(text: str) -> str:
    """Return the SHA-256 of the normalised `text`, as 64 hexadecimal digits."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()
