"""What GEXF and GraphML share: the graph of the network in XML."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from people.exports.graph import Values

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
DESCRIPTION = (
    "People and organisations; lines are contacts (one for each two people in a meeting), ties and roles. "
    "Dates are EDTF, sources are source/section/sentence."
)
# What XML 1.0 has no way to write.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def given_values(values: Values) -> Iterable[tuple[str, str]]:
    """Return the values that there are, as text, with their names."""
    return ((name, str(value)) for name, value in values.items() if value not in (None, ""))


def attributes(**values: str) -> str:
    """Return the attributes of an element, a space before each."""
    return "".join(f" {name}={quoteattr(writable(value))}" for name, value in values.items())


def writable(text: str) -> str:
    """Return the text with a sign of replacement for what XML has no way to write."""
    return UNWRITABLE.sub("\ufffd", text)
