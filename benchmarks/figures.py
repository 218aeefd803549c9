"""What is told of a page, of a size, and of the whole: what the JSON file holds."""

from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.load.figures import Load

COLUMNS = ("uncached", "cached")


@dataclass
class Figure:
    """What was measured of a page. What could not be had is None, and `problem` says why.

    Attributes:
        label: What the page is called.
        problem: Why something is missing; empty where nothing is.
        wrong: Whether the page was refused, because it didn't show what it must.
        cold: Seconds from the start of the server until the whole page was there.
        alone: Milliseconds that one request takes while there is no other.
        size: Bytes of the body as it is.
        compressed: Bytes of the body for who takes gzip; None where the site doesn't compress it.
        memory: Megabytes (10^6 bytes) that the largest worker held at most.
        queries: How many queries it took, when it was asked for the first time and the second.
        uncached: The load by number of connections, where each address differs from those before.
        cached: Likewise, where the address is always the same.
    """

    label: str
    problem: str = ""
    wrong: bool = False
    cold: float | None = None
    alone: float | None = None
    size: int | None = None
    compressed: int | None = None
    memory: float | None = None
    queries: list[int] | None = None
    uncached: dict[int, Load] = field(default_factory=dict)
    cached: dict[int, Load] = field(default_factory=dict)


@dataclass
class Run:
    """What was measured at one size in one database.

    Attributes:
        people: How many people there were, those included whom readers don't see.
        database: `sqlite` or `postgresql`.
        date: When.
        busy: How many processes wanted the processor just before; more than it has cores makes figures doubtful.
        rows: How many rows there were.
        seconds: How long each load lasted at least.
        loading: Seconds that it took to make and write them; None where they were there already.
        sites: The figures, by site and page.
        facets: Milliseconds that all facet counts take under a filter; None where that can't be had.
        imported: Rows a second by the project's own import and by the database's own means, and how many rows.
    """

    people: int
    database: str
    date: str = ""
    busy: str = ""
    rows: int = 0
    seconds: int = 0
    loading: float | None = None
    sites: dict[str, dict[str, Figure]] = field(default_factory=dict)
    facets: float | None = None
    imported: dict[str, Any] = field(default_factory=dict)

    def figure(self, site: str, page: str) -> Figure:
        """Return the figures of a page; where it was not measured, empty ones that say why."""
        figures = self.sites.get(site, {})
        return figures.get(page) or figures.get("") or Figure(page, "not measured")


@dataclass
class Results:
    """Everything.

    Attributes:
        machine: Processor, cores, memory, system.
        tools: The versions that matter, and what put on the load.
        runs: The runs.
        goals: What the goals came to.
    """

    machine: str
    tools: str
    runs: list[Run] = field(default_factory=list)
    goals: list[Any] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Add a run, in place of a former one of that size in that database."""
        others = [one for one in self.runs if (one.people, one.database) != (run.people, run.database)]
        self.runs = sorted([*others, run], key=lambda one: (one.database == "postgresql", one.people))

    def as_dict(self) -> dict[str, Any]:
        """Return everything as JSON takes it."""
        return asdict(self)


def read_runs(told: dict[str, Any]) -> list[Run]:
    """Return the runs in what `as_dict` returned, come back from JSON."""
    return [
        Run(**{**run, "sites": {site: read_figures(pages) for site, pages in run["sites"].items()}})
        for run in told["runs"]
    ]


def read_figures(pages: dict[str, Any]) -> dict[str, Figure]:
    """Return the figures of a site's pages."""
    return {
        name: Figure(**{**page, **{column: loads(page[column]) for column in COLUMNS}}) for name, page in pages.items()
    }


def loads(column: dict[str, Any]) -> dict[int, Load]:
    """Return the loads by number of connections, which JSON makes text of."""
    return {int(number): Load(**load) for number, load in column.items()}
