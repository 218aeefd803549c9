"""Files of portraits: named by what they show, kept once, and deleted once neither a row nor the log has them."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from PIL import Image
from pytest_django.fixtures import Settings

from people.changes import forget, revision, undo
from people.models import Person
from people.vocabulary import RevisionKind
from tests.factories import make_person

pytestmark = pytest.mark.django_db

BESIDE = {"portrait_alt": "Ann at a desk", "portrait_credit": "Eve", "portrait_licence": "CC0"}


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def upload(colour: str = "red", name: str = "ann at home.png") -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (8, 8), colour).save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue())


def make(name: str = "Ann", colour: str = "red", **fields: Any) -> Person:
    return make_person(name, portrait=upload(colour), **BESIDE | fields)


def name_of(person: Person) -> str:
    return str(person.portrait.name)


def files(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def test_portrait_is_stored_as_webp_named_by_its_digest(media: Path) -> None:
    person = make()
    person.refresh_from_db()
    assert files(media) == [name_of(person)]
    assert name_of(person).removeprefix("portraits/").removesuffix(".webp").isalnum()
    with Image.open(media / name_of(person)) as image:
        assert image.format == "WEBP"


def test_portrait_is_its_owner_s_alone(media: Path) -> None:
    path = media / name_of(make())
    assert (oct(path.stat().st_mode)[-3:], oct(path.parent.stat().st_mode)[-3:]) == ("600", "700")


def test_portrait_that_is_no_picture_is_refused_whichever_way_it_comes_in(media: Path) -> None:
    with pytest.raises(ValidationError), transaction.atomic():
        make_person("Ann", portrait=SimpleUploadedFile("a.png", b"no picture"), **BESIDE)
    with pytest.raises(ValidationError), transaction.atomic():
        Person.objects.bulk_create([Person(name="Bob", slug="bob", portrait=ContentFile(b"no", name="a"), **BESIDE)])
    assert files(media) == []


def test_same_portrait_of_two_is_stored_once(media: Path) -> None:
    names = [make(name).portrait.name for name in ("Ann", "Bob")]
    assert files(media) == [names[0]] == [names[1]]


def test_portrait_that_was_written_by_half_is_written_again(media: Path) -> None:
    name = name_of(make())
    whole = (media / name).read_bytes()
    (media / name).write_bytes(whole[:20])
    make("Bob")
    assert ((media / name).read_bytes(), files(media)) == (whole, [name])


def test_saving_again_makes_nothing_anew(media: Path) -> None:
    person = make()
    name, written = name_of(person), (media / name_of(person)).stat().st_mtime_ns
    person.summary = "Advised."
    person.save()
    assert (person.portrait.name, (media / name).stat().st_mtime_ns) == (name, written)


def replace(person: Person) -> None:
    person.portrait = upload("blue")
    person.save()


def clear(person: Person) -> None:
    person.portrait = ""
    person.save(update_fields=["portrait"])


def update(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(portrait="")


def bulk_update(person: Person) -> None:
    person.portrait = ""
    Person.objects.bulk_update([person], ["portrait"])


def delete(person: Person) -> None:
    person.delete()


def delete_queryset(person: Person) -> None:
    Person.objects.filter(pk=person.pk).delete()


WAYS = [replace, clear, update, bulk_update, delete, delete_queryset]


@pytest.mark.parametrize("way", WAYS)
def test_portrait_that_nobody_has_any_more_stays_until_the_log_forgets_it(
    media: Path, way: Any, django_capture_on_commit_callbacks: Any
) -> None:
    person = make()
    name = name_of(person)
    key = person.pk
    with django_capture_on_commit_callbacks(execute=True):
        way(person)
    assert name in files(media)
    with django_capture_on_commit_callbacks(execute=True):
        forget("person", key)
    assert name not in files(media)


def test_portrait_comes_back_with_an_undo(media: Path) -> None:
    person = make()
    name = name_of(person)
    with revision(RevisionKind.EDIT) as done:
        delete(person)
    undo(done)
    assert (Person.objects.get().portrait.name, files(media)) == (name, [name])


def test_portrait_that_somebody_else_has_or_had_stays(media: Path, django_capture_on_commit_callbacks: Any) -> None:
    ann, bob, cay = make("Ann"), make("Bob", published=False), make("Cay", "blue")
    dan = make("Dan", "blue")
    keys = [person.pk for person in (ann, cay)]
    with django_capture_on_commit_callbacks(execute=True):
        delete_queryset(ann)
        clear(cay)
        clear(dan)
        for key in keys:
            forget("person", key)
    assert files(media) == sorted([name_of(bob), name_of(make("Eve", "blue"))])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_portrait_that_can_not_be_deleted_stops_nobody(media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = make()
    key = person.pk
    person.delete()
    monkeypatch.setattr(FileSystemStorage, "delete", fail)
    forget("person", key)
    assert (Person.objects.count(), len(files(media))) == (0, 1)


def fail(*_: Any) -> None:
    raise PermissionError


def test_portrait_named_by_a_fixture_is_taken_as_it_is(media: Path, tmp_path: Path) -> None:
    person = make()
    name = name_of(person)
    fixture = tmp_path / "people.json"
    call_command("dumpdata", "people.person", output=str(fixture), verbosity=0)
    fixture.write_text(fixture.read_text().replace(name_of(person), "portraits/old name.jpg"))
    call_command("loaddata", str(fixture), verbosity=0)
    assert Person.objects.get().portrait.name == "portraits/old name.jpg"
    assert files(media) == ["people.json", name]
