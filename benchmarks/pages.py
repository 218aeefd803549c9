"""The pages that are measured: addresses, many that differ and take the same work, and what must stand on them."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from benchmarks.facts import WORD
from benchmarks.generator.words import COMMON

PAGE_SIZE = 50
DEEP = 1000
# With a parameter, though one that changes nothing, it is made anew each time; without, it is kept.
MADE_CSV = "/people.csv?utm_source=benchmark"

Facts = Mapping[str, Any]
# Says what is wrong with a page, or nothing.
Check = Callable[[str], str]


@dataclass(frozen=True)
class BenchmarkPage:
    """A page, or another answer.

    Attributes:
        name: By which goals find it.
        label: What the table calls it.
        address: The one address that is asked again and again for "cached", and checked.
        variant: Returns the address of a number; different ones for different numbers, as far as there are any.
        check: What must stand at `address`.
        whole: Whether it is asked for once only, because it is long.
        conditional: Whether it is asked with the tag that it was answered with, and must answer 304.
    """

    name: str
    label: str
    address: str
    variant: Callable[[int], str]
    check: Check
    whole: bool = False
    conditional: bool = False


def probe_pages(facts: Facts) -> list[BenchmarkPage]:
    """Return Probe's pages, with what the made-up data has them show."""
    hub, campaign = facts["hubs"][0], facts["met_hub_in_category"]
    filtered = f"/people/?role=campaign&contact={hub['slug']}"
    everybody = partial(shows_people, facts["people"])
    # A parameter that means nothing makes an address of its own of which the page takes note; the work is the same.
    return [
        BenchmarkPage("overview", "overview", "/", marked("/"), partial(has, f"{facts['people']:,} people")),
        BenchmarkPage("people", "people", "/people/", marked("/people/"), everybody),
        BenchmarkPage(
            "filtered", "people by role and hub", filtered, hub_pages(facts), partial(shows_people, campaign)
        ),
        deep_page(facts),
        counted("worded", "people by how a word begins", f"/people/?q={WORD}", facts["worded"], "person", "people"),
        counted("meetings", "meetings by kind", "/meetings/?kind=message", facts["messages"], "meeting", "meetings"),
        counted(
            "allegations",
            "allegations answered",
            "/allegations/?answered=answered",
            facts["answered"],
            "allegation",
            "allegations",
        ),
        counted("timeline", "timeline of roles", "/timeline/?kind=role", facts["roles"], "entry", "entries"),
        BenchmarkPage(
            "search", "search, common word", f"/search/?q={COMMON}", marked(f"/search/?q={COMMON}"), has_found
        ),
        profile(facts),
        BenchmarkPage(
            "hub", f"hub, {hub['meetings']:,} meetings", f"/people/{hub['slug']}/", marked_hub(hub), is_about(hub, 20)
        ),
        path(facts),
        BenchmarkPage("unchanged", "people, unchanged", "/people/", marked("/people/"), everybody, conditional=True),
        api(facts),
        BenchmarkPage(
            "csv",
            "people as CSV",
            MADE_CSV,
            lambda _: MADE_CSV,
            partial(has_rows, facts["people"]),
            whole=True,
        ),
    ]


def counted(name: str, label: str, address: str, *told: Any) -> BenchmarkPage:
    """Return a list that says how long it is, as `number_of` does."""
    return BenchmarkPage(name, label, address, marked(address), partial(has, number_of(*told)))


def number_of(number: int, one: str, many: str) -> str:
    """Return the number with what it counts."""
    return f"{number:,} {one if number == 1 else many}"


def marked(address: str) -> Callable[[int], str]:
    """Return a function that adds a parameter to an address, which means nothing."""
    joint = "&" if "?" in address else "?"
    return lambda number: f"{address}{joint}x{number}=1"


def marked_hub(hub: Mapping[str, Any]) -> Callable[[int], str]:
    """Return the addresses of the hub's profile."""
    return marked(f"/people/{hub['slug']}/")


def hub_pages(facts: Facts) -> Callable[[int], str]:
    """Return the addresses that list who of a role category met a hub, hub by hub."""
    hubs = [hub["slug"] for hub in facts["hubs"]]
    return lambda number: f"/people/?role=campaign&contact={hubs[number % len(hubs)]}&x{number}=1"


