import io
from pathlib import Path

from probe.gateway.files import FileBody, FileSpool
from probe.gateway.spool import PIECE

DATA = bytes(range(256)) * (3 * PIECE // 256)


def body_at(directory: Path, start: int) -> FileBody:
    path = directory / "file"
    path.write_bytes(DATA)
    file = path.open("rb", buffering=0)
    file.seek(start)
    return FileBody(file)


def everything(spool: FileSpool | None) -> bytes:
    assert spool is not None
    pieces = []
    while piece := spool.read():
        pieces.append(piece)
    return b"".join(pieces)


def test_file_is_read_from_where_it_stands_after_its_body_is_closed(tmp_path: Path) -> None:
    body = body_at(tmp_path, 7)
    spool = body.spool(PIECE + 1)
    body.close()
    assert everything(spool) == DATA[7 : PIECE + 8]
    assert spool
    assert (spool.ended, spool.failed) == (True, False)
    spool.close()


def test_file_that_has_become_shorter_fails(tmp_path: Path) -> None:
    body = body_at(tmp_path, 0)
    spool = body.spool(len(DATA) + 1)
    body.close()
    assert everything(spool) == DATA
    assert spool
    assert spool.failed
    spool.close()


def test_closed_file_gives_nothing(tmp_path: Path) -> None:
    body = body_at(tmp_path, 0)
    spool = body.spool(len(DATA))
    body.close()
    assert spool
    spool.close()
    spool.close()
    assert (everything(spool), spool.closed) == (b"", True)


def test_file_in_memory_is_left_to_be_iterated() -> None:
    body = FileBody(io.BytesIO(DATA))
    assert (body.spool(len(DATA)), b"".join(body) == DATA) == (None, True)
    body.close()
