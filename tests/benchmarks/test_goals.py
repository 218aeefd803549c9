from typing import Any

import pytest

from benchmarks.figures import Figure, Run
from benchmarks.goals import outcomes, shown
from benchmarks.load.figures import Load

FILTERED = "people by role and hub, against Datasette's filter and facet"


def run(size: int = 100_000, database: str = "sqlite", **pages: Figure) -> Run:
    return Run(size, database, sites={"Probe": pages})


def loaded(rate: float, median: float = 1, p99: float = 2, **fields: Any) -> Figure:
    return Figure("a page", uncached={2: Load(1, 1, 1), 16: Load(rate, median, p99)}, **fields)


def outcome(runs: list[Run], goal: str) -> list[tuple[str, str, bool | None]]:
    return [(one.wanted, one.measured, one.met) for one in outcomes(runs) if one.goal == goal]


@pytest.mark.parametrize(("rate", "told"), [(400, ("≥ 20×", "20×", True)), (100, ("≥ 20×", "5×", False))])
def test_ratio_is_taken_under_the_most_connections(rate: float, told: tuple[str, str, bool]) -> None:
    measured = run(filtered=loaded(rate))
    measured.sites["Datasette"] = {"filtered": loaded(20)}
    assert outcome([measured], FILTERED) == [told]


def test_goal_that_does_not_hold_at_a_size_is_neither_met_nor_missed() -> None:
    measured = run(10_000, filtered=loaded(400))
    measured.sites["Datasette"] = {"filtered": loaded(20)}
    assert outcome([measured], FILTERED) == [("", "20×", None)]


def test_number_that_can_not_be_had_says_why() -> None:
    measured = run(filtered=Figure("people by role and hub", "no answer within 60 s"))
    assert outcome([measured], FILTERED) == [
        ("≥ 20×", "not to be had: Probe, people by role and hub: no answer within 60 s", None)
    ]


def test_site_that_is_not_there_says_why() -> None:
    measured = run(filtered=loaded(400))
    measured.sites["Datasette"] = {"": Figure("", "it reads SQLite alone")}
    assert outcome([measured], FILTERED) == [("≥ 20×", "not to be had: Datasette: it reads SQLite alone", None)]


def test_bound_from_above_is_missed_by_more() -> None:
    assert outcome([run(people=loaded(1, queries=[6, 1]))], "queries of the list") == [("≤ 5", "6", False)]


def test_worst_page_makes_the_tail() -> None:
    measured = run(people=loaded(1, 10, 20), profile=loaded(1, 10, 45))
    assert outcome([measured], "99th percentile against the median, worst page") == [("≤ 3×", "4.5×", False)]


def test_growth_is_from_ten_thousand_people_to_the_most() -> None:
    runs = [run(size, search=loaded(1, median)) for size, median in ((38, 1), (1_000_000, 30), (10_000, 20))]
    assert outcome(runs, "growth of the median: search") == [("≤ 1.5×", "1.5×", True)]


def test_growth_is_told_of_each_database_alone() -> None:
    runs = [run(10_000, search=loaded(1)), run(100_000, "postgresql", search=loaded(1))]
    assert outcome(runs, "growth of the median: search") == []


def test_import_is_judged_by_what_the_database_can() -> None:
    runs = [run(database=name) for name in ("sqlite", "postgresql")]
    for one in runs:
        one.imported = {"own": 45, "raw": 100}
    told = [outcome(runs, goal) for goal in ("import against executemany", "import against COPY")]
    assert told == [[("≥ 0.4×", "0.45×", True)], [("≥ 0.5×", "0.45×", False)]]


@pytest.mark.parametrize(
    ("number", "text"), [(12345.6, "12,346"), (12.34, "12.3"), (3.0, "3"), (1.234, "1.2"), (0.01234, "0.012")]
)
def test_numbers_have_as_many_places_as_mean_something(number: float, text: str) -> None:
    assert shown(number) == text
