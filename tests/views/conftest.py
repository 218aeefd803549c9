"""What several pages show."""

import pytest

from tests.exports.world import make_world
from tests.factories import make_meeting, make_passage, make_person, make_source, make_tie


@pytest.fixture
def joined_people(db: None) -> None:
    """Ann met Bob, reportedly, and recommended Cat; the source says nothing of Dan and anybody."""
    source = make_source()
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    make_person("Dan Eff")
    make_meeting(
        ann,
        bob,
        title="Lunch",
        date="2016?-12",
        standing="reported",
        passages=[make_passage(source, "slide-5", 2), make_passage(source, "slide-5", 3)],
    )
    make_tie(ann, cat, kind="recommended", summary="Bee spoke for her.", passages=[make_passage(source, "slide-7", 1)])


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    make_world(monkeypatch)
