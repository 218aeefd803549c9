from typing import Any

import pytest

from people.models import Organisation, Role
from tests.factories import make_meeting, make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db


def titles(roles: Any) -> list[str]:
    return [role.title for role in roles]


@pytest.fixture
def employed() -> None:
    """Ann is adviser twice; a title is spelled in two ways; what is not public counts nowhere."""
    bank, campaign = make_organisation("Bank"), make_organisation("Campaign")
    ann, bob, cy = (make_person(name) for name in ("Ann", "Bob", "Cy"))
    make_role(ann, "Adviser", "campaign", campaign)
    make_role(ann, "adviser", "campaign", bank)
    make_role(bob, "Adviser", "business", bank)
    make_role(cy, "Manager", "media")
    make_role(cy, "Spy", "media", bank, published=False)
    make_role(make_person("Dee", published=False), "Spy", "media", bank)


def test_chronological_lists_undated_roles_last() -> None:
    ann = make_person()
    for title, start in [("undated", ""), ("b", "2016"), ("a", "2016"), ("late", "2017-05"), ("early", "199X")]:
        make_role(ann, title, start=start)
    assert titles(Role.public.chronological()) == ["early", "a", "b", "late", "undated"]


def test_chronological_lists_a_role_of_which_only_the_end_is_known_first() -> None:
    ann = make_person()
    for title, start, end in [("later", "2017", ""), ("ended", "", "2016"), ("earlier", "2015", "2018")]:
        make_role(ann, title, start=start, end=end)
    assert titles(Role.public.chronological()) == ["ended", "earlier", "later"]


def test_organisation_lists_its_roles_by_family_name_and_title() -> None:
    campaign = make_organisation()
    ann, bob = make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob")
    for person, title in [(ann, "Manager"), (bob, "Writer"), (bob, "Adviser")]:
        make_role(person, title, organisation=campaign)
    (organisation,) = Organisation.public.for_profile()
    assert [(role.person.name, role.title) for role in organisation.roles.all()] == [
        ("Bob", "Adviser"),
        ("Bob", "Writer"),
        ("Ann", "Manager"),
    ]


def test_organisation_lists_its_meetings_in_order_of_time() -> None:
    committee = make_organisation()
    for title, date in [("second", "2017"), ("first", "2016")]:
        make_meeting(make_person(), title=title, date=date, organisation=committee)
    (organisation,) = Organisation.public.for_profile()
    assert [meeting.title for meeting in organisation.meetings.all()] == ["first", "second"]
