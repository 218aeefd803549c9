"""The messages of the code and the templates: `python -m tests.translations.catalog` writes them to the .po files."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent.parent
LOCALE = ROOT / "locale"
PYTHON = {
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "_": None,
    "counted": (2, 3),
    "Noun": (1, 2),
    "CountedSentence": (1, 2),
}
GETTEXT = {"_", "gettext"}
NGETTEXT = {"ngettext"}
COUNTED = "counted"
UNKEPT = tuple(
    f'"{name}'.encode()
    for name in (
        "Project-Id",
        "Report-",
        "POT-",
        "PO-",
        "Last-",
        "Language-Team",
        "MIME",
        "Generated",
        "Content-Transfer",
    )
)


def environment() -> Environment:
    """Return an environment that keeps messages as calls, where the site's own has put translations."""
    found = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, autoescape=True)
    found.newstyle_gettext = True  # type: ignore[attr-defined]
    found.policies["ext.i18n.trimmed"] = True
    return found


def templates() -> Iterator[tuple[Path, nodes.Template]]:
    """Yield each template of the readers' pages."""
    env = environment()
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield path, env.parse(path.read_text(encoding="utf-8"))


def messages_of(tree: nodes.Template) -> Iterator[str | tuple[str, ...]]:
    """Yield the messages of a template; one that is counted as its two forms."""
    for call in tree.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        texts = [one.value for one in call.args if isinstance(one, nodes.Const) and isinstance(one.value, str)]
        if name in GETTEXT and texts:
            yield texts[0]
        elif name in NGETTEXT and len(texts) > 1:
            yield texts[0], texts[1]
    for counting in tree.find_all(nodes.Filter):
        texts = [one.value for one in counting.args if isinstance(one, nodes.Const)]
        if counting.name == COUNTED and len(texts) > 1:
            yield texts[0], texts[1]


def extracted() -> Catalog:
    """Return every message that is marked, in the order in which it stands."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for path, tree in templates():
        for message in messages_of(tree):
            found.add(message, locations=[(str(path.relative_to(ROOT)), 0)])
    for path in sorted((ROOT / "people").rglob("*.py")):
        source = BytesIO(path.read_bytes())
        for _, message, _, context in extract("python", source, PYTHON):
            found.add(message, context=context, locations=[(str(path.relative_to(ROOT)), 0)])
    return found


def catalogs() -> Iterator[tuple[Path, Catalog]]:
    """Yield the translations into each language."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=path.parts[-3])


def update(path: Path, catalog: Catalog) -> None:
    """Write to the file the messages there are, each with the translation that it has."""
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with path.open("wb") as file:
        write(file, catalog)


def write(file: Any, catalog: Catalog) -> None:
    """Write the catalog without what says who wrote it with what, and when."""
    written = BytesIO()
    write_po(written, catalog, width=120, include_lineno=False)
    file.writelines(line for line in written.getvalue().splitlines(keepends=True) if not line.startswith(UNKEPT))


if __name__ == "__main__":
    for path, catalog in catalogs():
        update(path, catalog)
