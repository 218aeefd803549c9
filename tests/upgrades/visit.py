"""Reads every page of a site and writes every noun, in a process of its own: `manage.py shell` runs `visit`."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver, reverse

from people.index import data_version
from people.models import (
    Alias,
    Allegation,
    Meeting,
    Organisation,
    Outcome,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)
from people.search.maintenance import search_triggers_of
from people.vocabulary import Capacity, OrganisationKind
from tests import factories

# What is changed of each, in an order in which all can be deleted.
CHANGES: dict[Any, tuple[str, Any]] = {
    Outcome: ("summary", "The choir forgave both."),
    Response: ("summary", "Sang, but in tune."),
    Statement: ("summary", "Sang once more."),
    Tie: ("summary", "They sing together."),
    Role: ("title", "Conductor"),
    Alias: ("name", "The singer"),
    Allegation: ("claim", "There was no tune."),
    Meeting: ("place", "A meadow"),
    Participation: ("capacity", Capacity.WITNESS),
    Person: ("summary", "Sings in the meadow."),
    Organisation: ("kind", OrganisationKind.PARTY),
    Passage: ("position", 1_000),
    Source: ("publisher", "The Evening Paper"),
}
ENTRIES: dict[str, Any] = {
    "people": Person.public,
    "meetings": Meeting.public,
    "allegations": Allegation.public,
    "organisations": Organisation.public,
    "sources": Source.public,
}

# What some addresses have to be asked.
QUESTIONS = {
    "search/suggest/": "q=ann",
    "people/compare/": "p=ann-b&p=bob-cee",
    "people/compare/suggest/": "p=ann-b&p=bob",
    "people/choices/": "parameter=contact",
    "people/choices/suggest/": "parameter=contact&term=a",
    "network/choices/": "parameter=contact",
    "network/choices/suggest/": "parameter=contact&term=a",
    "network/suggest/": "parameter=around&around=a",
    "network/path/suggest/": "parameter=from&from=a",
    "meetings/choices/": "parameter=person",
    "meetings/choices/suggest/": "parameter=person&term=a",
    "allegations/choices/": "parameter=person",
    "allegations/choices/suggest/": "parameter=person&term=a",
    "timeline/choices/": "parameter=person",
    "timeline/choices/suggest/": "parameter=person&term=a",
}
# Pages without which nobody would know some addresses, and how they name them.
NAMED = {"/data/": re.compile('href="(/data/[^"]+)"'), "/sitemap.xml": re.compile("<loc>http://localhost(/[^<]+)")}


@override_settings(SECURITY_CONTACT="security@probe.example")  # without it, one address answers 404
def visit() -> None:
    """Read the site as it is, write every noun in every way, and read all lists again; delete all entries in the end.

    Prints what is wrong, and nothing where all is well.
    """
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    read(client, chain(lists(), pages()))
    check()
    created = list(create())
    for entry in rows():
        change(entry)
    read(client, lists())
    check()
    client.force_login(User.objects.get(is_superuser=True))
    read(client, editors_pages())
    for entry in reversed(created):
        write(entry, "delete")
    for entry in rows():
        write(entry, "delete")
    check()
    call_command("migrate", check_unapplied=True, verbosity=0)
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def rows() -> Iterator[Any]:
    """Yield every entry that is still there when its turn comes."""
    return (entry for model in CHANGES for entry in model.objects.all())


def create() -> Iterator[Any]:
    """Yield new entries, each of which needs none of those that follow."""
    yield (source := factories.make_source("The Weekly"))
    yield (passage := factories.make_passage(source, "slide-9"))
    cited: dict[str, Any] = {"passages": [passage]}
    yield (organisation := factories.make_organisation("The meadow’s choir"))
    people = [factories.make_person(name, **cited) for name in ("Eve Eff", "Gus Gee", "Hal Haitch")]
    yield from people
    yield factories.make_alias(people[0], "Evie", **cited)
    yield factories.make_role(people[0], organisation=organisation, **cited)
    yield (meeting := factories.make_meeting(*people[:2], organisation=organisation, **cited))
    yield Participation.objects.create(meeting=meeting, person=people[2])
    yield factories.make_tie(people[0], people[1], **cited)
    yield (allegation := factories.make_allegation(*people, **cited))
    yield factories.make_response(allegation, people[0], **cited)
    yield factories.make_outcome(allegation, **cited)
    yield (statement := factories.make_statement(people[0], **cited))
    statement.others.add(people[1])


def change(entry: Any) -> None:
    """Change the entry."""
    field, value = CHANGES[type(entry)]
    setattr(entry, field, value)
    write(entry, "save")


def write(entry: Any, verb: str) -> None:
    """Save or delete the entry; complain where the data are of the same version afterwards."""
    name, before = f"{type(entry).__name__} “{entry}”", data_version()
    getattr(entry, verb)()
    if data_version() == before:
        complain(f"{name}: {verb} leaves the version of the data")


def read(client: Client, addresses: Iterable[str]) -> None:
    """Read the addresses, and those that only their pages name; complain where one doesn't answer."""
    waiting = list(addresses)
    for address in waiting:
        response: Any = client.get(address, follow=True)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        if response.status_code != 200:
            complain(f"{address} answers {response.status_code}")
        if address in NAMED:
            waiting += NAMED[address].findall(content.decode())


def check() -> None:
    """Complain where the search index is wrong."""
    for difference in search_triggers_of(connection).check():
        complain(str(difference))


def lists() -> Iterator[str]:
    """Yield the addresses that need no argument."""
    for route, arguments in routes(get_resolver()):
        if not arguments:
            yield f"/{route}?{QUESTIONS[route]}" if route in QUESTIONS else f"/{route}"


def pages() -> Iterator[str]:
    """Yield the addresses of every entry that readers see."""
    for route, arguments in routes(get_resolver()):
        noun = next((noun for noun in ENTRIES if f"{noun}/" in route), None)
        if arguments == ["slug"] and noun:
            yield from (f"/{route}".replace("<slug:slug>", entry.slug) for entry in ENTRIES[noun].all())


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every address of the site as it is written in `urls`, with its arguments; not the admin's."""
    for pattern in resolver.url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif not route.startswith("admin/") and "^" not in route:
            yield route, list(pattern.pattern.converters)


def editors_pages() -> Iterator[str]:
    """Yield the addresses of the admin's lists, and of the form of the first row of each."""
    yield reverse("admin:index")
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        yield from (reverse(f"{name}_change", args=[row.pk]) for row in model._default_manager.all()[:1])


def complain(problem: str) -> None:
    """Print the problem."""
    sys.stdout.write(f"{problem}\n")
