"""Seeding an empty site, and seeding it again."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Meeting, Person, Role, Statement
from people.seeding import Tally
from people.seeding.files import kinds_in
from tests.factories import make_person
from tests.seed import edit
from tests.seeding.conftest import everything, everything_but_times, seeded, sizes

pytestmark = pytest.mark.django_db


def test_seed_creates_each_entry(directory: Path) -> None:
    assert seeded(directory) == [Tally(name, created=size) for name, size in sizes(directory).items()]


def test_seed_twice_changes_nothing(directory: Path) -> None:
    seeded(directory)
    before = everything()
    assert seeded(directory) == [Tally(name, unchanged=size) for name, size in sizes(directory).items()]
    assert everything() == before


def test_seed_stores_values_lists_and_derived_columns(directory: Path) -> None:
    seeded(directory)
    role = Role.objects.get(slug="ida-fenn-adviser")
    assert (role.person.slug, role.title, role.start) == ("ida-fenn", "Adviser", "2014-02")
    assert role.title_slug == "adviser"
    assert (role.start_earliest, role.start_latest) == (dt.date(2014, 2, 1), dt.date(2014, 2, 28))
    assert [str(passage) for passage in role.passages.all()] == ["pier/slide-5/1"]


def test_seed_writes_nothing_that_is_unchanged(directory: Path) -> None:
    seeded(directory)
    with CaptureQueriesContext(connection) as queries:
        seeded(directory)
    writing = ("INSERT", "UPDATE", "DELETE")
    assert [query["sql"] for query in queries if query["sql"].startswith(writing)] == []


def test_seed_changes_an_edited_value(directory: Path) -> None:
    seeded(directory)
    edit(directory, "roles", "start: 2014-02", "start: 2014-03-15")
    assert [tally for tally in seeded(directory) if tally.changed] == [Tally("roles", changed=1, unchanged=1)]
    role = Role.objects.get(slug="ida-fenn-adviser")
    assert (role.start, role.start_earliest) == ("2014-03-15", dt.date(2014, 3, 15))


def test_seed_changes_an_edited_list(directory: Path) -> None:
    seeded(directory)
    edit(directory, "statements", "[[pier, slide-6, 3]]", "[[pier, slide-6, 1], [pier, slide-6, 3]]")
    assert [tally for tally in seeded(directory) if tally.changed] == [Tally("statements", changed=1, unchanged=1)]
    passages = Statement.objects.get(slug="dunmore-pier").passages.all()
    assert [str(passage) for passage in passages] == ["pier/slide-6/1", "pier/slide-6/3"]


def test_seed_clears_a_value_that_the_file_leaves_out(directory: Path) -> None:
    seeded(directory)
    edit(directory, "meetings", "    times: 2\n", "")
    seeded(directory)
    assert Meeting.objects.get(slug="lunches").times is None


def test_seed_leaves_alone_what_never_was_in_a_file(directory: Path) -> None:
    seeded(directory)
    person = make_person("Ann Bee")
    before = everything()
    seeded(directory)
    assert everything() == before
    assert person in Person.public.all()


def test_seed_keeps_references_of_renamed_organisations(directory: Path) -> None:
    seeded(directory)
    edit(directory, "organisations", "name: Council of Port Ellery", "name: Town Council")
    seeded(directory)
    assert str(Role.objects.get(slug="ida-fenn-adviser")) == "Adviser, Town Council"


def test_seed_agrees_with_loaddata(directory: Path) -> None:
    paths = [str(kind.path(directory)) for kind in kinds_in(directory)]
    call_command("loaddata", *paths, verbosity=0)
    before = everything_but_times()
    assert seeded(directory) == [Tally(name, unchanged=size) for name, size in sizes(directory).items()]
    call_command("loaddata", *paths, verbosity=0)
    assert everything_but_times() == before
