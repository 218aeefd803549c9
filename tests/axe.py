"""What axe finds on a page in the browser."""

import json
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# The rules that depend on the colour scheme: the others find the same in any.
OF_COLOURS = ("color-contrast", "link-in-text-block")
# What axe loads beforehand, for one rule on sounds, our content security policy forbids.
OPTIONS = {"preload": False, "resultTypes": ["violations"]}


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds on the page, the rule and where; given rules, by these alone."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = OPTIONS | ({"runOnly": {"type": "rule", "values": rules}} if rules else {})
    found = page.evaluate(f"axe.run({json.dumps(options)}).then(results => results.violations)")
    return [f"{rule['id']}: {node['target']} on {page.url}" for rule in found for node in rule["nodes"]]


def violations_in_both_schemes(page: Page) -> list[str]:
    """Return what axe finds on the page in light and, by the rules that depend on it, in dark."""
    found = []
    schemes: list[tuple[Literal["light", "dark"], tuple[str, ...]]] = [("light", ()), ("dark", OF_COLOURS)]
    for scheme, rules in schemes:
        page.emulate_media(color_scheme=scheme)
        # Links may fade from one colour into the other.
        page.evaluate("Promise.allSettled(document.getAnimations().map((fading) => fading.finished))")
        found += [f"{scheme} {one}" for one in violations(page, *rules)]
    return found
