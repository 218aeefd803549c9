import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.forms import modelform_factory

from people.models import Organisation, Role
from people.vocabulary import OrganisationKind, RoleCategory, Tenure
from tests.factories import make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

SPANS = [("2016-03", "2016-08"), ("2016", "2016"), ("2016-08", "2016"), ("2016", ""), ("", "2016"), ("", "")]
REVERSED = [("2016-08", "2016-03"), ("2017", "2016"), ("2016-03-02", "2016-03-01")]
INTERVALS = [("2016/2017", ""), ("", "2016/2017"), ("../2016", ""), ("", "2016/..")]
ONE_DATE_EACH = "Start and end are each one date; write 2016-03/2016-08 as the two."


def unsaved(start: str, end: str) -> Role:
    return Role(person=make_person(), title="Adviser", category="campaign", start=start, end=end, slug="role")


@pytest.mark.parametrize(("start", "end"), SPANS)
def test_role_that_can_end_after_its_start_is_taken(start: str, end: str) -> None:
    role = unsaved(start, end)
    role.full_clean()
    Role.objects.bulk_create([role])


@pytest.mark.parametrize(("start", "end"), REVERSED)
def test_role_that_ends_before_its_start_is_refused_by_the_database(start: str, end: str) -> None:
    with pytest.raises(IntegrityError, match="role_ends_after_start"):
        Role.objects.bulk_create([unsaved(start, end)])


@pytest.mark.parametrize(("start", "end"), REVERSED)
def test_role_that_ends_before_its_start_is_refused_by_full_clean(start: str, end: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        unsaved(start, end).full_clean()
    assert refusal.value.messages == ["The role ends before it starts."]


def test_role_that_ends_before_its_start_is_refused_by_forms() -> None:
    """Forms lack the fields that this constraint is on."""
    form = modelform_factory(Role, fields=["person", "title", "category", "start", "end", "status"])
    data = {"person": make_person(), "title": "A", "category": "campaign", "status": "draft"}
    errors = form(data | {"start": "2017", "end": "2016"}).errors
    assert errors == {"__all__": ["The role ends before it starts."]}


def test_role_that_is_moved_to_earlier_dates_is_taken() -> None:
    role = make_role(make_person(), start="2017", end="2018")
    role.start, role.end = "", "2016"
    role.full_clean()


def test_role_with_an_impossible_date_is_refused_for_that_alone() -> None:
    role = make_role(make_person(), start="2017", end="2018")
    role.start, role.end = "2016-13", "2015"
    with pytest.raises(ValidationError) as refusal:
        role.full_clean()
    assert list(refusal.value.message_dict) == ["start"]


@pytest.mark.parametrize(("start", "end"), INTERVALS)
def test_role_that_starts_or_ends_in_an_interval_is_refused_by_the_database(start: str, end: str) -> None:
    with pytest.raises(IntegrityError, match="role_has_one_start_and_end"):
        Role.objects.bulk_create([unsaved(start, end)])


@pytest.mark.parametrize(("start", "end"), INTERVALS)
def test_role_that_starts_or_ends_in_an_interval_is_refused_by_full_clean(start: str, end: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        unsaved(start, end).full_clean()
    assert refusal.value.messages == [ONE_DATE_EACH]


@pytest.mark.parametrize(
    ("start", "end", "tenure", "when"),
    [
        ("2016-03", "2016-08", "", "March to August 2016"),
        ("2016", "", "", "from 2016"),
        ("", "2016", "", "until 2016"),
        ("2016", "", Tenure.FORMER, "from 2016"),
        ("", "", Tenure.FORMER, "former"),
        ("", "", Tenure.PROPOSED, "proposed"),
        ("", "", "", "no date given"),
    ],
)
def test_role_tells_when_it_was_held(start: str, end: str, tenure: str, when: str) -> None:
    assert Role(start=start, end=end, tenure=tenure).when == when


def test_roles_are_listed_by_their_earliest_day_undated_ones_last() -> None:
    ann = make_person()
    for title, start in [("Undated", ""), ("Second", "2016-03"), ("First", "2016"), ("Also undated", "")]:
        make_role(ann, title, start=start)
    assert [role.title for role in Role.objects.all()] == ["First", "Second", "Also undated", "Undated"]


def test_role_is_printed_with_its_organisation() -> None:
    assert str(Role(title="Adviser", organisation=Organisation(name="The campaign"))) == "Adviser, The campaign"


def test_role_without_organisation_is_printed_as_its_title() -> None:
    assert str(Role(title="Adviser")) == "Adviser"


def test_role_has_an_anchor_on_its_holders_profile() -> None:
    role = make_role(make_person("Ann Bee"), "Adviser")
    assert role.get_absolute_url() == "/people/ann-bee/#role-ann-bee-adviser"


def test_person_may_hold_the_same_post_twice() -> None:
    ann = make_person()
    roles = [make_role(ann, "Adviser", start=start) for start in ("2015", "2017")]
    assert list(Role.objects.all()) == roles


def test_organisation_has_one_entry_in_the_database() -> None:
    rows = [Organisation(name="The campaign", slug=slug, kind=OrganisationKind.CAMPAIGN) for slug in ("a", "b")]
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Organisation.objects.bulk_create(rows)


def test_organisation_is_printed_as_its_name() -> None:
    assert str(make_organisation("The campaign")) == "The campaign"


def test_organisation_has_a_page() -> None:
    assert make_organisation("The campaign").get_absolute_url() == "/organisations/the-campaign/"


def test_organisation_with_a_role_is_not_deleted() -> None:
    organisation = make_organisation()
    make_role(make_person(), organisation=organisation)
    with pytest.raises(ProtectedError):
        organisation.delete()


def test_category_of_a_role_is_one_of_the_vocabulary() -> None:
    role = make_role(make_person(), category="astronaut")
    with pytest.raises(ValidationError) as refusal:
        role.full_clean()
    assert refusal.value.message_dict == {"category": ["Value 'astronaut' is not a valid choice."]}


def test_every_category_fits_its_column() -> None:
    for category in RoleCategory.values:
        make_role(make_person(), category=category).full_clean()
