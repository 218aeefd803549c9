"""A citation as BibTeX, with an entry for each source."""

import datetime as dt
import re
from collections.abc import Mapping

from people.exports.citation import AUTHOR, SITE, Citation, source_key, source_notes
from people.exports.dates import span
from people.models import Source

PLAIN_FIELDS = ("month",)
# Braces end a field, and TeX prints an address as it stands.
URL_BRACES = str.maketrans({"{": "%7B", "}": "%7D"})

# What means something to TeX, and what prints it.
TEX = {
    "\\": r"\textbackslash{}",
    # Not the short forms: BibTeX counts braces before it reads what stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
TEX_SPECIAL = re.compile(f"[{re.escape(''.join(TEX))}]")


def bibtex(citation: Citation) -> str:
    """Return the citation as entries that BibTeX and BibLaTeX take: the page, then its sources."""
    page = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{tex(citation.title)}}}",
        "howpublished": tex(SITE),
        "year": f"{citation.changed:%Y}",
        "month": f"{citation.changed:%b}".lower(),
        "note": f"Last changed {citation.changed.isoformat()}, read {citation.read.isoformat()}",
        "url": citation.address,
        "urldate": citation.read.isoformat(),
    }
    sources = (_entry(source_key(source), _source_fields(source)) for source in citation.sources)
    return "\n".join([_entry(citation.key, page), *sources])


def _source_fields(source: Source) -> dict[str, str]:
    year, _, rest = span(source.date).start.partition("-")
    return {
        "title": f"{{{tex(source.title)}}}",
        "howpublished": tex(source.publisher),
        "year": year,
        "month": f"{dt.date(1, int(rest[:2]), 1):%b}".lower() if rest else "",
        "note": tex(". ".join(source_notes(source))),
        "url": source.url.translate(URL_BRACES),
        "urldate": source.read_on.isoformat() if source.read_on else "",
    }


def _entry(key: str, fields: Mapping[str, str]) -> str:
    """Return an entry of the fields that are given."""
    given = {name: value if name in PLAIN_FIELDS else f"{{{value}}}" for name, value in fields.items() if value}
    return "\n".join([f"@misc{{{key},", *(f"  {name} = {value}," for name, value in given.items()), "}", ""])


def tex(text: str) -> str:
    """Return the text with what means something to TeX escaped."""
    return TEX_SPECIAL.sub(lambda match: TEX[match[0]], text)
