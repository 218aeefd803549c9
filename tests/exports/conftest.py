"""The small world that the exports are made of."""

import pytest

from people.models import Source
from people.vocabulary import Rights
from tests.exports.world import make_world


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> None:
    make_world(monkeypatch)


@pytest.fixture
def quotable(world: None) -> Source:
    """The source, of which the whole text may be shown."""
    source = Source.objects.get()
    source.rights = Rights.FULL_TEXT
    source.save()
    return source
