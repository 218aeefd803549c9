"""The order of names: one for both databases, for Python and for every list.

A name has a key, a text that is compared code point by code point. It is stored beside the name (people.fields).

- Case and accents don't count, and a Latin letter counts as the letters of a to z that it is written with in English:
  ł as l, ø as o, ß as ss, æ as ae, þ as th. Letters of other scripts follow those, script by script.
- Apostrophes, and full stops but for those between digits, don't count: O'Brien stands with OBrien, J.D. with JD.
- Everything else that is no letter or digit parts words, as a space does; nothing comes before a space, and a space
  before a letter. A comma comes before a space, so that family names stay together: all of "Lee, …" before "Lee Smith".
- Digits are numbers, which come before letters: slide 4 stands before slide 10.
- Names that are the same by all this stand in the order of their code points: Eve before Ève.

pyuca has the Unicode Collation Algorithm in pure Python, but no numbers, and has not been kept up since 2017. Each
process would take half a second to read its tables, and three times as long as this for a name.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# They are below all digits and letters: the end of what is compared first, a comma, a space.
END, COMMA, SPACE = " ", ",", "-"
# A key is never longer than an index takes, whatever the name.
MAX_LENGTH = 200

APOSTROPHES = frozenset("'‘’‛`´′＇")
# Modifier letters, such as the okina of Hawaiian: signs of pronunciation, which few write or look for.
MODIFIERS = range(0x02B9, 0x0300)
# Combining classes of marks that are spelling, not accents: the viramas, and vowels of Thai, Lao and Tibetan.
VOWELS = frozenset((9, 103, 118, 129, 130, 132))

NUMBER = re.compile(r"\d+")
DOTS = re.compile(r"(?<!\d)\.|\.(?!\d)")
PARTS = re.compile(r"[-,]+")


def sort_key(name: str) -> str:
    """Return the key by which the name is sorted."""
    return f"{name_key(name)}{END}{name[:MAX_LENGTH]}"


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Return what is compared first of the name: it is the same for names that differ in nothing that counts."""
    text = DOTS.sub("", name if name.isascii() else unicodedata.normalize("NFKD", name))
    plain = "".join(map(_plain, text.casefold()))
    parted = PARTS.sub(lambda found: COMMA if COMMA in found[0] else SPACE, plain).strip(COMMA + SPACE)
    counted = NUMBER.sub(lambda found: _number(found[0]), parted)
    return unicodedata.normalize("NFC", counted)[:MAX_LENGTH]


@lru_cache(maxsize=10_000)
def _plain(letter: str) -> str:
    """Return what a character, in small letters and without accents, counts as."""
    if letter.isascii():
        return _plain_ascii(letter)
    category, code = unicodedata.category(letter), ord(letter)
    if letter in APOSTROPHES or code in MODIFIERS or _is_accent(letter):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category[0] not in "LMN":
        return COMMA if "COMMA" in unicodedata.name(letter, "") else SPACE
    is_latin = unicodedata.name(letter, "").startswith("LATIN")
    return "".join(filter(str.isalnum, anyascii(letter).lower())) if is_latin else letter


def _plain_ascii(letter: str) -> str:
    if letter.isalnum():
        return letter
    return "" if letter in APOSTROPHES else COMMA if letter == "," else SPACE


def _is_accent(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) and unicodedata.combining(letter) not in VOWELS


def _number(digits: str) -> str:
    """Return the digits so that they sort as a number does: behind how many they are."""
    digits = digits.lstrip("0") or "0"
    return f"{chr(ord('0') + len(digits))}{digits}"
