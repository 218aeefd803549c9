"""Pages as tests read them: elements with their attributes and text, in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Element:
    """An element with its attributes, and its text with white space folded."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Document(HTMLParser):
    """A page. `where` names elements by tag, class or id; text of an inner element counts for the outer ones too."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            continue

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)

    def where(self, tag: str = "", css: str = "", **attributes: str) -> Iterator[Element]:
        for element in self.elements:
            known = {name: element.attributes.get(name) for name in attributes}
            if (not tag or element.tag == tag) and (not css or css in element.classes) and known == attributes:
                yield element

    def texts(self, tag: str = "", css: str = "", **attributes: str) -> list[str]:
        return [element.text for element in self.where(tag, css, **attributes)]

    def links(self) -> dict[str, str]:
        """The text of each link and its address."""
        return {element.text: element.attributes["href"] for element in self.where("a")}

    def section(self, heading: str) -> "Document":
        """The elements from the heading with that text to the next one of its level."""
        start = next(place for place, one in enumerate(self.elements) if one.tag == "h2" and one.text == heading)
        end = (place for place, one in enumerate(self.elements) if place > start and one.tag in ("h2", "aside"))
        part = Document.__new__(Document)
        part.elements = self.elements[start : next(end, len(self.elements))]
        return part


def get(client: Client, address: str, status: int = 200) -> Document:
    """Return the page at the address, which answers with that status."""
    response = client.get(address)
    assert response.status_code == status, f"{address}: {response.status_code}"
    return Document(response)


def alternates(document: Document) -> dict[str, str]:
    links = (link.attributes for link in document.where("link", rel="alternate"))
    return {link["type"]: link["href"] for link in links if "type" in link}


def body(response: Any) -> str:
    return str(response.getvalue(), "utf-8")
