from unittest.mock import ANY

import pytest
from django.http import QueryDict

from people.filters import PersonFilter
from people.models import Person
from tests.api.conftest import Get
from tests.factories import make_person, make_role

pytestmark = pytest.mark.django_db


def slugs(answer: dict) -> list[str]:
    return [person["slug"] for person in answer["results"]]


def test_list_holds_what_the_contract_says(get: Get) -> None:
    ann = make_person("Ann Bee", slide=5)
    make_role(ann, "Adviser", "media")
    make_role(ann, "Manager", "campaign")
    assert get("people/") == {
        "count": 1,
        "next": None,
        "previous": None,
        "results": [
            {
                "slug": "ann-bee",
                "name": "Ann Bee",
                "named": True,
                "slide": 5,
                "url": "http://testserver/people/ann-bee/",
                "updated": ANY,
                "categories": ["campaign", "media"],
            }
        ],
    }


def test_unnamed_person_has_null_for_a_name(get: Get) -> None:
    make_person("", slide=3)
    person = get("people/")["results"][0]
    assert (person["slug"], person["name"], person["named"]) == ("slide-3", None, False)


def test_person_only_mentioned_has_null_for_a_slide(get: Get) -> None:
    make_person("Ann Bee")
    assert get("people/")["results"][0]["slide"] is None


def test_category_of_several_roles_stands_once(get: Get) -> None:
    ann = make_person("Ann Bee")
    make_role(ann, "Adviser", "campaign")
    make_role(ann, "Manager", "campaign")
    assert get("people/")["results"][0]["categories"] == ["campaign"]


def test_role_without_category_gives_none(get: Get) -> None:
    make_role(make_person("Ann Bee"), "Adviser", "")
    assert get("people/")["results"][0]["categories"] == []


def test_category_of_a_draft_is_left_out(get: Get) -> None:
    make_role(make_person("Ann Bee"), "Adviser", "campaign", published=False)
    assert get("people/")["results"][0]["categories"] == []


def test_drafts_and_unsourced_people_are_left_out(get: Get) -> None:
    make_person("Ann Bee")
    make_person("Bob Cee", published=False)
    make_person("Cy Dee", sourced=False)
    assert slugs(get("people/")) == ["ann-bee"]


def test_people_come_in_gallery_order(get: Get) -> None:
    make_person("Ann Bee")
    make_person("Bob Cee", slide=2)
    make_person("Cy Dee", slide=1)
    assert slugs(get("people/")) == ["cy-dee", "bob-cee", "ann-bee"]


def test_people_come_in_the_order_asked_for(get: Get) -> None:
    make_person("Bob Cee", slide=1)
    make_person("Ann Bee", slide=2)
    assert slugs(get("people/?sort=name")) == ["ann-bee", "bob-cee"]


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=",
        "q=bee",
        "role=campaign",
        "role=campaign&role=business",
        "title=banker",
        "organisation=the-campaign",
        "contact=cy-dee",
        "contact=cy-dee&contact_kind=message",
        "allegations=unanswered",
        "appears=mentioned",
        "contact=ann-bee&sort=contacts",
    ],
)
def test_query_string_lists_whom_it_lists_on_the_page(get: Get, query: str) -> None:
    filters = PersonFilter(QueryDict(query))
    assert filters.is_valid()
    assert slugs(get(f"people/?{query}")) == [person.slug for person in Person.public.in_order(filters.ids[:])]
