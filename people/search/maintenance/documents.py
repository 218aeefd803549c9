"""How a document is made of a row, in SQL."""

import string

from people.search.document_specs import HIDDEN, DocumentSpec
from people.search.words import SPELLED_OUT
from people.vocabulary import Status

# In characters; no summary comes near it, and PostgreSQL can't index a text of some megabytes.
MAX_DOCUMENT_LENGTH = 100_000

# PostgreSQL's parser takes J.D for a host and 2.0 for a number, unless no more than words is left. SQLite's doesn't.
BREAKS = string.punctuation + "\t\n\r\v\f\xa0\u2009\u202f" + "‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″"

# Nor does it take an accent that is a character of its own for a part of the word.
ACCENTS = "".join(map(chr, range(0x300, 0x370)))


def selection(spec: DocumentSpec, vendor: str, row: str = "", source: str = "") -> str:
    """Return the SELECT of the documents that the rows of a model make: id, title and body.

    Args:
        spec: What the rows are.
        vendor: `sqlite` or `postgresql`.
        row: The name of one row in a trigger, of which alone it makes the document.
        source: Where the rows are, if not in the model's own table.
    """
    prefix = f"{row}." if row else ""
    columns = ", ".join(
        (
            document_id(spec, row),
            text(columns_of(prefix, spec.title), f"{prefix}title_spellings", vendor),
            text(columns_of(prefix, *spec.body), f"{prefix}body_spellings", vendor),
        )
    )
    rows = "" if row else f" FROM {source or spec.table}"
    return f"SELECT {columns}{rows}"


def document_id(spec: DocumentSpec, row: str = "") -> str:
    """Return the expression of the id of a row's document; `row` is the name of the row or of its table."""
    prefix = f"{row}." if row else ""
    shown, hidden = f"{spec.first} + {prefix}id", f"{spec.first + HIDDEN} + {prefix}id"
    if not spec.is_read:
        return hidden
    published = f"{prefix}status = {literal(Status.PUBLISHED)}"
    return f"CASE WHEN {published} THEN {shown} ELSE {hidden} END" if spec.released else shown


def columns_of(prefix: str, *names: str) -> tuple[str, ...]:
    """Return the columns of those names, of which empty ones stand for none."""
    return tuple(f"{prefix}{name}" for name in names if name)


def text(columns: tuple[str, ...], spellings: str, vendor: str) -> str:
    """Return the expression of the columns' text, each separated from the next, as documents hold it."""
    if not columns:
        return "''"
    joined = " || ' ' || ".join(columns) + f" || coalesce(' ' || {spellings}, '')"
    return _plain_in_postgresql(joined) if vendor == "postgresql" else _plain_in_sqlite(joined)


def _plain_in_postgresql(expression: str) -> str:
    return f"translate(left({expression}, {MAX_DOCUMENT_LENGTH}), {literal(BREAKS + ACCENTS)}, '{' ' * len(BREAKS)}')"


def _plain_in_sqlite(expression: str) -> str:
    plain = f"substr({expression}, 1, {MAX_DOCUMENT_LENGTH})"
    for letter, spelled in SPELLED_OUT.items():
        plain = f"replace({plain}, '{letter}', '{spelled}')"
    return plain


def literal(value: str) -> str:
    """Return the text as SQL writes it. Backslashes mean themselves in both databases."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
