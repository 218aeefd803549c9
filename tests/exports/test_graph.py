import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from django.db import connection

from people.exports.gexf import gexf
from people.exports.graphml import graphml
from people.exports.xml import writable
from people.models import Person
from tests.exports.world import SITE
from tests.factories import make_meeting, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

ANN = {"type": "person", "kind": "named", "slide": 1, "description": "Adviser", "url": f"{SITE}/people/ann/"}
BOB = {"type": "person", "kind": "named", "url": f"{SITE}/people/bob/"}
UNNAMED = {"type": "person", "kind": "unnamed", "slide": 3, "description": "a man at a table"}
NODES = {
    "person.ann": ANN | {"label": "Ann Bee"},
    "person.bob": BOB | {"label": "Bob Cee"},
    "person.slide-3": UNNAMED | {"label": "Unnamed (slide 3)", "url": f"{SITE}/people/slide-3/"},
    "organisation.campaign": {
        "type": "organisation",
        "kind": "campaign",
        "label": "The campaign",
        "url": f"{SITE}/organisations/campaign/",
    },
}
LINES = {
    "meeting.talk.ann.bob": {
        "label": "Ann meets Bob",
        "line": "contact",
        "kind": "in-person",
        "date": "2016?-12",
        "times": 2,
        "standing": "reported",
        "sources": "diary/slide-1/1",
        "url": f"{SITE}/meetings/talk/",
    },
    "tie.ann-bob": {
        "label": "Ann Bee recommended Bob Cee",
        "line": "tie",
        "kind": "recommended",
        "from": "person.ann",
        "to": "person.bob",
        "sources": "diary/slide-1/1",
        "url": f"{SITE}/people/ann/#tie-ann-bob",
    },
    "role.ann-adviser": {
        "label": "Adviser",
        "line": "role",
        "kind": "campaign",
        "date": "2016-03",
        "end": "2016-08",
        "sources": "diary/slide-1/1",
        "url": f"{SITE}/people/ann/#role-ann-adviser",
    },
    "role.bob-director": {
        "label": "Director",
        "line": "role",
        "kind": "government",
        "standing": "proposed",
        "sources": "diary/slide-1/2",
        "url": f"{SITE}/people/bob/#role-bob-director",
    },
}

Read = Callable[[], Any]


def read_gexf() -> Any:
    return nx.read_gexf(io.BytesIO("".join(gexf(SITE)).encode()))


def read_graphml() -> Any:
    return nx.read_graphml(io.BytesIO("".join(graphml(SITE)).encode()), force_multigraph=True)


BOTH = pytest.mark.parametrize("read", [read_gexf, read_graphml])


def lines(graph: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the lines by their identifiers, which one format has among the values."""
    for _, _, key, values in graph.edges(keys=True, data=True):
        yield values.pop("id", key), values


@BOTH
def test_network_has_everybody_and_every_organisation(read: Read) -> None:
    assert dict(read().nodes(data=True)) == NODES


@BOTH
def test_network_has_kind_date_and_sources_on_each_line(read: Read) -> None:
    assert dict(lines(read())) == LINES


@BOTH
def test_network_has_a_line_for_each_two_people_in_a_meeting(read: Read) -> None:
    make_meeting(*Person.public.all(), slug="party", kind="dinner")
    keys = sorted(key for key, _ in lines(read()) if key.startswith("meeting.party"))
    assert keys == ["meeting.party.ann.bob", "meeting.party.ann.slide-3", "meeting.party.bob.slide-3"]


@BOTH
def test_network_has_no_line_for_a_hearing(read: Read) -> None:
    make_meeting(*Person.public.all(), kind="hearing")
    assert dict(lines(read())) == LINES


@BOTH
def test_network_can_hold_any_name(read: Read) -> None:
    eve = make_person("Eve", slug="eve")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET name = %s WHERE id = %s", ['<Eve> & "Fay" \x0b', eve.pk])
    assert read().nodes["person.eve"]["label"] == '<Eve> & "Fay" \ufffd'


def test_graphml_is_read_by_igraph(tmp_path: Path) -> None:
    path = tmp_path / "network.graphml"
    path.write_text("".join(graphml(SITE)))
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.vs["label"] == ["Ann Bee", "Bob Cee", "Unnamed (slide 3)", "The campaign"]
    assert [(graph.vs[line.source]["id"], graph.vs[line.target]["id"], line["line"]) for line in graph.es] == [
        ("person.ann", "person.bob", "contact"),
        ("person.ann", "person.bob", "tie"),
        ("person.ann", "organisation.campaign", "role"),
        ("person.bob", "organisation.campaign", "role"),
    ]


@pytest.mark.parametrize("text", ["plain", "tab\tline\n", "Ørsted", "\U0001f600"])
def test_text_that_xml_can_write_stays_as_it_is(text: str) -> None:
    assert writable(text) == text
