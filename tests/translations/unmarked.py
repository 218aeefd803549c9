"""Words of templates that nobody could translate, because they are not marked."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import nodes

from tests.translations.catalog import COUNTED, GETTEXT, NGETTEXT, templates

# Pages of the admin, and the page about the API, are in English.
ENGLISH_ONLY = {"unsaved.html", "api.html"}
SPOKEN = {"aria-label", "title", "placeholder", "alt"}
# In the place of what is put in when the page is made: no letter.
VALUE = "\N{OBJECT REPLACEMENT CHARACTER}"
# Names that are the same in every language, and what is code.
NAMES = {"Probe", "API", "CSV", "JSON", "LD", "BibTeX", "CSL", "Excel", "EDTF", "MIT", "PassageSelector"}
# Classes of the stylesheet.
CLASSES = {"find wider"}
SKIPPED = {"code", "script", "style"}
WORD = re.compile(r"[^\W\d_]{2,}")
# Text in an expression, as against a word that the code goes by: it has a space, a capital or a full stop.
PROSE = re.compile(r"[A-Z][a-z]|[a-z]{2,}[,.:]? [a-z]|^ ?[a-z]+ $|^ [a-z]+")


class UnmarkedText(HTMLParser):
    """Collects the text that a reader of the page sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIPPED:
            self.skipping.append(tag)
        self.found += [value for name, value in attrs if value and is_spoken(name) and is_words(value)]

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipping:
            self.skipping.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.skipping and is_words(data):
            self.found.append(data)


def is_spoken(name: str) -> bool:
    """Return whether readers hear what the attribute says, or scripts show it to them."""
    return name in SPOKEN or name.startswith("data-")


def is_words(text: str) -> bool:
    """Return whether the text has a word that is no name."""
    return any(word not in NAMES for word in WORD.findall(text))


def unmarked() -> Iterator[str]:
    """Yield each text that is not marked, with its template."""
    for path, tree in templates():
        if path.name not in ENGLISH_ONLY:
            yield from (f"{path.name}: {' '.join(text.split())}" for text in texts_of(tree))


def texts_of(tree: nodes.Template) -> Iterator[str]:
    """Yield the texts of a template that are not marked."""
    parser = UnmarkedText()
    parser.feed("".join(markup_of(tree)))
    parser.close()
    yield from parser.found
    yield from (text for text in constants_of(tree) if PROSE.search(text) and is_words(text) and text not in CLASSES)


def markup_of(node: nodes.Node) -> Iterator[str]:
    """Yield the template's own markup, in order, with a sign for each value that is put in."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Expr):
        yield VALUE
    else:
        for child in node.iter_child_nodes():
            yield from markup_of(child)


def constants_of(node: nodes.Node) -> Iterator[str]:
    """Yield the texts in expressions, but those of messages."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    children: list[nodes.Node]
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in GETTEXT | NGETTEXT:
        texts = 2 if node.node.name in NGETTEXT else 1
        children = [*node.args[texts:], *(pair.value for pair in node.kwargs)]
    elif isinstance(node, nodes.Filter) and node.name == COUNTED and node.node is not None:
        children = [node.node]
    elif isinstance(node, nodes.Import | nodes.FromImport | nodes.Extends):
        children = []
    else:
        children = list(node.iter_child_nodes())
    for child in children:
        yield from constants_of(child)


if __name__ == "__main__":
    raise SystemExit("\n".join(unmarked()))
