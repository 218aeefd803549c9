"""Places in galleries besides the first, on a person's form."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from people.models import Appearance, Person, Source
from tests.admin.conftest import change, confirm, errors_of, fields_of, row
from tests.admin.test_forms import ADD_PERSON
from tests.admin.test_removing import delete_address, text_of
from tests.factories import make_passage, make_person, make_source

Submit = Callable[..., Any]


@pytest.fixture
def first(db: None) -> Source:
    return make_passage(make_source("First")).source


@pytest.fixture
def second(first: Source) -> Source:
    return make_source("Second")


def places(person: Person) -> list[tuple[str, int]]:
    return list(person.appearances.values_list("source__title", "slide"))


def test_form_adds_somebody_on_slide_5_of_another_gallery(submit: Submit, second: Source) -> None:
    make_person("Ann", slide=5)
    submit(ADD_PERSON, name="Bob", **row("appearances", source=second.pk, slide=5))
    bob = Person.objects.get(name="Bob")
    assert (bob.slide, places(bob)) == (None, [("Second", 5)])


def test_form_adds_a_second_place_to_somebody_on_slide_5(submit: Submit, second: Source) -> None:
    ann = make_person("Ann", slide=5)
    submit(change(ann), **row("appearances", source=second.pk, slide=7))
    ann.refresh_from_db()
    assert (ann.slide, places(ann)) == (5, [("Second", 7)])


def test_slide_of_somebody_else_is_refused_and_the_way_told(submit: Submit) -> None:
    make_person("Ann", slide=5)
    told = "This slide of the first gallery shows somebody else. For another gallery, add a place further down."
    assert errors_of(submit(ADD_PERSON, name="Bob", slide=5)) == {"slide": [told]}


@pytest.mark.parametrize(
    ("gallery", "slide", "errors"),
    [
        ("Second", 5, {"__all__": ["This slide of the gallery shows somebody else."]}),
        ("Second", 0, {"__all__": ["Slides are counted from 1."]}),
        ("Third", 9, {"__all__": ["Another slide of the gallery shows this person already."]}),
        (
            "First",
            9,
            {"source": ["“First” is the first gallery: write the place in it into the person’s field “slide”."]},
        ),
    ],
)
def test_place_that_can_not_be_is_refused_beside_its_row(
    submit: Submit, second: Source, gallery: str, slide: int, errors: dict[str, list[str]]
) -> None:
    ann, third = make_person("Ann"), make_source("Third")
    Appearance.objects.create(source=second, person=make_person("Bob"), slide=5)
    Appearance.objects.create(source=third, person=ann, slide=1)
    source = Source.objects.get(title=gallery)
    response = submit(change(ann), **row("appearances", 1, source=source.pk, slide=slide))
    expected = {f"appearances-1-{field}": messages for field, messages in errors.items()}
    assert (errors_of(response), places(ann)) == (expected, [("Third", 1)])


def test_editor_takes_a_place_away(submit: Submit, second: Source) -> None:
    ann = make_person("Ann")
    Appearance.objects.create(source=second, person=ann, slide=5)
    submit(change(ann), **{"appearances-0-DELETE": "on"})
    assert places(ann) == []


def test_second_of_two_editors_is_told_of_a_place(editor_client: Client, chief_client: Client, second: Source) -> None:
    ann = make_person("Ann")
    Appearance.objects.create(source=second, person=ann, slide=5)
    fields = fields_of(editor_client.get(change(ann)))
    chief_client.post(change(ann), fields_of(chief_client.get(change(ann))) | {"appearances-0-slide": 6})
    page = editor_client.post(change(ann), fields | {"appearances-0-slide": 7})
    assert [(note.stored, note.typed) for note in page.context["guard"].notes] == [("6", "7")]
    assert places(ann) == [("Second", 6)]


def test_person_and_gallery_are_deleted_with_the_places(chief_client: Client, second: Source) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    for slide, person in enumerate((ann, bob), start=1):
        Appearance.objects.create(source=second, person=person, slide=slide)
    for entry, told, left in ((ann, "“Second, slide 1”", [2]), (second, "“Second, slide 2”", [])):
        page = chief_client.get(delete_address(entry))
        assert told in text_of(page)
        confirm(chief_client, page, "delete")
        assert list(Appearance.objects.values_list("slide", flat=True)) == left


def test_list_filters_by_any_gallery(editor_client: Client, second: Source) -> None:
    bob = make_person("Bob", passages=[make_passage(second)])
    make_person("Cy")
    Appearance.objects.create(source=second, person=bob, slide=5)
    page = editor_client.get("/admin/people/person/?appears=gallery")
    assert [str(person) for person in page.context["cl"].result_list] == ["Bob"]
