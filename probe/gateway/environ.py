"""The request as WSGI describes it (PEP 3333), made from how ASGI does."""

import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from probe.gateway.files import FileBody

Scope = dict[str, Any]
Environ = dict[str, Any]

CONSTANT: Environ = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.input_terminated": True,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "wsgi.file_wrapper": FileBody,
}
# The body has been read to its end, whatever it came in.
LEFT_OUT = {b"content-length", b"transfer-encoding", b"expect"}


def wsgi_environ(scope: Scope, body: IO[bytes], length: int) -> Environ:
    """Return the request of `scope`, whose body is the file `body` of so many bytes."""
    server, port = scope["server"]
    environ = CONSTANT | {
        "REQUEST_METHOD": scope["method"],
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server,
        "SERVER_PORT": str(port),
        "REMOTE_ADDR": scope["client"][0],
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
    }
    if length:
        environ["CONTENT_LENGTH"] = str(length)
    add_headers(environ, scope["headers"])
    return environ


def add_headers(environ: Environ, headers: Iterable[tuple[bytes, bytes]]) -> None:
    """Add the headers; of those that come more than once the values are joined."""
    for name, value in headers:
        key = environ_key(name)
        if not key:
            continue
        text = value.decode("latin-1")
        if key in environ:
            separator = "; " if key == "HTTP_COOKIE" else ","
            text = f"{environ[key]}{separator}{text}"
        environ[key] = text


@lru_cache(maxsize=256)
def environ_key(name: bytes) -> str:
    """Return the name that WSGI gives a header, or none.

    With an underscore it could pass for another one that a proxy sets: X_Forwarded_For for X-Forwarded-For.
    """
    if b"_" in name or name in LEFT_OUT:
        return ""
    key = name.decode("latin-1").upper().replace("-", "_")
    return key if key == "CONTENT_TYPE" else f"HTTP_{key}"
