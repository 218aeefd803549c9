"""What holds for every format: nothing that readers may not see, answers beside allegations, and no more memory."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.exports.annotations import annotations
from people.exports.formats import FORMATS
from people.exports.jsonld import profile_document
from people.exports.recent_changes import everything, latest_changes
from people.exports.streaming import CHUNK
from people.models import Allegation, Person, Response, Source
from people.vocabulary import Status
from tests.exports.world import SITE
from tests.factories import (
    make_allegation,
    make_meeting,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_statement,
)

pytestmark = [pytest.mark.django_db]


def whole(name: str) -> Callable[[], str]:
    """Return what makes the text of a file with everything in it."""

    def made() -> str:
        pieces: Any = FORMATS[name].make(SITE)
        if not name.endswith(".zip"):
            return "".join(pieces)
        archive = zipfile.ZipFile(io.BytesIO(b"".join(pieces)))
        return "".join(archive.read(file).decode() for file in archive.namelist())

    return made


def annotated() -> str:
    return "".join(annotations(Source.objects.get(), f"{SITE}/annotations.json", SITE))


def profiles() -> str:
    return str([profile_document(person, SITE) for person in Person.public.for_profile()])


def changed() -> str:
    return str(latest_changes(everything()))


MAKERS = {name: whole(name) for name in FORMATS} | {"annotations": annotated, "JSON-LD": profiles, "feed": changed}
# Neither a network of people nor a timeline has a place for what is said against somebody at no time.
WITH_ALLEGATIONS = [make for name, make in MAKERS.items() if not name.startswith(("network", "timeline"))]
EVERY = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


@EVERY
@pytest.mark.usefixtures("world")
def test_format_holds_nothing_that_readers_may_not_see(make: Callable[[], str]) -> None:
    assert "DRAFT" not in make()


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("make", WITH_ALLEGATIONS)
def test_format_has_the_answer_wherever_it_has_the_allegation(make: Callable[[], str]) -> None:
    text = make()
    assert "Something happened." in text
    assert "Nothing happened." in text


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("make", WITH_ALLEGATIONS)
def test_format_drops_an_answer_that_is_withdrawn(make: Callable[[], str]) -> None:
    Response.objects.update(status=Status.DRAFT)
    assert "Nothing happened." not in make()


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("make", [make for name, make in MAKERS.items() if name.startswith(("network", "timeline"))])
def test_format_without_answers_has_no_allegation(make: Callable[[], str]) -> None:
    assert Allegation.public.exists()
    assert "The claim" not in make()


@EVERY
def test_format_is_made_of_next_to_nothing_too(make: Callable[[], str]) -> None:
    make_person()
    assert make()


def populate(number: int) -> None:
    """Make that many people, each with one of everything."""
    passage = make_passage()
    for _ in range(number):
        person = make_person(f"Person {Person.objects.count()}", passages=[passage])
        make_role(person, passages=[passage], start="2016")
        make_meeting(person, date="2016", passages=[passage])
        make_statement(person, date="2016", passages=[passage])
        make_response(make_allegation(person, passages=[passage]), person, passages=[passage])


@pytest.mark.parametrize("name", FORMATS)
def test_format_takes_as_many_queries_for_three_rows_as_for_one(name: str) -> None:
    numbers = []
    for more in (1, 2):
        populate(more)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            whole(name)()
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_format_reads_its_rows_in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    populate(3)
    monkeypatch.setattr("people.exports.streaming.CHUNK", 2)
    assert CHUNK > 100
    pieces: Iterator[Any] = iter(FORMATS["popolo.json"].make(SITE))
    with CaptureQueriesContext(connection) as queries:
        while '"Person 1"' not in next(pieces):
            continue
        read = len(queries)
        while '"Person 2"' not in next(pieces):
            continue
    assert len(queries) > read
