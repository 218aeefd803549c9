import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from people.models import Alias, Person
from people.vocabulary import PersonKind
from tests.factories import make_alias, make_meeting, make_person, make_tie

pytestmark = pytest.mark.django_db

PORTRAIT = {"portrait": "a.jpg", "portrait_alt": "A man", "portrait_credit": "C", "portrait_licence": "CC0"}
NAMES = [
    (PersonKind.NAMED, "Ann", ""),
    (PersonKind.NAMED, "Ann", "a writer"),
    (PersonKind.PERSONA, "Ann", ""),
    (PersonKind.UNNAMED, "", "a man at a table"),
]
NO_NAMES = [
    (PersonKind.NAMED, "", ""),
    (PersonKind.NAMED, "", "a man at a table"),
    (PersonKind.PERSONA, "", "a man at a table"),
    (PersonKind.UNNAMED, "", ""),
    (PersonKind.UNNAMED, "Ann", "a man at a table"),
    (PersonKind.UNNAMED, "Ann", ""),
]


@pytest.mark.parametrize(("kind", "name", "description"), NAMES)
def test_person_is_named_or_described(kind: str, name: str, description: str) -> None:
    person = Person(kind=kind, name=name, description=description, slug="a")
    person.full_clean()
    Person.objects.bulk_create([person])


@pytest.mark.parametrize(("kind", "name", "description"), NO_NAMES)
def test_person_without_name_or_description_is_refused_by_the_database(kind: str, name: str, description: str) -> None:
    with pytest.raises(IntegrityError, match="person_named_or_described"):
        Person.objects.bulk_create([Person(kind=kind, name=name, description=description, slug="a")])


@pytest.mark.parametrize(("kind", "name", "description"), NO_NAMES)
def test_person_without_name_or_description_is_refused_by_forms(kind: str, name: str, description: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Person(kind=kind, name=name, description=description, slug="a").full_clean()
    assert refusal.value.messages == ["A named person needs a name; an unnamed one has none, but a description."]


def test_portrait_with_text_credit_and_licence_is_taken() -> None:
    person = Person(name="Ann", slug="a", **PORTRAIT)
    person.full_clean()
    Person.objects.bulk_create([person])


def test_credit_without_portrait_is_taken() -> None:
    Person(name="Ann", slug="a", portrait_credit="C").full_clean()


@pytest.mark.parametrize("missing", ["portrait_alt", "portrait_credit", "portrait_licence"])
def test_portrait_without_text_credit_or_licence_is_refused_by_the_database(missing: str) -> None:
    with pytest.raises(IntegrityError, match="person_portrait_credited"):
        Person.objects.bulk_create([Person(name="Ann", slug="a", **PORTRAIT | {missing: ""})])


@pytest.mark.parametrize("missing", ["portrait_alt", "portrait_credit", "portrait_licence"])
def test_portrait_without_text_credit_or_licence_is_refused_by_forms(missing: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Person(name="Ann", slug="a", **PORTRAIT | {missing: ""}).full_clean()
    assert refusal.value.messages == ["A portrait needs its alternative text, credit and licence."]


def test_slide_shows_one_person() -> None:
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Person.objects.bulk_create(Person(name=name, slug=name, slide=1) for name in ("a", "b"))


def test_person_has_an_alias_once_in_the_database() -> None:
    ann = make_person()
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        Alias.objects.bulk_create(Alias(person=ann, name="Annie", slug=slug) for slug in ("a", "b"))


def test_person_has_an_alias_once_in_forms() -> None:
    alias = make_alias(make_person(), "Annie")
    with pytest.raises(ValidationError) as refusal:
        Alias(person=alias.person, name="Annie").full_clean()
    assert refusal.value.messages == ["Alias with this Person and Name already exists."]


def test_people_may_share_an_alias() -> None:
    aliases = [make_alias(make_person(name), "Al") for name in ("Alan", "Albert")]
    assert list(Alias.objects.all()) == aliases


def test_people_are_listed_by_family_name() -> None:
    make_person("Ann Bee", sort_name="Bee, Ann")
    make_person("Zoe Abbot", sort_name="Abbot, Zoe")
    assert [person.name for person in Person.objects.all()] == ["Zoe Abbot", "Ann Bee"]


@pytest.mark.parametrize(
    ("name", "fields", "sorted_by"),
    [
        ("Ann Bee", {}, "Bee, Ann"),
        ("Guccifer", {"kind": "persona"}, "Guccifer"),
        ("Guccifer Two", {"kind": "persona"}, "Guccifer Two"),
        ("Ann Bee", {"sort_name": "Bee, Ann"}, "Bee, Ann"),
        ("", {"slide": 3}, "Unnamed (slide 3)"),
    ],
)
def test_sort_name_is_family_name_first_unless_another_is_given(
    name: str, fields: dict[str, object], sorted_by: str
) -> None:
    assert make_person(name, **fields).sort_name == sorted_by


@pytest.mark.parametrize(
    ("person", "printed"),
    [
        (Person(name="Ann Bee", slide=3), "Ann Bee"),
        (Person(kind="unnamed", slide=3, description="a man"), "Unnamed (slide 3)"),
        (Person(kind="unnamed", description="a man"), "Unnamed: a man"),
    ],
)
def test_person_is_printed_by_name_slide_or_description(person: Person, printed: str) -> None:
    assert str(person) == printed


def test_alias_is_printed_as_itself() -> None:
    assert str(Alias(name="Annie")) == "Annie"


@pytest.mark.parametrize(("name", "named"), [("Ann", True), ("", False)])
def test_person_is_named_if_the_source_gives_a_name(name: str, named: bool) -> None:
    assert Person(name=name).is_named is named


def test_person_has_a_profile() -> None:
    assert make_person("Ann Bee").get_absolute_url() == "/people/ann-bee/"


def test_alias_leads_to_the_profile() -> None:
    assert make_alias(make_person("Ann Bee")).get_absolute_url() == "/people/ann-bee/"


def test_draft_is_what_an_entry_begins_as() -> None:
    assert Person(name="Ann").status == "draft"


@pytest.mark.parametrize("sourced", [True, False])
def test_entry_is_sourced_if_it_cites_a_passage(sourced: bool) -> None:
    assert make_person(sourced=sourced).is_sourced is sourced


def test_entry_that_is_not_saved_is_not_sourced() -> None:
    assert Person(name="Ann").is_sourced is False


def test_ties_read_from_either_end() -> None:
    ann, bob, cy = (make_person(name) for name in ("Ann", "Bob", "Cy"))
    make_tie(cy, ann, "advised")
    make_tie(ann, bob, "recommended")
    assert [(end.words, end.other, end.direction) for end in ann.ties] == [
        ("recommended", bob, "outgoing"),
        ("advised by", cy, "incoming"),
    ]


def test_contact_meetings_leave_out_hearings_and_those_of_nobody_else() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    make_meeting(ann, bob, kind="hearing")
    make_meeting(ann, kind="message")
    met = make_meeting(ann, bob)
    assert ann.contact_meetings == [met]
