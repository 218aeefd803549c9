"""Places in galleries besides the first: each gallery has a slide 5 of its own."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from people.models import Appearance, Source
from people.models.removal import Removal, delete
from tests.factories import make_passage, make_person, make_source

pytestmark = pytest.mark.django_db

FIRST = "“First” is the first gallery: write the place in it into the person’s field “slide”."


@pytest.fixture
def first() -> Source:
    """The first source that has slides; the one before it has none."""
    make_passage(make_source("Article"), "paragraph-1")
    return make_passage(make_source("First")).source


@pytest.fixture
def second(first: Source) -> Source:
    return make_source("Second", slug="second")


def test_two_people_are_on_slide_5_of_different_galleries(second: Source) -> None:
    make_person("Ann", slide=5)
    assert Appearance.objects.create(source=second, person=make_person("Bob"), slide=5).pk


def test_one_person_is_in_several_galleries(second: Source) -> None:
    ann = make_person("Ann", slide=5)
    for source, slide in ((second, 5), (make_source("Third"), 1)):
        Appearance.objects.create(source=source, person=ann, slide=slide)
    assert list(ann.appearances.values_list("source__title", "slide")) == [("Second", 5), ("Third", 1)]


@pytest.mark.parametrize(
    ("same_person", "slide", "told"),
    [
        (False, 5, "This slide of the gallery shows somebody else."),
        (True, 6, "Another slide of the gallery shows this person already."),
        (False, 0, "Slides are counted from 1."),
    ],
)
def test_place_that_can_not_be_is_refused(second: Source, same_person: bool, slide: int, told: str) -> None:
    ann = make_person("Ann")
    Appearance.objects.create(source=second, person=ann, slide=5)
    place = Appearance(source=second, person=ann if same_person else make_person("Bob"), slide=slide)
    with pytest.raises(ValidationError) as caught:
        place.full_clean()
    assert caught.value.messages == [told]
    with pytest.raises(IntegrityError), transaction.atomic():
        place.save()


WAYS: dict[str, Callable[[Any, Any, Any], object]] = {
    "clean": lambda place, _, first: Appearance(source=first, person=place.person, slide=5).clean(),
    "create": lambda place, _, first: Appearance.objects.create(source=first, person=place.person, slide=5),
    "bulk_create": lambda place, _, first: Appearance.objects.bulk_create(
        [Appearance(source=first, person=place.person, slide=5)]
    ),
    "update": lambda place, rows, first: rows.update(source=first),
    "update by key": lambda place, rows, first: rows.update(source_id=first.pk),
    "bulk_update": lambda place, rows, first: rows.bulk_update([place], ["source"]),
}


@pytest.mark.parametrize("write", WAYS.values(), ids=WAYS)
def test_place_in_the_first_gallery_is_the_person_s_own(first: Source, second: Source, write: Any) -> None:
    place = Appearance.objects.create(source=second, person=make_person("Ann"), slide=5)
    place.source = first
    with pytest.raises(ValidationError) as caught:
        write(place, Appearance.objects.all(), first)
    assert caught.value.messages == [FIRST]


def test_gallery_in_which_people_are_can_not_be_deleted_but_with_their_places(second: Source) -> None:
    Appearance.objects.create(source=second, person=make_person("Ann"), slide=5)
    with pytest.raises(ProtectedError):
        second.delete()
    delete(Source.objects.filter(pk=second.pk), Removal.DELETE)
    assert (Appearance.objects.count(), Source.objects.filter(title="Second").count()) == (0, 0)


def test_fixture_names_gallery_and_person(second: Source, tmp_path: Any) -> None:
    Appearance.objects.create(source=second, person=make_person("Ann", slug="ann"), slide=5)
    path = tmp_path / "places.json"
    names = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    call_command("dumpdata", "people.appearance", output=str(path), verbosity=0, **names)
    Appearance.objects.all().delete()
    call_command("loaddata", str(path), verbosity=0)
    call_command("loaddata", str(path), verbosity=0)
    assert list(Appearance.objects.values_list("source__slug", "person__slug", "slide")) == [("second", "ann", 5)]
