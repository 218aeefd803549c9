"""What forms do with names and sentences: they tidy them, tell their limits, and refuse what can't be stored."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from people.models import Organisation, Passage, Person
from people.text import digest
from people.vocabulary import OrganisationKind, PersonKind
from tests.admin.conftest import errors_of
from tests.factories import make_alias, make_organisation, make_passage, make_person

Submit = Callable[..., Any]

UNTIDY = "\u202eHo\u00adpe\u00a0 Hi\u200bcks"
UNSEEN = "It has nothing but characters that can't be seen."
ADD_ORGANISATION = "/admin/people/organisation/add/"


def change(entry: Any) -> str:
    return reverse(f"admin:people_{entry._meta.model_name}_change", args=[entry.pk])


def test_name_is_tidied(submit: Submit) -> None:
    submit("/admin/people/person/add/", name=UNTIDY, kind=PersonKind.NAMED)
    assert [(person.name, person.slug) for person in Person.objects.all()] == [("Hope Hicks", "hope-hicks")]


def test_name_in_a_row_is_tidied(submit: Submit) -> None:
    person = make_person()
    submit(change(person), **{"aliases-TOTAL_FORMS": 1, "aliases-0-name": UNTIDY, "aliases-0-status": "draft"})
    assert [alias.name for alias in person.aliases.all()] == ["Hope Hicks"]


def test_name_that_can_not_be_seen_is_refused(submit: Submit) -> None:
    response = submit(ADD_ORGANISATION, name="\u200b\u00ad", kind=OrganisationKind.PARTY)
    assert errors_of(response) == {"name": [UNSEEN]}


def test_name_that_another_has_once_tidied_is_refused(submit: Submit) -> None:
    make_organisation("Hope Hicks")
    response = submit(ADD_ORGANISATION, name=UNTIDY, kind=OrganisationKind.PARTY)
    assert errors_of(response) == {"name": ["Organisation with this Name already exists."]}


def test_alias_that_the_person_has_once_tidied_is_refused(submit: Submit) -> None:
    person = make_alias(make_person(), "Hope Hicks").person
    response = submit("/admin/people/alias/add/", person=person.pk, name=UNTIDY)
    assert errors_of(response) == {"__all__": ["Alias with this Person and Name already exists."]}


def test_name_that_is_too_long_is_refused(submit: Submit) -> None:
    response = submit(ADD_ORGANISATION, name="n" * 1_201, kind=OrganisationKind.PARTY)
    assert errors_of(response) == {"name": ["It has 1,201 characters; at most 200."]}
    assert list(Organisation.objects.all()) == []


def test_summary_that_is_too_long_is_refused(submit: Submit) -> None:
    response = submit(change(make_person()), summary="s" * 2_345)
    assert errors_of(response) == {"summary": ["It has 2,345 characters; at most 2,000."]}


def test_limits_are_told(editor_client: Client) -> None:
    form = editor_client.get(change(make_person())).context["adminform"].form
    told = {name: (form[name].help_text, form[name].field.widget.attrs["maxlength"]) for name in ("name", "summary")}
    assert told == {
        "name": ("As the source spells it; blank if it gives none. At most 200 characters.", "200"),
        "summary": ("Two or three plain sentences of our own; nothing uncited. At most 2,000 characters.", "2000"),
    }


def test_text_of_a_passage_keeps_its_digest(submit: Submit) -> None:
    passage = make_passage(text="Some\u00adthing  happened.")
    submit(change(passage), reason="A\u200b photo  credit")
    assert Passage.objects.values_list("digest", "reason").get() == (
        digest("Some\u00adthing  happened."),
        "A photo credit",
    )
