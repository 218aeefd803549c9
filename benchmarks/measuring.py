"""Measures a page of a site: starts the site, checks the page, asks for it alone and under load."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from benchmarks.asking import TimedAnswer, TooSlowError, ask, first_answer
from benchmarks.figures import Figure
from benchmarks.load.figures import Load, LoadError, LoadOrder
from benchmarks.load.plan import Effort
from benchmarks.load.plan import measure as measure_load
from benchmarks.pages import BenchmarkPage, variants
from benchmarks.servers import BenchmarkServer, ServerError, free_port, serving

COMPRESSED = {"Accept-Encoding": "gzip"}
# No load asks for so many addresses that its own come round again in a cache that keeps them, nor for another's.
ADDRESSES = 20_000
# A long answer may take so many times as long as another.
PATIENCE = 3
# How many requests are made alone, unless they have taken so many seconds before.
ALONE, ENOUGH = 3, 1
# How many connections a worker is sure to get one of.
CHANCES = 8
OK, NOT_MODIFIED = 200, 304


class WrongPageError(Exception):
    """A page doesn't show what it must: its figures would mean nothing."""


class NotOfferedError(Exception):
    """The site doesn't do what would be measured."""


@dataclass(frozen=True)
class BenchmarkSite:
    """Something that answers.

    Attributes:
        name: What it is called.
        pages: What is asked of it.
        command: Returns the command that serves it at a port.
        environment: The variables that the command reads.
        workers: How many requests it works on at once.
        problem: Why it can't be measured at all; empty where it can.
        reads_ahead: Whether each worker takes its time to read what its first answers need.
    """

    name: str
    pages: Sequence[BenchmarkPage]
    command: Callable[[int], list[str]]
    environment: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    problem: str = ""
    reads_ahead: bool = False


def measure(site: BenchmarkSite, page: BenchmarkPage, effort: Effort) -> tuple[Figure, TimedAnswer | None]:
    """Return the figures of a page, and the answer that was checked where there was one."""
    figure, port = Figure(page.label), free_port()
    answer = None
    try:
        begun = time.monotonic()
        with serving(site.command(port), port, site.environment) as server:
            measured = _Measured(server, site, page, effort, figure)
            answer = measured.first(begun)
            if not page.whole:
                measured.under_load(answer)
            figure.memory = server.memory()
    except (NotOfferedError, TooSlowError, ServerError, OSError) as error:
        figure.problem = str(error)
    except WrongPageError as error:
        figure.problem, figure.wrong = f"refused: {error}", True
    return figure, answer


def check(page: BenchmarkPage, answer: TimedAnswer) -> None:
    """Raise WrongPageError unless the answer shows what the page must."""
    problem = f"status {answer.status}" if answer.status != OK else page.check(answer.body)
    if problem:
        raise WrongPageError(problem)


@dataclass(frozen=True)
class _Measured:
    """A page that is being measured; what is found goes into `figure`."""

    server: BenchmarkServer
    site: BenchmarkSite
    page: BenchmarkPage
    effort: Effort
    figure: Figure

    @property
    def limit(self) -> float:
        """How many seconds an answer may take."""
        return self.effort.limit * (PATIENCE if self.page.whole else 1)

    def ask(self, address: str, headers: Mapping[str, str] = COMPRESSED) -> TimedAnswer:
        return ask(self.server.port, address, self.limit, headers)

    def first(self, begun: float) -> TimedAnswer:
        """Return an answer that was found right, and note what is told without load."""
        page, figure = self.page, self.figure
        cold = first_answer(self.server.port, page.address, self.limit, self.server.check)
        figure.cold = time.monotonic() - begun
        check(page, cold)
        figure.size = len(cold.sent)
        if self.site.reads_ahead and not page.whole:
            self.wake()
        second = self.ask(page.address)
        check(page, second)
        figure.compressed = len(second.sent) if "content-encoding" in second.headers else None
        figure.alone = (second.seconds if page.whole else self.alone()) * 1000
        return second

    def wake(self) -> None:
        """Have every worker answer once: the system deals out connections, so many that none is left out."""
        connections = CHANCES * self.site.workers
        with ThreadPoolExecutor(connections) as threads:
            for answer in threads.map(lambda _: self.ask(self.page.address), range(connections)):
                check(self.page, answer)

    def alone(self) -> float:
        """Return how many seconds a request takes that has the server for itself: the fastest of a few."""
        times: list[float] = []
        while len(times) < ALONE and sum(times) < ENOUGH:
            address = self.page.variant(len(times))
            answer = self.ask(address)
            if answer.status != OK:
                raise WrongPageError(f"{address} has status {answer.status}")
            times.append(answer.seconds)
        return min(times)

    def under_load(self, answer: TimedAnswer) -> None:
        """Note how the page holds under load. The answer is its second, which may come out of a cache."""
        page, seconds, headers = self.page, answer.seconds, dict(COMPRESSED)
        if page.conditional:
            headers["If-None-Match"] = self.tag(answer)
            seconds = self.ask(page.address, headers).seconds
        for turn, connections in enumerate(self.effort.connections, start=1):
            if not page.conditional:
                addresses = variants(page, turn * ADDRESSES, ADDRESSES)
                order = LoadOrder(self.server.port, addresses, connections, headers)
                self.hold(order, (self.figure.alone or 0) / 1000, self.figure.uncached)
            order = LoadOrder(self.server.port, [page.address], connections, headers)
            self.hold(order, seconds, self.figure.cached)

    def hold(self, order: LoadOrder, alone: float, column: dict[int, Load]) -> None:
        """Note in a column how the server held, or why nobody can tell."""
        try:
            column[order.connections] = measure_load(order, alone, self.site.workers, self.effort)
        except LoadError as error:
            self.figure.problem = f"{order.connections} connections: {error}"

    def tag(self, answer: TimedAnswer) -> str:
        """Return the page's entity tag, with which it answers that nothing has changed."""
        found = answer.headers.get("etag")
        if not found:
            raise NotOfferedError("it has no ETag")
        again = self.ask(self.page.address, COMPRESSED | {"If-None-Match": found})
        if again.status != NOT_MODIFIED or again.sent:
            raise WrongPageError(f"unchanged, but status {again.status}")
        return found
