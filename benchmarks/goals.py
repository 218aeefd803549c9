"""The goals, each as a number of what was measured in one run on one machine."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.figures import Figure, Run
from benchmarks.load.figures import Load

PROBE = "Probe"
GROWING = ("people", "search", "profile", "path")
SMALL = 10_000
LOADED = (
    *("overview", "people", "filtered", "deep", "meetings", "allegations", "timeline"),
    *("search", "profile", "hub", "path", "api"),
)


class NotHadError(Exception):
    """A number can't be had, and why."""


class GoalResult(NamedTuple):
    """What a goal came to.

    Attributes:
        goal: What is asked for.
        where: At which size and in which database.
        wanted: The number that is asked for; empty where there is none for this size.
        measured: The number, or why there is none.
        met: Whether it is met; None where nobody can tell, or nothing is asked.
    """

    goal: str
    where: str
    wanted: str
    measured: str
    met: bool | None


@dataclass(frozen=True)
class Goal:
    """A goal that holds at one size, in one database.

    Attributes:
        name: What is asked for.
        number: Returns the number. Raises NotHadError.
        bound: The number asked for at a size; None where there is none.
        unit: What follows the number.
        least: Whether the bound is the least, not the most.
    """

    name: str
    number: Callable[[Run], float]
    bound: Callable[[int], float | None]
    unit: str
    least: bool = False


def most_loaded(loads: dict[int, Load], page: Figure) -> Load:
    """Return the figures under the most connections."""
    if not loads:
        raise NotHadError(page.problem or f"{page.label}: not measured")
    return loads[max(loads)]


def rate(run: Run, site: str, page: str, column: str = "uncached") -> float:
    """Return how many answers a second there are under the most connections."""
    figure = run.figure(site, page)
    try:
        return most_loaded(getattr(figure, column), figure).rate
    except NotHadError as error:
        raise NotHadError(f"{', '.join(filter(None, [site, figure.label]))}: {error}") from error


def median(run: Run, page: str) -> float:
    """Return the median of Probe's page under the most connections, in milliseconds."""
    found = most_loaded(run.figure(PROBE, page).uncached, run.figure(PROBE, page)).median
    if found is None:
        raise NotHadError(f"{run.figure(PROBE, page).label}: too slow to be put under load")
    return found


def against(site: str, page: str, *, own: str, column: str = "uncached") -> Callable[[Run], float]:
    """Return what divides the rate of Probe's page by that of another site's."""
    return lambda run: rate(run, PROBE, own, column) / rate(run, site, page)


def always(bound: float) -> Callable[[int], float | None]:
    """Return the same bound for every size."""
    return lambda size: bound


def at(**bounds: float) -> Callable[[int], float | None]:
    """Return the bounds of sizes, given as n38=8."""
    return lambda size: bounds.get(f"n{size}")


def worst_tail(run: Run) -> float:
    """Return the largest of the ratios of 99th percentile and median among Probe's pages."""
    pages = [run.figure(PROBE, name) for name in LOADED]
    loads = [most_loaded(page.uncached, page) for page in pages if page.uncached]
    tails = [load.p99 / load.median for load in loads if load.p99 and load.median]
    if not tails:
        raise NotHadError("no page could be put under load")
    return max(tails)


def queries(page: str, again: int) -> Callable[[Run], float]:
    """Return what tells how many queries a page took, asked for the first time (0) or the second (1)."""

    def number(run: Run) -> float:
        found = run.figure(PROBE, page).queries
        if found is None:
            raise NotHadError(run.figure(PROBE, page).problem or "not counted")
        return found[again]

    return number


def kilobytes(attribute: str) -> Callable[[Run], float]:
    """Return what tells the size of the list of people, in kilobytes (10^3 bytes)."""

    def number(run: Run) -> float:
        figure = run.figure(PROBE, "people")
        found = getattr(figure, attribute)
        if found is None:
            raise NotHadError("it is not compressed" if figure.size else figure.problem)
        return float(found) / 1000

    return number


def facets(run: Run) -> float:
    """Return how many milliseconds all facet counts take under a filter."""
    if run.facets is None:
        raise NotHadError("not measured")
    return run.facets


def imported(run: Run) -> float:
    """Return the rate of the project's own import, divided by that of the database's own means."""
    if not run.imported:
        raise NotHadError("not measured")
    return float(run.imported["own"]) / float(run.imported["raw"])


