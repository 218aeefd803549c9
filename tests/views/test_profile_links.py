"""Where a profile leads: to others of the gallery, lists, the timeline and comparisons."""

import pytest
from django.test import Client

from tests.factories import make_allegation, make_meeting, make_person, make_role, make_statement
from tests.views.document import get

pytestmark = pytest.mark.django_db


def test_profile_leads_to_the_neighbours_in_the_gallery(client: Client) -> None:
    for slide, name in enumerate(("Ann Bee", "Bob Cee", "Cy Dee"), 1):
        make_person(name, slide=slide)
    pages = [get(client, f"/people/{slug}/") for slug in ("ann-bee", "bob-cee", "cy-dee")]
    links = [
        [(one.attributes["rel"], one.text) for one in page.where("a") if one.attributes.get("rel") in ("prev", "next")]
        for page in pages
    ]
    # At the top, and once more at the end.
    assert links == [
        [("next", "Slide 2 Bob Cee")] * 2,
        [("prev", "Slide 1 Ann Bee"), ("next", "Slide 3 Cy Dee")] * 2,
        [("prev", "Slide 2 Bob Cee")] * 2,
    ]
    assert pages[1].texts("span", "slide") == ["Slide 2 of 3"]


def test_profile_leads_to_people_in_contact_only_where_there_are_any(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_person("Cy Dee")
    make_meeting(ann, bob)
    assert get(client, "/people/ann-bee/").links()["People in contact with Ann Bee"] == "/people/?contact=ann-bee"
    assert "People in contact with Cy Dee" not in get(client, "/people/cy-dee/").links()


def test_profile_leads_to_the_timeline_only_where_there_is_anything_on_it(client: Client) -> None:
    ann, bob, cy = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cy Dee")
    make_role(ann)
    make_meeting(bob, kind="hearing")
    make_statement(cy)
    make_allegation(make_person("Dan Eff"))
    names = {"ann-bee": "Ann Bee", "bob-cee": "Bob Cee", "cy-dee": "Cy Dee", "dan-eff": "Dan Eff"}
    links = [get(client, f"/people/{slug}/").links().get(f"{name} on the timeline") for slug, name in names.items()]
    assert links == ["/timeline/?person=ann-bee", "/timeline/?person=bob-cee", "/timeline/?person=cy-dee", None]


def test_profile_leads_to_a_comparison_with_anybody_else(client: Client) -> None:
    make_person("Ann Bee")
    page = get(client, "/people/ann-bee/")
    [form] = page.where("form", **{"aria-label": "Compare with"})
    given = [(one.attributes["type"], one.attributes["value"]) for one in page.where("input", name="p")]
    assert (form.attributes["action"], given) == ("/people/compare/", [("hidden", "ann-bee"), ("search", "")])
