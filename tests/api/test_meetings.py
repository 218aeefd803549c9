from unittest.mock import ANY

import pytest

from tests.api.conftest import Get
from tests.factories import make_meeting, make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing() -> dict:
    """What a hearing of Ann by a committee says of itself."""
    ann = make_person("Ann Bee")
    meeting = make_meeting(
        ann,
        kind="hearing",
        title="A hearing",
        date="2017?-06",
        summary="Ann testified.",
        organisation=make_organisation("The Senate"),
        standing="reported",
    )
    meeting.participations.update(capacity="witness")
    return {
        "slug": "a-hearing",
        "kind": "hearing",
        "date": "2017?-06",
        "place": None,
        "times": None,
        "summary": "Ann testified.",
        "standing": "reported",
        "people": ["ann-bee"],
        "passages": ["the-source/slide-1/2"],
        "title": "A hearing",
        "organisation": "the-senate",
        "participants": [{"person": "ann-bee", "capacity": "witness"}],
        "url": "http://testserver/meetings/a-hearing/",
        "updated": ANY,
    }


def test_list_holds_meetings(get: Get, hearing: dict) -> None:
    assert get("meetings/") == {"count": 1, "next": None, "previous": None, "results": [hearing]}


def test_meeting_holds_what_it_holds_in_the_list(get: Get, hearing: dict) -> None:
    assert get("meetings/a-hearing/") == hearing


def test_meetings_come_in_order_of_time(get: Get) -> None:
    ann = make_person()
    make_meeting(ann, title="Undated")
    make_meeting(ann, title="Later", date="2017")
    make_meeting(ann, title="Earlier", date="2016")
    assert [meeting["title"] for meeting in get("meetings/")["results"]] == ["Earlier", "Later", "Undated"]


def test_filters_narrow_the_list(get: Get) -> None:
    ann, bob, cy = (make_person(name) for name in ("Ann Bee", "Bob", "Cy"))
    make_meeting(ann, bob, title="A dinner", kind="dinner")
    make_meeting(bob, cy, title="Another dinner", kind="dinner")
    answer = get("meetings/?kind=dinner&kind=message&person=ann-bee")
    assert [meeting["title"] for meeting in answer["results"]] == ["A dinner"]


def test_drafts_are_left_out(get: Get) -> None:
    make_meeting(published=False)
    make_meeting(sourced=False)
    assert get("meetings/")["results"] == []
