"""Translations as gettext reads them, made of the files that translators write; nothing else has to be installed."""

import ast
import os
import re
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

from probe.environment import refusal

FIELD = re.compile(r'^(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) )?(".*")$', re.MULTILINE)
MAGIC = 0x950412DE
HEADER = struct.Struct("<7I")


def compiled_messages(source: Path, target: Path) -> Path:
    """Return the folder `target` with each .po file of the folder `source` compiled, if it is another than before."""
    for po in source.glob("*/LC_MESSAGES/*.po"):
        mo = target / po.relative_to(source).with_suffix(".mo")
        try:
            if not mo.exists() or mo.stat().st_mtime_ns != po.stat().st_mtime_ns:
                _compile(po, mo)
        except OSError as error:
            raise refusal(
                "DATA_DIR", f"is {str(target.parent)!r}, which can't keep translations: {error.strerror}"
            ) from error
    return target


def _compile(po: Path, mo: Path) -> None:
    """Write the file; it appears complete or not at all, as several processes may do so at once."""
    mo.parent.mkdir(parents=True, exist_ok=True)
    stat = po.stat()
    with tempfile.NamedTemporaryFile(dir=mo.parent, delete=False) as file:
        file.write(catalog(dict(messages(po.read_text(encoding="utf-8")))))
    written = Path(file.name)
    os.utime(written, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    written.replace(mo)


def messages(text: str) -> Iterator[tuple[str, str]]:
    """Yield each message that is translated as gettext looks it up, with its translation."""
    for block in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        name = ""
        for keyword, quoted in FIELD.findall(block):
            name = keyword or name
            fields[name] = fields.get(name, "") + ast.literal_eval(quoted)
        plural = fields.get("msgid_plural")
        forms = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
        is_fuzzy = re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE) and fields.get("msgid")
        if "msgid" in fields and all(forms) and not is_fuzzy:
            message = fields["msgid"] if plural is None else f"{fields['msgid']}\0{plural}"
            yield f"{fields['msgctxt']}\4{message}" if "msgctxt" in fields else message, "\0".join(forms)


def catalog(found: dict[str, str]) -> bytes:
    """Return the messages as a .mo file: a header, two tables of lengths and places, and the texts."""
    texts = [(key.encode(), value.encode()) for key, value in sorted(found.items())]
    start = HEADER.size + 16 * len(texts)
    tables, data = [], b""
    for column in zip(*texts, strict=True):
        for text in column:
            tables.append(struct.pack("<2I", len(text), start + len(data)))
            data += text + b"\0"
    header = HEADER.pack(MAGIC, 0, len(texts), HEADER.size, HEADER.size + 8 * len(texts), 0, 0)
    return b"".join([header, *tables, data])
