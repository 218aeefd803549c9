import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from people.models import Meeting, Participation, Tie
from people.vocabulary import ContactKind, MeetingKind, TieKind
from tests.factories import make_meeting, make_organisation, make_person, make_tie

pytestmark = pytest.mark.django_db

SAME_TIE = "There is such a tie between these two already."


@pytest.mark.parametrize("times", [None, 1, 2])
def test_meeting_takes_place_at_least_once_or_is_not_counted(times: int | None) -> None:
    meeting = make_meeting(times=times)
    meeting.full_clean()
    assert Meeting.objects.values_list("times", flat=True).get() == times


def test_meeting_that_never_takes_place_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError, match="meeting_times_positive"):
        Meeting.objects.bulk_create([Meeting(kind=MeetingKind.DINNER, title="A", slug="a", times=0)])


def test_meeting_that_never_takes_place_is_refused_by_full_clean() -> None:
    with pytest.raises(ValidationError) as refusal:
        Meeting(kind=MeetingKind.DINNER, title="A", slug="a", times=0).full_clean()
    assert refusal.value.messages == ["A meeting takes place at least once."]


def test_nobody_is_in_the_same_meeting_twice_in_the_database() -> None:
    ann = make_person()
    meeting = make_meeting(ann)
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Participation.objects.bulk_create([Participation(meeting=meeting, person=ann, capacity="witness")])


def test_nobody_is_in_the_same_meeting_twice_in_forms() -> None:
    ann = make_person()
    with pytest.raises(ValidationError) as refusal:
        Participation(meeting=make_meeting(ann), person=ann, capacity="witness").full_clean()
    assert refusal.value.messages == ["This person takes part in the meeting already."]


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("", "no date given"),
        ("2016?-12", "December 2016 (year inferred)"),
        ("2016-07/2016-09", "July to September 2016"),
        ("../2017", "before 2017"),
    ],
)
def test_meeting_tells_when_it_took_place(date: str, when: str) -> None:
    assert Meeting(date=date).when == when


def test_all_meetings_but_hearings_are_contact() -> None:
    assert [kind for kind in MeetingKind if Meeting(kind=kind).is_contact] == list(ContactKind.values)


def test_contact_kinds_are_all_kinds_of_meeting_but_hearings() -> None:
    assert ContactKind.choices == [choice for choice in MeetingKind.choices if choice[0] != "hearing"]


def test_meetings_are_listed_by_the_days_they_may_mean_undated_ones_last() -> None:
    for title, date in [("Undated", ""), ("C", "2016-03"), ("B", "2016"), ("A", "2016-01-01"), ("Before", "../2015")]:
        make_meeting(title=title, date=date)
    assert [meeting.title for meeting in Meeting.objects.all()] == ["Before", "A", "B", "C", "Undated"]


def test_participations_are_listed_by_meeting_and_family_name() -> None:
    ann, bob = make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob")
    make_meeting(ann, bob, title="Second", date="2017")
    make_meeting(ann, title="First", date="2016")
    assert [str(one) for one in Participation.objects.all()] == ["Ann in First", "Bob in Second", "Ann in Second"]


def test_meeting_is_printed_as_its_title() -> None:
    assert str(Meeting(title="Dinner of two")) == "Dinner of two"


def test_meeting_has_a_page() -> None:
    assert make_meeting(title="Dinner of two").get_absolute_url() == "/meetings/dinner-of-two/"


def test_organisation_that_held_a_meeting_is_not_deleted() -> None:
    committee = make_organisation()
    make_meeting(organisation=committee)
    with pytest.raises(ProtectedError):
        committee.delete()


def test_tie_to_oneself_is_refused_by_the_database() -> None:
    ann = make_person()
    with pytest.raises(IntegrityError, match="tie_of_two_people"):
        Tie.objects.bulk_create([Tie(kind=TieKind.FRIEND, from_person=ann, to_person=ann, slug="a", summary="s")])


def test_tie_to_oneself_is_refused_by_forms() -> None:
    ann = make_person()
    with pytest.raises(ValidationError) as refusal:
        Tie(kind=TieKind.FRIEND, from_person=ann, to_person=ann, summary="s").full_clean()
    assert refusal.value.messages == ["A tie joins two different people."]


def test_same_tie_again_is_refused_by_the_database() -> None:
    tie = make_tie(make_person("Ann"), make_person("Bob"), TieKind.ADVISED)
    again = Tie(kind=tie.kind, from_person=tie.from_person, to_person=tie.to_person, summary="s", slug="again")
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Tie.objects.bulk_create([again])


def test_same_tie_again_is_refused_by_forms() -> None:
    tie = make_tie(make_person("Ann"), make_person("Bob"), TieKind.ADVISED)
    with pytest.raises(ValidationError) as refusal:
        Tie(kind=tie.kind, from_person=tie.from_person, to_person=tie.to_person, summary="s").full_clean()
    assert refusal.value.messages == [SAME_TIE]


def test_two_people_may_have_several_ties() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    ties = [make_tie(ann, bob, kind) for kind in (TieKind.ADVISED, TieKind.RECOMMENDED)]
    ties.append(make_tie(bob, ann, TieKind.ADVISED))
    assert list(Tie.objects.all()) == ties


def test_tie_is_printed_from_the_first_person_to_the_second() -> None:
    assert (
        str(make_tie(make_person("Ann"), make_person("Bob"), TieKind.DISMISSED))
        == "Ann was present at the firing of Bob"
    )


def test_tie_has_an_anchor_on_the_first_persons_profile() -> None:
    tie = make_tie(make_person("Ann"), make_person("Bob"))
    assert tie.get_absolute_url() == "/people/ann/#tie-ann-friend-of-bob"
