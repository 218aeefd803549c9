"""Files of all data that are kept: as long as the data are the same, in part, and only where that can be done."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django.fixtures import Settings

from people.exports.files import discard_files, only_writer
from people.exports.streaming import WHOLE
from people.models import Person
from people.pages.downloads import download, key_of, limited
from probe.urls import handler400, handler403, handler404, handler500
from probe.urls import urlpatterns as site
from tests.factories import make_person

__all__ = ["handler400", "handler403", "handler404", "handler500"]

PIECES = 3
DATA = b"".join(f"{number:08}".encode() for number in range(PIECES * WHOLE // 8))
ETAG = f'"{hashlib.sha256(DATA).hexdigest()}"'


def pieces(*, writes: bool = False) -> Iterator[bytes]:
    for number in range(PIECES):
        yield DATA[number * WHOLE : (number + 1) * WHOLE]
    if writes:
        make_person("Ann Bee")


def export(*, writes: bool = False) -> Any:
    def view(request: HttpRequest) -> HttpResponseBase:
        key = key_of(request)
        return download(request, pieces(writes=writes), "text/plain", "all.txt", key)

    return limited(view)


urlpatterns = [*site, path("all.txt", export()), path("changing.txt", export(writes=True))]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def kept(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    caches["throttling"].clear()
    return tmp_path / "exports"


def read(client: Client, address: str = "/all.txt", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    response: Any = client.get(address, headers={name.replace("_", "-"): text for name, text in headers.items()})
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, content, dict(response.headers)


def names(kept: Path) -> list[str]:
    return sorted(one.name.partition(".txt")[0] for one in kept.glob("*") if not one.name.startswith("lock."))


def test_file_is_made_once_and_then_sent_as_it_was_kept(client: Client, kept: Path) -> None:
    assert read(client)[1] == DATA
    status, content, headers = read(client)
    digest = base64.b64encode(hashlib.sha256(DATA).digest()).decode()
    told = {name: headers[name] for name in ("Content-Length", "Accept-Ranges", "ETag", "Repr-Digest", "Content-Type")}
    assert (status, content == DATA, names(kept)) == (200, True, ["all"])
    assert told == {
        "Content-Length": str(len(DATA)),
        "Accept-Ranges": "bytes",
        "ETag": ETAG,
        "Repr-Digest": f"sha-256=:{digest}:",
        "Content-Type": "text/plain",
    }


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-0", slice(0, 1)),
        ("bytes=100-299", slice(100, 300)),
        (f"bytes={len(DATA) - 8}-", slice(-8, None)),
        (f"bytes=9-{len(DATA) * 2}", slice(9, None)),
        ("bytes=-16", slice(-16, None)),
        (f"bytes=-{len(DATA) * 2}", slice(0, None)),
    ],
)
def test_part_of_a_file_is_sent(client: Client, asked: str, part: slice) -> None:
    read(client)
    status, content, headers = read(client, range=asked)
    first, stop, _ = part.indices(len(DATA))
    is_whole = (first, stop) == (0, len(DATA))
    assert (status, content == DATA[part], headers["Content-Length"]) == (
        200 if is_whole else 206,
        True,
        str(stop - first),
    )
    assert headers.get("Content-Range") == (None if is_whole else f"bytes {first}-{stop - 1}/{len(DATA)}")


@pytest.mark.parametrize("asked", [f"bytes={len(DATA)}-", "bytes=-0"])
def test_part_that_there_is_not_is_refused_with_the_length(client: Client, asked: str) -> None:
    read(client)
    status, content, headers = read(client, range=asked)
    assert (status, content, headers["Content-Range"]) == (416, b"", f"bytes */{len(DATA)}")


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=0-1,4-5", "bytes=-", "lines=1-2", f"bytes={'9' * 5_000}-"])
def test_what_is_no_single_range_is_answered_with_the_whole_file(client: Client, asked: str) -> None:
    read(client)
    status, content, _ = read(client, range=asked)
    assert (status, content == DATA) == (200, True)


@pytest.mark.parametrize(("known", "status"), [(ETAG, 206), ('"another"', 200), (f"W/{ETAG}", 200)])
def test_rest_is_sent_only_of_the_file_that_was_begun(client: Client, known: str, status: int) -> None:
    read(client)
    assert read(client, range="bytes=8-", if_range=known)[0] == status


def test_file_that_the_client_has_is_not_sent_again(client: Client) -> None:
    read(client)
    status, content, headers = read(client, if_none_match=ETAG)
    assert (status, content, headers["ETag"]) == (304, b"", ETAG)


def test_file_of_other_data_is_neither_sent_nor_left(client: Client, kept: Path) -> None:
    read(client)
    before = list(kept.glob("all.txt.*"))
    make_person("Ann Bee")
    assert "ETag" not in read(client)[2]
    after = list(kept.glob("all.txt.*"))
    assert (len(before), len(after), before == after) == (1, 1, False)


def test_file_is_not_kept_when_the_data_change_while_it_is_made(client: Client, kept: Path) -> None:
    read(client, "/changing.txt")
    assert (Person.objects.count(), names(kept)) == (1, [])


def test_file_that_nobody_reads_to_its_end_is_not_kept(rf: RequestFactory, kept: Path) -> None:
    response: Any = export()(rf.get("/all.txt"))
    assert [len(piece) for _, piece in zip(range(2), response, strict=False)] == [2 * WHOLE, WHOLE]
    response.close()
    assert names(kept) == []


def test_what_is_filtered_is_not_kept(client: Client, kept: Path) -> None:
    assert (read(client, "/all.txt?a=b")[1] == DATA, kept.exists()) == (True, False)


def test_file_that_somebody_else_keeps_is_made_and_not_kept_twice(client: Client, kept: Path) -> None:
    kept.mkdir()
    with only_writer("all.txt"):
        assert (read(client)[1] == DATA, names(kept)) == (True, [])


def test_file_that_can_not_be_kept_is_made_for_each(
    client: Client, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept.write_text("no directory")
    assert [read(client)[1] == DATA, read(client)[1] == DATA] == [True, True]
    assert "all.txt can't be kept" in caplog.text


def test_files_are_discarded(client: Client, kept: Path) -> None:
    read(client)
    discard_files()
    assert names(kept) == []


def test_kept_file_takes_one_query(client: Client, django_assert_num_queries: Any) -> None:
    read(client)
    connection.ensure_connection()
    with django_assert_num_queries(1):
        read(client)
