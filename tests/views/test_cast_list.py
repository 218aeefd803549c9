"""The people page as a list to print: who each person is, and their jobs."""

from typing import Any

import pytest
from django.test import Client

from people.pages.cast import MAX_JOBS
from tests.factories import make_organisation, make_person, make_role
from tests.views.document import get

pytestmark = pytest.mark.django_db


def test_cast_list_says_who_each_person_is_and_their_jobs_in_order_of_time(client: Client) -> None:
    ann = make_person("Ann Bee", slide=2, description="A clerk")
    make_person("Bob Cee")
    make_role(ann, "Adviser", organisation=make_organisation("The bank"), start="2016-03")
    make_role(ann, "Banker", end="2009")
    make_role(ann, "Clerk", tenure="former")
    make_role(ann, "Driver", published=False)
    assert get(client, "/people/?view=cast").texts("tr") == [
        "Slide Who Jobs",
        "slide 2 Ann Bee A clerk Banker, until 2009 Adviser, The bank, from March 2016 Clerk, former",
        "mentioned Bob Cee none recorded here",
    ]


def test_cast_list_is_that_of_the_filters_and_keeps_them(client: Client) -> None:
    make_role(make_person("Ann Bee"), category="campaign")
    make_person("Bob Cee")
    page = get(client, "/people/?view=cast&role=campaign")
    assert (page.texts("a", "name"), page.links()["Table"]) == (["Ann Bee"], "?view=table&role=campaign")
    assert [one.attributes["value"] for one in page.where("input", name="view")] == ["cast"]


def test_cast_list_has_the_first_of_very_many_jobs(client: Client) -> None:
    ann = make_person("Ann Bee")
    for year in range(MAX_JOBS + 1):
        make_role(ann, f"Post {year}", start=f"200{year}")
    told = [text for text in get(client, "/people/?view=cast").texts("p") if text.startswith("Post")]
    assert told == [f"Post {year}, from 200{year}" for year in range(MAX_JOBS)]


@pytest.mark.parametrize("number", [1, 3])
def test_cast_list_takes_as_many_queries_for_many_as_for_few(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        make_role(make_person(f"Ann {place}"), organisation=make_organisation(f"Office {place}"))
    client.get("/people/?view=cast")  # which loads the index
    with django_assert_num_queries(3):
        client.get("/people/?view=cast")
