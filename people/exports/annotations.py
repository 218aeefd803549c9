"""A source's sentences with what rests on each, as W3C Web Annotations (2017).

The model has no selector for a sentence by its number and digest. The fragment of our page of the source is the one
that every tool knows; a PassageSelector of ours says the rest, and a TextQuoteSelector gives the sentence where the
source may be shown in full.
"""

from collections.abc import Iterator
from typing import Any

from people.exports.readings import reading
from people.exports.streaming import in_chunks, json_object
from people.models import Passage, Source
from people.querysets.source import RESTING

# RFC 3236: what a fragment of an HTML page means.
HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"


def annotations(source: Source, address: str, site: str) -> Iterator[str]:
    """Yield the collection of annotations, one for each sentence on which something rests, at that `address`."""
    passages = source.passages.carrying().with_resting_in_full()
    return json_object(
        {
            "@context": ["http://www.w3.org/ns/anno.jsonld", _own_terms(site)],
            "id": address,
            "type": "AnnotationCollection",
            "label": f"What rests on the sentences of: {source}",
            "total": passages.count(),
            "first": {
                "id": f"{address}#page",
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": _items(passages, address, site),
            },
        }
    )


def _items(passages: Any, address: str, site: str) -> Iterator[dict[str, Any]]:
    for passage in in_chunks(passages):
        entries = [entry for model in RESTING for entry in getattr(passage, f"{model}_set").all()]
        if entries:  # what rested on it may have been withdrawn since the passages were counted
            yield annotation(passage, entries, address, site)


def _own_terms(site: str) -> dict[str, str]:
    """Return the JSON-LD context of the selector that is ours."""
    names = ("PassageSelector", "section", "sentence", "position", "digest")
    return {"probe": f"{site}/about/#"} | {name: f"probe:{name.lower()}" for name in names}


def annotation(passage: Passage, entries: list[Any], address: str, site: str) -> dict[str, Any]:
    """Return the annotation of a sentence: its bodies are the entries that rest on it."""
    return {
        "id": f"{address}#{passage.anchor}",
        "type": "Annotation",
        "motivation": "describing",
        "modified": max(entry.changed_at for entry in entries).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "body": [_body(entry, site) for entry in entries],
        "target": _target(passage, site),
    }


def _body(entry: Any, site: str) -> dict[str, Any]:
    title, lines = reading(entry)
    return {
        "id": f"{site}{entry.get_absolute_url()}",
        "type": "TextualBody",
        "format": "text/plain",
        "language": "en",
        "purpose": "describing",
        "value": "\n".join([title, *lines]),
    }


def _target(passage: Passage, site: str) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [
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
    target = {"source": f"{site}{passage.source.get_absolute_url()}", "selector": selectors}
    return target | ({"via": passage.source.url} if passage.source.url else {})
