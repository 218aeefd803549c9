"""The production server, in a process that loads none of Django: `python -m probe.server HOST PORT WORKERS`.

Granian's main process starts the workers and watches them. Each worker has an event loop, which reads requests and
sends answers, and a few threads, which make them (`probe/gateway`). docs/decisions/0001-server.md says why.
"""

import argparse
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, MutableSequence
from contextlib import suppress
from functools import partial
from time import monotonic, sleep
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels, logger
from granian.net import SocketHolder  # type: ignore[attr-defined]
from granian.server.mp import MPServer

from probe.gateway import Application, Gateway, Limits, Supervision
from probe.listeners import BACKLOG, BindAddress, Listeners

# What it takes is in no stub: a descriptor, whether that is a Unix socket, and how many connections may wait.
socket_holder: Any = SocketHolder

# Granian's: returns the application, given what watches the worker.
LoadApplication = Callable[[Supervision], object]

THREADS = 4

# How long a worker may take to load the site, and to finish its requests when told to stop, in seconds.
LOADING = 120
STOPPING = 10
# How long it may give no sign of life while it serves, in seconds; and how often the main process looks.
PATIENCE = 30
LOOK = 1.0
# So many connections a worker keeps open, idle ones included; beyond that, new ones wait.
CONNECTIONS = 4096
# The longest pause before a worker that keeps dying is started again, and how long one lives that doesn't, in seconds.
LONGEST_PAUSE = 30
LIVES_ON = 60


class Server(MPServer):
    """Granian, whose workers are replaced as often as they die or fall silent."""

    def __init__(self, listeners: Listeners, patience: float, **options: Any) -> None:
        """Take what listens already.

        Args:
            listeners: Where the workers take connections from, as many as there are to be.
            patience: How long one of them may give no sign of life, in seconds.
            options: Granian's own.
        """
        workers = listeners.count
        # On every Python the one start method under which a worker shares our memory.
        multiprocessing.set_start_method("fork", force=True)
        host, port = listeners.address
        super().__init__("probe", address=host, port=port, workers=workers, **options)
        self.listeners = listeners
        self.patience = patience
        # When each worker last gave a sign of life; 0 while it loads.
        self.beats = multiprocessing.RawArray("d", workers)
        self.ending = multiprocessing.RawValue("b", 0)
        self.deaths = [0] * workers
        self.starts = [0.0] * workers
        self.respawn_at: dict[int, float] = {}

    def _init_shared_socket(self) -> None:
        """Do nothing: each worker is given its socket."""
        self._ssp: Any = None
        self._shd: Any = None
        self._sso: Any = None

    def _spawn_worker(self, idx: int, target: object, callback_loader: LoadApplication) -> Any:  # type: ignore[override]
        self.beats[idx], self.starts[idx] = 0.0, monotonic()
        self._shd = socket_holder(self.listeners.open(idx).fileno(), False, BACKLOG)
        load_in_worker = partial(self._load, idx, callback_loader)
        return super()._spawn_worker(idx, target, load_in_worker)

    def _load(self, idx: int, callback_loader: LoadApplication) -> object:
        """Load the application in a worker."""
        self.listeners.keep_only(idx)
        supervision = Supervision(
            beat=partial(beat, self.beats, idx),
            is_ending=partial(is_ending, self.ending, os.getppid()),
            leave=partial(os._exit, 0),
            patience=2 * self.patience,
        )
        return callback_loader(supervision)

    def _stop_workers(self) -> None:
        """Stop the workers, which wait less for slow clients from now on, and kill those that don't end in time.

        Granian joins each of them, and takes one for alive that another thread has just waited for.
        """
        self.ending.value = 1
        for worker in self.wrks:
            worker.terminate()  # type: ignore[no-untyped-call]
        latest = monotonic() + STOPPING
        while self._alive() and monotonic() < latest:
            sleep(0.02)
        for worker in self._alive():
            logger.warning(f"worker-{worker.idx + 1} does not end; it is killed")
            worker.kill()
        self.wrks.clear()

    def _alive(self) -> list[Any]:
        return [worker for worker in self.wrks if worker.is_alive()]  # type: ignore[no-untyped-call]

    def _serve_loop(self, spawn_target: object, target_loader: object) -> None:
        """Watch the workers until told to stop. Granian itself would give up on one that dies twice in a row."""
        is_up = False
        while not self.interrupt_signal:
            self.main_loop_interrupt.wait(LOOK if is_up else 0.05)
            self.main_loop_interrupt.clear()
            if not is_up and self.interrupt_children:
                # What can't be loaded once won't be at the second attempt.
                sys.stderr.write("Probe cannot start: a worker ended while it was loading the site\n")
                return
            if not is_up and all(self.beats):
                is_up = True
                announce(self.listeners.address)
            if self.reload_signal:
                self._reload(spawn_target, target_loader)  # type: ignore[no-untyped-call]
            self._kill_silent()
            self._respawn_due(spawn_target, target_loader)

    def _kill_silent(self) -> None:
        """Kill each worker that has given no sign of life for too long."""
        for idx, worker in enumerate(self.wrks):
            due = self.beats[idx] + self.patience if self.beats[idx] else self.starts[idx] + LOADING
            if monotonic() > due and worker.is_alive():  # type: ignore[no-untyped-call]
                logger.error(f"worker-{idx + 1} gives no sign of life; it is replaced")
                worker.kill()  # type: ignore[no-untyped-call]
                worker.join()  # type: ignore[no-untyped-call]
                self.interrupt_children.append(idx)

    def _respawn_due(self, spawn_target: object, target_loader: object) -> None:
        """Start again each worker that has died: at once, or after a pause if it keeps dying."""
        now = monotonic()
        while self.interrupt_children:
            idx = self.interrupt_children.pop()
            if now - self.starts[idx] > LIVES_ON:
                self.deaths[idx] = 0
            self.respawn_at[idx] = now + min(LONGEST_PAUSE, 2 ** self.deaths[idx] - 1)
            self.deaths[idx] += 1
            self.listeners.close(idx)
        due = [idx for idx, when in self.respawn_at.items() if when <= now]
        for idx in due:
            del self.respawn_at[idx]
        self._respawn_workers(due, spawn_target, target_loader)


