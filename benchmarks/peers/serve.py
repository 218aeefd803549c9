"""Serves an application as Probe is served: `python -m benchmarks.peers.serve MODULE:NAME PORT WORKERS [asgi]`."""

import sys

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from probe.server import HOST, STOPPING, THREADS, Server


def main(target: str, port: int, workers: int, interface: str = Interfaces.WSGI.value) -> None:
    """Serve until SIGTERM. What is no WSGI has one thread for each worker, which is its event loop."""
    wsgi = interface == Interfaces.WSGI.value
    Server(
        target,
        address=HOST,
        port=port,
        interface=Interfaces(interface),
        http=HTTPModes.http1,
        websockets=False,
        workers=workers,
        blocking_threads=THREADS if wsgi else None,
        log_level=LogLevels.warning,
        workers_kill_timeout=STOPPING,
    ).serve()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
