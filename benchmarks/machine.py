"""On what the figures were taken."""

import os
import platform
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.load import wrk
from benchmarks.peers import nginx

PACKAGES = ("django", "granian", "datasette")


def machine() -> str:
    """Return processor, cores, memory and system."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{processor()}, {os.cpu_count()} cores, {gigabytes:.0f} GB, {platform.system()} {platform.release()}"


def processor() -> str:
    """Return the name of the processor, or its kind where the system doesn't tell."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def busy() -> str:
    """Return how many processes wanted the processor of late; more than there are cores makes figures doubtful."""
    return f"{os.getloadavg()[0]:.1f}"


def date() -> str:
    """Return today in UTC."""
    return datetime.now(UTC).date().isoformat()


def tools() -> str:
    """Return the versions of what is measured with, and which tool put on the load."""
    return ", ".join(
        [
            f"Python {platform.python_version()}",
            f"SQLite {sqlite3.sqlite_version}",
            *(f"{name} {installed(name)}" for name in PACKAGES),
            f"nginx {nginx_version()}",
            f"load by {load_tool()}",
        ]
    )


def installed(name: str) -> str:
    """Return the version of a package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def nginx_version() -> str:
    """Return nginx's version."""
    program = nginx.program()
    if not program:
        return "missing"
    told = subprocess.run([program, "-v"], capture_output=True, text=True, check=False).stderr
    return told.partition("/")[2].strip() or "unknown"


def load_tool() -> str:
    """Return what puts on the load."""
    return "wrk" if wrk.is_there() else "Python threads, which are too slow to judge by (apt-get install wrk)"
