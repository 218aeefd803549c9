"""Portraits as editors upload them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from people.models import Person
from tests.admin.conftest import errors_of
from tests.factories import make_person
from tests.models.test_portrait import BESIDE, files, make, upload

Submit = Callable[..., Any]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def change(person: Person) -> str:
    return reverse("admin:people_person_change", args=[person.pk])


def test_editor_uploads_a_portrait(submit: Submit, client: Client, media: Path) -> None:
    person = make_person("Ann")
    submit(change(person), portrait=upload(), **BESIDE)
    person.refresh_from_db()
    assert files(media) == [person.portrait.name]
    response: Any = client.get(person.portrait.url)
    assert response.headers["Content-Type"] == "image/webp"
    response.close()


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        (
            "portrait_alt",
            "A portrait needs an alternative text, which says what it shows to those who don't see it.",
        ),
        ("portrait_credit", "A portrait needs a credit: who made it."),
        ("portrait_licence", "A portrait needs a licence that lets us print it."),
    ],
)
def test_form_says_at_the_field_what_a_portrait_lacks(submit: Submit, media: Path, missing: str, message: str) -> None:
    response = submit(change(make_person("Ann")), portrait=upload(), **BESIDE | {missing: " "})
    assert (errors_of(response), files(media)) == ({missing: [message]}, [])


def test_form_says_at_the_field_what_is_wrong_with_a_picture(submit: Submit, media: Path) -> None:
    picture = SimpleUploadedFile("ann.png", b"no picture")
    response = submit(change(make_person("Ann")), portrait=picture, **BESIDE)
    assert errors_of(response) == {"portrait": ["This is no JPEG, PNG, WebP or GIF picture, or it is damaged."]}
    assert files(media) == []


def test_editor_takes_a_portrait_away_which_is_kept_for_an_undo(submit: Submit, client: Client, media: Path) -> None:
    person = make()
    name, address = person.portrait.name, person.portrait.url
    submit(change(person), **{"portrait-clear": "on", "portrait": ""})
    person.refresh_from_db()
    assert (person.portrait.name, files(media), client.get(address).status_code) == ("", [name], 404)


def test_editor_saves_other_fields_and_the_portrait_stays(submit: Submit, media: Path) -> None:
    person = make()
    name = person.portrait.name
    submit(change(person), portrait="", summary="Advised.")
    person.refresh_from_db()
    assert (person.summary, person.portrait.name, files(media)) == ("Advised.", name, [name])
