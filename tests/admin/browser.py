"""Pages of the admin in a browser, and what axe finds on them."""

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page
from pytest_django.live_server_helper import LiveServer

PASSWORD = "a long password of words"


def page_of(user: User, context: BrowserContext, live_server: LiveServer) -> Page:
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return context.new_page()


def violations(page: Page) -> list[str]:
    """Return what axe finds on the page, in light and in dark: the rule and where."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        # Links fade from one colour into the other.
        page.evaluate("Promise.allSettled(document.getAnimations().map((fading) => fading.finished))")
        # What axe loads beforehand, for one rule on sounds, our content security policy forbids.
        rules = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]}).response["violations"]
        found += [f"{scheme} {rule['id']}: {node['target']} on {page.url}" for rule in rules for node in rule["nodes"]]
    return found


def open_suggestions(within: Locator, field: str) -> None:
    """Open the suggestions of the field, found by the name that a screen reader says."""
    within.get_by_role("combobox", name=field).click()
