"""A source's sentences with what rests on each, as W3C Web Annotations (2017).

The model has no selector for a sentence by its number and digest. The fragment of our page of the source is the one
that every tool knows; a PassageSelector of ours says the rest, and a TextQuoteSelector gives the sentence where the
source may be shown in full. The pages of a collection are those of the source.
"""

from collections.abc import Iterator

from django.db.models import QuerySet

from people.exports.streaming import json_object
from people.exports.text import reading
from people.models import Passage, Source, Sourced
from people.querysets.loading import load_cited_by, load_readings

# RFC 3236: what a fragment of an HTML page means.
HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"


def annotations(source: Source, address: str, site: str) -> Iterator[str]:
    """Yield the collection of annotations, one for each sentence on which something rests, at that `address`.

    Its first page is in it; where there are more, that one leads to the next.
    """
    last = source.passages.last_page()
    return json_object(
        {
            "@context": _context(site),
            **_collection(source, address),
            "total": source.passages.publicly_cited().count(),
            "first": _page(source, address, site, 1, last),
        }
        | ({"last": _page_address(address, last)} if last > 1 else {})
    )


def annotation_page(source: Source, address: str, site: str, number: int) -> Iterator[str]:
    """Yield a page of the collection of annotations at that `address`, by its number, from 1."""
    last = source.passages.last_page()
    return json_object(
        {"@context": _context(site)}
        | _page(source, address, site, number, last)
        | {"partOf": _collection(source, address)}
    )


def _collection(source: Source, address: str) -> dict[str, object]:
    return {"id": address, "type": "AnnotationCollection", "label": f"What rests on the sentences of: {source}"}


def _page(source: Source, address: str, site: str, number: int, last: int) -> dict[str, object]:
    beside = {"prev": number - 1, "next": number + 1}
    return {
        "id": _page_address(address, number),
        "type": "AnnotationPage",
        "startIndex": source.passages.before_page(number).publicly_cited().count() if number > 1 else 0,
        **{name: _page_address(address, other) for name, other in beside.items() if 1 <= other <= last},
        "items": _items(source.passages.on_page(number).publicly_cited(), address, site),
    }


def _page_address(address: str, number: int) -> str:
    return f"{address}?page={number}"


def _items(passages: QuerySet[Passage], address: str, site: str) -> Iterator[dict[str, object]]:
    found = load_cited_by(passages)
    load_readings(found)
    for passage in found:
        if passage.entries:  # what rested on it may have been withdrawn since the passages were read
            yield annotation(passage, address, site)


def _context(site: str) -> list[object]:
    """Return the JSON-LD context: the standard's, and that of the selector that is ours."""
    names = ("PassageSelector", "section", "sentence", "position", "digest")
    ours = {"probe": f"{site}/about/#"} | {name: f"probe:{name.lower()}" for name in names}
    return ["http://www.w3.org/ns/anno.jsonld", ours]


def annotation(passage: Passage, address: str, site: str) -> dict[str, object]:
    """Return the annotation of a sentence: its bodies are the first entries that rest on it, and the page of all."""
    bodies = [_body(entry, site) for entry in passage.entries]
    if passage.entry_count > len(bodies):
        bodies.append(_all_entries(passage, site))
    return {
        "id": f"{address}#{passage.anchor}",
        "type": "Annotation",
        "motivation": "describing",
        "modified": max(entry.updated_at for entry in passage.entries).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "body": bodies,
        "target": _target(passage, site),
    }


def _body(entry: Sourced, site: str) -> dict[str, object]:
    title, lines = reading(entry)
    return {
        "id": f"{site}{entry.get_absolute_url()}",
        "type": "TextualBody",
        "format": "text/plain",
        "language": "en",
        "purpose": "describing",
        "value": "\n".join([title, *lines]),
    }


def _all_entries(passage: Passage, site: str) -> dict[str, object]:
    page = f"{site}{passage.get_entries_url()}"
    return {"id": page, "type": "Text", "format": "text/html", "language": "en", "purpose": "linking"}


def _target(passage: Passage, site: str) -> dict[str, object]:
    selectors: list[dict[str, object]] = [
        {"type": "FragmentSelector", "conformsTo": HTML_FRAGMENT, "value": passage.anchor},
        {
            "type": "PassageSelector",
            "section": passage.section,
            "sentence": passage.sentence,
            "position": passage.position,
            "digest": f"sha256:{passage.digest}",
        },
    ]
    if passage.quotable_text:
        selectors.append({"type": "TextQuoteSelector", "exact": passage.quotable_text})
    target: dict[str, object] = {"source": f"{site}{passage.get_page_url()}", "selector": selectors}
    return target | ({"via": passage.source.url} if passage.source.url else {})
