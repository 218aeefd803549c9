"""Translations as gettext reads them, made of the files that translators write when a process first needs them."""

import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from probe.environment import refusal


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
    with po.open("rb") as source, tempfile.NamedTemporaryFile(dir=mo.parent, delete=False) as file:
        write_mo(file, read_po(source))
    written = Path(file.name)
    os.utime(written, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    written.replace(mo)
