"""Which of the documents found readers may see: the index has no more of that rule than what is published."""

from collections.abc import Iterable, Sequence

from django.db.models import IntegerField, Value

from people.search.nouns import NOUNS, document_of, noun_of, row_of


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


def shown(found: Sequence[Sequence[int]]) -> list[bool]:
    """Return for each of the lists of documents whether readers may see one of them."""
    public = public_entries({document for documents in found for document in documents})
    return [any(document in public for document in documents) for documents in found]
