"""Page, API, CSV, JSON, feed and facets of a list say the same, and what an oracle of our own works out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st
from rest_framework.throttling import AnonRateThrottle

from people.pages.lists import LISTS
from tests.agreement.asking import PAGE_SIZE, ClientSite
from tests.agreement.days import first_day, last_day
from tests.agreement.oracle import Oracle
from tests.agreement.people import NONE, Query
from tests.agreement.world import (
    BODIES,
    BY_OTHER_MEANS,
    CATEGORIES,
    HARD,
    KINDS,
    NAMESAKES,
    NOTHING_TOLD,
    ONE_OF_TWO_ANSWERS,
    PEOPLE,
    STANCES,
    STANDINGS,
    TIES,
    TITLES,
    World,
    build,
    worlds,
)
from tests.properties import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_small_pages", "_no_rate")]


@pytest.fixture(scope="module")
def _small_pages() -> Iterator[None]:
    """Pages of readers hold as few entries as those of the API."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("people", "meetings", "allegations"):
            patch.setitem(LISTS, name, LISTS[name]._replace(page_size=int(PAGE_SIZE)))
        yield


@pytest.fixture(scope="module")
def _no_rate() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(AnonRateThrottle.THROTTLE_RATES, "anon", None)
        yield


def some(values: Any, most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(list(values)), max_size=most, unique=True)


def one_of(*values: str) -> st.SearchStrategy[list[str]]:
    return st.sampled_from([[], *([value] for value in values)])


SINCE = one_of("2019-12-31", "2020-01-01", "2020-01-02", "2021-06-01T12:00:00Z", "2021-06-01T12:00:01Z")
PEOPLE_QUERIES = st.fixed_dictionaries(
    {
        "q": one_of("young", "mead word3", "éditeur", "table", "manager"),
        "role": some([*CATEGORIES, NONE]),
        "title": some([*TITLES, NONE]),
        "organisation": some([*BODIES, NONE]),
        "contact": some(PEOPLE),
        "contact_kind": some(["in-person", "message", "dinner", NONE]),
        "allegations": some(["any", "none", "answered", "unanswered"]),
        "reply": some(STANCES),
        "appears": some(["gallery", "pictured", "mentioned"]),
        "updated_since": SINCE,
        "sort": one_of("gallery", "name", "contacts"),
    }
)
MEETING_QUERIES = st.fixed_dictionaries(
    {"kind": some(KINDS), "date": some(["recorded", NONE]), "person": some(PEOPLE), "updated_since": SINCE}
)
ALLEGATION_QUERIES = st.fixed_dictionaries(
    {
        "standing": some(STANDINGS),
        "answered": some(["answered", "unanswered"]),
        "reply": some(STANCES),
        "person": some(PEOPLE),
        "updated_since": SINCE,
    }
)
TIMELINE_QUERIES = st.fixed_dictionaries(
    {
        "person": some(PEOPLE),
        "kind": some(["role", "meeting", "hearing", "statement"]),
        "category": some([*CATEGORIES, NONE]),
        "from": one_of("2016-02", "2016-03-15", "2017"),
        "to": one_of("2016-02", "2016-03-14", "2016-03-15"),
    }
)
NETWORK_QUERIES = st.fixed_dictionaries(
    {
        "line": some(["in-person", "message", *TIES]),
        "around": some(PEOPLE),
        "steps": one_of("1", "2"),
        "contact": some(PEOPLE, 1),
        "allegations": one_of("answered", "none"),
        "role": some([*CATEGORIES, NONE], 1),
    }
)
ENTRY_QUERIES = st.fixed_dictionaries(
    {
        "meetings": MEETING_QUERIES,
        "allegations": ALLEGATION_QUERIES,
        "timeline": TIMELINE_QUERIES,
        "network": NETWORK_QUERIES,
    }
)
# The choices of facets that a page always prints.
ALWAYS = {
    "people": {
        "contact_kind": ["in-person", "conversation", "message", "interview", "dinner", NONE],
        "role": [*CATEGORIES, NONE],
        "allegations": ["any", "none", "answered", "unanswered"],
        "reply": STANCES,
        "appears": ["gallery", "pictured", "mentioned"],
    },
    "meetings": {
        "kind": ["in-person", "conversation", "message", "hearing", "interview", "dinner"],
        "date": ["recorded", NONE],
    },
    "allegations": {"answered": ["answered", "unanswered"], "standing": STANDINGS, "reply": STANCES},
}
# Those of which any number may be printed, and none that would list nothing.
SOME = {
    "people": {"contact": PEOPLE, "title": [*TITLES, NONE], "organisation": [*BODIES, NONE]},
    "meetings": {"person": PEOPLE},
    "allegations": {"person": PEOPLE},
}


