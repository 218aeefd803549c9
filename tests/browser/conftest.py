"""The seeded site in a browser."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

# One address of each kind of page, and of each kind of content that looks different.
ADDRESSES = [
    "/",
    "/people/",
    "/people/?contact=sergey-kislyak&role=campaign",
    "/people/?q=nobody+is+called+this",
    "/people/?view=table",
    "/people/?rol=campaign",
    "/people/?role=astronaut",
    "/people/choices/?parameter=title&title=ambassador&term=ad",
    "/people/choices/?parameter=contact&term=nobody",
    "/people/choices/?parameter=role",
    "/people/compare/?p=jeff-sessions&p=michael-flynn",
    "/people/compare/?p=jeff-sessions&p=vladimir-putin&p=donald-trump&p=slide-3",
    "/people/compare/?p=jeff-sessions",
    "/people/jeff-sessions/",
    "/people/vladimir-putin/",
    "/people/slide-3/",
    "/people/katrina-pierson/",
    "/people/guccifer-20/",
    "/meetings/",
    "/meetings/?kind=hearing",
    "/meetings/sessions-kislyak-talks/",
    "/allegations/",
    "/allegations/putin-election/",
    "/allegations/flynn-blackmail/",
    "/organisations/trump-campaign/",
    "/sources/",
    "/sources/000_b6556227a529e136/",
    "/about/",
    "/data/",
    "/people/jeff-sessions/cite/",
    "/network/",
    "/network/?around=michael-flynn&steps=2",
    "/network/?line=rope",
    "/network/path/",
    "/network/path/?from=jeff-sessions&to=megyn-kelly",
    "/network/path/?from=jeff-sessions&to=donald-trump",
    "/network/path/?from=jeff-sessions&to=jeff-sessions",
    "/network/path/?from=jeff-sessions&to=nobody",
    "/timeline/",
    "/timeline/?person=michael-flynn&kind=role&kind=meeting&from=2016",
    "/timeline/?person=megyn-kelly&kind=hearing",
    "/timeline/?from=spring&kind=war",
    "/nothing-here/",
]


@pytest.fixture
def seeded(live_server: LiveServer) -> None:
    """The article's people in the live server's database."""
    call_command("seed", verbosity=0)


@pytest.fixture
def violations() -> Callable[[Page], list[str]]:
    """A function that returns what axe finds on a page: the rule and where."""

    def violations(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [f"{rule['id']}: {node['target']} on {page.url}" for rule in found for node in rule["nodes"]]

    return violations
