import json
from pathlib import Path
from typing import Any

ARTICLE = Path(__file__).with_name("article.txt")
"""An invented article about invented people, in the layout that the parser reads and with every trap of it."""

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("vectors.json").read_text())
"""Texts with their normal form, length and digest, and copies of a sentence: Python and the browser agree on them."""
