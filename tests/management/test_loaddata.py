from pathlib import Path

import pytest
from django.core.management import call_command

from people.models import Allegation, Person
from tests.exports.world import CHANGED, make_world

pytestmark = pytest.mark.django_db


def test_loading_a_dump_keeps_the_times_of_all_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_world(monkeypatch)
    later = CHANGED.replace(year=2018)
    Allegation.objects.filter(slug="claim").update(changed_at=later)
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "people", output=str(dump))
    Person.objects.update(changed_at=CHANGED.replace(year=2026))
    call_command("loaddata", str(dump), verbosity=0)
    times = dict(Person.objects.values_list("slug", "changed_at"))
    assert times == {"ann": later, "bob": later, "slide-3": CHANGED, "draft": CHANGED}
