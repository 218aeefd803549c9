from pathlib import Path

import pytest
from django.core.management import call_command

from people.models import Allegation, Person, SlugRedirect
from tests.exports.world import CHANGED, make_world

pytestmark = pytest.mark.django_db


def test_loading_a_dump_keeps_the_times_of_all_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_world(monkeypatch)
    later = CHANGED.replace(year=2018)
    Allegation.objects.filter(slug="claim").update(updated_at=later)
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "people", output=str(dump))
    Person.objects.update(updated_at=CHANGED.replace(year=2026))
    call_command("loaddata", str(dump), verbosity=0)
    times = dict(Person.objects.values_list("slug", "updated_at"))
    assert times == {"ann": later, "bob": later, "slide-3": CHANGED, "draft": CHANGED}


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
def test_dump_of_an_earlier_version_is_taken_by_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    make_world(monkeypatch)
    Person.objects.get(slug="ann").slug_redirects.create(slug="anne")
    times = dict(Person.objects.values_list("slug", "updated_at"))
    dump = tmp_path / f"dump.{name}"
    call_command("dumpdata", "people", format=name, output=str(dump))
    text = dump.read_text().replace("updated_at", "changed_at").replace("people.slugredirect", "people.formerslug")
    dump.write_text(text)
    SlugRedirect.objects.all().delete()
    Person.objects.update(updated_at=CHANGED.replace(year=2026))
    call_command("loaddata", str(dump), verbosity=0)
    assert [one.slug for one in SlugRedirect.objects.all()] == ["anne"]
    assert dict(Person.objects.values_list("slug", "updated_at")) == times
