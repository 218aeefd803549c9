from unittest.mock import ANY

import pytest

from tests.api.conftest import Get
from tests.factories import make_meeting, make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

SENATE = {
    "slug": "the-senate",
    "name": "The Senate",
    "kind": "government",
    "url": "http://testserver/organisations/the-senate/",
    "updated": ANY,
}


def test_list_holds_organisations_that_something_public_names(get: Get) -> None:
    ann = make_person("Ann Bee")
    make_role(ann, organisation=make_organisation("The Senate", kind="government"))
    make_role(ann, organisation=make_organisation("The bank"), published=False)
    assert get("organisations/") == {"count": 1, "next": None, "previous": None, "results": [SENATE]}


def test_organisation_holds_its_roles_and_meetings(get: Get) -> None:
    ann, senate = make_person("Ann Bee"), make_organisation("The Senate", kind="government")
    make_role(ann, "Senator", "government", senate, tenure="former")
    make_meeting(ann, title="A hearing", kind="hearing", organisation=senate)
    assert get("organisations/the-senate/") == SENATE | {
        "roles": [
            {
                "person": "ann-bee",
                "title": "Senator",
                "category": "government",
                "start": None,
                "end": None,
                "tenure": "former",
                "passages": ["the-source/slide-1/2"],
            }
        ],
        "meetings": [
            {
                "slug": "a-hearing",
                "kind": "hearing",
                "date": None,
                "place": None,
                "times": None,
                "summary": None,
                "standing": None,
                "people": ["ann-bee"],
                "passages": ["the-source/slide-1/3"],
            }
        ],
        "mentioned_in": [],
    }


def test_drafts_of_an_organisation_are_left_out(get: Get) -> None:
    ann, senate = make_person("Ann Bee"), make_organisation("The Senate")
    make_role(ann, "Senator", organisation=senate)
    make_role(ann, "Aide", organisation=senate, published=False)
    make_meeting(ann, organisation=senate, published=False)
    answer = get("organisations/the-senate/")
    assert ([role["title"] for role in answer["roles"]], answer["meetings"]) == (["Senator"], [])