def deep_page(facts: Facts) -> BenchmarkPage:
    """Return page 1,000 of the list, or the last where there are fewer."""
    last = -(-facts["people"] // PAGE_SIZE)
    number = min(DEEP, last)
    rows = PAGE_SIZE if number < last else facts["people"] - (last - 1) * PAGE_SIZE

    def variant(place: int) -> str:
        return f"/people/?page={max(1, number - place % 200)}&x{place}=1"

    return BenchmarkPage(
        "deep", f"people, page {number:,}", f"/people/?page={number}", variant, partial(has_cards, rows)
    )


def profile(facts: Facts) -> BenchmarkPage:
    """Return the profile of somebody who met others once to three times."""
    people = facts["ordinary"]
    return BenchmarkPage(
        "profile",
        "profile",
        f"/people/{people[0]['slug']}/",
        lambda number: f"/people/{people[number % len(people)]['slug']}/?x{number // len(people)}=1",
        is_about(people[0], 1),
    )


def path(facts: Facts) -> BenchmarkPage:
    """Return the page that says how two people are connected."""
    start, goal, steps = facts["way"]
    people = [one["slug"] for one in facts["ordinary"]]

    def variant(number: int) -> str:
        size = len(people)
        return f"/network/path/?from={people[number % size]}&to={people[(number // size + number * 7 + 1) % size]}"

    said = "1 step from" if steps == 1 else f"{steps} steps from"
    return BenchmarkPage(
        "path", f"path of {steps}", f"/network/path/?from={start}&to={goal}", variant, partial(has, said)
    )


def api(facts: Facts) -> BenchmarkPage:
    """Return the API's list."""
    last = min(200, -(-facts["people"] // PAGE_SIZE))
    sorts = ("gallery", "name")

    def variant(number: int) -> str:
        return f"/api/v1/people/?sort={sorts[number // last % 2]}&page={number % last + 1}"

    return BenchmarkPage("api", "API, people", "/api/v1/people/", variant, partial(has_results, facts["people"]))


def has(text: str, body: str) -> str:
    """Say so if the text doesn't stand on a page, however its lines are broken."""
    plain = " ".join(re.sub(r"<[^>]*>", " ", body).split())
    return "" if text in plain else f"“{text}” is not on the page"


def has_cards(number: int, body: str) -> str:
    """Say so if not that many people are listed."""
    found = len(re.findall(r'class="card\b', body))
    return "" if found == number else f"{found} people are listed, not {number}"


def shows_people(number: int, body: str) -> str:
    """Say so if not that many people are counted, or the first page of them isn't listed."""
    return has(number_of(number, "person", "people"), body) or has_cards(min(number, PAGE_SIZE), body)


def has_found(body: str) -> str:
    """Say so if nothing was found."""
    return "" if "<mark" in body else "nothing was found"


def is_about(person: Mapping[str, Any], meetings: int) -> Check:
    """Return what says so if a profile isn't the person's, or has fewer meetings than so many."""

    def check(body: str) -> str:
        found = len(re.findall(r'class="when"', body))
        wanted = min(meetings, person["meetings"])
        return has(person["name"], body) or ("" if found >= wanted else f"{found} lines, not {wanted}")

    return check


def has_results(number: int, body: str) -> str:
    """Say so if the API doesn't count that many people, or leaves the first page of them out."""
    told = json.loads(body)
    right = told["count"] == number and len(told["results"]) == min(number, PAGE_SIZE)
    return "" if right else f"{len(told['results'])} of {told['count']} results, not of {number}"


def has_rows(number: int, body: str) -> str:
    """Say so if a CSV doesn't have that many rows under its header."""
    rows = csv.reader(io.StringIO(body))
    found = sum(1 for _ in rows) - 1
    return "" if found == number else f"{found} rows, not {number}"


def variants(page: BenchmarkPage, start: int, number: int) -> list[str]:
    """Return that many addresses of the page, from a place on that no other load has come to."""
    return [page.variant(place) for _, place in zip(range(number), count(start), strict=False)]
