from typing import Any

import pytest

from people.dates import bounds, time_order
from people.models import Meeting, Participation, Tie
from people.querysets.time import time_key
from people.vocabulary import TieKind
from tests.factories import make_meeting, make_person, make_tie

pytestmark = pytest.mark.django_db


def titles(meetings: Any) -> list[str]:
    return sorted(meeting.title for meeting in meetings)


def printed(participations: Any) -> list[str]:
    return sorted(str(participation) for participation in participations)


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


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize(
    ("kinds", "found"),
    [(["message"], ["letter"]), (["message", "hearing"], ["hearing", "letter"]), (["in-person"], [])],
)
def test_of_kinds_finds_meetings_of_any_of_them(kinds: list[str], found: list[str]) -> None:
    assert titles(Meeting.public.of_kinds(kinds)) == found


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize(
    ("people", "found"),
    [
        (["bob"], ["letter", "talk"]),
        (["cy"], ["dinner", "hearing", "letter"]),
        (["bob", "cy"], ["dinner", "hearing", "letter", "talk"]),
        (["dee"], []),
        (["nobody"], []),
    ],
)
def test_with_anyone_of_finds_each_meeting_of_theirs_once(people: list[str], found: list[str]) -> None:
    assert titles(Meeting.public.with_anyone_of(people)) == found


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


@pytest.mark.usefixtures("met")
def test_participations_in_contact_are_those_of_all_meetings_but_hearings() -> None:
    assert printed(Participation.objects.public().in_contact()) == [
        "Ann in letter",
        "Ann in talk",
        "Bob in letter",
        "Bob in talk",
        "Cy in dinner",
        "Cy in letter",
        "Eve in dinner",
    ]


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (["dinner"], ["Cy in dinner", "Eve in dinner"]),
        (["dinner", "interview"], ["Cy in dinner", "Eve in dinner"]),
        ([], ["Ann in hearing", "Cy in dinner", "Cy in hearing", "Eve in dinner"]),
    ],
)
def test_participations_of_contact_kinds_are_those_of_any_kind(kinds: list[str], found: list[str]) -> None:
    participations = Participation.objects.public().exclude(meeting__title__in=["letter", "talk"])
    assert printed(participations.of_contact_kinds(kinds)) == found


@pytest.mark.usefixtures("met")
@pytest.mark.parametrize(
    ("people", "found"),
    [
        (["bob"], ["Ann in letter", "Ann in talk", "Cy in letter"]),
        (["cy"], ["Ann in hearing", "Ann in letter", "Bob in letter", "Eve in dinner"]),
        (["dee"], []),
        (["nobody"], []),
        (
            [],
            [
                *("Ann in hearing", "Ann in letter", "Ann in talk", "Bob in letter", "Bob in talk"),
                *("Cy in dinner", "Cy in hearing", "Cy in letter", "Eve in dinner"),
            ],
        ),
    ],
)
def test_participations_beside_people_are_those_of_others(people: list[str], found: list[str]) -> None:
    assert printed(Participation.objects.public().beside(people)) == found


@pytest.fixture
def tied() -> None:
    ann, bob, cy = (make_person(name, sort_name=sort) for name, sort in [("Ann", "Z"), ("Bob", "A"), ("Cy", "M")])
    make_tie(ann, bob, TieKind.ADVISED)
    make_tie(bob, ann, TieKind.ADVISED)
    make_tie(bob, cy, TieKind.FRIEND)


@pytest.mark.usefixtures("tied")
def test_ties_on_a_profile_are_listed_by_family_names() -> None:
    assert [str(tie) for tie in Tie.public.for_profile()] == ["Bob friend of Cy", "Bob advised Ann", "Ann advised Bob"]
