"""A citation as CSL-JSON, which Zotero and Pandoc read."""

import datetime as dt
import json

from people.exports.citation import AUTHOR, SITE, Citation, source_key, source_notes
from people.exports.dates import span
from people.models import Source
from people.vocabulary import SourceKind

TYPES: dict[str, str] = {
    SourceKind.ARTICLE: "article-newspaper",
    SourceKind.REPORT: "report",
    SourceKind.BOOK: "book",
}


def csl(citation: Citation) -> str:
    """Return the citation as a file of CSL-JSON: a list of the page and its sources."""
    page = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "container-title": SITE,
        "author": [{"literal": AUTHOR}],
        "issued": {"date-parts": [date_parts(citation.changed)]},
        "accessed": {"date-parts": [date_parts(citation.read)]},
        "URL": citation.address,
        "language": "en-GB",
    }
    return json.dumps([page, *map(_source_item, citation.sources)], ensure_ascii=False, indent=2)


def _source_item(source: Source) -> dict[str, object]:
    issued = [int(part) for part in span(source.date).start.split("-") if part]
    item = {
        "id": source_key(source),
        "type": TYPES.get(source.kind, "document"),
        "title": source.title,
        "publisher": source.publisher,
        "issued": {"date-parts": [issued]} if issued else None,
        "accessed": {"date-parts": [date_parts(source.read_on)]} if source.read_on else None,
        "URL": source.url,
        "note": ". ".join(source_notes(source)),
    }
    return {name: value for name, value in item.items() if value}


def date_parts(day: dt.date) -> list[int]:
    """Return the day as CSL-JSON writes it."""
    return [day.year, day.month, day.day]
