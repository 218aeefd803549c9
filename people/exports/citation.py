"""How to cite a page of the site: in words, as BibTeX, and as CSL-JSON, which Zotero and Pandoc read."""

import datetime as dt
import json
import re
from typing import Any, NamedTuple

from people.dates import words

AUTHOR = "Probe"
SITE = "Probe: a who’s who of the Russia probe that shows its sources"

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


class Citation(NamedTuple):
    """A page to cite: its key, title and address, the day of its last change, and the day on which it is read."""

    key: str
    title: str
    address: str
    changed: dt.date
    read: dt.date

    @property
    def text(self) -> str:
        """Return the citation in words."""
        changed, read = (words(day.isoformat()) for day in (self.changed, self.read))
        return f"“{self.title}”. {SITE}. Last changed {changed}, read {read}. {self.address}"

    @property
    def bibtex(self) -> str:
        """Return the citation as an entry that BibTeX and BibLaTeX take."""
        fields = {
            "author": f"{{{AUTHOR}}}",
            "title": f"{{{tex(self.title)}}}",
            "howpublished": tex(SITE),
            "year": f"{self.changed:%Y}",
            "month": f"{self.changed:%b}".lower(),
            "note": f"Last changed {self.changed.isoformat()}, read {self.read.isoformat()}",
            "url": self.address,
            "urldate": self.read.isoformat(),
        }
        lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
        return "\n".join([f"@misc{{{self.key},", *lines, "}", ""])

    @property
    def csl(self) -> list[dict[str, Any]]:
        """Return the citation as a list of one item of CSL-JSON."""
        return [
            {
                "id": self.key,
                "type": "webpage",
                "title": self.title,
                "container-title": SITE,
                "author": [{"literal": AUTHOR}],
                "issued": {"date-parts": [date_parts(self.changed)]},
                "accessed": {"date-parts": [date_parts(self.read)]},
                "URL": self.address,
                "language": "en-GB",
            }
        ]

    @property
    def csl_text(self) -> str:
        """Return CSL-JSON as a file has it."""
        return json.dumps(self.csl, ensure_ascii=False, indent=2)


def date_parts(day: dt.date) -> list[int]:
    """Return the day as CSL-JSON writes it."""
    return [day.year, day.month, day.day]


def tex(text: str) -> str:
    """Return the text with what means something to TeX escaped."""
    return TEX_SPECIAL.sub(lambda match: TEX[match[0]], text)
