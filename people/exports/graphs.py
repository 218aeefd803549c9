"""The network as GEXF 1.3, which Gephi reads, and as GraphML, which nearly every library for graphs reads."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from people.exports.network import LINE_FIELDS, NODE_FIELDS, Values, lines, nodes

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
ABOUT = (
    "People and organisations; lines are contacts (one for each two people in a meeting), ties and roles. "
    "Dates are EDTF, sources are source/section/sentence."
)
# What XML 1.0 has no way to write.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
GRAPHML_TYPES = {"string": "string", "integer": "int"}


def gexf(site: str) -> Iterator[str]:
    """Yield the network as GEXF. Lines have no direction in it: most hold both ways, and tools refuse a mixture."""
    yield f'{DECLARATION}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><creator>Probe</creator><description>{escape(ABOUT)}</description></meta>\n"
    yield '<graph mode="static" defaultedgetype="undirected">\n'
    yield from _gexf_fields("node", NODE_FIELDS)
    yield from _gexf_fields("edge", LINE_FIELDS)
    yield "<nodes>\n"
    for node in nodes(site):
        yield f"<node{_attributes(id=node.key, label=node.label)}>{_gexf_values(node.values)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for line in lines(site):
        attributes = _attributes(id=line.key, source=line.ends[0], target=line.ends[1], label=line.label)
        yield f"<edge{attributes}>{_gexf_values(line.values)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def graphml(site: str) -> Iterator[str]:
    """Yield the network as GraphML, without directions as in GEXF."""
    yield f'{DECLARATION}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f"<desc>{escape(ABOUT)}</desc>\n"
    yield from _graphml_fields("node", {"label": "string"} | NODE_FIELDS)
    yield from _graphml_fields("edge", {"label": "string"} | LINE_FIELDS)
    yield '<graph edgedefault="undirected">\n'
    for node in nodes(site):
        values = _graphml_values("node", node.values | {"label": node.label})
        yield f"<node{_attributes(id=node.key)}>{values}</node>\n"
    for line in lines(site):
        values = _graphml_values("edge", line.values | {"label": line.label})
        yield f"<edge{_attributes(id=line.key, source=line.ends[0], target=line.ends[1])}>{values}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _gexf_fields(kind: str, fields: dict[str, str]) -> Iterator[str]:
    yield f"<attributes{_attributes(**{'class': kind})}>\n"
    for name, datatype in fields.items():
        yield f"<attribute{_attributes(id=name, title=name, type=datatype)}/>\n"
    yield "</attributes>\n"


def _gexf_values(values: Values) -> str:
    given = (f"<attvalue{_attributes(**{'for': name, 'value': value})}/>" for name, value in _given(values))
    return f"<attvalues>{''.join(given)}</attvalues>"


def _graphml_fields(kind: str, fields: dict[str, str]) -> Iterator[str]:
    for name, datatype in fields.items():
        attributes = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": GRAPHML_TYPES[datatype]}
        yield f"<key{_attributes(**attributes)}/>\n"


def _graphml_values(kind: str, values: Values) -> str:
    return "".join(
        f"<data{_attributes(key=f'{kind}-{name}')}>{escape(writable(value))}</data>" for name, value in _given(values)
    )


def _given(values: Values) -> Iterable[tuple[str, str]]:
    return ((name, str(value)) for name, value in values.items() if value not in (None, ""))


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(writable(value))}" for name, value in values.items())


def writable(text: str) -> str:
    """Return the text with a sign of replacement for what XML has no way to write."""
    return UNWRITABLE.sub("\ufffd", text)
