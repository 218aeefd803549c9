"""What several pages show."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.exports.world import make_world
from tests.factories import make_meeting, make_passage, make_person, make_source, make_tie


@pytest.fixture
def joined_people(db: None) -> None:
    """Ann met Bob, reportedly, and recommended Cat; the source says nothing of Dan and anybody."""
    source = make_source()
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    make_person("Dan Eff")
    make_meeting(
        ann,
        bob,
        title="Lunch",
        date="2016?-12",
        standing="reported",
        passages=[make_passage(source, "slide-5", 2), make_passage(source, "slide-5", 3)],
    )
    make_tie(ann, cat, kind="recommended", summary="Bee spoke for her.", passages=[make_passage(source, "slide-7", 1)])


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    make_world(monkeypatch)


@pytest.fixture
def takes_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> Callable[[str, int], None]:
    """A function that checks how many queries an address takes once what it lists is in memory."""

    def takes_queries(address: str, number: int) -> None:
        client.get(address)
        with django_assert_num_queries(number):
            client.get(address)

    return takes_queries
