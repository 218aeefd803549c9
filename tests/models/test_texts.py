"""Names and sentences are tidied, and have a limit, by whatever way they are written."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, models, transaction

from people.fields import LimitedField, TidyField
from people.models import Alias, Organisation, Passage, Person, Role
from people.seeding import SeedError, seed
from people.vocabulary import OrganisationKind
from tests.factories import make_alias, make_organisation, make_passage, make_person, make_role
from tests.seed import edit, make_seed

pytestmark = pytest.mark.django_db

UNTIDY = "\u202eHo\u00adpe\u00a0 Hi\u200bcks\n"
UNSEEN = "It has nothing but characters that can't be seen."
FIELDS = {"slug": "firm", "kind": OrganisationKind.COMPANY}

Write = Callable[[str], object]


def save(name: str) -> None:
    Organisation(name=name, **FIELDS).save()


def bulk_create(name: str) -> None:
    Organisation.objects.bulk_create([Organisation(name=name, **FIELDS)])


def get_or_create(name: str) -> None:
    Organisation.objects.get_or_create(name=name, defaults=FIELDS)


def update_or_create(name: str) -> None:
    make_organisation("Firm", slug="firm")
    Organisation.objects.update_or_create(slug="firm", defaults={"name": name})


def update(name: str) -> None:
    make_organisation("Firm", slug="firm")
    Organisation.objects.update(name=name)


def bulk_update(name: str) -> None:
    firm = make_organisation("Firm", slug="firm")
    firm.name = name
    Organisation.objects.bulk_update([firm], ["name"])


def load(name: str, directory: Path) -> None:
    entry = {"model": "people.organisation", "fields": {"name": name, **FIELDS}}
    load_entries(directory, entry)


def load_entries(directory: Path, *entries: dict[str, Any]) -> None:
    path = directory / "entries.json"
    path.write_text(json.dumps(entries))
    call_command("loaddata", path, verbosity=0)


@pytest.fixture(params=[save, bulk_create, get_or_create, update_or_create, update, bulk_update, load])
def write(request: pytest.FixtureRequest, tmp_path: Path) -> Write:
    """A way to store an organisation of some name."""
    way: Any = request.param

    def write(name: str) -> None:
        with transaction.atomic():
            load(name, tmp_path) if way is load else way(name)

    return write


def test_name_is_tidied(write: Write) -> None:
    write(UNTIDY)
    assert [firm.name for firm in Organisation.objects.all()] == ["Hope Hicks"]


def test_name_that_can_not_be_seen_is_refused(write: Write) -> None:
    with pytest.raises(ValidationError, match=UNSEEN):
        write("\u200b\u3164")
    assert not Organisation.objects.filter(name="").exists()


def test_name_of_white_space_is_refused(write: Write) -> None:
    with pytest.raises(ValidationError, match=UNSEEN):
        write(" \u00a0\u2028")
    assert not Organisation.objects.filter(name="").exists()


def test_name_that_is_too_long_is_refused(write: Write) -> None:
    with pytest.raises(ValidationError, match=r"name.*It has 1,201 characters; at most 200\."):
        write("n" * 1_201)
    assert [firm.name for firm in Organisation.objects.exclude(name="Firm")] == []


def test_name_is_as_long_as_it_is_tidied(write: Write) -> None:
    write("n" * 200 + "\u200b " * 50)
    assert [firm.name for firm in Organisation.objects.all()] == ["n" * 200]


def test_name_that_is_the_same_once_tidied_is_not_stored_twice(write: Write) -> None:
    make_organisation("Hope Hicks", slug="hope-hicks")
    with suppress(IntegrityError):  # get_or_create finds it
        write(UNTIDY)
    assert [firm.slug for firm in Organisation.objects.exclude(name="Firm")] == ["hope-hicks"]


def test_alias_that_is_the_same_once_tidied_fails_validation() -> None:
    ann = make_alias(make_person("Ann"), "Hope Hicks").person
    with pytest.raises(ValidationError, match="Alias with this Person and Name already exists"):
        Alias(person=ann, name=UNTIDY).full_clean()


def test_name_is_looked_for_as_it_is_stored() -> None:
    make_person("Hope Hicks")
    assert [person.name for person in Person.objects.filter(name=UNTIDY)] == ["Hope Hicks"]
    assert [person.name for person in Person.objects.filter(name__in=[UNTIDY])] == ["Hope Hicks"]


def test_what_derives_from_a_name_derives_from_the_tidied_one() -> None:
    person = make_person(UNTIDY)
    assert (person.name, person.sort_name, person.slug) == (
        "Hope Hicks",
        "Hicks, Hope",
        "hope-hicks",
    )
    assert make_role(person, "Press\u200b  aide").title_slug == "press-aide"


def test_sort_name_of_white_space_is_made_of_the_name() -> None:
    assert make_person("Hope Hicks", sort_name=" \u00a0").sort_name == "Hicks, Hope"


def test_summary_is_one_paragraph() -> None:
    person = make_person(summary="Worked for\nthe campaign.\r\n\r\nLeft.")
    assert Person.objects.get(pk=person.pk).summary == "Worked for the campaign. Left."


def test_text_that_may_be_blank_may_be_white_space() -> None:
    person = make_person(description=" \u00a0\n")
    assert Person.objects.get(pk=person.pk).description == ""


def test_text_that_may_be_blank_may_not_be_invisible() -> None:
    with pytest.raises(ValidationError, match=f"description.*{UNSEEN}"):
        make_person(description="\u200b")


def test_text_of_a_passage_is_stored_as_it_is() -> None:
    text = "A  sen\u00adtence.\n"
    passage = make_passage(text=text)
    assert Passage.objects.get(pk=passage.pk).text == text


def test_text_of_a_passage_has_a_limit() -> None:
    with pytest.raises(ValidationError, match=r"text.*It has 10,001 characters; at most 10,000\."):
        make_passage(text="t" * 10_001)


def test_loading_names_the_entry_and_the_text_that_is_refused(tmp_path: Path) -> None:
    person = {"slug": "ann", "name": "Ann", "sort_name": "Ann", "summary": "s" * 2_345}
    message = "person ann: summary: It has 2,345 characters; at most 2,000."
    with pytest.raises(ValidationError, match=message):
        load_entries(tmp_path, {"model": "people.person", "fields": person})


def test_text_over_the_limit_from_before_there_was_one_is_left_alone() -> None:
    person = make_person()
    models.QuerySet(Person).filter(pk=person.pk).update(summary=models.Value("s" * 2_001, models.TextField()))
    person.refresh_from_db()
    person.passages.add(make_passage())
    Person.objects.update(description="Somebody")
    assert Person.objects.values_list("description").get(summary="s" * 2_001) == ("Somebody",)


def test_seeding_tidies_and_changes_nothing_the_second_time(tmp_path: Path) -> None:
    directory = make_seed(tmp_path)
    edit(directory, "roles", "title: Adviser", 'title: "Ad\\u200bviser\\u00a0 "')
    seed(directory)
    tallies = seed(directory).tallies
    assert [tally.changed + tally.created for tally in tallies] == [0] * len(tallies)
    assert "Adviser" in Role.objects.values_list("title", flat=True)


def test_seeding_names_the_entry_and_the_text_that_is_refused(tmp_path: Path) -> None:
    directory = make_seed(tmp_path)
    edit(directory, "roles", "title: Adviser", f"title: {'t' * 1_345}")
    message = r"roles\.yaml, entry \d+ \(ida-fenn-adviser\): title: It has 1,345 characters; at most 200\.$"
    with pytest.raises(SeedError, match=message):
        seed(directory)


def test_every_text_that_somebody_writes_has_a_limit() -> None:
    fields = [field for model in apps.get_app_config("people").get_models() for field in model._meta.concrete_fields]
    texts = [field for field in fields if isinstance(field, models.TextField) and field.editable]
    assert [field for field in texts if not isinstance(field, LimitedField)] == []


def test_every_name_and_sentence_is_tidied() -> None:
    """All but text of others, and what has a form of its own: addresses, dates, choices and places."""
    formed = (models.SlugField, models.URLField, models.FileField)
    fields = [field for model in apps.get_app_config("people").get_models() for field in model._meta.concrete_fields]
    texts = [
        f"{field.model.__name__}.{field.name}"
        for field in fields
        if isinstance(field, models.CharField | models.TextField)
        and field.editable
        and not field.choices
        and not isinstance(field, (TidyField, *formed))
    ]
    assert sorted(texts) == [
        "Meeting.date",
        "Outcome.date",
        "Passage.digest",
        "Passage.section",
        "Passage.text",
        "Role.end",
        "Role.start",
        "Source.covers_until",
        "Source.date",
        "Statement.date",
    ]
