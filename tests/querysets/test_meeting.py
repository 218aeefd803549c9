from typing import Any

import pytest

from people.dates import bounds, time_order
from people.models import Meeting, Tie
from people.querysets.time import time_key
from people.vocabulary import TieKind
from tests.factories import make_meeting, make_person, make_tie

pytestmark = pytest.mark.django_db


def titles(meetings: Any) -> list[str]:
    return sorted(meeting.title for meeting in meetings)


@pytest.fixture
def met() -> None:
    """Ann talks to Bob, writes to Bob and Cy, and is heard; Cy dines with Eve; Dee, who isn't public, talks to Ann.

    Nobody sees Ann's draft with Bob.
    """
    ann, bob, cy = (make_person(name) for name in ("Ann", "Bob", "Cy"))
    dee = make_person("Dee", published=False)
    make_meeting(ann, bob, kind="conversation", title="talk")
    make_meeting(ann, bob, cy, kind="message", title="letter")
    make_meeting(ann, cy, kind="hearing", title="hearing")
    make_meeting(cy, make_person("Eve"), kind="dinner", title="dinner")
    make_meeting(ann, dee, kind="interview", title="interview")
    make_meeting(ann, bob, kind="conversation", title="draft", published=False)


@pytest.mark.usefixtures("met")
def test_contacts_are_all_meetings_but_hearings() -> None:
    assert titles(Meeting.public.contacts()) == ["dinner", "letter", "talk"]


def test_chronological_lists_undated_meetings_last() -> None:
    for title, date in [("undated", ""), ("b", "2016"), ("a", "2016"), ("late", "2017-05"), ("early", "2015-12-31")]:
        make_meeting(title=title, date=date)
    assert [meeting.title for meeting in Meeting.objects.chronological()] == ["early", "a", "b", "late", "undated"]


def test_chronological_begins_with_what_may_be_earliest_as_dates_do() -> None:
    texts = ["", "2016", "2016-06", "../2016", "2015", "2016/..", "/2017", "../2017-07-14", "2016-01"]
    for text in texts:
        make_meeting(title=text or "undated", date=text)
    ordered = sorted(texts, key=lambda text: time_order(*bounds(text)))
    assert [meeting.date for meeting in Meeting.objects.chronological()] == ordered
    assert ordered[:3] == ["../2016", "../2017-07-14", "/2017"]
    assert [meeting.date for meeting in Meeting.objects.order_by(time_key("date_earliest", "date_latest"))] == ordered


@pytest.fixture
def tied() -> None:
    ann, bob, cy = (make_person(name, sort_name=sort) for name, sort in [("Ann", "Z"), ("Bob", "A"), ("Cy", "M")])
    make_tie(ann, bob, TieKind.ADVISED)
    make_tie(bob, ann, TieKind.ADVISED)
    make_tie(bob, cy, TieKind.FRIEND)


@pytest.mark.usefixtures("tied")
def test_ties_on_a_profile_are_listed_by_family_names() -> None:
    assert [str(tie) for tie in Tie.public.for_profile()] == [
        "Bob is a friend of Cy",
        "Bob advised Ann",
        "Ann advised Bob",
    ]
