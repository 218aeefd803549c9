"""The triggers that keep former slugs."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from people.models import Slugged, SlugRedirect
from people.slugs import after_migrate, before_migrate, triggers_of
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def unwatched() -> Iterator[None]:
    """No triggers; they are laid again afterwards."""
    triggers_of(connection).uninstall()
    yield
    after_migrate(using="default")


def test_every_table_with_slugs_has_triggers() -> None:
    tables = {model._meta.db_table for model in apps.get_models() if issubclass(model, Slugged)}
    assert set(triggers_of(connection).tables.values()) == tables


def test_migrating_leaves_the_triggers_as_they_should_be(unwatched: None) -> None:
    call_command("migrate", verbosity=0)
    assert triggers_of(connection).is_installed()


def test_migrating_where_nothing_is_to_be_done_leaves_them_alone() -> None:
    before_migrate(using="default", plan=[])
    assert triggers_of(connection).is_installed()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL rebuilds no tables")
def test_sqlite_is_migrated_without_them() -> None:
    before_migrate(using="default", plan=["something"])
    assert triggers_of(connection).installed() == {}
    after_migrate(using="default")
    assert triggers_of(connection).is_installed()


def test_laying_them_drops_redirects_of_slugs_in_use_and_to_entries_that_are_gone(unwatched: None) -> None:
    kind = ContentType.objects.get(app_label="people", model="organisation")
    firm, other = make_organisation("Firm", slug="firm"), make_organisation("Other", slug="other")
    for slug, target in (("other", firm.pk), ("firm", firm.pk), ("gone", other.pk + 1), ("company", firm.pk)):
        SlugRedirect.objects.create(slug=slug, content_type=kind, object_id=target)
    after_migrate(using="default")
    assert list(SlugRedirect.objects.values_list("slug", "object_id")) == [("company", firm.pk)]


def test_saving_leaves_a_redirect_where_only_the_case_of_the_slug_differs() -> None:
    firm = make_organisation("Firm", slug="firm")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_organisation SET slug = 'FIRM'")
    firm.save()
    assert list(SlugRedirect.objects.values_list("slug", flat=True)) == ["FIRM"]
