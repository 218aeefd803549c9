"""How long a web request waits for PostgreSQL, even for one that is frozen.

The server's own time-outs need a server that runs, and the network's only notice a machine that is gone. So psycopg2
waits here: a server that keeps silent is asked whether it is alive, and if it isn't, others need not find that out.
"""

import select
import time
from threading import local

import psycopg2
from django.db import connections
from psycopg2 import extensions

from probe.breaker import Breaker

# In seconds: the silence after which the server is asked whether it is alive, how long it may take to let somebody in,
# how long a statement may take at all, and how long nobody asks a server that is not alive.
SILENCE = 1.0
CONNECTING = 2.0
LONGEST = 35.0
PAUSE = 2.0

CONNECTED = {extensions.STATUS_READY, extensions.STATUS_BEGIN, extensions.STATUS_PREPARED}
EVENTS = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}

breaker = Breaker(PAUSE)
_thread = local()


class SilentError(psycopg2.OperationalError):
    """The database doesn't answer."""


def wait(connection: extensions.connection) -> None:
    """Return once the database has answered. Raises SilentError where it doesn't; psycopg2 then drops the connection.

    psycopg2 calls this for whatever it waits for, once it is installed by `set_wait_callback`.
    """
    state = connection.poll()
    if state == extensions.POLL_OK:
        return
    is_checking = getattr(_thread, "is_checking", False)
    if not is_checking and not breaker.allows():
        raise SilentError("the database doesn't answer")
    started = time.monotonic()
    while state != extensions.POLL_OK:
        # While it connects, psycopg2 may go from one socket to another.
        poller = select.poll()
        poller.register(connection.fileno(), EVENTS[state])
        if not poller.poll(SILENCE * 1000):
            check(connection, time.monotonic() - started, is_checking=is_checking)
        state = connection.poll()
    breaker.worked()


def check(connection: extensions.connection, waited: float, *, is_checking: bool) -> None:
    """Raise SilentError where it makes no sense to wait any longer than the seconds waited so far."""
    if connection.status not in CONNECTED:
        is_over = waited >= CONNECTING
    else:
        is_over = is_checking or waited >= LONGEST or not is_alive()
    if is_over:
        breaker.failed()
        raise SilentError("the database doesn't answer")


def is_alive() -> bool:
    """Return whether the database lets somebody in, or at least says why it doesn't."""
    _thread.is_checking = True
    try:
        psycopg2.connect(**connections["default"].get_connection_params()).close()
    except SilentError:
        return False
    except psycopg2.Error:
        return True
    finally:
        _thread.is_checking = False
    return True