@contextmanager
def standing(world: World) -> Iterator[tuple[ClientSite, Oracle]]:
    """Have the world stand in the database as long as the block lasts."""
    with transaction.atomic():
        build(world)
        yield ClientSite(Client()), Oracle(world)
        transaction.set_rollback(True)


def known(query: Query, oracle: Oracle) -> Query:
    """Return the query without values that are no choices in this world, and without parameters left empty."""
    shown = {
        "title": {NONE, *(role.title for _, role in oracle.roles)},
        "organisation": {NONE, *(role.body for _, role in oracle.roles)},
        **{name: {PEOPLE[one] for one in oracle.people} for name in ("contact", "person", "around")},
        # For a word that nobody has, the site takes the nearest spelling, of which the oracle knows nothing.
        "q": {text for text in query.get("q", []) if all(map(oracle.is_known, text.split()))},
    }
    kept = {name: [one for one in values if one in shown.get(name, values)] for name, values in query.items()}
    if "to" in kept and any(last_day(end) < first_day(start) for end in kept["to"] for start in kept.get("from", [])):
        kept["to"] = []  # which ends before it begins
    return {name: values for name, values in kept.items() if values}


def check_list(site: ClientSite, oracle: Oracle, noun: str, query: Query) -> None:
    """See that everything which lists the noun lists the same."""
    query = known(query, oracle)
    listed = getattr(oracle, f"list_{noun}")
    expected = listed(query)
    for way in ("page", "api", "csv", "json"):
        assert (way, query, getattr(site, way)(noun, query)) == (way, query, expected)
    unsorted = {name: values for name, values in query.items() if name != "sort"}
    assert (query, site.feed(noun, query)) == (query, sorted(listed(unsorted)))
    counted, printed = site.facets(noun, query), site.printed_facets(noun, query)
    numbers = {
        (name, value): len(listed(query | {name: [value]})) if known({name: [value]}, oracle) else 0
        for name, values in (ALWAYS[noun] | SOME[noun]).items()
        for value in values
    }
    for found in (counted, printed):
        assert (query, {one: found.get(one, 0) for one in numbers}) == (query, numbers)
    assert counted.keys() >= {(name, value) for name, values in ALWAYS[noun].items() for value in values}


@examples(8)
@given(world=worlds, query=PEOPLE_QUERIES)
@example(BY_OTHER_MEANS, {"contact": ["cy-mead"], "contact_kind": ["message"]})
@example(BY_OTHER_MEANS, {"contact": ["bob-young"], "contact_kind": ["in-person"], "sort": ["contacts"]})
@example(BY_OTHER_MEANS, {"sort": ["contacts"]})
@example(ONE_OF_TWO_ANSWERS, {"allegations": ["answered"]})
@example(ONE_OF_TWO_ANSWERS, {"allegations": ["unanswered"], "updated_since": ["2021-06-01"]})
@example(BY_OTHER_MEANS, {"updated_since": ["2021-06-01T12:00:00Z"]})
@example(NAMESAKES, {"sort": ["contacts"]})
@example(NAMESAKES, {"title": ["manager"], "role": ["business"], "sort": ["name"]})
@example(BY_OTHER_MEANS, {"q": ["manager"]})
@example(NOTHING_TOLD, {"appears": ["pictured"]})
@example(NOTHING_TOLD, {"role": [NONE], "organisation": [NONE, "bank"]})
@example(NOTHING_TOLD, {"contact_kind": [NONE, "message"]})
@example(NAMESAKES, {"q": ["mead"], "appears": ["mentioned"], "sort": ["name"]})
def test_people_are_the_same_wherever_they_are_listed(world: World, query: Query) -> None:
    with standing(world) as (site, oracle):
        check_list(site, oracle, "people", query)
        check_reasons(site, oracle, query)


