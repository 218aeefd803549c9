"""The load that figures are taken from: wrk, which is C, asks from one thread and hardly takes from the server."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.load.figures import Load, LoadError, LoadOrder, NoAnswerError

PACKAGE = "wrk"
SCRIPT = Path(__file__).with_name("rotate.lua")
TIMEOUT = 60
# How long after its time wrk may take to end, in seconds.
GRACE = 30


def is_there() -> bool:
    """Return whether wrk is installed."""
    return shutil.which(PACKAGE) is not None


def put(order: LoadOrder, seconds: int) -> Load:
    """Return how the server held for so many seconds.

    Raises LoadError if an answer was not of a status below 400, or didn't come.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(order.addresses))
        file.flush()
        options = ["-t1", f"-c{order.connections}", f"-d{seconds}s", f"--timeout={TIMEOUT}s", "-s", str(SCRIPT)]
        given = [part for name, value in order.headers.items() for part in ("-H", f"{name}: {value}")]
        command = [PACKAGE, *options, *given, f"http://127.0.0.1:{order.port}", "--", file.name]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + GRACE, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise LoadError(f"wrk failed: {error}") from error
    return read(done.stdout)


def read(output: str) -> Load:
    """Return the figures in what the script printed. Raises LoadError for answers that failed."""
    told = json.loads(output.strip().splitlines()[-1])
    if told["errors"]:
        raise LoadError(f"{told['errors']} of {told['answers']} answers failed")
    if not told["answers"]:
        raise NoAnswerError("nothing was answered in time")
    return Load(told["answers"] / told["seconds"], told["median"], told["p99"])
