"""The network as GraphML, which nearly every library for graphs reads."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from people.exports.graph import EDGE_FIELDS, NODE_FIELDS, Values, edges, nodes
from people.exports.xml import DECLARATION, DESCRIPTION, attributes, given_values, writable

TYPES = {"string": "string", "integer": "int"}


def graphml(site: str) -> Iterator[str]:
    """Yield the network. Edges have no direction in it, as in GEXF."""
    yield f'{DECLARATION}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f"<desc>{escape(DESCRIPTION)}</desc>\n"
    yield from _fields("node", {"label": "string"} | NODE_FIELDS)
    yield from _fields("edge", {"label": "string"} | EDGE_FIELDS)
    yield '<graph edgedefault="undirected">\n'
    for node in nodes(site):
        values = _values("node", node.values | {"label": node.label})
        yield f"<node{attributes(id=node.key)}>{values}</node>\n"
    for edge in edges(site):
        values = _values("edge", edge.values | {"label": edge.label})
        yield f"<edge{attributes(id=edge.key, source=edge.ends[0], target=edge.ends[1])}>{values}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _fields(kind: str, fields: dict[str, str]) -> Iterator[str]:
    for name, datatype in fields.items():
        described = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": TYPES[datatype]}
        yield f"<key{attributes(**described)}/>\n"


def _values(kind: str, values: Values) -> str:
    return "".join(
        f"<data{attributes(key=f'{kind}-{name}')}>{escape(writable(value))}</data>"
        for name, value in given_values(values)
    )
