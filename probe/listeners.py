"""The sockets that the workers take connections from."""

import socket
import sys
from typing import NamedTuple

LOCALHOST = "127.0.0.1"
BACKLOG = 1024

# How long a client may leave unread what was sent to it, in seconds.
UNREAD = 60

# Linux divides new connections evenly among the sockets of a port. Of one that they shared, the first worker to wake
# would take most of them.
DIVIDES = sys.platform == "linux"


class BindAddress(NamedTuple):
    """An IP address of this machine, and a port."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Return the address as a browser takes it."""
        return f"http://[{self.host}]:{self.port}/" if ":" in self.host else f"http://{self.host}:{self.port}/"


class Listeners:
    """A socket on the same port for each worker; one for all of them where the system can't divide connections."""

    def __init__(self, address: BindAddress, count: int) -> None:
        """Take the port. Raises OSError where somebody else listens there."""
        self.count = count
        with bind(address) as guard:
            # Nobody else may listen there: their sockets might be shared as well, and we would divide their clients.
            guard.listen()
            self.address = address._replace(port=guard.getsockname()[1])
        self._sockets: dict[int, socket.socket] = {}
        for idx in range(count):
            self.open(idx)

    def open(self, idx: int) -> socket.socket:
        """Return the socket of a worker, which listens once the worker serves. Raises OSError where it can't."""
        place = idx if DIVIDES else 0
        if place not in self._sockets:
            self._sockets[place] = bind(self.address, shared=DIVIDES)
        return self._sockets[place]

    def keep_only(self, idx: int) -> None:
        """Close, in a worker that was forked with all of them, the sockets of the others, which could outlive them."""
        for other in self._sockets.keys() - {idx if DIVIDES else 0}:
            self._sockets.pop(other).close()

    def close(self, idx: int) -> None:
        """Have the other workers take the connections of one that has died, if there are others."""
        if len(self._sockets) > 1:
            self._sockets.pop(idx).close()


def bind(address: BindAddress, *, shared: bool = False) -> socket.socket:
    """Return a socket on an address. Raises OSError where that can't be used.

    Args:
        address: Where to listen; port 0 stands for one that is free.
        shared: Whether other sockets of ours may do so too.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in address.host else socket.AF_INET)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            # Connections inherit it: the system closes those whose client reads nothing.
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD * 1000)
        listener.setblocking(False)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener
