import re
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.serving import Site, free_port


def test_dev_answers_with_styles_and_with_the_whole_error(tmp_path: Path) -> None:
    site = Site(tmp_path, free_port(), "--reload", DEBUG="true")
    try:
        site.wait_for_words("Quit the server")
        styles = re.findall(r'href="(/static/[^"]*css)"', site.get("/people/").read().decode())
        answers = [site.get(address).status for address in styles]
        with pytest.raises(HTTPError) as reply:
            site.get("/nowhere/")
        with reply.value as error:
            told = (error.code, b"DEBUG = True" in error.read())
    finally:
        site.kill()
    assert (styles, answers, told) == (["/static/css/probe.css"], [200], (404, True))
