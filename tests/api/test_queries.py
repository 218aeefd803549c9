import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[1, 3])
def _rows(request: pytest.FixtureRequest) -> None:
    """As many of everything, for Ann, as the parameter says."""
    ann, organisation = make_person("Ann Bee", slide=1), make_organisation("The body")
    source = make_source("The article")
    for number in range(request.param):
        other = make_person(f"Other {number}", passages=[make_passage(source)])
        make_alias(ann, f"Annie {number}")
        make_role(ann, f"Post {number}", organisation=organisation)
        make_role(other, f"Post {number}", organisation=make_organisation(f"Body {number}"))
        make_meeting(ann, other, title=f"Meeting {number}", organisation=organisation)
        make_tie(ann, other)
        make_tie(other, ann)
        allegation = make_allegation(ann, other, title=f"Claim {number}")
        make_response(allegation, ann)
        make_response(allegation, other)
        make_outcome(allegation)
        make_statement(ann)
        make_statement(other).others.add(ann)
        naming = make_allegation(other, title=f"Naming {number}")
        naming.mentioned_people.add(ann)
        naming.mentioned_organisations.add(organisation)
        make_response(naming, other)
        make_passage(make_source(f"Source {number}"))


ROWS = pytest.mark.usefixtures("_rows")


@ROWS
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("people/", 3),
        ("people/?role=campaign&contact=ann-bee&sort=contacts", 8),
        ("people/?q=post&allegations=any", 11),
        ("people/facets/", 2),
        ("people/ann-bee/", 39),
        ("people/ann-bee/mentions/", 17),
        ("meetings/", 4),
        ("meetings/meeting-0/", 3),
        ("meetings/facets/", 2),
        ("allegations/", 8),
        ("allegations/claim-0/", 7),
        ("allegations/facets/", 2),
        ("organisations/", 2),
        ("organisations/the-body/", 18),
        ("sources/", 2),
        ("sources/the-article/", 5),
        ("sources/the-article/s1-1/", 3),
        ("schema/", 0),
    ],
)
def test_number_of_queries_is_fixed(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str, queries: int
) -> None:
    client.get(f"/api/v1/{address}")  # which loads the index
    with django_assert_num_queries(queries):
        assert client.get(f"/api/v1/{address}").status_code == 200