@examples(8)
@given(world=worlds, queries=ENTRY_QUERIES)
@example(BY_OTHER_MEANS, {"meetings": {"person": ["cy-mead"], "kind": ["in-person"]}, "network": {"line": ["message"]}})
@example(ONE_OF_TWO_ANSWERS, {"allegations": {"answered": ["unanswered"], "person": ["bob-young"]}})
@example(NAMESAKES, {"allegations": {"answered": ["answered"]}, "timeline": {"category": ["business"]}})
@example(BY_OTHER_MEANS, {"meetings": {"person": ["cy-mead", "bob-young"]}, "timeline": {"to": ["2016-03-15"]}})
@example(ONE_OF_TWO_ANSWERS, {"allegations": {"person": ["bob-young", "ann-young"]}})
@example(ONE_OF_TWO_ANSWERS, {"allegations": {"person": ["ann-young"]}})
@example(NOTHING_TOLD, {"meetings": {"date": [NONE]}, "timeline": {"category": [NONE]}, "network": {"role": [NONE]}})
@example(NAMESAKES, {"timeline": {"from": ["2017"]}, "network": {"around": ["cy-mead"], "steps": ["2"]}})
def test_entries_are_the_same_wherever_they_are_listed(world: World, queries: dict[str, Query]) -> None:
    with standing(world) as (site, oracle):
        for noun in ("meetings", "allegations"):
            check_list(site, oracle, noun, queries.get(noun, {}))
        check_timeline(site, oracle, queries.get("timeline", {}))
        check_network(site, oracle, queries.get("network", {}))


def check_reasons(site: ClientSite, oracle: Oracle, query: Query) -> None:
    """See that everybody is listed for the right meetings, jobs and allegations; words are tested elsewhere."""
    query = {name: values for name, values in known(query, oracle).items() if name != "q"}
    expected = {slug: oracle.reasons(PEOPLE.index(slug), query) for slug in oracle.list_people(query)}
    assert (query, site.reasons(query)) == (query, expected)


def check_timeline(site: ClientSite, oracle: Oracle, query: Query) -> None:
    query = known(query, oracle)
    rows = site.document("/timeline/", query).texts("", "what")
    assert (query, rows) == (query, oracle.list_timeline(query))


def check_network(site: ClientSite, oracle: Oracle, query: Query) -> None:
    query = known(query, oracle)
    html = site.body("/network/?" + "&".join(f"{name}={value}" for name, values in query.items() for value in values))
    rows = re.findall(r'<th scope="row">\s*<a href="/people/([-\w]+)/"', html)
    assert (query, sorted(rows)) == (query, sorted(oracle.list_network(query)))


@pytest.mark.parametrize("world", HARD)
def test_profile_says_what_its_person_did_and_answered(world: World) -> None:
    with standing(world) as (site, oracle):
        for person in oracle.people:
            page = site.document(f"/people/{PEOPLE[person]}/")
            told = [*page.texts("a", href="#contacts"), *page.texts("a", href="#allegations")]
            assert (PEOPLE[person], told) == (PEOPLE[person], oracle.summary(person))


@pytest.mark.parametrize("world", HARD)
@pytest.mark.parametrize(("view", "tag"), [("cards", "li"), ("table", "td")])
def test_people_are_listed_with_whom_they_met_and_what_they_answered(world: World, view: str, tag: str) -> None:
    with standing(world) as (site, oracle):
        pages = [site.document("/people/", {"view": [view], "page": [str(number)]}) for number in (1, 2, 3)]
        told = [text for page in pages for text in page.texts(tag) if re.match(r"[1-9]\d* (contact|allegation)", text)]
        expected = [words for slug in oracle.list_people({}) for words in oracle.summary(PEOPLE.index(slug))]
        assert told == expected
