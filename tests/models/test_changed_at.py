import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import serializers
from django.utils import timezone

from people.models import Meeting, Organisation, Participation
from tests.factories import make_meeting, make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

BEFORE = dt.datetime(2016, 12, 1, tzinfo=dt.UTC)
NOW = dt.datetime(2017, 3, 4, 5, 6, 7, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """A function that sets the time; it begins long before."""

    def set_time(now: dt.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_time(BEFORE)
    return set_time


def load(organisation: Organisation, *, without_time: bool = False) -> None:
    """Save the organisation as loaddata does."""
    data: Any = serializers.serialize("python", [organisation])
    if without_time:
        del data[0]["fields"]["changed_at"]
    for loaded in serializers.deserialize("python", data):
        loaded.save()


def test_save_is_a_change(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    organisation.save()
    assert Organisation.objects.get().changed_at == NOW


def test_save_of_some_fields_is_a_change(clock: Callable[[dt.datetime], None]) -> None:
    role = make_role(make_person())
    clock(NOW)
    role.save(update_fields=["status"])
    role.refresh_from_db()
    assert role.changed_at == NOW


def test_bulk_create_fills_the_time() -> None:
    Organisation.objects.bulk_create([Organisation(slug="bank", name="Bank", kind="company")])
    assert Organisation.objects.get().changed_at == BEFORE


def test_loading_a_fixture_with_another_value_is_a_change(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    organisation.name = "The other campaign"
    load(organisation, without_time=True)
    assert Organisation.objects.get().changed_at == NOW


def test_loading_a_fixture_with_the_same_values_is_no_change(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    load(organisation, without_time=True)
    assert Organisation.objects.get().changed_at == BEFORE


def test_loading_a_dump_keeps_its_time(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    load(organisation)
    assert Organisation.objects.get().changed_at == BEFORE


def test_meetings_change_when_many_join_them_at_once(clock: Callable[[dt.datetime], None]) -> None:
    lunch, dinner, other = (make_meeting(title=title, kind="hearing") for title in ("Lunch", "Dinner", "Other"))
    ann = make_person("Ann Bee")
    clock(NOW)
    Participation.objects.bulk_create(Participation(meeting=meeting, person=ann) for meeting in (lunch, dinner))
    times = dict(Meeting.objects.values_list("pk", "changed_at"))
    assert times == {lunch.pk: NOW, dinner.pk: NOW, other.pk: BEFORE}


def test_meeting_changes_when_somebody_joins_it(clock: Callable[[dt.datetime], None]) -> None:
    meeting = make_meeting(make_person())
    clock(NOW)
    Participation.objects.create(meeting=meeting, person=make_person("Bob Cee"))
    assert Meeting.objects.get().changed_at == NOW


def test_meeting_changes_when_somebody_leaves_it(clock: Callable[[dt.datetime], None]) -> None:
    meeting = make_meeting(make_person(), make_person("Bob Cee"), kind="hearing")
    clock(NOW)
    meeting.participations.all()[0].delete()
    assert Meeting.objects.get().changed_at == NOW


def test_meeting_does_not_change_when_a_hidden_person_joins_or_leaves_it(clock: Callable[[dt.datetime], None]) -> None:
    meeting = make_meeting(make_person())
    ghost = make_person("Ghost", published=False)
    clock(NOW)
    participation = Participation.objects.create(meeting=meeting, person=ghost)
    participation.capacity = "witness"
    participation.save()
    participation.delete()
    assert Meeting.objects.get().changed_at == BEFORE


def test_meeting_changes_when_a_hidden_person_takes_the_place_of_one_who_is_seen(
    clock: Callable[[dt.datetime], None],
) -> None:
    meeting = make_meeting(make_person(), make_person("Bob Cee"), make_person("Cy Dee"))
    participation = meeting.participations.all()[0]
    clock(NOW)
    participation.person = make_person("Ghost", published=False)
    participation.save()
    assert Meeting.objects.get().changed_at == NOW


def test_both_meetings_change_when_somebody_is_moved_to_another(clock: Callable[[dt.datetime], None]) -> None:
    lunch = make_meeting(make_person(), make_person("Bob Cee"), kind="hearing", title="Lunch")
    dinner = make_meeting(kind="hearing", title="Dinner")
    participation = lunch.participations.all()[0]
    clock(NOW)
    participation.meeting = dinner
    participation.save()
    assert list(Meeting.objects.values_list("changed_at", flat=True)) == [NOW, NOW]


def test_meetings_do_not_change_when_hidden_people_join_them_at_once(clock: Callable[[dt.datetime], None]) -> None:
    lunch, dinner = (make_meeting(title=title, kind="hearing") for title in ("Lunch", "Dinner"))
    ann, ghost = make_person("Ann Bee"), make_person("Ghost", published=False)
    clock(NOW)
    pairs = [(lunch, ann), (dinner, ghost)]
    Participation.objects.bulk_create(Participation(meeting=meeting, person=person) for meeting, person in pairs)
    assert dict(Meeting.objects.values_list("title", "changed_at")) == {"Lunch": NOW, "Dinner": BEFORE}
