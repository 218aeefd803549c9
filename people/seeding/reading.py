"""Reads YAML that is a list, item by item: no more than one is in the works, however long the file.

Every value is text, as it is written: 12:30 is no number of seconds, and `no` no truth. Only an empty one is nothing.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer, ComposerError

from people.seeding.errors import SeedError


class _NoListError(Exception):
    """What stands in a file is YAML, but no list."""


class _NamesOnce(Composer):
    """Mixed into a loader, refuses a name that stands twice in a mapping: YAML silently takes the second."""

    def compose_mapping_node(self, anchor: dict[object, yaml.Node]) -> yaml.MappingNode:
        """Return the mapping. Raises MarkedYAMLError for a name that stands in it twice."""
        node = super().compose_mapping_node(anchor)
        seen = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"“{key.value}” stands here twice", problem_mark=key.start_mark)
            seen.add(key.value)
            key.value = sys.intern(key.value)  # of a million entries, each has the same names
        return node


TEXT, NOTHING, MERGE, LIST, MAPPING = (f"tag:yaml.org,2002:{tag}" for tag in ("str", "null", "merge", "seq", "map"))
# By their first letter, what a plain scalar is taken for: nothing, the sign of a merge, or else text.
RESOLVERS = {"": [(NOTHING, re.compile("^$"))], "<": [(MERGE, re.compile("^<<$"))]}

_Fastest: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_NamesOnce, _Fastest):
    """Reads as fast as PyYAML can: in C where it was built with libyaml."""

    yaml_implicit_resolvers = RESOLVERS

    def __init__(self, text: str) -> None:
        """Take the text."""
        _Fastest.__init__(self, text)
        self.anchors = {}  # which the parser in C keeps for itself


class _Explainer(_NamesOnce, yaml.SafeLoader):
    """Reads slowly, and says best what is wrong."""

    yaml_implicit_resolvers = RESOLVERS


def items(path: Path) -> list[object]:
    """Return the items of the list that a file holds. Raises SeedError for a file that can't be read as such."""
    try:
        text = path.read_text(encoding="utf-8")
        try:
            return list(_items(_Loader(text)))
        except yaml.YAMLError:
            return list(_items(_Explainer(text)))
    except FileNotFoundError as error:
        raise SeedError(path, "", "the file is missing") from error
    except OSError as error:
        raise SeedError(path, "", f"the file can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SeedError(path, f"byte {error.start}", "the file is not in UTF-8") from error
    except _NoListError as error:
        raise SeedError(path, "", "the file holds no list of entries") from error
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SeedError(path, line, error.problem or "the file is no YAML") from error
    except yaml.YAMLError as error:
        raise SeedError(path, "", " ".join(str(error).split())) from error


def _items(loader: Any) -> Iterator[object]:
    """Yield the items one by one. Raises YAMLError, and _NoListError for YAML that is no list."""
    _pass(loader, yaml.StreamStartEvent, yaml.DocumentStartEvent)
    if not loader.check_event(yaml.SequenceStartEvent):
        _pass(loader, yaml.Event)  # which raises YAMLError if it is no YAML further on
        raise _NoListError
    loader.get_event()
    while not loader.check_event(yaml.SequenceEndEvent):
        yield _built(loader, loader.compose_node(None, None), {})
    _pass(loader, yaml.SequenceEndEvent, yaml.DocumentEndEvent)
    if not loader.check_event(yaml.StreamEndEvent):
        raise ComposerError(None, None, "but found another document", loader.peek_event().start_mark)


def _built(loader: Any, node: yaml.Node, built: dict[yaml.Node, Any]) -> Any:
    """Return what a node stands for; `built` is what others do, which it may hold, and which may hold it.

    Raises MarkedYAMLError for anything but texts, lists and mappings.
    """
    if node.tag == TEXT:
        return node.value
    if node.tag == NOTHING or node in built:
        return built.get(node)
    if node.tag == LIST and isinstance(node, yaml.SequenceNode):
        items = built[node] = []
        items += [_built(loader, item, built) for item in node.value]
        return items
    if node.tag == MAPPING and isinstance(node, yaml.MappingNode):
        values = built[node] = {}
        if any(name.tag == MERGE for name, _ in node.value):
            loader.flatten_mapping(node)
        values.update((_name(name), _built(loader, value, built)) for name, value in node.value)
        return values
    raise yaml.MarkedYAMLError(problem=f"{node.tag} is no text, list or mapping", problem_mark=node.start_mark)


def _name(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    raise yaml.MarkedYAMLError(problem="a name is a word", problem_mark=node.start_mark)


def _pass(loader: Any, *events: type[yaml.Event]) -> None:
    """Leave behind what comes next of such events."""
    while loader.check_event(*events):
        loader.get_event()
