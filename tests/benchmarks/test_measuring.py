import sys
from functools import partial

import pytest

from benchmarks.asking import ask, first_answer
from benchmarks.load import threads, wrk
from benchmarks.load.figures import Load, LoadError, LoadOrder, NoAnswerError
from benchmarks.load.plan import Effort, lasting
from benchmarks.load.plan import measure as measure_load
from benchmarks.measuring import BenchmarkSite, measure
from benchmarks.pages import BenchmarkPage, has
from benchmarks.servers import free_port, serving

# Answers /x with 404, anything else with its address and a tag, and nothing that carries the tag.
SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        known = self.headers.get("If-None-Match") == "tagged" and not self.path.startswith("/stale")
        body = b"" if known else f"you asked for {self.path}".encode()
        self.send_response(304 if known else 404 if self.path == "/x" else 200)
        if not self.path.startswith("/plain"):
            self.send_header("ETag", "tagged")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass

ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""
EFFORT = Effort(seconds=0, connections=[2], limit=20)


@pytest.fixture(autouse=True)
def without_wrk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrk, "is_there", lambda: False)


def command(port: int) -> list[str]:
    return [sys.executable, "-c", SERVER, str(port)]


def page(address: str, text: str = "you asked", **fields: bool) -> BenchmarkPage:
    return BenchmarkPage("page", "a page", address, lambda number: f"{address}?{number}", partial(has, text), **fields)


def site() -> BenchmarkSite:
    return BenchmarkSite("site", [], command)


def test_right_page_is_measured_with_and_without_a_cache() -> None:
    figure, _ = measure(site(), page("/"), EFFORT)
    assert [figure.problem, figure.size, list(figure.uncached), list(figure.cached)] == ["", 15, [2], [2]]


@pytest.mark.parametrize(
    ("address", "text", "problem"),
    [("/", "two people", "refused: “two people” is not on the page"), ("/x", "you asked", "refused: status 404")],
)
def test_wrong_page_is_refused(address: str, text: str, problem: str) -> None:
    figure, answer = measure(site(), page(address, text), EFFORT)
    assert [figure.problem, figure.wrong, figure.uncached, figure.cached, answer] == [problem, True, {}, {}, None]


def test_page_of_which_another_address_is_wrong_is_refused() -> None:
    other = BenchmarkPage("page", "a page", "/", lambda number: "/x", partial(has, "you asked"))
    assert measure(site(), other, EFFORT)[0].problem == "refused: /x has status 404"


def test_long_page_is_put_under_no_load() -> None:
    figure, _ = measure(site(), page("/", whole=True), EFFORT)
    assert [figure.problem, figure.alone is not None, figure.uncached, figure.cached] == ["", True, {}, {}]


def test_unchanged_page_is_asked_with_its_tag() -> None:
    figure, _ = measure(site(), page("/", conditional=True), EFFORT)
    assert [figure.problem, figure.uncached, list(figure.cached)] == ["", {}, [2]]


@pytest.mark.parametrize(
    ("address", "problem"), [("/plain", "it has no ETag"), ("/stale", "refused: unchanged, but status 200")]
)
def test_page_that_does_not_say_that_it_is_unchanged_has_no_figures(address: str, problem: str) -> None:
    figure, _ = measure(site(), page(address, conditional=True), EFFORT)
    assert [figure.problem, figure.cached] == [problem, {}]


def test_site_that_does_not_start_says_why() -> None:
    broken = BenchmarkSite("site", [], lambda port: [sys.executable, "-c", "raise SystemExit('no such thing')"])
    assert measure(broken, page("/"), EFFORT)[0].problem == "the server ended: …no such thing\n"


def test_server_is_ended_afterwards() -> None:
    port = free_port()
    with serving(command(port), port, {}) as server:
        first_answer(port, "/", EFFORT.limit, server.check)
    with pytest.raises(OSError, match="refused"):
        ask(port, "/", EFFORT.limit)


def test_memory_of_a_server_is_known() -> None:
    port = free_port()
    with serving(command(port), port, {}) as server:
        first_answer(port, "/", EFFORT.limit, server.check)
        assert 5 < server.memory() < 100


def test_load_of_wrong_answers_has_no_figures() -> None:
    port = free_port()
    with serving(command(port), port, {}) as server:
        first_answer(port, "/", EFFORT.limit, server.check)
        with pytest.raises(LoadError, match="/x was answered with status 404"):
            threads.put(LoadOrder(port, ["/x"], 2), 0)


def test_wrk_of_wrong_answers_has_no_figures() -> None:
    told = '{"answers": 10, "seconds": 1.0, "median": 2.0, "p99": 3.0, "errors": 4, "timeouts": 0}'
    with pytest.raises(LoadError, match="4 of 10 answers failed"):
        wrk.read(told)


def test_wrk_is_read() -> None:
    told = 'noise\n{"answers": 10, "seconds": 2.0, "median": 2.5, "p99": 3.5, "errors": 0, "timeouts": 0}\n'
    assert wrk.read(told) == Load(5.0, 2.5, 3.5)


@pytest.mark.parametrize(
    ("alone", "connections", "seconds"),
    [(0.001, 16, 3), (0.5, 16, 8), (0.5, 2, 3), (2, 16, 0), (20, 2, 0)],
)
def test_load_lasts_until_each_connection_is_answered_twice(alone: float, connections: int, seconds: int) -> None:
    assert lasting(alone, connections, workers=2, effort=Effort(3, [2], limit=60)) == seconds


def test_load_under_which_nothing_is_answered_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    def put(order: LoadOrder, seconds: int) -> Load:
        raise NoAnswerError

    monkeypatch.setattr(threads, "put", put)
    effort = Effort(3, [2], limit=60)
    assert measure_load(LoadOrder(1, ["/"], 2), 0.5, 2, effort) == Load(4, None, None, estimated=True)


def test_load_that_would_last_too_long_is_estimated() -> None:
    effort = Effort(3, [16], limit=60)
    assert measure_load(LoadOrder(1, ["/"], 16), 4, 2, effort) == Load(0.5, None, None, estimated=True)
