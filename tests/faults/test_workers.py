import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import RemoteDisconnected
from urllib.error import URLError

import pytest

from tests.faults.clients import SmallSite, held
from tests.serving import LIMIT

StartSmallSite = Callable[..., SmallSite]

# As many as a worker has threads, and one that waits for them.
THREADS = 4


def workers(site: SmallSite) -> set[int]:
    """The processes that answer now, as far as new connections find them."""
    found = set()
    for _ in range(20):
        with suppress(URLError, RemoteDisconnected, ConnectionError):
            found.add(int(site.get("/process").read()))
    return found


def wait_for_another_worker(site: SmallSite, former: set[int]) -> None:
    last = time.monotonic() + LIMIT
    while not workers(site) - former:
        assert site.process.poll() is None, site.words()
        assert time.monotonic() < last, site.words()
        time.sleep(0.1)


@pytest.mark.parametrize("count", [1, 2])
def test_worker_that_keeps_dying_is_started_again_each_time(start_small_site: StartSmallSite, count: int) -> None:
    site = start_small_site(workers=count)
    for _ in range(3):
        former = workers(site)
        with suppress(URLError, RemoteDisconnected, ConnectionError):
            site.get("/dies")
        wait_for_another_worker(site, former)

    assert (site.get("/").read(), site.end(signal.SIGTERM)) == (b"hello", 0)


def test_other_worker_answers_while_one_is_dead(start_small_site: StartSmallSite) -> None:
    site = start_small_site()
    former = workers(site)
    os.kill(min(former), signal.SIGKILL)
    site.wait_for_words("Unexpected exit")

    last = time.monotonic() + LIMIT
    while workers(site).isdisjoint(former - {min(former)}):
        assert time.monotonic() < last, site.words()


def test_worker_that_is_frozen_is_replaced(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1, patience=3)
    former = workers(site)
    for worker in former:
        os.kill(worker, signal.SIGSTOP)
    site.wait_for_words("gives no sign of life; it is replaced")

    wait_for_another_worker(site, former)


def test_worker_whose_threads_are_all_stuck_is_replaced(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1, patience=2)
    former = workers(site)
    with held(site.port, b"GET /never-ends HTTP/1.1\r\nHost: h\r\n\r\n", THREADS + 1):
        site.wait_for_words("gives no sign of life; it is replaced")

    wait_for_another_worker(site, former)


def test_worker_that_works_for_long_is_left_alone(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1)
    with held(site.port, b"GET /takes-long HTTP/1.1\r\nHost: h\r\n\r\n", 2 * THREADS):
        before = workers(site)

    assert (len(before), workers(site)) == (1, before)


def test_workers_end_with_a_main_process_that_is_killed(start_small_site: StartSmallSite) -> None:
    site = start_small_site()
    site.end(signal.SIGKILL)

    last = time.monotonic() + LIMIT
    while workers(site):
        assert time.monotonic() < last, site.words()
        time.sleep(0.1)
