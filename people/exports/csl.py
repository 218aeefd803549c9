"""A citation as CSL-JSON, which Zotero and Pandoc read."""

import datetime as dt
import json

from people.exports.citation import AUTHOR, SITE, Citation


def csl(citation: Citation) -> str:
    """Return the citation as a file of CSL-JSON: a list of one item."""
    item = {
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
    return json.dumps([item], ensure_ascii=False, indent=2)


def date_parts(day: dt.date) -> list[int]:
    """Return the day as CSL-JSON writes it."""
    return [day.year, day.month, day.day]
