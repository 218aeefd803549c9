"""The Chromium that the browser tests drive: `python -m tests.chromium` finds one, or fetches it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "Browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM to its path."
STARTING = 60  # seconds, as is the next
FETCHING = 600


def find() -> str | None:
    """Return the path of the first Chromium here that starts."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Yield the path in CHROMIUM and no other, or else those on PATH and that of Playwright's own."""
    if given := os.environ.get("CHROMIUM"):
        yield given
        return
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path


def starts(path: str) -> bool:
    """Return whether the program at `path` runs; one that Playwright fetched may lack the system's libraries."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=STARTING, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def fetch() -> None:
    """Fetch Playwright's own Chromium, or as root install Debian's where that can't be had."""
    run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
    if not find() and os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update")
        run("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation")


def run(*command: str) -> None:
    """Run `command` without a word, successful or not, and end it with its children when it takes too long."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=environment, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        process.wait(FETCHING)
    except subprocess.TimeoutExpired:
        pass
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def main() -> None:
    """Say which Chromium the browser tests will drive. Where there is none, they say so themselves: no error here."""
    if not find():
        sys.stdout.write("Fetching Chromium for the browser tests …\n")
        sys.stdout.flush()
        fetch()
    sys.stdout.write(f"{find() or MISSING}\n")


if __name__ == "__main__":
    main()
