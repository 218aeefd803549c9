"""The network as GEXF 1.3, which Gephi reads."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from people.exports.graph import EDGE_FIELDS, NODE_FIELDS, Values, edges, nodes
from people.exports.xml import DECLARATION, DESCRIPTION, attributes, given_values


def gexf(site: str) -> Iterator[str]:
    """Yield the network. Edges have no direction in it: most hold both ways, and tools refuse a mixture."""
    yield f'{DECLARATION}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><creator>Probe</creator><description>{escape(DESCRIPTION)}</description></meta>\n"
    yield '<graph mode="static" defaultedgetype="undirected">\n'
    yield from _fields("node", NODE_FIELDS)
    yield from _fields("edge", EDGE_FIELDS)
    yield "<nodes>\n"
    for node in nodes(site):
        yield f"<node{attributes(id=node.key, label=node.label)}>{_values(node.values)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in edges(site):
        described = attributes(id=edge.key, source=edge.ends[0], target=edge.ends[1], label=edge.label)
        yield f"<edge{described}>{_values(edge.values)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _fields(kind: str, fields: dict[str, str]) -> Iterator[str]:
    yield f"<attributes{attributes(**{'class': kind})}>\n"
    for name, datatype in fields.items():
        yield f"<attribute{attributes(id=name, title=name, type=datatype)}/>\n"
    yield "</attributes>\n"


def _values(values: Values) -> str:
    written = (f"<attvalue{attributes(**{'for': name, 'value': value})}/>" for name, value in given_values(values))
    return f"<attvalues>{''.join(written)}</attvalues>"
