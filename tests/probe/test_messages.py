"""Translations as gettext reads them."""

import gettext
import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from probe.messages import compiled_messages

HEADER = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
MESSAGES = """
#: templates/base.html
msgid "One"
msgstr "Uno"

msgid "person"
msgid_plural "people"
msgstr[0] "persona"
msgstr[1] "personas"

msgid ""
"Two "
"lines"
msgstr ""
"Dos «líneas»\\n"

msgid "Nothing"
msgstr ""

#, fuzzy
msgid "Doubtful"
msgstr "Dudoso"
"""


def write(source: Path, text: str, time: int = 1) -> None:
    file = source / "es" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEADER + text, encoding="utf-8")
    os.utime(file, (time, time))


def read(source: Path, target: Path) -> gettext.NullTranslations:
    return gettext.translation("django", compiled_messages(source, target), ["es"])


def test_messages_are_found_as_they_are_translated(tmp_path: Path) -> None:
    write(tmp_path / "source", MESSAGES)
    spanish = read(tmp_path / "source", tmp_path / "target")
    said = [spanish.gettext(one) for one in ("One", "Two lines", "Nothing", "Doubtful")]
    assert said == ["Uno", "Dos «líneas»\n", "Nothing", "Doubtful"]
    assert [spanish.ngettext("person", "people", number) for number in (1, 2)] == ["persona", "personas"]


def test_messages_that_change_are_compiled_again(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    write(source, 'msgid "One"\nmsgstr "Uno"\n')
    compiled_messages(source, target)
    write(source, 'msgid "One"\nmsgstr "Una"\n', time=2)
    compiled_messages(source, target)
    [file] = target.rglob("*.mo")
    with file.open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("One") == "Una"


def test_place_that_can_not_keep_translations_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "source", MESSAGES)
    (tmp_path / "target").write_text("")
    with pytest.raises(ImproperlyConfigured, match="DATA_DIR"):
        compiled_messages(tmp_path / "source", tmp_path / "target")
