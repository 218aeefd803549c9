"""The application as servers load it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import gc, sys
import probe.wsgi
print("people.views.lists" in sys.modules, gc.get_freeze_count() > 100_000)
"""


def test_views_are_loaded_before_the_first_request_and_left_alone_by_the_collector() -> None:
    process = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert process.stdout.split() == ["True", "True"]
