"""The passages of a document as a fixture: place, digest and length of each sentence, how it begins, and no text."""

from typing import Any

import yaml

from people.sources.document import Sentence, SentenceRole, SourceDocument
from people.text import opening_of, plain

REASONS = {SentenceRole.CREDIT: "photo credit", SentenceRole.NAVIGATION: "navigation", SentenceRole.SPEAKER: "speaker"}
"""Why nothing rests on a sentence that is none; every other reason is the editor's to give."""

YAML_STYLE: dict[str, Any] = {"sort_keys": False, "default_flow_style": None, "allow_unicode": True, "width": 300}

MAX_HEADING_LENGTH = 200
"""The longest heading that the column for opening words takes whole; characters."""


def passages_yaml(document: SourceDocument, source: str) -> str:
    """Return the fixture of a document's passages, in the document's order, sections apart by a blank line.

    Args:
        document: The document.
        source: The slug of the source that the document is.
    """
    position = 0
    sections = []
    for section in document.sections:
        if not section.sentences:
            continue
        entries = [_entry(sentence, source, position + number) for number, sentence in enumerate(section.sentences, 1)]
        position += len(entries)
        sections.append(yaml.safe_dump(entries, **YAML_STYLE))
    return "\n".join(sections)


def opening_words(sentence: Sentence) -> str:
    """Return how the sentence begins; of a heading or a speaker, which are names and titles, all of it."""
    if sentence.role in REASONS and sentence.role is not SentenceRole.SPEAKER:
        return ""
    is_whole = sentence.number == 0 and len(sentence.text) <= MAX_HEADING_LENGTH
    return plain(sentence.text) if is_whole else opening_of(sentence.text)


def _entry(sentence: Sentence, source: str, position: int) -> dict[str, object]:
    fields = {
        "source": [source],
        "section": sentence.section_key,
        "sentence": sentence.number,
        "position": position,
        "digest": sentence.digest,
        "length": sentence.length,
        **({"opening": opening} if (opening := opening_words(sentence)) else {}),
        "reason": REASONS.get(sentence.role, ""),
    }
    return {"model": "people.passage", "fields": fields}