def beat(beats: MutableSequence[float], idx: int) -> None:
    """Give a sign of life of a worker."""
    beats[idx] = monotonic()


def is_ending(told: Any, parent: int) -> bool:
    """Return whether a worker has been told to end. Where the main process is gone, it has to tell itself."""
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
        return True
    return bool(told.value)


def announce(address: BindAddress) -> None:
    """Print where the site is. A log that can't be written to, on a full disk, is no reason to end."""
    with suppress(OSError):
        sys.stdout.write(f"Probe is at {address.url} (Ctrl-C stops it)\n")
        sys.stdout.flush()


def load_site() -> Application:
    """Return the site."""
    from probe.wsgi import application

    return application


def load(load_application: Callable[[], Application], limits: Limits, supervision: Supervision) -> Gateway:
    """Return an application behind the gateway, loaded in a worker.

    A worker is forked with the main process's handlers, which would swallow the order to stop until it has
    loaded: it must die of it instead. The terminal sends Ctrl-C to every process, and the main one passes it
    on as SIGTERM; two signals in a row can deadlock Granian's handler, so a worker takes only the second.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    return Gateway(load_application(), THREADS, limits, supervision)


def allow_connections() -> None:
    """Allow as many open files as the system lets us: each connection is one, and a long answer another."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 3 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, 3 * CONNECTIONS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def serve(
    address: BindAddress,
    workers: int,
    patience: float = PATIENCE,
    load_application: Callable[[], Application] = load_site,
    limits: Limits = Limits(),  # noqa: B008 - nothing can change it
) -> None:
    """Serve an application until SIGINT or SIGTERM, letting requests under way finish.

    Raises OSError where the address can't be used.
    """
    allow_connections()
    Server(
        Listeners(address, workers),
        patience,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=int(limits.headers * 1000)),
        websockets=False,
        backpressure=CONNECTIONS,
        log_level=LogLevels.warning,
        workers_kill_timeout=STOPPING,
    ).serve(target_loader=partial(load, load_application, limits), wrap_loader=False)


def main() -> None:
    """Read the arguments, and serve the site."""
    parser = argparse.ArgumentParser(prog="probe.server")
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("workers", type=int)
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds that a worker may be silent")
    options = parser.parse_args()
    try:
        serve(BindAddress(options.host, options.port), options.workers, options.patience)
    except OSError as error:
        sys.exit(f"Probe cannot start: {options.host} port {options.port} can't be used ({error.strerror})")


if __name__ == "__main__":
    main()
