"""The answer that constant pages give: that of Probe's list of people, as it was sent."""

import json
import os
from pathlib import Path

VARIABLE = "BENCHMARKS_BODY"


def kept() -> tuple[list[tuple[str, str]], bytes]:
    """Return headers and body of the answer in the folder that the environment names."""
    return read(Path(os.environ[VARIABLE]))


def read(folder: Path) -> tuple[list[tuple[str, str]], bytes]:
    """Return headers and body of the answer in a folder."""
    headers = [(name, value) for name, value in json.loads((folder / "headers.json").read_text()).items()]
    return headers, (folder / "body").read_bytes()


def keep(folder: Path, headers: dict[str, str], body: bytes) -> None:
    """Write the answer to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    named = {name: headers[name] for name in ("content-type", "content-encoding") if name in headers}
    (folder / "headers.json").write_text(json.dumps(named | {"content-length": str(len(body))}))
    (folder / "body").write_bytes(body)
