"""How to cite a page of the site; BibTeX and CSL-JSON are made of the same."""

import datetime as dt
from typing import NamedTuple

from people.dates import humanize

AUTHOR = "Probe"
SITE = "Probe: a who’s who of the Russia probe that shows its sources"


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
        changed, read = (humanize(day.isoformat()) for day in (self.changed, self.read))
        return f"“{self.title}”. {SITE}. Last changed {changed}, read {read}. {self.address}"
