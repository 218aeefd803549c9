"""A seed about the invented article, complete: each of its sentences has something resting on it, or a reason."""

import shutil
from functools import cache
from pathlib import Path

from people.sources.parser import read_document
from people.sources.passages import passages_yaml
from tests.sources import ARTICLE

FILES = [*Path(__file__).parent.glob("*.yaml")]
SOURCE = "pier"


def make_seed(directory: Path) -> Path:
    """Return the directory with a copy of the seed's files in it."""
    for path in FILES:
        shutil.copy(path, directory)
    (directory / "passages.yaml").write_text(_passages())
    return directory


def edit(directory: Path, noun: str, old: str, new: str) -> None:
    """Replace, in a noun's file, the first of what must be there."""
    path = directory / f"{noun}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@cache
def _passages() -> str:
    """Return the fixture of the article's passages, with a reason for each that the other files don't cite."""
    entries = passages_yaml(read_document(ARTICLE), SOURCE).split("- model: ")[1:]
    cited = "".join(path.read_text() for path in FILES)
    reasons = (entry if _place(entry) in cited else entry.replace("''", "says nothing of anybody") for entry in entries)
    return "".join(f"- model: {entry}" for entry in reasons)


def _place(entry: str) -> str:
    words = entry.split()
    return f"[{SOURCE}, {words[words.index('section:') + 1]}, {words[words.index('sentence:') + 1]}]"
