import io
from typing import Any

from probe.gateway.environ import wsgi_environ


def environ(**scope: Any) -> dict[str, Any]:
    whole = {
        "method": "GET",
        "raw_path": b"/",
        "query_string": b"",
        "http_version": "1.1",
        "server": ("127.0.0.1", "8000"),
        "client": ("192.0.2.1", "50000"),
        "scheme": "http",
        "headers": [],
    }
    return wsgi_environ(whole | scope, io.BytesIO(), 0)


def headers(*pairs: tuple[bytes, bytes]) -> dict[str, str]:
    return {name: value for name, value in environ(headers=pairs).items() if name.startswith(("HTTP_", "CONTENT_"))}


def test_remote_address_is_that_of_the_peer() -> None:
    forwarded = [(b"x-forwarded-for", b"203.0.113.9")]
    assert environ(headers=forwarded)["REMOTE_ADDR"] == "192.0.2.1"


def test_headers_pass_through() -> None:
    assert headers((b"x-forwarded-for", b"203.0.113.9"), (b"content-type", b"text/plain")) == {
        "HTTP_X_FORWARDED_FOR": "203.0.113.9",
        "CONTENT_TYPE": "text/plain",
    }


def test_values_of_a_header_that_comes_twice_are_joined() -> None:
    twice = headers((b"x-forwarded-for", b"1"), (b"x-forwarded-for", b"2"), (b"cookie", b"a=1"), (b"cookie", b"b=2"))
    assert twice == {"HTTP_X_FORWARDED_FOR": "1,2", "HTTP_COOKIE": "a=1; b=2"}


def test_header_with_an_underscore_can_not_pass_for_another_one() -> None:
    assert headers((b"x_forwarded_proto", b"https"), (b"content_length", b"9")) == {}


def test_path_is_bytes_as_latin_1() -> None:
    assert environ(raw_path=b"/a%20b/%C3%A9/%FF//c")["PATH_INFO"] == "/a b/\xc3\xa9/\xff//c"


def test_no_body_has_no_length() -> None:
    assert "CONTENT_LENGTH" not in environ(headers=[(b"content-length", b"0")])
