"""Which words are English, and so no name that was misspelled.

A word that no entry has may be a name, spelled in another way, or a word that this site doesn't use. Nobody who looks
for “treason” wants “reason”. english.txt has words that readers of news may type, without their endings; a large
dictionary would be wrong, as it has names too (a muller grinds pigments).
"""

from pathlib import Path

WORDS = frozenset(Path(__file__).with_name("english.txt").read_text(encoding="ascii").split())
ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", "")),
    *(("ing", "e"), ("ly", ""), ("ment", ""), ("ments", ""), ("ion", ""), ("ion", "e"), ("ions", ""), ("ions", "e")),
    *(("ness", ""), ("al", ""), ("ity", "")),
)


def is_english(word: str) -> bool:
    """Return whether the word, in lower case, is an English one, perhaps with an ending."""
    return word in WORDS or any(
        word.removesuffix(ending) + rest in WORDS or undoubled(word.removesuffix(ending)) in WORDS
        for ending, rest in ENDINGS
        if word.endswith(ending)
    )


def undoubled(word: str) -> str:
    """Return the word without the second of two same letters at its end, which an ending brings: `rob` of `robbed`."""
    return word[:-1] if word[-2:-1] == word[-1:] else word
