"""What a profile gives programs: JSON-LD, citations, and where they are found; and the annotations of a source."""

import json

import pytest
from django.test import Client

from people.models import Person, Response, Source
from tests.conftest import OpenPage
from tests.exports.world import CHANGED
from tests.factories import make_person, rename
from tests.views.document import alternates, body, get

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("world")
def test_profile_carries_itself_as_json_ld(client: Client) -> None:
    scripts = get(client, "/people/ann/").texts("script", type="application/ld+json")
    alone = client.get("/people/ann.jsonld")
    assert alone.headers["Content-Type"] == "application/ld+json"
    assert [json.loads(script) for script in scripts] == [alone.json()]
    assert alone.json()["mainEntity"]["name"] == "Ann Bee"


def test_profile_s_json_ld_breaks_no_rule_of_the_browser(transactional_db: None, open_page: OpenPage) -> None:
    """The fixture fails where the browser complains of the security policy, as it does of any script in the page."""
    make_person("Ann </script> Bee", slug="ann")
    page = open_page("/people/ann/")
    text = page.locator('script[type="application/ld+json"]').text_content()
    assert json.loads(text or "")["name"] == "Ann </script> Bee"


@pytest.mark.usefixtures("world")
def test_profile_leads_to_its_other_forms(client: Client) -> None:
    document = get(client, "/people/ann/")
    box = document.section("Share, cite, download")
    assert list(box.links().values())[:7] == [
        "/people/ann/history/",
        "/people/ann/cite/",
        "/people/ann/follow/",
        "/api/v1/people/ann/",
        "/people/ann.jsonld",
        "/people/ann/changes.atom",
        "/data/",
    ]
    assert box.texts("time") == ["4 March 2017"]
    assert alternates(document) == {
        "application/ld+json": "/people/ann.jsonld",
        "application/atom+xml": "/people/ann/changes.atom",
    }


@pytest.mark.usefixtures("world")
def test_profile_has_a_canonical_address_and_open_graph_tags(client: Client) -> None:
    document = get(client, "/people/ann/?utm_source=x")
    metas = [meta.attributes for meta in document.where("meta")]
    tags = {one["property"]: one["content"] for one in metas if "property" in one}
    assert tags == {
        "og:url": "http://testserver/people/ann/",
        "og:type": "profile",
        "og:site_name": "Probe",
        "og:title": "Ann Bee",
        "og:description": "Ann Bee. Adviser. Recorded here, each with the sentence it rests on: jobs, meetings, "
        "allegations and any replies, connections, other facts.",
    }
    assert [link.attributes["href"] for link in document.where("link", rel="canonical")] == [tags["og:url"]]


def test_profile_shows_its_portrait_to_open_graph(client: Client) -> None:
    credit = {"portrait_alt": "Ann at a desk", "portrait_credit": "Eve", "portrait_licence": "CC0"}
    person = make_person("Ann", slug="ann", portrait="portraits/ann.webp", **credit)
    metas = {meta.attributes.get("property"): meta.attributes for meta in get(client, "/people/ann/").where("meta")}
    assert metas["og:image"]["content"] == f"http://testserver{person.portrait.url}"
    assert metas["og:image:alt"]["content"] == "Ann at a desk"


@pytest.mark.usefixtures("world")
def test_cite_page_shows_the_citation_in_three_forms(client: Client) -> None:
    document = get(client, "/people/ann/cite/")
    bibtex, csl = (client.get(f"/people/ann/cite.{form}") for form in ("bib", "csl.json"))
    texts = [" ".join(body(one).split()) for one in (bibtex, csl)]
    assert document.texts("pre") == texts
    text = next(one for one in document.texts("p") if one.startswith("“Ann Bee”."))
    assert text.endswith("Last changed 4 March 2017, read 4 March 2017. http://testserver/people/ann/")
    assert [one for one in document.texts("p") if one.startswith("“Diary”.")] == [
        (
            "“Diary”. Published about 2016. Publisher: not given in the copy that this rests on. "
            "How far it reaches is not recorded here. https://diary.example/"
        )
    ]


@pytest.mark.usefixtures("world")
def test_citation_has_the_day_on_which_anything_on_the_profile_changed(client: Client) -> None:
    Response.objects.filter(slug="denial").update(updated_at=CHANGED.replace(year=2018))
    issued = json.loads(body(client.get("/people/bob/cite.csl.json")))[0]["issued"]
    assert issued == {"date-parts": [[2018, 3, 4]]}


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("form", "name", "media_type"),
    [
        ("bib", "ann.bib", "application/x-bibtex; charset=utf-8"),
        ("csl.json", "ann.csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_citation_is_sent_as_a_file(client: Client, form: str, name: str, media_type: str) -> None:
    headers = client.get(f"/people/ann/cite.{form}").headers
    assert (headers["Content-Type"], headers["Content-Disposition"]) == (media_type, f'attachment; filename="{name}"')


FORMS = [
    "people/{}.jsonld",
    "people/{}/cite/",
    "people/{}/follow/",
    "people/{}/cite.bib",
    "people/{}/cite.csl.json",
    "people/{}/changes.atom",
]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("form", FORMS)
def test_form_of_a_renamed_person_is_where_the_new_name_is(client: Client, form: str) -> None:
    rename(Person.objects.get(slug="ann"), "anna")
    response = client.get(f"/{form.format('ann')}")
    assert (response.status_code, response.headers["Location"]) == (301, f"/{form.format('anna')}")


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("slug", ["draft", "nobody"])
@pytest.mark.parametrize("form", FORMS)
def test_form_of_who_is_not_shown_is_not_found(client: Client, form: str, slug: str) -> None:
    assert client.get(f"/{form.format(slug)}").status_code == 404


@pytest.mark.usefixtures("world")
def test_annotations_are_sent_under_their_own_address(client: Client) -> None:
    response = client.get("/sources/diary/annotations.json")
    assert response.headers["Content-Type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    collection = json.loads(body(response))
    assert (collection["id"], collection["total"]) == ("http://testserver/sources/diary/annotations.json", 2)


@pytest.mark.usefixtures("world")
def test_page_of_annotations_that_there_is_not_is_told_as_problem_details(client: Client) -> None:
    response = client.get("/sources/diary/annotations.json?page=99")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["errors"] == [
        {"parameter": "page", "message": "“99” is no page of this list.", "choices": ["1"], "suggestions": []}
    ]


@pytest.mark.usefixtures("world")
def test_source_leads_to_its_annotations(client: Client) -> None:
    links = get(client, "/sources/diary/").links()
    assert links["What rests on each sentence, as Web Annotations"] == "/sources/diary/annotations.json"


def test_annotations_of_a_renamed_source_are_where_the_new_name_is(client: Client) -> None:
    make_person()
    source = Source.objects.get()
    rename(source, "novel")
    response = client.get("/sources/the-source/annotations.json")
    assert (response.status_code, response.headers["Location"]) == (301, "/sources/novel/annotations.json")
