from contextlib import closing

import pytest

from probe.listeners import LOCALHOST, BindAddress, Listeners


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:8000/"), ("0.0.0.0", "http://0.0.0.0:8000/"), ("::1", "http://[::1]:8000/")],
)
def test_address_is_told_as_a_browser_takes_it(host: str, url: str) -> None:
    assert BindAddress(host, 8000).url == url


def test_listeners_take_the_address_that_they_are_given() -> None:
    listeners = Listeners(BindAddress(LOCALHOST, 0), 1)
    with closing(listeners.open(0)) as listener:
        assert listener.getsockname() == tuple(listeners.address)
