"""Slugs: made from names, unique, and remembered when they change."""

import pytest
from django.db import IntegrityError
from django.forms import modelform_factory

from people.models import Allegation, Meeting, Person, Role, SlugRedirect
from people.urls import pages as patterns
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
    rename,
)

pytestmark = pytest.mark.django_db


def redirects() -> list[tuple[str, str]]:
    """Return each former slug with the entry that it leads to."""
    return [(former.slug, str(former.entry)) for former in SlugRedirect.objects.all()]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ann Bee", "ann-bee"),
        ("J.D. Gordon", "jd-gordon"),
        ("Guccifer 2.0", "guccifer-20"),
        ("Søren O’Brien–Lee", "soren-obrien-lee"),
        ("Владимир Путин", "vladimir-putin"),
        ("…", "person"),
        ("Ann " * 50, ("ann-" * 28)[:110]),
    ],
)
def test_slug_of_a_person_is_made_from_the_name(name: str, slug: str) -> None:
    assert make_person(name).slug == slug


def test_slug_of_an_unnamed_person_is_made_from_the_slide() -> None:
    assert make_person("", slide=3).slug == "slide-3"


def test_slug_of_an_unnamed_person_without_slide_is_made_from_the_description() -> None:
    assert make_person("", description="A man at a table").slug == "a-man-at-a-table"


def test_slug_that_is_given_stays() -> None:
    assert make_person("Ann Bee", slug="annie").slug == "annie"


def test_slugs_of_namesakes_are_numbered() -> None:
    assert [make_person("Ann Bee").slug for _ in range(3)] == ["ann-bee", "ann-bee-2", "ann-bee-3"]


def test_slug_numbers_fill_a_gap() -> None:
    make_person("Ann Bee")
    make_person("Ann Bee", slug="ann-bee-3")
    make_person("Ann Beech")
    assert [make_person("Ann Bee").slug for _ in range(2)] == ["ann-bee-2", "ann-bee-4"]


def test_slugs_of_different_nouns_may_be_the_same() -> None:
    assert (make_person("The Times").slug, make_organisation("The Times").slug) == ("the-times", "the-times")


def test_slugs_of_other_nouns_tell_whose_they_are() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    allegation = make_allegation(ann, title="What Ann did")
    entries = [
        make_source("The News, 2 May"),
        make_organisation("House Committee"),
        make_alias(ann, "Annie"),
        make_role(ann, "Press Secretary"),
        make_meeting(ann, bob, title="Dinner of Ann and Bob"),
        make_tie(ann, bob),
        allegation,
        make_response(allegation, ann),
        make_statement(ann, "Lived in a small town by the sea."),
    ]
    assert [entry.slug for entry in entries] == [
        "the-news-2-may",
        "house-committee",
        "ann-bee-annie",
        "ann-bee-press-secretary",
        "dinner-of-ann-and-bob",
        "ann-bee-friend-of-bob-cee",
        "what-ann-did",
        "ann-bee-denies-what-ann-did",
        "ann-bee-lived-in-a-small-town-by",
    ]


def test_slug_is_unique_in_the_database() -> None:
    with pytest.raises(IntegrityError, match=r"(?i)unique.*slug"):
        Person.objects.bulk_create(Person(name=name, slug="same") for name in ("Ann", "Bob"))


def test_slug_is_unique_in_forms() -> None:
    make_person(slug="ann-bee")
    form = modelform_factory(Person, fields=["name", "slug", "kind", "status"])
    data = {"name": "Other", "slug": "ann-bee", "kind": "named", "status": "draft"}
    assert form(data).errors == {"slug": ["Person with this Slug already exists."]}


def test_slug_that_is_blanked_is_made_again_without_a_number() -> None:
    ann = make_person("Ann Bee")
    rename(ann, "")
    assert (ann.slug, redirects()) == ("ann-bee", [])


def test_saving_without_renaming_leaves_no_redirect() -> None:
    make_person().save()
    assert redirects() == []


