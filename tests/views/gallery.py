"""A source whose pages are looked at."""

from typing import Any

from people.models import Source
from tests.factories import make_passage, make_person, make_source

ADDRESS = "/sources/the-gallery/"


def make_gallery(**fields: Any) -> Source:
    """Return a source with one sentence, on which a person rests."""
    source = make_source("The gallery", **fields)
    make_person("Zoe", passages=[make_passage(source)])
    return source
