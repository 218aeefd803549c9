import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.faults.clients import SLOW, SmallSite, exchange, held, rest, small_site
from tests.serving import LIMIT, serving

StartSmallSite = Callable[..., SmallSite]

# More than there are threads, in each of two workers.
SOME = 16
MANY = 200
# Enough new connections that some go to either worker.
OTHERS = 20


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallSite]:
    with small_site(tmp_path_factory.mktemp("small") / "log") as site:
        yield site


def answers(site: SmallSite, path: str = "/") -> list[bytes]:
    return [site.get(path).read() for _ in range(OTHERS)]


def closed(clients: list[socket.socket]) -> list[socket.socket]:
    """Those of the connections that the server has closed."""
    found = []
    for client in clients:
        client.setblocking(False)
        with suppress(BlockingIOError):
            while client.recv(1024):
                # Where much has come already, one look at it is enough.
                break
            else:
                found.append(client)
    return found


@pytest.mark.parametrize("kind", SLOW)
def test_slow_clients_hold_up_nobody(site: SmallSite, kind: str) -> None:
    with held(site.port, SLOW[kind], SOME) as clients:
        assert answers(site) == [b"hello"] * OTHERS
        assert closed(clients) == []


def test_slow_clients_of_every_kind_hold_up_nobody(site: SmallSite) -> None:
    with ExitStack() as stack:
        for request in SLOW.values():
            stack.enter_context(held(site.port, request, SOME))

        assert answers(site) == [b"hello"] * OTHERS


@pytest.mark.long
@pytest.mark.parametrize("kind", SLOW)
def test_many_slow_clients_hold_up_nobody(site: SmallSite, kind: str) -> None:
    with held(site.port, SLOW[kind], MANY):
        assert answers(site) == [b"hello"] * OTHERS


@pytest.mark.long
def test_many_slow_clients_need_little_memory(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1)
    process = int(site.get("/process").read())
    before = peak_memory(process)

    for request in SLOW.values():
        with held(site.port, request, MANY):
            answers(site)

    # A page of 30 MB in each thread; what waits for all the clients would be twenty times as much.
    assert peak_memory(process) - before < 400e6


