from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from benchmarks.peers import body, nginx, usual_settings
from tests.factories import make_meeting, make_person, make_role


@pytest.fixture
def usual(db: None, settings: Settings, client: Client) -> Client:
    settings.ROOT_URLCONF = usual_settings.ROOT_URLCONF
    settings.TEMPLATES = usual_settings.TEMPLATES
    return client


def test_usual_list_shows_whom_readers_may_see(usual: Client) -> None:
    make_role(make_person("Ann Bee"))
    make_person("Bob Cee", published=False)
    make_person("Cleo Dee", sourced=False)
    assert "<h1>1 people</h1>" in usual.get("/people/").content.decode()


def test_usual_list_filters_by_role_and_contact(usual: Client) -> None:
    ann, bob, cleo = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cleo Dee"))
    for person in (ann, bob):
        make_role(person, category="media")
    make_meeting(ann, cleo)
    page = usual.get("/people/?role=media&contact=cleo-dee").content.decode()
    assert [name for name in ("Ann Bee", "Bob Cee", "Cleo Dee") if name in page] == ["Ann Bee"]


def test_kept_answer_is_read_as_it_was_sent(tmp_path: Path) -> None:
    body.keep(tmp_path, {"content-type": "text/html", "content-encoding": "gzip", "vary": "Cookie"}, b"12")
    assert body.read(tmp_path) == (
        [("content-type", "text/html"), ("content-encoding", "gzip"), ("content-length", "2")],
        b"12",
    )


def test_nginx_listens_on_this_machine_alone(tmp_path: Path) -> None:
    nginx.command(tmp_path, 1234, 2, root=False)
    lines = (tmp_path / "nginx.conf").read_text().splitlines()
    assert [line.strip() for line in lines if line.strip().startswith(("listen ", "user "))] == [
        "listen 127.0.0.1:1234;"
    ]
