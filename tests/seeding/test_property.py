"""Whatever editors and files do between seeds: no edit is lost, nothing untouched stays outdated."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from people.models import Person, SeededEntry, SeededFiles, Statement
from people.seeding import seed
from people.vocabulary import Status
from tests.properties import examples
from tests.seed import make_seed

pytestmark = pytest.mark.django_db

KEYS = ("a", "b")
TEXTS = ("One.", "Two.", "Three.")
Said = tuple[str, str]


@dataclass
class Expected:
    """What is to be of an entry: in the file, on the site, and as it was last seeded from the file."""

    file: str | None = None
    site: Said | None = None
    seeded: Said | None = None
    in_files: bool = False

    def seed(self) -> None:
        if self.file is None:
            self.take_out()
            return
        wanted = (self.file, "published")
        is_new = self.site is None and self.seeded is None
        is_untouched = self.site is not None and self.site == self.seeded
        if is_new or is_untouched or self.site == wanted:
            self.site, self.seeded, self.in_files = wanted, wanted, True

    def take_out(self) -> None:
        if self.in_files and self.site is None:
            self.seeded, self.in_files = None, False
        elif self.in_files and self.site == self.seeded and self.site:
            self.site = (self.site[0], "draft")
            self.seeded, self.in_files = self.site, False


class SeedWorld:
    """A site, the files that it is seeded from, and what is to be of both."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.entries = {key: Expected() for key in KEYS}

    def do(self, step: tuple[str, str, str]) -> None:
        kind, key, text = step
        getattr(self, kind)(key, text)

    def write(self, key: str, text: str) -> None:
        self.entries[key].file = text

    def take_out(self, key: str, text: str) -> None:
        self.entries[key].file = None

    def edit(self, key: str, text: str) -> None:
        if expected := self.entries[key].site:
            self.entries[key].site = (text, expected[1])
            self.row(key).update(summary=text)

    def publish(self, key: str, text: str) -> None:
        if expected := self.entries[key].site:
            status = Status.DRAFT if expected[1] == Status.PUBLISHED else Status.PUBLISHED
            self.entries[key].site = (expected[0], status.value)
            self.row(key).update(status=status)

    def delete(self, key: str, text: str) -> None:
        self.entries[key].site = None
        self.row(key).delete()

    def rename(self, key: str, text: str) -> None:
        """Give the person of all statements another slug, which is no edit of these."""
        person = Person.objects.get(name="Rufus Stell")
        person.slug = f"stell-{text[:-1].lower()}"
        person.save()

    def row(self, key: str) -> Any:
        return Statement.objects.filter(slug=key)

    def seed(self, key: str, text: str) -> None:
        fields = "person: [rufus-stell], passages: [[pier, slide-5, 2]], status: published"
        (self.directory / "statements.yaml").write_text(
            "".join(
                f"- model: people.statement\n  fields: {{slug: {key}, summary: {entry.file}, {fields}}}\n"
                for key, entry in self.entries.items()
                if entry.file
            )
            or "[]"
        )
        before = self.site()
        told = seed(self.directory, dry_run=True)
        assert self.site() == before
        assert seed(self.directory) == told
        for entry in self.entries.values():
            entry.seed()
        assert self.site() == {key: entry.site for key, entry in self.entries.items() if entry.site}
        after = everything()
        assert {result.outcome for result in seed(self.directory).results} <= {"kept"}
        assert everything() == after

    def site(self) -> dict[str, Said]:
        return {slug: (text, status) for slug, text, status in rows()}


def rows() -> Any:
    return Statement.objects.filter(slug__in=KEYS).values_list("slug", "summary", "status")


def everything() -> list[Any]:
    models = (Statement, Person, SeededEntry, SeededFiles)
    return [[*model._default_manager.order_by("pk").values()] for model in models]


STEPS = st.tuples(
    st.sampled_from(("write", "take_out", "edit", "publish", "delete", "rename", "seed")),
    st.sampled_from(KEYS),
    st.sampled_from(TEXTS),
)


@given(st.lists(STEPS, min_size=2, max_size=12))
@hypothesis_settings(examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_edit_is_lost_and_nothing_untouched_stays_outdated(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any, steps: Sequence[tuple[str, str, str]]
) -> None:
    from django.db import transaction

    with transaction.atomic():
        world = SeedWorld(make_seed(tmp_path_factory.mktemp("seed")))
        world.do(("write", "a", "One."))
        world.do(("seed", "", ""))
        for path in world.directory.glob("*.yaml"):
            if path.name != "statements.yaml":
                path.unlink()
        for step in [*steps, ("seed", "", "")]:
            world.do(step)
        transaction.set_rollback(True)
