"""Former slugs: by whatever way somebody writes, an old address never comes to show another entry."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client

from people.models import Organisation, Person, Role, SlugRedirect
from people.seeding import SeedError, seed
from tests.factories import make_organisation, make_person, make_role, rename
from tests.seed import edit, make_seed

pytestmark = pytest.mark.django_db

LEFT = r"“john-smith” was the address of John Smith \(john-smith-2\) and still redirects there\."

Give = Callable[[str], object]


def redirects() -> list[tuple[str, str]]:
    """Return each former slug with the entry that it leads to."""
    return [(former.slug, str(former.entry)) for former in SlugRedirect.objects.all()]


def slugs() -> dict[str, str]:
    return dict(Person.objects.values_list("name", "slug"))


@pytest.fixture
def john() -> Person:
    """John Smith, who had another address before."""
    john = make_person("John Smith")
    rename(john, "john-smith-2")
    return john


def save(slug: str) -> None:
    Person(name="Other", slug=slug).save()


def rename_with_update_fields(slug: str) -> None:
    other = make_person("Other", slug="other")
    other.slug = slug
    other.save(update_fields=["slug"])


def bulk_create(slug: str) -> None:
    Person.objects.bulk_create([Person(name="First", slug="first"), Person(name="Other", slug=slug)])


def ignore_conflicts(slug: str) -> None:
    Person.objects.bulk_create([Person(name="Other", slug=slug)], ignore_conflicts=True)


def get_or_create(slug: str) -> None:
    Person.objects.get_or_create(slug=slug, defaults={"name": "Other"})


def update_or_create(slug: str) -> None:
    make_person("Other", slug="other")
    Person.objects.update_or_create(name="Other", defaults={"slug": slug})


def update(slug: str) -> None:
    make_person("Other", slug="other")
    Person.objects.filter(name="Other").update(slug=slug)


def load(slug: str, directory: Path) -> None:
    path = directory / "entries.json"
    fields = {"name": "Other", "sort_name": "Other", "slug": slug}
    path.write_text(json.dumps([{"model": "people.person", "fields": fields}]))
    call_command("loaddata", path, verbosity=0)


@pytest.fixture(
    params=[
        save,
        rename_with_update_fields,
        bulk_create,
        ignore_conflicts,
        get_or_create,
        update_or_create,
        update,
        load,
    ]
)
def give(request: pytest.FixtureRequest, tmp_path: Path) -> Give:
    """A way to give a slug to somebody called Other."""
    way: Any = request.param

    def give(slug: str) -> None:
        with transaction.atomic():
            load(slug, tmp_path) if way is load else way(slug)

    return give


def test_slug_that_redirects_to_another_is_refused(john: Person, give: Give) -> None:
    with pytest.raises(ValidationError, match=LEFT):
        give("john-smith")
    assert (slugs().get("Other", "other"), redirects()) == ("other", [("john-smith", "John Smith")])


def test_slug_that_no_address_can_hold_is_refused(give: Give) -> None:
    for slug in ("John-Smith", "john/smith", "john smith", "jöhn", "j" * 121):
        with pytest.raises(ValidationError, match=f"“{slug}” can't be a slug: write small letters"):
            give(slug)


@pytest.mark.parametrize("way", [bulk_create, ignore_conflicts, update, load])
def test_slug_that_nothing_makes_is_not_left_blank(way: Any, tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="“” can't be a slug"), transaction.atomic():
        load("", tmp_path) if way is load else way("")


def test_slug_that_was_nobodys_is_taken(john: Person, give: Give) -> None:
    give("somebody")
    assert slugs()["Other"] == "somebody"


def test_slug_that_is_left_redirects_however_it_is_changed(john: Person) -> None:
    Person.objects.filter(pk=john.pk).update(slug="js")
    john.refresh_from_db()
    john.slug = "jsm"
    Person.objects.bulk_update([john], ["slug"])
    execute("UPDATE people_person SET slug = 'smith' WHERE slug = 'jsm'")
    assert redirects() == [(slug, "John Smith") for slug in ("john-smith", "john-smith-2", "js", "jsm")]


def test_slug_that_is_put_back_leads_nowhere(john: Person, client: Client) -> None:
    for slug in ("john-smith", "john-smith-2", "john-smith"):
        rename(john, slug)
    assert redirects() == [("john-smith-2", "John Smith")]
    Person.objects.filter(pk=john.pk).update(slug="john-smith-2")
    assert redirects() == [("john-smith", "John Smith")]


def test_slug_is_not_read_where_another_field_is_saved(john: Person) -> None:
    john.slug, john.description = "somebody", "A man"
    john.save(update_fields=["description"])
    assert (slugs(), redirects()) == ({"John Smith": "john-smith-2"}, [("john-smith", "John Smith")])


def test_slug_may_be_given_on_once_its_redirect_is_deleted(john: Person, give: Give) -> None:
    SlugRedirect.objects.all().delete()
    give("john-smith")
    assert slugs()["Other"] == "john-smith"


def test_slugs_of_an_entry_are_free_once_it_is_deleted(john: Person, give: Give) -> None:
    john.delete()
    give("john-smith")
    assert slugs()["Other"] == "john-smith"
    assert [former for former, _ in redirects() if former.startswith("john")] == []


def test_slug_may_redirect_to_an_entry_of_another_noun(john: Person) -> None:
    role = make_role(john, slug="john-smith")
    rename(role, "johns-role")
    make_organisation("Smith", slug="john-smith")
    assert [str(entry) for entry in Role.objects.formerly("john-smith")] == ["Adviser"]


def test_slug_that_redirects_fails_validation_beside_its_field(john: Person) -> None:
    with pytest.raises(ValidationError) as refusal:
        Person(name="Other", slug="john-smith").full_clean()
    assert list(refusal.value.message_dict) == ["slug"]


def test_slug_from_before_the_rule_stays(john: Person) -> None:
    execute("UPDATE people_person SET slug = 'John_Smith' WHERE slug = 'john-smith-2'")
    john.refresh_from_db()
    john.description = "A man"
    john.full_clean()
    john.save()
    assert Person.objects.values_list("slug", "description").get() == ("John_Smith", "A man")


def test_seed_names_whose_slug_it_was(tmp_path: Path) -> None:
    directory = make_seed(tmp_path)
    firm = make_organisation("Firm", slug="council")
    rename(firm, "firm")
    reason = "kind: site “campaign”, file “government”; name: site “Firm”, file “Council of Port Ellery”"
    kept = [str(result) for result in seed(directory).kept]
    assert kept == [f"kept      organisations/council: {reason}; slug: site “firm”, file “council”"]
    assert [*Organisation.objects.values_list("slug", flat=True)] == ["blue-heron", "firm"]


def test_seed_refuses_a_slug_that_no_address_can_hold(tmp_path: Path) -> None:
    directory = make_seed(tmp_path)
    edit(directory, "organisations", "slug: council", "slug: Council")
    with pytest.raises(SeedError, match=r"entry 1 \(Council\): slug: “Council” can't be a slug: write small letters"):
        seed(directory)


def test_dump_of_renamed_entries_can_be_loaded(john: Person, tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    call_command("dumpdata", "people", output=path, verbosity=0)
    SlugRedirect.objects.all().delete()
    john.delete()
    call_command("loaddata", path, verbosity=0)
    assert (slugs(), redirects()) == ({"John Smith": "john-smith-2"}, [("john-smith", "John Smith")])


def test_dump_can_be_loaded_where_somebody_has_renamed_the_entry_back(john: Person, tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    call_command("dumpdata", "people", output=path, verbosity=0)
    rename(john, "john-smith")
    call_command("loaddata", path, verbosity=0)
    assert (slugs(), redirects()) == ({"John Smith": "john-smith-2"}, [("john-smith", "John Smith")])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people_organisation SET slug = 'firm' WHERE slug = 'other'",
        "UPDATE people_organisation SET slug = CASE slug WHEN 'other' THEN 'firm' ELSE slug END",
        "INSERT INTO people_organisation (slug, name, kind, updated_at) VALUES"
        + ", ".join(f"('{slug}', '{slug}', 'party', '2020-01-01')" for slug in ("third", "firm")),
    ],
)
def test_slug_that_redirects_is_refused_by_the_database(statement: str) -> None:
    rename(make_organisation("Firm", slug="firm"), "company")
    make_organisation("Other", slug="other")
    with pytest.raises(IntegrityError, match=r"was the address of .* and still redirects there"), transaction.atomic():
        execute(statement)
    assert sorted(Organisation.objects.values_list("slug", flat=True)) == ["company", "other"]


def test_deleting_by_hand_frees_the_slugs() -> None:
    rename(make_organisation("Firm", slug="firm"), "company")
    execute("DELETE FROM people_organisation")
    assert SlugRedirect.objects.count() == 0


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
