"""What the forms save, and what they refuse beside the field."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.models import (
    Alias,
    Meeting,
    Organisation,
    Participation,
    Person,
    Role,
    SlugRedirect,
    Statement,
    Tie,
)
from people.vocabulary import OrganisationKind, PersonKind, SourceKind, Status, TieKind
from tests.admin.conftest import act, change, confirm, errors_of, row
from tests.factories import (
    make_alias,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_role,
    make_statement,
    make_tie,
)

Submit = Callable[..., Any]

UNSOURCED = "It cites no passage, so it can't be published. Cite one, or keep it a draft."
TWICE = {
    "participations": ["Please correct the duplicate data for person."],
    "participations-1-__all__": ["Please correct the duplicate values below."],
}
TIED = "There is such a tie between these two already."
NAMED = "Alias with this Person and Name already exists."
ADD_PERSON = "/admin/people/person/add/"


def test_draft_is_saved_without_a_passage(submit: Submit) -> None:
    submit(ADD_PERSON, name="Ann Bee")
    assert list(Person.objects.values_list("name", "slug", "status")) == [("Ann Bee", "ann-bee", "draft")]


def test_publishing_without_a_passage_is_refused(submit: Submit) -> None:
    response = submit(ADD_PERSON, name="Ann Bee", status=Status.PUBLISHED)
    assert (errors_of(response), Person.objects.count()) == ({"passages": [UNSOURCED]}, 0)


def test_publishing_with_a_passage_shows_the_entry(submit: Submit) -> None:
    submit(ADD_PERSON, name="Ann Bee", status=Status.PUBLISHED, passages=[make_passage().pk])
    assert [str(person) for person in Person.public.all()] == ["Ann Bee"]


def test_taking_the_last_passage_from_a_published_entry_is_refused(submit: Submit) -> None:
    person = make_person()
    response = submit(change(person), passages=[])
    assert (errors_of(response), person.passages.count()) == ({"passages": [UNSOURCED]}, 1)


def test_publishing_a_row_without_a_passage_is_refused(submit: Submit) -> None:
    role = row("roles", title="Adviser", status=Status.PUBLISHED)
    response = submit(ADD_PERSON, name="Ann Bee", **role)
    assert (errors_of(response), Person.objects.count()) == ({"roles-0-passages": [UNSOURCED]}, 0)


def test_rows_are_saved_with_their_person(submit: Submit) -> None:
    passage, other = make_passage(), make_person("Bob")
    rows = {
        **row("roles", title="Adviser", status=Status.PUBLISHED, passages=[passage.pk], start="2016-03"),
        **row("aliases", name="Annie", status=Status.DRAFT),
        **row("statements", summary="Resigned.", status=Status.DRAFT, date="2017"),
        **row("ties_from", kind=TieKind.FRIEND, to_person=other.pk, summary="Old friends.", status=Status.DRAFT),
    }
    submit(ADD_PERSON, name="Ann Bee", **rows)
    person = Person.objects.get(slug="ann-bee")
    saved = [list(manager.all()) for manager in (person.roles, person.aliases, person.statements, person.ties_from)]
    assert [[str(entry) for entry in entries] for entries in saved] == [
        ["Adviser"],
        ["Annie"],
        ["Resigned."],
        ["Ann Bee is a friend of Bob"],
    ]
    assert [str(cited) for cited in person.roles.get().passages.all()] == ["the-source/slide-1/1"]


@pytest.mark.parametrize("text", ["march", "2016-13", "2016-03-32", "2017/2016"])
def test_text_that_is_no_date_is_refused_beside_the_date(text: str, submit: Submit) -> None:
    errors = errors_of(submit("/admin/people/source/add/", title="A", kind=SourceKind.ARTICLE, date=text))
    assert list(errors) == ["date"]
    assert errors["date"][0].startswith(f"“{text}” is not a date")


def test_text_that_means_a_date_is_refused_with_how_it_is_written(submit: Submit) -> None:
    errors = errors_of(submit("/admin/people/source/add/", title="A", kind=SourceKind.ARTICLE, date="2016-03-XX"))
    assert errors == {"date": ["“2016-03-XX” is written 2016-03 here. What isn’t given is left out."]}


def test_text_that_is_no_date_is_refused_in_a_row(submit: Submit) -> None:
    response = submit(ADD_PERSON, name="Ann", **row("roles", title="A", status=Status.DRAFT, start="march"))
    assert list(errors_of(response)) == ["roles-0-start"]


def test_role_that_ends_before_it_starts_is_refused(submit: Submit) -> None:
    role = make_role(make_person())
    response = submit(change(role), start="2016-08", end="2016-03")
    assert errors_of(response) == {"__all__": ["The role ends before it starts."]}


def test_role_that_ends_before_it_starts_is_refused_in_a_row(submit: Submit) -> None:
    role = row("roles", title="A", status=Status.DRAFT, start="2016-08", end="2016-03")
    response = submit(ADD_PERSON, name="Ann", **role)
    assert errors_of(response) == {"roles-0-__all__": ["The role ends before it starts."]}


def test_person_without_name_or_description_is_refused(submit: Submit) -> None:
    response = submit(ADD_PERSON, kind=PersonKind.UNNAMED)
    told = "A named person needs a name; an unnamed one has none, but a description."
    assert errors_of(response) == {"__all__": [told]}


def test_place_in_the_gallery_that_is_taken_is_refused(submit: Submit) -> None:
    make_person(slide=3)
    assert list(errors_of(submit(ADD_PERSON, name="Bob", slide=3))) == ["slide"]


def test_meeting_of_no_times_is_refused(submit: Submit) -> None:
    response = submit(change(make_meeting()), times=0)
    assert errors_of(response) == {"__all__": ["A meeting takes place at least once."]}


def test_person_twice_in_one_meeting_is_refused(submit: Submit) -> None:
    person = make_person()
    meeting = make_meeting(person)
    response = submit(change(meeting), **row("participations", 1, person=person.pk, capacity="witness"))
    assert (errors_of(response), Participation.objects.count()) == (TWICE, 1)


def test_person_twice_in_a_new_meeting_is_refused(submit: Submit) -> None:
    person = make_person().pk
    both = row("participations", 0, person=person, capacity="witness") | row(
        "participations", 1, person=person, capacity="participant"
    )
    response = submit("/admin/people/meeting/add/", kind="dinner", title="A dinner", **both)
    assert (errors_of(response), Meeting.objects.count()) == (TWICE, 0)


def test_person_already_in_the_meeting_is_refused_on_its_own_page(submit: Submit) -> None:
    person = make_person()
    meeting = make_meeting(person)
    response = submit("/admin/people/participation/add/", person=person.pk, meeting=meeting.pk, capacity="participant")
    assert errors_of(response) == {"__all__": ["This person takes part in the meeting already."]}


def test_tie_to_oneself_is_refused(submit: Submit) -> None:
    tie = make_tie(ann := make_person("Ann"), make_person("Bob"))
    response = submit(change(tie), to_person=ann.pk)
    assert errors_of(response) == {"__all__": ["A tie joins two different people."]}


def test_tie_to_oneself_is_refused_in_a_row(submit: Submit) -> None:
    ann = make_person("Ann")
    tie = row("ties_from", kind=TieKind.FRIEND, to_person=ann.pk, summary="A friend.", status=Status.DRAFT)
    response = submit(change(ann), **tie)
    assert errors_of(response) == {"ties_from-0-__all__": ["A tie joins two different people."]}


def test_tie_that_is_there_already_is_refused_in_a_row(submit: Submit) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    make_tie(ann, bob, TieKind.FRIEND)
    tie = row("ties_from", 1, kind=TieKind.FRIEND, to_person=bob.pk, summary="A friend.", status=Status.DRAFT)
    response = submit(change(ann), **tie)
    assert (errors_of(response), Tie.objects.count()) == ({"ties_from-1-__all__": [TIED]}, 1)


def test_alias_that_is_there_already_is_refused_in_a_row(submit: Submit) -> None:
    ann = make_person("Ann")
    make_alias(ann, "Annie")
    response = submit(change(ann), **row("aliases", 1, name="Annie", status=Status.DRAFT))
    assert (errors_of(response), Alias.objects.count()) == ({"aliases-1-__all__": [NAMED]}, 1)


def test_renaming_leaves_a_redirect_behind(submit: Submit) -> None:
    submit(change(make_person("Ann Bee")), slug="ann")
    assert list(SlugRedirect.objects.values_list("slug", flat=True)) == ["ann-bee"]


def test_slug_that_another_has_is_refused(submit: Submit) -> None:
    make_person("Ann")
    assert list(errors_of(submit(change(make_person("Bob")), slug="ann"))) == ["slug"]


def test_slug_left_blank_stays_as_it_is(submit: Submit) -> None:
    person = make_person("Ann Bee")
    submit(change(person), slug="")
    person.refresh_from_db()
    assert (person.slug, list(SlugRedirect.objects.all())) == ("ann-bee", [])


def test_organisation_that_a_role_refers_to_is_not_deleted(chief_client: Client) -> None:
    organisation = make_organisation()
    make_role(make_person(), "Adviser", organisation=organisation)
    address = reverse("admin:people_organisation_delete", args=[organisation.pk])
    page = confirm(chief_client, chief_client.get(address)).content.decode()
    assert Organisation.objects.count() == 1
    assert "Adviser, The campaign" in page


def test_organisations_that_roles_refer_to_are_not_deleted_in_bulk(chief_client: Client) -> None:
    organisation = make_organisation()
    make_role(make_person(), organisation=organisation)
    confirm(chief_client, act(chief_client, "delete_selected", "organisation", organisation))
    assert Organisation.objects.count() == 1


def test_organisation_of_a_name_that_is_taken_is_refused(submit: Submit) -> None:
    make_organisation("The campaign")
    response = submit("/admin/people/organisation/add/", name="The campaign", kind=OrganisationKind.CAMPAIGN)
    assert list(errors_of(response)) == ["name"]


def test_role_without_passages_is_taken_back_to_draft(submit: Submit) -> None:
    role = make_role(make_person())
    submit(change(role), passages=[], status=Status.DRAFT)
    assert list(Role.objects.sourced()) == []


def test_statement_is_shown_once_published(submit: Submit) -> None:
    person, passage = make_person(), make_passage()
    fields = {"person": person.pk, "summary": "Resigned.", "status": Status.PUBLISHED, "passages": [passage.pk]}
    submit("/admin/people/statement/add/", **fields)
    assert [str(statement) for statement in Statement.public.all()] == ["Resigned."]


def test_people_and_organisations_chosen_in_a_form_are_mentioned(submit: Submit) -> None:
    statement, bob, firm = make_statement(make_person()), make_person("Bob Cee"), make_organisation("The firm")
    submit(change(statement), mentioned_people=[bob.pk], mentioned_organisations=[firm.pk])
    assert ([*statement.mentioned_people.all()], [*statement.mentioned_organisations.all()]) == ([bob], [firm])


def test_slug_that_redirects_to_another_is_refused(submit: Submit) -> None:
    john = make_person("John Smith")
    submit(change(john), slug="john-smith-2")
    told = "“john-smith” was the address of John Smith (john-smith-2) and still redirects there."
    assert errors_of(submit(change(make_person("Bob")), slug="john-smith")) == {"slug": [told]}
    assert errors_of(submit(ADD_PERSON, name="Other", slug="john-smith")) == {"slug": [told]}


def test_slug_in_capitals_is_refused(submit: Submit) -> None:
    told = "“John-Smith” can't be a slug: write small letters from a to z, digits and hyphens, at most 120."
    assert errors_of(submit(change(make_person("Bob")), slug="John-Smith")) == {"slug": [told]}


def test_slug_that_is_put_back_is_taken(submit: Submit) -> None:
    john = make_person("John Smith")
    for slug in ("john", "john-smith"):
        submit(change(john), slug=slug)
    assert list(SlugRedirect.objects.values_list("slug", flat=True)) == ["john"]
