from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from probe.storage import StaticFilesStorage


@pytest.fixture
def uncollected(settings: Any, tmp_path: Path) -> None:
    """A site, DEBUG off, whose static files have not been collected."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "probe.storage.StaticFilesStorage"}}


def test_static_file_that_is_not_collected_keeps_its_name(tmp_path: Path) -> None:
    assert StaticFilesStorage(location=tmp_path).url("css/probe.css") == "/static/css/probe.css"


@pytest.mark.django_db
@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize(("address", "status"), [("/about/", 200), ("/nowhere/", 404)])
def test_pages_need_no_collected_files(client: Client, address: str, status: int) -> None:
    response = client.get(address)
    assert (response.status_code, b"/static/css/probe.css" in response.content) == (status, True)
