"""Fixtures of the faults: a small site behind the site's own server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.clients import SmallSite, small_site


@pytest.fixture
def start_small_site(tmp_path: Path) -> Iterator[Callable[..., SmallSite]]:
    """A function that starts a small site; its arguments are those of `small_site`."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(small_site(tmp_path / "log", **options))
