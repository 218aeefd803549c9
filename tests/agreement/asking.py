"""What users ask: pages, API, CSV, JSON and feeds, read as they come over HTTP."""

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from django.test import Client

from tests.views.document import Document, get

ATOM = "{http://www.w3.org/2005/Atom}"
# The API's smallest pages that are still some: where one ends and the next begins is asked, too.
PAGE_SIZE = "2"

Query = dict[str, list[str]]


class ClientSite:
    """The site as readers and programs meet it. Each answer is the slugs of the entries, in order."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def body(self, address: str) -> str:
        response: Any = self.client.get(address)
        content: bytes = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == 200, f"{address}: {response.status_code} {content[:500]!r}"
        return content.decode()

    def page(self, noun: str, query: Query) -> list[str]:
        """Return what the page lists, and those after it."""
        found: list[str] = []
        number, more = 1, True
        while more:
            asked = query if number == 1 else query | {"page": [str(number)]}
            html = self.body(address(f"/{noun}/", asked))
            results = html.partition('id="results"')[2].partition("</main>")[0]
            found += dict.fromkeys(re.findall(rf'href="/{noun}/([-\w]+)/"', results))
            number += 1
            more = re.search(rf"[?&;]page={number}\b", results) is not None
        return found

    def api(self, noun: str, query: Query) -> list[str]:
        """Return what the API lists, a few at a time."""
        found: list[str] = []
        following: str | None = address(f"/api/v1/{noun}/", query | {"page_size": [PAGE_SIZE]})
        while following:
            answer = self.client.get(following).json()
            found += [entry["slug"] for entry in answer["results"]]
            following = answer["next"]
        assert len(found) == answer["count"]
        return found

    def csv(self, noun: str, query: Query) -> list[str]:
        return [row["slug"] for row in csv.DictReader(io.StringIO(self.body(address(f"/{noun}.csv", query))))]

    def json(self, noun: str, query: Query) -> list[str]:
        return [entry["slug"] for entry in json.loads(self.body(address(f"/{noun}.json", query)))["results"]]

    def reasons(self, query: Query) -> dict[str, list[str]]:
        """Return the slugs of the entries by which people are listed, by person; nothing where there are none."""
        results = json.loads(self.body(address("/people.json", query)))["results"]
        return {one["slug"]: sorted(reason["slug"] for reason in one.get("reasons", [])) for one in results}

    def feed(self, noun: str, query: Query) -> list[str]:
        """Return which of the noun are in the feed, by slug: its order is that of their changes."""
        root = ET.fromstring(self.body(address(f"/{noun}.atom", query)))
        links = [entry.find(f"{ATOM}link") for entry in root.iter(f"{ATOM}entry")]
        found = [
            re.fullmatch(rf"http://testserver/{noun}/([-\w]+)/", link.attrib["href"])
            for link in links
            if link is not None
        ]
        return sorted({one[1] for one in found if one})

    def facets(self, noun: str, query: Query) -> dict[tuple[str, str], int]:
        """Return how many each choice lists, as the API says."""
        answer = self.client.get(address(f"/api/v1/{noun}/facets/", query)).json()
        return {(name, one["value"]): one["count"] for name, choices in answer.items() for one in choices}

    def printed_facets(self, noun: str, query: Query) -> dict[tuple[str, str], int]:
        """Return how many each choice lists, as the page prints it."""
        found, choice = {}, None
        for element in self.document(f"/{noun}/", query).elements:
            if element.tag == "input" and element.attributes.get("type") == "checkbox" and "name" in element.attributes:
                choice = element.attributes["name"], element.attributes["value"]
            elif choice and "only" in element.classes:
                found[choice], choice = int(element.text.replace(",", "")), None
        return found

    def document(self, path: str, query: Query | None = None) -> Document:
        return get(self.client, address(path, query or {}))


def address(path: str, query: Query) -> str:
    return f"{path}?{urlencode(query, doseq=True)}"
