"""Pages of the admin in a browser."""

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


def say_why(page: Page) -> None:
    page.get_by_label("Why").fill("Read again")


def open_suggestions(within: Locator, field: str) -> None:
    """Open the suggestions of the field, found by the name that a screen reader says."""
    within.get_by_role("combobox", name=field).click()
