import json

from benchmarks.figures import Figure, Results, Run, read_runs
from benchmarks.goals import outcomes
from benchmarks.load.figures import Load
from benchmarks.report import pages, report


def results() -> Results:
    whole = Figure("people", "", cold=1.25, alone=9, size=24_800, compressed=8_500, memory=80.4, queries=[3, 1])
    whole.uncached = {16: Load(405.2, 38.4, 81)}
    whole.cached = {16: Load(0.04, None, None, estimated=True)}
    run = Run(
        38,
        "sqlite",
        "2026-11-25",
        "0.5",
        640,
        seconds=3,
        sites={"Probe": {"people": whole}, "nginx": {"": Figure("", "not |\ninstalled")}},
    )
    run.imported = {"people": 20, "rows": 381, "own": 44.4, "raw": 43_008}
    found = Results("A machine", "wrk", [run])
    found.goals = outcomes(found.runs)
    return found


def test_table_has_a_row_for_each_page_of_each_site() -> None:
    head, _, *rows = pages(results().runs[0])
    assert head == (
        "| site | page | queries, again | kB, gzip | first 200, s | MB | alone, ms | uncached, 16 | cached, 16 "
        "| what is missing |"
    )
    assert rows == [
        "| Probe | people | 3, 1 | 24.8, 8.5 | 1.2 | 80.4 | 9 | 405 · 38.4 · 81 | ~0.04 |  |",
        "| nginx |  | – | –, – | – | – | – | – | – | not / installed |",
    ]


def test_report_tells_machine_date_import_and_goals() -> None:
    lines = report(results()).splitlines()
    assert [
        lines[0],
        [line for line in lines if line.startswith("2026")],
        [line for line in lines if line.startswith("Import")],
        [line for line in lines if line.startswith("| memory")],
    ] == [
        "A machine. wrk.",
        ["2026-11-25; 0.5 processes wanted the processor when it began. 640 rows. Loads of 3 s."],
        ["Import of 20 people (381 rows): 44 rows/s by `seed`, 43,008 rows/s by the database's own means."],
        ["| memory of a worker | 38 people, sqlite |  | 80.4 MB |  |"],
    ]


def test_results_come_back_from_json() -> None:
    assert read_runs(json.loads(json.dumps(results().as_dict()))) == results().runs


def test_run_takes_the_place_of_the_former_of_its_size() -> None:
    found = results()
    for run in (Run(10_000, "sqlite"), Run(38, "postgresql"), Run(38, "sqlite", "today")):
        found.add(run)
    assert [(run.people, run.database, run.date) for run in found.runs] == [
        (38, "sqlite", "today"),
        (10_000, "sqlite", ""),
        (38, "postgresql", ""),
    ]
