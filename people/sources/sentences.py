"""Where one sentence of English news prose ends and the next begins."""

from functools import cache
from itertools import product
from string import ascii_lowercase

from nupunkt import PunktParameters, PunktSentenceTokenizer

from people.text import visible

CLOSING_MARKS = "\"'”’»)]"
SENTENCE_ENDS = (".", "!", "?", "…")
MAX_TITLE_WORDS = 10
"""The most words of a line that still passes for a name or title although it ends in a full stop."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_SUFFIXES = _words("co corp esq inc j.d jr llc ltd m.d ph.d ret sr")
"""Abbreviations, without the last full stop, that names of people and firms end in."""

ABBREVIATIONS = NAME_SUFFIXES | _words(
    """
    adm amb atty ave blvd brig capt cmdr col dept det dr fr gen gov hon lt maj messrs mr mrs ms mt mx prof rep reps rev
    sen sens sgt st ste supt
    jan feb mar apr jun jul aug sep sept oct nov dec tues thurs
    ariz calif colo conn fla mich minn okla penn tenn wis
    approx cf eds etc no nos pp vol vs
    c.i.a f.b.i g.o.p n.s.a u.s.a u.s.s.r
    """
)
"""Abbreviations, without the last full stop, that end a sentence only before one of `OPENERS`."""

OPENERS = _words(
    """
    a after although an and as at before but by despite during for from he her his how however i if in instead it its
    last later many meanwhile most my neither no nor now on once our she since so some that the their then there these
    they this those though under until we what when where which while who why with yet you your
    """
)
"""Words that open a sentence rather than go on with a name."""


def split_sentences(line: str) -> list[str]:
    """Return the sentences of one line in order, each a slice of the line without white space around.

    Together they hold everything of the line that can be seen. Sentences inside a quotation are split too. Characters
    that print nothing don't change where a sentence ends.
    """
    shown = visible(line)
    sentences = _tokenizer().texts(shown)
    return sentences if shown == line else _as_written(line, sentences)


def ends_sentence(line: str) -> bool:
    """Return whether the line ends as a sentence does, and is no name such as `Ann Pell, M.D.`."""
    bare = line.rstrip(CLOSING_MARKS)
    return bare.endswith(SENTENCE_ENDS) and not _is_abbreviated_title(bare)


def _is_abbreviated_title(line: str) -> bool:
    """Whether the line is a name or title such as `Ann Pell, M.D.`, whose full stop ends no sentence."""
    words = line.lower().split()
    return len(words) <= MAX_TITLE_WORDS and words[0] not in OPENERS and words[-1].strip("(.") in NAME_SUFFIXES


def _as_written(line: str, sentences: list[str]) -> list[str]:
    """Return the sentences as the line has them, with what prints nothing in it."""
    written, end = [], 0
    for sentence in sentences:
        start = line.index(sentence[0], end)
        end = start
        for letter in sentence:
            end = line.index(letter, end) + 1
        written.append(line[start:end])
    return written


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    # The model that comes with nupunkt was learned from scanned legal texts. It takes "DC", but also plain words such
    # as "bank", "found" and "nonsense" for abbreviations, and joins the sentences around them.
    initials = {f"{first}.{second}" for first, second in product(ascii_lowercase, repeat=2)}
    return PunktSentenceTokenizer(PunktParameters(abbrev_types=initials | ABBREVIATIONS, sent_starters=set(OPENERS)))
