"""The formats in which everything can be taken at once, as the page about the data lists them."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from people.exports.csvw import zipped
from people.exports.followthemoney import followthemoney
from people.exports.gexf import gexf
from people.exports.graphml import graphml
from people.exports.popolo import popolo
from people.exports.timelinejs import timelinejs
from people.languages import gettext_lazy as _


class Format(NamedTuple):
    """A format: what makes the file, given scheme and host, its media type, its name, and who reads it how."""

    make: Callable[[str], Iterator[str] | Iterator[bytes]]
    media_type: str
    title: Any
    meaning: Any


FORMATS = {
    "tables.zip": Format(
        zipped,
        "application/zip",
        _("Tables"),
        _(
            "All tables as CSV, with a description of columns and keys (CSV on the Web) that tools read. "
            "Each allegation stands in one row with its replies; dates are EDTF."
        ),
    ),
    "popolo.json": Format(
        popolo,
        "application/json",
        "Popolo",
        _(
            "People, organizations, memberships and events as civic tools exchange them. Allegations with their "
            "replies, connections and statements stand beside, because Popolo has no words for them."
        ),
    ),
    "ftm.jsonl": Format(
        followthemoney,
        "application/x-ndjson",
        "FollowTheMoney",
        _(
            "Entities for Aleph and OpenSanctions’ tools, one a line. An allegation is a note on its subjects, "
            "with every reply in it."
        ),
    ),
    "network.gexf": Format(
        gexf,
        "application/xml",
        "GEXF",
        _(
            "Contacts, connections and roles as a network for Gephi, with kind, date and sources on each line. "
            "Hearings are no contact. Allegations are no lines, so they are not in it."
        ),
    ),
    "network.graphml": Format(
        graphml,
        "application/xml",
        "GraphML",
        _("The same network for igraph, networkx, yEd, Cytoscape and others."),
    ),
    "timeline.json": Format(
        timelinejs,
        "application/json",
        "TimelineJS",
        _(
            "Meetings, roles and statements that have a date. What has none can’t stand on a timeline, "
            "and allegations have none."
        ),
    ),
}
