"""The filters of people that the admin and the overview use."""

from typing import Any

import pytest

from people.models import Person
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def names(people: Any) -> list[str]:
    return sorted(str(person) for person in people)


@pytest.fixture
def pictured() -> None:
    make_person("Cy", slide=1)
    make_person("Bob", slide=2)
    make_person("Ann", slide=10)
    make_person("Dee")
    make_person("Abe")
    make_person("Eve", slide=4, published=False)


@pytest.mark.usefixtures("pictured")
@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (["gallery"], ["Ann", "Bob", "Cy"]),
        (["mentioned"], ["Abe", "Dee"]),
        (["gallery", "mentioned"], ["Abe", "Ann", "Bob", "Cy", "Dee"]),
        ([], ["Abe", "Ann", "Bob", "Cy", "Dee"]),
    ],
)
def test_by_appearance_finds_people_to_whom_any_choice_applies(choices: list[str], found: list[str]) -> None:
    assert names(Person.public.by_appearance(choices)) == found


@pytest.mark.usefixtures("pictured")
def test_in_gallery_lists_whom_the_gallery_shows_in_its_order() -> None:
    assert [person.name for person in Person.public.in_gallery()] == ["Cy", "Bob", "Ann"]
