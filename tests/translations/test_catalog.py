"""Whether every message is marked and translated, and whether that would be seen if it were not."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.translations.catalog import catalogs, environment, extracted
from tests.translations.unmarked import texts_of, unmarked

PLACEHOLDER = re.compile(r"%\(\w+\)s|<[^>]+>")
CATALOGS = list(catalogs())


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """Return the forms of a message, or of its translation; of one that is not counted, the only one."""
    return [text] if isinstance(text, str) else list(text or ())


def faults(catalog: Catalog) -> list[str]:
    """Return what is not translated, or in doubt, or lacks what the page puts in or marks up."""
    found = []
    for message in catalog:
        if message.id:
            wanted = [sorted(PLACEHOLDER.findall(one)) for one in forms(message.id)]
            translated = forms(message.string)
            # Of one thing the number may be left out, as in English.
            allowed = [wanted, *[wanted[-1:]] * len(translated)]
            if message.fuzzy or any(
                sorted(PLACEHOLDER.findall(one)) not in known
                for one, known in zip(translated, allowed, strict=False)
                if one
            ):
                found.append(f"differs: {message.id}")
            if not all(translated):
                found.append(f"untranslated: {message.id}")
    return found


def test_every_text_of_a_template_is_marked() -> None:
    assert list(unmarked()) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>All people</p>", ["All people"]),
        ("<p>{{ _('All people') }}</p>", []),
        ("<p>{% trans number=n %}All {{ number }}{% endtrans %}</p>", []),
        ('<input placeholder="Full name" class="find wide" />', ["Full name"]),
        ("{% if n %}<b>{{ n }}</b> more{% endif %}", ["more"]),
        ("{{ _('One') if n else 'No other' }}", ["No other"]),
        ("<code>manage.py seed</code> {{ n|counted('person', 'people') }}", []),
    ],
)
def test_unmarked_text_is_found(template: str, found: list[str]) -> None:
    assert [text.strip() for text in texts_of(environment().parse(template))] == found


@pytest.mark.parametrize(("path", "catalog"), CATALOGS, ids=[path.parts[-3] for path, _ in CATALOGS])
def test_catalog_has_every_message_and_no_other(path: Path, catalog: Catalog) -> None:
    assert {message.id for message in catalog} == {message.id for message in extracted()}, "make messages"


@pytest.mark.parametrize(("path", "catalog"), CATALOGS, ids=[path.parts[-3] for path, _ in CATALOGS])
def test_every_message_is_translated(path: Path, catalog: Catalog) -> None:
    assert faults(catalog) == []


def test_faults_of_a_translation_are_found() -> None:
    catalog = Catalog(locale="es")
    catalog.add("%(number)s people", "personas")
    catalog.add("All", "")
    catalog.add("None", "Nadie", flags=["fuzzy"])
    catalog.add(("%(n)s <b>way</b>", "%(n)s <b>ways</b>"), ("%(n)s <b>vía</b>", "%(n)s <b>vías</b>"))
    assert faults(catalog) == ["differs: %(number)s people", "untranslated: All", "differs: None"]
