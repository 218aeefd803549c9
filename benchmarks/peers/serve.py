"""Serves an application as Probe is served: `python -m benchmarks.peers.serve MODULE:NAME PORT WORKERS [asgi]`."""

import sys
from functools import partial
from importlib import import_module
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from probe.listeners import LOCALHOST, BindAddress
from probe.server import STOPPING, serve


def main(target: str, port: int, workers: int, interface: str = "wsgi") -> None:
    """Serve until SIGTERM. What is no WSGI has one thread for each worker, which is its event loop."""
    if interface == "wsgi":
        serve(BindAddress(LOCALHOST, port), workers, load_application=partial(load, target))
        return
    MPServer(
        target,
        address=LOCALHOST,
        port=port,
        interface=Interfaces(interface),
        http=HTTPModes.http1,
        websockets=False,
        workers=workers,
        log_level=LogLevels.warning,
        workers_kill_timeout=STOPPING,
    ).serve()


def load(target: str) -> Any:
    """Return the application of that name."""
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
