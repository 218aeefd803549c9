"""The passages of a document as a fixture: where each sentence stands, its digest, and no text."""

from typing import Any

import yaml

from people.gallery.document import Document, Role, Sentence

REASONS = {Role.CREDIT: "photo credit", Role.NAVIGATION: "navigation"}
"""Why nothing rests on a sentence that is none; every other reason is the editor's to give."""


def passages_yaml(document: Document, source: str) -> str:
    """Return the fixture of a document's passages, in the document's order, sections apart by a blank line.

    Args:
        document: The document.
        source: The slug of the source that the document is.
    """
    position = 0
    sections = []
    for section in document.sections:
        entries = [_entry(sentence, source, position + number) for number, sentence in enumerate(section.sentences, 1)]
        position += len(entries)
        sections.append(yaml.safe_dump(entries, sort_keys=False, default_flow_style=None))
    return "\n".join(sections)


def _entry(sentence: Sentence, source: str, position: int) -> dict[str, Any]:
    fields = {
        "source": [source],
        "section": sentence.section_key,
        "sentence": sentence.number,
        "position": position,
        "digest": sentence.digest,
        "reason": REASONS.get(sentence.role, ""),
    }
    return {"model": "people.passage", "fields": fields}
