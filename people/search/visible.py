"""What of the index readers may see: a row that is published may still be of a draft, or cite nothing."""

from collections.abc import Iterable, Sequence

from django.db.models import IntegerField, Value

from people.search.index import Index
from people.search.nouns import NOUNS, document_of, noun_of, row_of

# So many documents of a word are looked at to find one that readers may see.
MAX_DOCUMENTS = 20


def public_entries(documents: Iterable[int]) -> dict[int, int]:
    """Return the key of the entry to show for each document of a row that readers may see, in one query."""
    rows: dict[int, list[int]] = {}
    for document in documents:
        rows.setdefault(noun_of(document).number, []).append(row_of(document))
    public = [
        noun.model.public.filter(pk__in=rows[noun.number])
        .order_by()
        .annotate(noun=Value(noun.number, IntegerField()))
        .values_list("noun", "pk", noun.entry)
        for noun in NOUNS
        if noun.number in rows
    ]
    found = public[0].union(*public[1:], all=True) if public else ()
    return {document_of(noun, key): entry for noun, key, entry in found}


def visible(here: Index, patterns: Sequence[str]) -> list[bool]:
    """Return for each of the patterns whether an entry that readers may see matches it, in two queries.

    Else a spelling proposed, or a word said to be in no entry, would tell what stands in drafts.
    """
    matches = here.documents(patterns, MAX_DOCUMENTS)
    public = public_entries({document for _, document in matches})
    found = {place for place, document in matches if document in public}
    return [place in found for place in range(len(patterns))]
