from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.pages import has, has_results, has_rows, is_about, probe_pages, shows_people, variants

FACTS: dict[str, Any] = {
    "people": 38,
    "hubs": [{"slug": "ann", "name": "Ann", "meetings": 30}, {"slug": "bob", "name": "Bob", "meetings": 20}],
    "ordinary": [{"slug": "cee", "name": "Cee", "meetings": 2}, {"slug": "dee", "name": "Dee", "meetings": 1}],
    "way": ("cee", "dee", 1),
    "met_hub_in_category": 5,
    "worded": 4,
    "messages": 7,
    "answered": 6,
    "roles": 90,
}
CARD = '<li class="card">'


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (lambda body: has("9,654 people", body), "<b>9,654</b>\n people", "9,655 people"),
        (lambda body: shows_people(2, body), f"2 people {CARD}{CARD}", f"3 people {CARD}{CARD}"),
        (lambda body: shows_people(2, body), f"2 people {CARD}{CARD}", f"2 people {CARD}"),
        (lambda body: shows_people(1, body), f"1 person {CARD}", "1 person"),
        (lambda body: shows_people(80, body), f"80 people {CARD * 50}", f"80 people {CARD * 80}"),
        (lambda body: has_results(1, body), '{"count": 1, "results": [1]}', '{"count": 1, "results": []}'),
        (lambda body: has_rows(1, body), 'name\n"Ann,\nBee"\n', "name\n"),
        (is_about({"name": "Ann", "meetings": 2}, 20), 'Ann <p class="when"><p class="when">', 'Ann <p class="when">'),
    ],
)
def test_check_finds_what_is_wrong(check: Callable[[str], str], right: str, wrong: str) -> None:
    assert [check(right), bool(check(wrong))] == ["", True]


def test_uncached_addresses_differ() -> None:
    pages = [page for page in probe_pages(FACTS) if page.name not in {"api", "csv", "path"}]
    assert [len(set(variants(page, 0, 100))) for page in pages] == [100] * len(pages)


def test_loads_share_no_address() -> None:
    (people,) = [page for page in probe_pages(FACTS) if page.name == "people"]
    assert set(variants(people, 0, 100)) & set(variants(people, 100, 100)) == set()


def test_pages_have_names_of_their_own() -> None:
    names = [page.name for page in probe_pages(FACTS)]
    assert sorted(set(names)) == sorted(names)
