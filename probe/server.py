"""The production server, in a process that loads none of Django: `python -m probe.server PORT WORKERS`."""

import signal
import socket
import sys
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

HOST = "127.0.0.1"
THREADS = 4

# How long a worker may take to load the site, and to finish its requests when told to stop, in seconds.
LOADING = 120
STOPPING = 10


class Server(MPServer):
    """Granian, which says where the site is once it answers there."""

    def startup(self, spawn_target: Any, target_loader: Any) -> None:
        """Start the workers, and print the address as soon as one of them listens."""
        super().startup(spawn_target, target_loader)  # type: ignore[no-untyped-call]
        pause = 0.05
        for _ in range(int(LOADING / pause)):
            if self.main_loop_interrupt.wait(pause):
                return
            if answers(self.bind_port):
                sys.stdout.write(f"Probe is at http://{HOST}:{self.bind_port}/ (Ctrl-C stops it)\n")
                sys.stdout.flush()
                return


def answers(port: int) -> bool:
    """Return whether something listens on `port`."""
    with socket.socket() as client:
        return client.connect_ex((HOST, port)) == 0


def load() -> Any:
    """Return the site, loaded in a worker.

    A worker is forked with the main process's handlers, which would swallow the order to stop until it has
    loaded: it must die of it instead. The terminal sends Ctrl-C to every process, and the main one passes it
    on as SIGTERM; two signals in a row can deadlock Granian's handler, so a worker takes only the second.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from probe.wsgi import application

    return application


def main(port: int, workers: int) -> None:
    """Serve the site until SIGINT or SIGTERM, letting requests under way finish."""
    Server(
        "probe.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=workers,
        # Python runs one thread at a time: more of them would only queue. Backpressure stays at its
        # default, because it counts open connections, idle ones included, rather than requests.
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOPPING,
    ).serve(target_loader=load, wrap_loader=False)


if __name__ == "__main__":
    main(port=int(sys.argv[1]), workers=int(sys.argv[2]))
