"""The tables, as Markdown. Every number in them comes out of the results."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.figures import Figure, Results, Run
from benchmarks.goals import GoalResult, shown
from benchmarks.load.figures import Load

NONE = "–"
MARKS = {True: "met", False: "missed", None: ""}
EXPLAINED = """\
Loads are told as answers a second · median · 99th percentile in ms, by number of connections. **Uncached**: each
request is for another address. **Cached**: all are for the same. ~ is no measurement but an upper bound: what one
request alone allows, where a load would take too long.\
"""


def report(results: Results) -> str:
    """Return everything as one text."""
    head = f"{results.machine}. {results.tools}."
    lines = [head, "", EXPLAINED, ""]
    for run in results.runs:
        lines += [f"### {run.people:,} people, {run.database}", "", *about(run), "", *pages(run), ""]
    return "\n".join([*lines, "### Goals", "", *goals(results.goals), ""])


def about(run: Run) -> Iterator[str]:
    """Yield what is told of the data, and of what has no row in the table."""
    made = f", made and written in {run.loading:,.0f} s" if run.loading else ""
    yield (
        f"{run.date}; {run.busy} processes wanted the processor when it began. {run.rows:,} rows{made}. "
        f"Loads of {run.seconds} s."
    )
    if run.facets is not None:
        yield f"All facet counts under a filter: {shown(run.facets)} ms."
    if told := run.imported:
        own, raw = (f"{told[name]:,.0f} rows/s" for name in ("own", "raw"))
        rows = f"{told['people']:,} people ({told['rows']:,} rows)"
        yield f"Import of {rows}: {own} by `seed`, {raw} by the database's own means."


def pages(run: Run) -> Iterator[str]:
    """Yield the table of the pages of all sites."""
    figures = [figure for site in run.sites.values() for figure in site.values()]
    connections = sorted({number for figure in figures for number in (*figure.uncached, *figure.cached)})
    loads = [f"{column}, {number}" for column in ("uncached", "cached") for number in connections]
    yield from table(
        ["site", "page", "queries, again", "kB, gzip", "first 200, s", "MB", "alone, ms", *loads, "what is missing"],
        ([name, *row(figure, connections)] for name, site in run.sites.items() for figure in site.values()),
    )


def row(figure: Figure, connections: Sequence[int]) -> list[str]:
    """Return the cells of a page."""
    return [
        figure.label,
        f"{figure.queries[0]}, {figure.queries[1]}" if figure.queries else NONE,
        f"{kilobytes(figure.size)}, {kilobytes(figure.compressed)}",
        cell(figure.cold),
        cell(figure.memory),
        cell(figure.alone),
        *(load(loads.get(number)) for loads in (figure.uncached, figure.cached) for number in connections),
        figure.problem,
    ]


def load(held: Load | None) -> str:
    """Return the cell of a load."""
    if held is None:
        return NONE
    if held.median is None or held.p99 is None:
        return f"~{shown(held.rate)}"
    return f"{shown(held.rate)} · {shown(held.median)} · {shown(held.p99)}"


def kilobytes(size: int | None) -> str:
    """Return a number of bytes in kilobytes (10^3 bytes)."""
    return NONE if size is None else shown(size / 1000)


def cell(number: float | None) -> str:
    """Return a number, or what stands for none."""
    return NONE if number is None else shown(number)


def goals(outcomes: Iterable[GoalResult]) -> Iterator[str]:
    """Yield the table of the goals."""
    yield from table(
        ["goal", "where", "wanted", "measured", ""],
        ([one.goal, one.where, one.wanted, one.measured, MARKS[one.met]] for one in outcomes),
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; what would end a cell is written otherwise."""
    for cells in (heads, ["---"] * len(heads), *rows):
        yield f"| {' | '.join(' '.join(one.replace('|', '/').split()) for one in cells)} |"
