"""Nothing outside imports what stands behind the index's door; import-linter holds that of people and probe."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BEHIND = re.compile(r"\bpeople\.index\.\w+")


def test_benchmarks_and_other_tests_import_the_index_by_its_one_name() -> None:
    modules = [*ROOT.glob("benchmarks/**/*.py"), *ROOT.glob("tests/**/*.py")]
    outside = [module for module in modules if module.parent.name != "index"]
    assert [str(module) for module in outside if BEHIND.search(module.read_text())] == []
