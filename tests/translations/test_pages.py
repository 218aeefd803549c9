"""The pages in Spanish."""

import re
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils.translation import override

from people.changes import revision
from people.models import Person
from people.models.removal import Removal, delete
from people.vocabulary import RevisionKind, RoleCategory
from tests.browser.conftest import ADDRESSES
from tests.factories import make_meeting, make_person
from tests.translations.catalog import catalogs
from tests.translations.test_catalog import forms
from tests.translations.unmarked import SPOKEN
from tests.views.document import VOID, Document, get

pytestmark = pytest.mark.django_db

((_, SPANISH),) = catalogs()
# Of an organisation, too.
NAMES = {"White House"}
WORD = re.compile(r"[^\W\d_]{3,}")


class ForeignDocument(Document):
    """A page, and the texts and labels on it that it doesn't say to be English."""

    def __init__(self, response: Any) -> None:
        self.said: list[str] = []
        self.english: list[str] = []
        super().__init__(response)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        is_english = dict(attrs).get("lang") == "en" or bool(self.english)
        if is_english and tag not in VOID:
            self.english.append(tag)
        elif not is_english:
            self.said += [value for name, value in attrs if value and name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if tag in self.english:
            while self.english.pop() != tag:
                continue

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if not self.english and self.open and self.open[-1].tag not in ("script", "code", "option"):
            self.said.append(" ".join(data.split()))


def english_messages(catalog: Catalog) -> set[str]:
    """Return the texts that say something else in Spanish."""
    found = set()
    for message in catalog:
        pairs = zip(forms(message.id), forms(message.string), strict=False)
        found |= {text for text, other in pairs if text != other and WORD.search(text)}
    return found


@pytest.mark.looks
def test_every_page_is_there_in_spanish_and_says_nothing_in_english(client: Client) -> None:
    call_command("seed", verbosity=0)
    english, wrong = english_messages(SPANISH), []
    for address in ADDRESSES:
        if address.startswith("/es/"):
            continue
        usual, response = client.get(address), client.get(f"/es{address}")
        page = ForeignDocument(response)
        (root,) = page.where("html")
        told = (response.status_code, root.attributes["lang"], response.headers["Content-Language"])
        left = (english & set(page.said)) - NAMES
        if told != (usual.status_code, "es", "es") or left:
            wrong.append((address, told, left))
        for one in (Document(usual), page):
            assert languages(one) in ({}, languages(page))
    assert wrong == []


def languages(page: Document) -> dict[str, str]:
    links = (one.attributes for one in page.where("link") if "hreflang" in one.attributes)
    return {link["hreflang"]: link["href"] for link in links}


def test_page_names_itself_and_the_same_page_in_the_other_language(client: Client) -> None:
    make_person("Ann")
    here = "http://testserver/{}people/?appears=mentioned"
    for prefix in ("", "es/"):
        page = get(client, f"/{prefix}people/?appears=mentioned&view=table&utm_source=x")
        (canonical,) = page.where("link", rel="canonical")
        (switch,) = (one for one in page.where("a") if "hreflang" in one.attributes)
        assert canonical.attributes["href"] == here.format(prefix)
        assert languages(page) == {"en": here.format(""), "es": here.format("es/"), "x-default": here.format("")}
        other = "" if prefix else "es/"
        assert switch.attributes["href"] == f"/{other}people/?appears=mentioned&view=table&utm_source=x"


@pytest.mark.parametrize(
    ("asked", "redirected"),
    [
        ("/es", "/es/"),
        ("/es/people", "/es/people/"),
        ("/es/people/anna/", "/es/people/ann/"),
        ("/es/people/?contact=anna", "/es/people/?contact=ann"),
        ("/es/network/?around=Ann+Bee", "/es/network/?around=ann"),
    ],
)
def test_redirects_keep_the_language(client: Client, asked: str, redirected: str) -> None:
    ann = make_person("Ann Bee", slug="anna")
    make_meeting(ann, make_person("Cy"))
    ann.slug = "ann"
    ann.save()
    response = client.get(asked)
    assert (response.status_code // 100, response.headers["Location"]) == (3, redirected)


def test_links_of_a_spanish_page_lead_to_spanish_pages_and_to_files_at_their_one_address(client: Client) -> None:
    make_person("Ann")
    links = [one.attributes["href"] for one in get(client, "/es/people/").where("a")]
    inside = [one for one in links if one.startswith("/")]
    files = ["/people.xlsx", "/people.csv", "/people.json", "/people.atom"]
    assert [one for one in inside if not one.startswith("/es/")] == [*files, "/people/"]


def test_changes_are_told_in_spanish_with_names_that_say_they_are_english(client: Client) -> None:
    with revision(RevisionKind.EDIT):
        make_person("Ann")
        gone = [make_person(name) for name in ("Bob", "Cy")]
    with revision(RevisionKind.DELETE):
        delete(Person.objects.filter(pk__in=[one.pk for one in gone]), Removal.DELETE)
    page = get(client, "/es/changes/?noun=person")
    sentences = [one.text for one in page.where("p") if one.text.startswith("Se ")]
    assert sentences == [
        "Se añadió a este sitio.",
        "Se retiraron los perfiles de 2 personas.",
        "Se añadieron los perfiles de 2 personas.",
    ]
    names = {
        one.text: one.attributes.get("lang") for one in page.where("a") if "/people/ann/" in one.attributes["href"]
    }
    assert names == {"Ann": "en"}


def test_withdrawn_entry_is_told_in_spanish(client: Client) -> None:
    with revision(RevisionKind.DELETE):
        make_person("Ann")
        delete(Person.objects.all(), Removal.DELETE)
    assert get(client, "/es/people/ann/", status=410).texts("h1") == ["Esta entrada se ha retirado"]


@pytest.mark.parametrize("headers", [{"accept-language": "es"}, {"cookie": "django_language=es"}])
def test_language_of_a_page_is_that_of_its_address(client: Client, headers: dict[str, str]) -> None:
    response = client.get("/people/", headers=headers)
    assert (response.headers["Content-Language"], response.headers.get("Vary", "")) == ("en-US", "")


@pytest.mark.parametrize("address", ["/es/people.csv", "/es/api/v1/people/", "/es/admin/", "/es/es/", "/es/robots.txt"])
def test_files_and_the_desk_have_one_address(client: Client, address: str) -> None:
    page = get(client, address, status=404)
    assert page.texts("h1") == ["Página no encontrada"]


def test_dates_names_and_numbers_are_those_of_the_language(client: Client) -> None:
    ann, bob, ivan = make_person("Ann"), make_person("Bob"), make_person("Ivan")
    make_meeting(ann, bob, ivan, title="A talk", date="2016?-12")
    page = get(client, "/es/meetings/")
    assert page.texts("p", "when") == ["diciembre de 2016 (año deducido)"]
    assert page.texts("h2", id="count") == ["1 encuentro"]
    assert "Ann, Bob e Ivan" in [text.strip() for text in page.texts("p")]


def test_each_category_has_a_letter_of_its_own_in_every_language() -> None:
    for language, _ in settings.LANGUAGES:
        with override(language):
            assert len({one.letter for one in RoleCategory}) == len(RoleCategory)


def test_what_is_cached_for_each_version_is_in_the_language_asked(client: Client) -> None:
    make_meeting(make_person("Ann"), make_person("Bob"))
    pages = [get(client, address).texts("p", "totals") for address in ("/", "/es/", "/")]
    assert pages == [["2 people, 1 meeting, 0 allegations"], ["2 personas, 1 encuentro, 0 acusaciones"], pages[0]]