def peak_memory(process: int) -> int:
    """The most memory that the process ever held, in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (kibibytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kibibytes) * 1024


def test_slow_sign_ins_hold_up_neither_pages_nor_health(tmp_path: Path) -> None:
    with serving(tmp_path) as site, held(site.port, SLOW["a slow body"], SOME) as clients:
        statuses = {path: site.get(path).status for path in ("/", "/people/", "/people.csv", "/healthz", "/readyz")}

        assert statuses == dict.fromkeys(statuses, 200)
        assert closed(clients) == []


def test_body_that_comes_slowly_arrives_whole(site: SmallSite) -> None:
    with held(site.port, b"POST /describe HTTP/1.1\r\nHost: h\r\nConnection: close\r\n", 1) as (client,):
        for piece in (b"Content-Length: 6\r\n\r\n", b"ab", b"cd", b"ef"):
            answers(site)
            client.sendall(piece)
        assert b"body=b'abcdef'" in rest(client)


def test_body_that_stops_coming_is_answered_408(start_small_site: StartSmallSite) -> None:
    site = start_small_site(body_pause=0.5)
    assert exchange(site.port, SLOW["a slow body"]).startswith(b"HTTP/1.1 408 ")


def test_body_that_takes_too_long_is_answered_408(start_small_site: StartSmallSite) -> None:
    site = start_small_site(body_time=0.5)
    assert exchange(site.port, SLOW["a slow body of unknown length"]).startswith(b"HTTP/1.1 408 ")


def test_body_that_is_announced_too_long_is_answered_413(site: SmallSite) -> None:
    request = b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 17000000\r\nExpect: 100-continue\r\n\r\n"
    assert exchange(site.port, request).startswith(b"HTTP/1.1 413 ")


def test_body_that_grows_too_long_is_answered_413(start_small_site: StartSmallSite) -> None:
    site = start_small_site(body=100)
    request = b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n80\r\n" + 128 * b"x" + b"\r\n"
    assert exchange(site.port, request).startswith(b"HTTP/1.1 413 ")


def test_portrait_of_ten_megabytes_is_let_through(site: SmallSite) -> None:
    client = HTTPConnection("127.0.0.1", site.port, timeout=LIMIT)
    client.request("POST", "/length", body=10_000_000 * b"x")
    assert client.getresponse().read() == b"10000000"
    client.close()


def test_bodies_are_refused_where_too_many_bytes_wait(start_small_site: StartSmallSite) -> None:
    site = start_small_site(waiting=100)
    request = b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 128\r\n\r\n" + 128 * b"x"
    assert exchange(site.port, request).startswith(b"HTTP/1.1 503 ")


@pytest.mark.parametrize("kind", ["slow headers", "no request", "no second request"])
def test_connection_without_a_request_is_closed(start_small_site: StartSmallSite, kind: str) -> None:
    site = start_small_site(headers=0.5)
    assert exchange(site.port, SLOW[kind]) is not None


def test_answer_that_nobody_reads_is_broken_off(start_small_site: StartSmallSite) -> None:
    site = start_small_site(read_pause=0.5)
    with held(site.port, SLOW["an unread stream"], 1) as (client,):
        site.get("/takes-long").read()
        assert not rest(client).endswith(b"\r\n0\r\n\r\n")


def test_answer_of_which_too_much_waits_is_broken_off(start_small_site: StartSmallSite) -> None:
    site = start_small_site(unread=5_000_000)
    with held(site.port, SLOW["an unread stream"], 1) as (client,):
        site.wait_for_words("Clients leave too much unread: /stream was broken off.")
        assert not rest(client).endswith(b"\r\n0\r\n\r\n")


def test_file_that_is_read_late_is_read_whole_though_nothing_may_wait(start_small_site: StartSmallSite) -> None:
    site = start_small_site(unread=1, waiting=1, long_answers=0)
    request = b"GET /file HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
    with held(site.port, request, SOME) as (client, *others):
        assert answers(site) == [b"hello"] * OTHERS
        assert len(rest(client).partition(b"\r\n\r\n")[2]) == 30 * 1024 * 1024
        assert closed(others) == []


def test_long_answers_leave_threads_for_others(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1, long_answers=8)
    with held(site.port, b"GET /drips HTTP/1.1\r\nHost: h\r\n\r\n", 8) as clients:
        assert answers(site) == [b"hello"] * OTHERS
        assert closed(clients) == []


def test_long_answer_is_refused_while_others_take_all_there_may_be(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1, long_answers=1)
    with held(site.port, b"GET /drips HTTP/1.1\r\nHost: h\r\n\r\n", 1) as (client,):
        client.recv(1)

        refused = exchange(site.port, b"GET /drips HTTP/1.1\r\nHost: h\r\n\r\n")

    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b"\r\nretry-after: 30\r\n" in refused


def test_page_that_is_long_but_made_at_once_is_not_refused(start_small_site: StartSmallSite) -> None:
    site = start_small_site(workers=1, long_answers=1)
    with held(site.port, b"GET /drips HTTP/1.1\r\nHost: h\r\n\r\n", 1) as (client,):
        client.recv(1)
        assert len(site.get("/whole").read()) == 30 * 1024 * 1024


def test_answer_that_fails_at_once_is_answered_500(site: SmallSite) -> None:
    answer = exchange(site.port, b"GET /fails-at-once HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 500 ")


def test_answer_that_fails_late_is_broken_off(site: SmallSite) -> None:
    answer = exchange(site.port, b"GET /fails-late HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    assert (answer[:13], answer.endswith(b"\r\n0\r\n\r\n")) == (b"HTTP/1.1 200 ", False)
    assert "The answer to /fails-late failed." in site.words()


def test_head_is_answered_without_a_body(site: SmallSite) -> None:
    answer = exchange(site.port, b"HEAD /stream HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    assert (answer[:13], answer[-4:]) == (b"HTTP/1.1 200 ", b"\r\n\r\n")


def test_requests_that_come_together_are_answered_in_their_order(site: SmallSite) -> None:
    first, last = (
        f"GET {path} HTTP/1.1\r\nHost: h\r\n{more}\r\n".encode()
        for path, more in (("/process", ""), ("/", "Connection: close\r\n"))
    )
    bodies = [part.rpartition(b"\r\n")[2] for part in exchange(site.port, first + last).split(b"HTTP/1.1 200 OK")]
    assert (bodies[1].isdigit(), bodies[2]) == (True, b"hello")


def test_body_in_chunks_is_read_whole(site: SmallSite) -> None:
    head = b"POST /describe HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    answer = exchange(site.port, head + b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    assert b"CONTENT_LENGTH='5'" in answer
    assert b"body=b'abcde'" in answer


def test_long_answer_is_read_whole(site: SmallSite) -> None:
    assert [len(site.get(path).read()) for path in ("/stream", "/whole", "/file")] == [30 * 1024 * 1024] * 3


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_request_under_way_is_finished_before_the_end(start_small_site: StartSmallSite, number: signal.Signals) -> None:
    site = start_small_site()
    with held(site.port, b"GET /takes-long HTTP/1.1\r\nHost: h\r\n\r\n", 1) as (client,):
        site.wait_for_words("It takes long …")
        status = site.end(number)
        assert (status, rest(client)[-8:]) == (0, b"\r\n\r\ndone")


@pytest.mark.parametrize("kind", SLOW)
def test_slow_clients_do_not_keep_the_server_from_ending(start_small_site: StartSmallSite, kind: str) -> None:
    site = start_small_site()
    with held(site.port, SLOW[kind], SOME):
        answers(site)
        before = site.words()
        assert (site.end(signal.SIGTERM), site.words()) == (0, before)
