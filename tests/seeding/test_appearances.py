"""Seeding places in galleries besides the first."""

from pathlib import Path

import pytest

from people.models import Appearance
from people.seeding import SeedError, seed
from tests.seed import edit, make_seed

pytestmark = pytest.mark.django_db

QUAY = "- model: people.source\n  fields: {slug: quay, title: The quay, kind: article}\n"
PLACE = "- model: people.appearance\n  fields: {source: [quay], person: [ida-fenn], slide: 6}\n"
FIRST = "“Harbour inquiry: Did the council of Port Ellery sell the old pier twice?” is the first gallery"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A seed with a second gallery, on whose slide 6 is somebody else than in the first."""
    make_seed(tmp_path)
    with (tmp_path / "sources.yaml").open("a") as file:
        file.write(QUAY)
    (tmp_path / "appearances.yaml").write_text(PLACE)
    return tmp_path


def told(directory: Path) -> list[str]:
    return [" ".join(str(one).split()) for one in seed(directory).results if one.kind == "appearances"]


def test_seed_puts_people_into_further_galleries(directory: Path) -> None:
    assert told(directory) == ["created appearances/quay/6"]
    assert list(Appearance.objects.values_list("source__slug", "person__slug", "slide")) == [("quay", "ida-fenn", 6)]


def test_seed_follows_the_file(directory: Path) -> None:
    seed(directory)
    assert told(directory) == []
    edit(directory, "appearances", "ida-fenn", "piers-dunmore")
    assert told(directory) == ["changed appearances/quay/6: person"]
    (directory / "appearances.yaml").write_text("[]")
    assert (told(directory), Appearance.objects.count()) == (["deleted appearances/quay/6"], 0)


def test_seed_leaves_a_place_that_an_editor_has_changed(directory: Path) -> None:
    seed(directory)
    Appearance.objects.update(slide=7)
    edit(directory, "appearances", "ida-fenn", "piers-dunmore")
    assert [one.partition(":")[0] for one in told(directory)] == ["kept appearances/quay/6"]


def test_seed_keeps_out_a_place_in_the_first_gallery(directory: Path) -> None:
    edit(directory, "appearances", "quay", "pier")
    assert told(directory) == [
        f"kept appearances/pier/6: source: {FIRST}: write the place in it into the person’s field “slide”"
    ]


def test_seed_of_two_people_in_one_place_is_refused(directory: Path) -> None:
    with (directory / "appearances.yaml").open("a") as file:
        file.write(PLACE.replace("ida-fenn", "piers-dunmore"))
    with pytest.raises(SeedError, match=r"entry 2 \(quay/6\): entry 1 has the same source and slide"):
        seed(directory)


def test_seed_of_one_person_in_two_places_of_a_gallery_is_refused(directory: Path) -> None:
    with (directory / "appearances.yaml").open("a") as file:
        file.write(PLACE.replace("6", "7"))
    with pytest.raises(SeedError, match="Another slide of the gallery shows this person already"):
        seed(directory)