def test_renaming_leaves_a_redirect() -> None:
    rename(make_person("Ann Bee"), "annie")
    assert redirects() == [("ann-bee", "Ann Bee")]


def test_renaming_twice_leaves_redirects_from_both_to_the_entry() -> None:
    ann = make_person("Ann Bee", slug="a")
    rename(ann, "b")
    rename(ann, "c")
    assert redirects() == [("a", "Ann Bee"), ("b", "Ann Bee")]


def test_renaming_back_drops_the_redirect_from_the_slug_in_use() -> None:
    ann = make_person("Ann Bee", slug="a")
    rename(ann, "b")
    rename(ann, "a")
    assert redirects() == [("b", "Ann Bee")]


def test_slug_is_never_made_into_one_that_leads_to_somebody_else() -> None:
    rename(make_person("Ann Bee"), "annie")
    assert make_person("Ann Bee").slug == "ann-bee-2"


def test_slug_that_is_blanked_may_be_made_into_ones_own_former_one() -> None:
    ann = make_person("Ann Bee")
    rename(ann, "annie")
    rename(ann, "")
    assert (ann.slug, redirects()) == ("ann-bee", [("annie", "Ann Bee")])


def test_redirects_of_different_nouns_stay_apart() -> None:
    ann = make_person(slug="same")
    role = make_role(ann, slug="same")
    rename(ann, "ann")
    role.slug = "role"
    role.save()
    assert [str(entry) for entry in Person.objects.formerly("same")] == ["Ann Bee"]
    assert [str(entry) for entry in Role.objects.formerly("same")] == ["Adviser"]


def test_redirects_go_when_their_entry_does() -> None:
    ann, bob = make_person("Ann Bee", slug="a"), make_person("Bob Cee", slug="b")
    rename(ann, "aa")
    rename(bob, "bb")
    ann.delete()
    assert redirects() == [("b", "Bob Cee")]


def test_former_slug_is_unique_among_entries_of_a_noun() -> None:
    ann = make_person("Ann Bee", slug="a")
    rename(ann, "b")
    former = SlugRedirect.objects.get()
    again = SlugRedirect(slug="a", content_type=former.content_type, object_id=make_person("Bob Cee").pk)
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        SlugRedirect.objects.bulk_create([again])


def test_former_slug_is_printed_as_itself() -> None:
    assert str(SlugRedirect(slug="ann-bee")) == "ann-bee"


def test_slug_made_from_a_name_is_no_other_page() -> None:
    assert [make_person("Compare").slug, make_person("Choices").slug] == ["compare-2", "choices-2"]
    assert make_meeting(title="Choices").slug == "choices-2"
    assert make_allegation(make_person("Ann Bee"), title="Choices").slug == "choices-2"


@pytest.mark.parametrize("slug", ["compare", "choices"])
def test_slug_of_another_page_is_refused_by_the_database(slug: str) -> None:
    with pytest.raises(IntegrityError, match="person_slug_not_reserved"):
        make_person(slug=slug)


def test_slug_of_another_page_is_refused_by_forms() -> None:
    form = modelform_factory(Person, fields=["name", "slug", "kind", "status"])
    data = {"name": "Other", "slug": "compare", "kind": "named", "status": "draft"}
    assert form(data).errors == {
        "__all__": ["There is another page at that address, so the slug can't be: choices, compare."]
    }


def test_slugs_are_reserved_for_every_page_beside_those_of_the_entries() -> None:
    pages = {str(pattern.pattern) for pattern in patterns}
    beside = {
        noun: sorted(
            page.split("/")[1]
            for page in pages
            if page.startswith(f"{noun}/") and page.count("/") == 2 and "<" not in page
        )
        for noun in ("people", "meetings", "allegations")
    }
    assert beside == {
        "people": sorted(Person.reserved),
        "meetings": sorted(Meeting.reserved),
        "allegations": sorted(Allegation.reserved),
    }
