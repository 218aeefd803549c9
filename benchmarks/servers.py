"""Starts servers on a free port of this machine, watches what memory they take, and ends them."""

import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LOCAL = "127.0.0.1"
STOPPING = 15
SHOWN = 600


class ServerError(Exception):
    """A server ended by itself."""


@dataclass(frozen=True)
class BenchmarkServer:
    """A server that runs.

    Attributes:
        port: Where it listens.
        process: Its first process, which leads a group of its own.
        log: What it printed.
    """

    port: int
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def check(self) -> None:
        """Raise ServerError, with what it said last, if it has ended."""
        if self.process.poll() is not None:
            self.log.seek(0)
            raise ServerError(f"the server ended: …{self.log.read().decode(errors='replace')[-SHOWN:]}")

    def memory(self) -> float:
        """Return the most memory that any of its workers ever held, in megabytes (10^6 bytes)."""
        workers = list(members(self.process.pid)) or [self.process.pid]
        return max(map(peak, workers))


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(command: Sequence[str], port: int, environment: Mapping[str, str]) -> Iterator[BenchmarkServer]:
    """Run a command that serves at `port`; end it, and what it started, afterwards."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command,
            env=os.environ | dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield BenchmarkServer(port, process, log)
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End the group of a process; what still works for somebody who no longer waits is killed."""
    process.send_signal(signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(STOPPING)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def members(group: int) -> Iterator[int]:
    """Yield the processes of a group, its leader left out."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # The name in brackets may hold anything; then come state, parent and group.
            found = int((folder / "stat").read_text().rpartition(")")[2].split()[2])
        except OSError:
            continue
        if found == group and int(folder.name) != group:
            yield int(folder.name)


def peak(process: int) -> float:
    """Return the most memory that the process ever held, in megabytes; 0 where nobody tells."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    kibibytes = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(kibibytes[0]) * 1024 / 1e6 if kibibytes else 0.0
