"""How to cite a page of the site and the sources that it rests on; BibTeX and CSL-JSON are made of the same."""

import datetime as dt
from typing import NamedTuple

from people.dates import humanize
from people.models import Source

AUTHOR = "Probe"
SITE = "Probe: a who’s who of the Russia probe that shows its sources"


class Citation(NamedTuple):
    """A page to cite: key, title, address, days of its last change and of reading, and the sources that it rests on."""

    key: str
    title: str
    address: str
    changed: dt.date
    read: dt.date
    sources: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """Return the citation in words."""
        changed, read = (humanize(day.isoformat()) for day in (self.changed, self.read))
        return f"“{self.title}”. {SITE}. Last changed {changed}, read {read}. {self.address}"

    @property
    def source_texts(self) -> list[str]:
        """Return each of the sources in words."""
        return list(map(source_text, self.sources))


def source_key(source: Source) -> str:
    """Return the key of a source in files of citations."""
    return f"source-{source.slug}"


def source_text(source: Source) -> str:
    """Return in words how to cite a source, as far as it is known, and what the copy doesn't give."""
    date = f"Published {humanize(source.date)}" if source.date else ""
    parts = [f"“{source.title}”", source.publisher, date, *source_notes(source)]
    return " ".join([*(f"{part}." for part in parts if part), source.url]).strip()


def source_notes(source: Source) -> list[str]:
    """Return what is known of a source beside title, publisher, date and address, without full stops."""
    missing = ", ".join(source.not_given).capitalize()
    notes = [
        f"With the gallery “{source.gallery_title}”" if source.gallery_title else "",
        f"{missing}: not given in the copy that this rests on" if missing else "",
        f"Archived at {source.archived_url}" if source.archived_url else "",
        f"Read {humanize(source.read_on.isoformat())}" if source.read_on else "",
        source.as_of.removesuffix("."),
    ]
    return list(filter(None, notes))