def memory(run: Run) -> float:
    """Return how many megabytes the largest worker held."""
    found = [figure.memory for figure in run.sites.get(PROBE, {}).values() if figure.memory]
    if not found:
        raise NotHadError("not measured")
    return max(found)


FILTERED = "people by role and hub"
GOALS = (
    Goal(
        f"{FILTERED}, against Datasette's filter and facet",
        against("Datasette", "filtered", own="filtered"),
        at(n38=8, n100000=20, n1000000=30),
        "×",
        least=True,
    ),
    Goal(
        f"{FILTERED}, against the usual ListView",
        against("ListView", "filtered", own="filtered"),
        at(n100000=100),
        "×",
        least=True,
    ),
    Goal(
        "people, cached, against a bare WSGI function",
        against("bare WSGI", "page", own="people", column="cached"),
        always(0.75),
        "×",
        least=True,
    ),
    Goal(
        "people, cached, against nginx's static file",
        against("nginx", "page", own="people", column="cached"),
        always(0.4),
        "×",
        least=True,
    ),
    Goal(
        "people, unchanged, against a bare WSGI function",
        against("bare WSGI", "page", own="unchanged", column="cached"),
        always(0.9),
        "×",
        least=True,
    ),
    Goal(
        "hub's profile against an ordinary one, median",
        lambda run: median(run, "hub") / median(run, "profile"),
        always(3),
        "×",
    ),
    Goal("all facet counts under a filter", facets, at(n1000000=5), " ms"),
    Goal("99th percentile against the median, worst page", worst_tail, always(3), "×"),
    Goal("queries of the list", queries("people", 0), always(5), ""),
    Goal("queries of a profile", queries("profile", 0), always(6), ""),
    Goal("queries of an unchanged page", queries("people", 1), always(1), ""),
    Goal("page of 50 people", kilobytes("size"), always(30), " kB"),
    Goal("page of 50 people, compressed", kilobytes("compressed"), always(10), " kB"),
    Goal("memory of a worker", memory, at(n100000=110, n1000000=200), " MB"),
)
IMPORTS = {
    "sqlite": Goal("import against executemany", imported, always(0.4), "×", least=True),
    "postgresql": Goal("import against COPY", imported, always(0.5), "×", least=True),
}
GROWTH = 1.5


def outcomes(runs: Sequence[Run]) -> list[GoalResult]:
    """Return what all goals came to."""
    own = [judged(goal, run) for run in runs for goal in (*GOALS, IMPORTS[run.database])]
    return [*own, *growth(runs)]


def judged(goal: Goal, run: Run) -> GoalResult:
    """Return what a goal came to in a run."""
    where = f"{run.people:,} people, {run.database}"
    bound = goal.bound(run.people)
    sign = "≥" if goal.least else "≤"
    wanted = "" if bound is None else f"{sign} {shown(bound)}{goal.unit}"
    try:
        number = goal.number(run)
    except NotHadError as error:
        return GoalResult(goal.name, where, wanted, f"not to be had: {error}", None)
    met = None if bound is None else number >= bound if goal.least else number <= bound
    return GoalResult(goal.name, where, wanted, f"{shown(number)}{goal.unit}", met)


def growth(runs: Iterable[Run]) -> Iterator[GoalResult]:
    """Yield how the medians grow from 10,000 people to the most."""
    for database in ("sqlite", "postgresql"):
        sized = sorted(
            (run for run in runs if run.database == database and run.people >= SMALL), key=lambda run: run.people
        )
        if len(sized) < 2:
            continue
        first, last = sized[0], sized[-1]
        where = f"{first.people:,} to {last.people:,} people, {database}"
        for page in GROWING:
            name, wanted = f"growth of the median: {page}", f"≤ {GROWTH}×"
            try:
                ratio = median(last, page) / median(first, page)
            except NotHadError as error:
                yield GoalResult(name, where, wanted, f"not to be had: {error}", None)
            else:
                yield GoalResult(name, where, wanted, f"{shown(ratio)}×", ratio <= GROWTH)


def shown(number: float) -> str:
    """Return a number with as many places as mean something."""
    if number >= 100:
        return f"{number:,.0f}"
    if number == int(number):
        return str(int(number))
    return f"{number:.1f}" if number >= 10 else f"{number:.2g}"
