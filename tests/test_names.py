"""Names that the whole code shares."""

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Django looks for classes of these names, one in each model, form, migration or command.
NAMED_BY_DJANGO = {"Command", "Media", "Meta", "Migration"}


def test_class_names_stand_for_one_class_each() -> None:
    files = [path for part in ("people", "probe", "tests", "benchmarks") for path in (ROOT / part).rglob("*.py")]
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = Counter(node.name for node in nodes if isinstance(node, ast.ClassDef))
    assert [name for name, number in names.items() if number > 1 and name not in NAMED_BY_DJANGO] == []
