"""Which of the documents found readers may see: the index has no more of that rule than what is published."""

from collections.abc import Iterable, Sequence

from django.db.models import IntegerField, Value

from people.search.document_specs import DOCUMENT_SPECS, document_id_of, row_of, spec_of_document


def public_entries(documents: Iterable[int]) -> dict[int, int]:
    """Return the key of the entry to show for each document of a row that readers may see, in one query."""
    rows: dict[int, list[int]] = {}
    for document in documents:
        rows.setdefault(spec_of_document(document).number, []).append(row_of(document))
    public = [
        spec.model.public.filter(pk__in=rows[spec.number])
        .order_by()
        .annotate(spec=Value(spec.number, IntegerField()))
        .values_list("spec", "pk", spec.entry)
        for spec in DOCUMENT_SPECS
        if spec.number in rows
    ]
    found = public[0].union(*public[1:], all=True) if public else ()
    return {document_id_of(spec, key): entry for spec, key, entry in found}


def any_public(found: Sequence[Sequence[int]]) -> list[bool]:
    """Return for each of the lists of documents whether readers may see one of them."""
    public = public_entries({document for documents in found for document in documents})
    return [any(document in public for document in documents) for documents in found]
