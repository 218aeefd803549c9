"""Two records of one person are made one, and what refers to either refers to that one."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from people.changes import revision, undo
from people.changes.tables import logged_tables
from people.merging import RULES, MergeRefusedError, generic_relations, merge, preview, relations_of, without_rule
from people.models import Appearance, Meeting, NotSame, Person, Role, Tie
from people.querysets.guarding import NeededError
from people.vocabulary import MeetingKind, RevisionKind, Stance, Status
from tests.changes.conftest import contents
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
    rename,
)
from tests.models.test_portrait import files, make

pytestmark = pytest.mark.django_db


def make_two() -> tuple[Person, Person, Person]:
    """Return Ann, Anne who is the same, and Bob; of everything there is some that both have, and some of each alone."""
    gallery, album = make_source("Gallery"), make_source("Album")
    make_passage(gallery, "slide-1")
    first, second, third = (make_passage(album, "slide-9") for _ in range(3))
    firm = make_organisation("Firm")
    ann = make_person("Ann Bee", passages=[first], summary="Advised.")
    anne = make_person("Anne Bee", passages=[first, second], summary="Left.", description="adviser", slide=7)
    bob = make_person("Bob Cee", passages=[third], summary="Met Ann Bee and Anne Bee.")
    for one, cited in ((ann, first), (anne, second)):
        make_role(one, "Head", organisation=firm, passages=[cited])
        make_role(one, f"Aide of {one}", passages=[cited])
        make_alias(one, "A. B.", passages=[cited])
        make_alias(one, f"The {one}", passages=[cited])
        make_tie(one, bob, summary=f"{one} knows him.", passages=[cited])
        make_statement(one, "Resigned.", passages=[cited]).mentioned_people.add(bob)
        make_statement(one, f"{one} moved.", passages=[cited])
        make_statement(bob, f"Bob saw {one}.").others.add(one)
        make_meeting(one, bob, title=f"{one} and Bob").mentioned_people.add(one)
        make_response(make_allegation(one, title=f"Claim on {one}"), one)
    make_tie(bob, anne)
    make_tie(ann, anne, summary="They share a desk.")
    make_meeting(ann, anne, bob, title="All three", passages=[third])
    both = make_allegation(ann, anne, title="Claim on both", passages=[third])
    make_response(both, anne, Stance.EXPLAINS)
    make_statement(bob, "Bob saw both.").others.set([ann, anne])
    make_statement(anne, "Anne and Ann ate.").others.set([ann])
    bob.mentioned_people.set([ann, anne])
    ann.mentioned_people.set([anne])
    anne.mentioned_organisations.set([firm])
    Appearance.objects.create(source=album, person=anne, slide=4)
    return ann, anne, bob


def words(rows: Any) -> list[str]:
    return sorted(map(str, rows))


def test_every_relation_and_field_has_a_rule() -> None:
    models = [one.model for one in logged_tables().values()]
    assert {name: without_rule(apps.get_model("people", name)) for name in RULES} == {"organisation": [], "person": []}
    assert {name for rules in RULES.values() for name in rules.relations} == {
        relation.name for name in RULES for relation in relations_of(apps.get_model("people", name))
    }
    assert generic_relations(models) == ["slugredirect.entry"]


def test_relation_without_rule_refuses_to_merge(monkeypatch: pytest.MonkeyPatch) -> None:
    ann, anne = make_person("Ann"), make_person("Anne")
    rules = RULES["person"]
    left = {name: rule for name, rule in rules.relations.items() if name != "role.person"}
    monkeypatch.setitem(RULES, "person", rules._replace(relations=left))
    told = "No rule says what becomes of role.person: a programmer has to add one to people/merging/rules.py."
    with pytest.raises(MergeRefusedError) as caught:
        merge(ann, anne)
    assert caught.value.reasons == [told]


def test_merged_person_has_what_both_had() -> None:
    ann, anne, bob = make_two()
    merge(ann, anne)
    ann.refresh_from_db()
    assert words(ann.roles.all()) == ["Aide of Ann Bee", "Aide of Anne Bee", "Head, Firm"]
    assert words(ann.aliases.all()) == ["A. B.", "Anne Bee", "The Ann Bee", "The Anne Bee"]
    assert words(ann.meetings.all()) == ["All three", "Ann Bee and Bob", "Anne Bee and Bob"]
    assert words(ann.allegations.all()) == ["Claim on Ann Bee", "Claim on Anne Bee", "Claim on both"]
    assert ann.responses.count() == 3
    assert words(Tie.objects.all()) == ["Ann Bee is a friend of Bob Cee", "Bob Cee is a friend of Ann Bee"]
    assert words(ann.statements.all()) == ["Ann Bee moved.", "Anne Bee moved.", "Anne and Ann ate.", "Resigned."]
    assert words(ann.other_statements.all()) == ["Bob saw Ann Bee.", "Bob saw Anne Bee.", "Bob saw both."]
    assert (words(bob.mentioned_people.all()), words(ann.mentioned_people.all())) == (["Ann Bee"], [])
    assert words(ann.mentioned_organisations.all()) == ["Firm"]
    assert words(Meeting.objects.filter(mentioned_people=ann)) == ["Ann Bee and Bob", "Anne Bee and Bob"]
    assert [one.slide for one in ann.appearances.all()] == [4]
    assert (ann.summary, ann.description, ann.slide, ann.passages.count()) == ("Advised.", "adviser", 7, 2)
    assert not Person.objects.filter(pk=anne.pk).exists()


def test_what_says_the_same_is_one_that_rests_on_the_sentences_of_both() -> None:
    ann, anne, _ = make_two()
    merge(ann, anne)
    same = [Role.objects.get(title="Head"), ann.aliases.get(name="A. B."), ann.statements.get(summary="Resigned.")]
    assert [one.passages.count() for one in (*same, ann.ties_from.get())] == [2, 2, 2, 2]


def test_of_a_draft_and_what_readers_see_of_the_same_the_latter_stays() -> None:
    ann, anne = make_person("Ann"), make_person("Anne")
    make_tie(ann, bob := make_person("Bob"), summary="Draft.", published=False)
    make_tie(anne, bob, summary="Seen.")
    merge(ann, anne)
    assert list(ann.ties_from.values_list("summary", "status")) == [("Seen.", Status.PUBLISHED)]


def test_addresses_of_the_merged_person_lead_to_the_one_that_stays(client: Client) -> None:
    ann, anne, _ = make_two()
    rename(Person.objects.get(slug="anne-bee"), "annie")
    merge(ann, Person.objects.get(pk=anne.pk))
    for slug in ("anne-bee", "annie"):
        for address in (f"/people/{slug}/", f"/api/v1/people/{slug}/"):
            page: Any = client.get(address)
            assert (page.status_code, page["Location"].endswith(address.replace(slug, "ann-bee"))) == (301, True)
    listed: Any = client.get("/people/?contact=annie")
    assert listed["Location"] == "/people/?contact=ann-bee"


def test_addresses_between_a_rename_and_its_undo_lead_to_the_one_that_stays(client: Client) -> None:
    ann, anne = make_person("Ann Bee"), make_person("Anne Bee")
    with revision(RevisionKind.EDIT) as done:
        rename(Person.objects.get(slug="anne-bee"), "annie")
    undo(done)
    merge(ann, Person.objects.get(pk=anne.pk))
    page: Any = client.get("/people/annie/")
    assert (page.status_code, page["Location"]) == (301, "/people/ann-bee/")


def test_preview_tells_what_the_merge_makes_and_writes_nothing() -> None:
    ann, anne, _ = make_two()
    before = contents()
    report = preview(ann, anne)
    assert contents() == before
    parts = {part.words: [(item.name, item.is_new) for item in part.items] for part in report.parts}
    assert parts["3 jobs"] == [("Aide of Anne Bee", True), ("Head, Firm", False), ("Aide of Ann Bee", False)]
    assert parts["4 other names"][0] == ("The Anne Bee", True)
    assert "Tie “Ann Bee is a friend of Anne Bee”: it would join the same to itself." in report.dropped
    assert (
        "Tie “Anne Bee is a friend of Bob Cee”: both have it. One stays, with the citations of both. "
        "Given up with it: summary “Anne Bee knows him.”."
    ) in report.dropped
    fields = {field.label: (field.value, field.dropped, field.is_new) for field in report.fields}
    assert fields["summary"] == ("Advised.", "Left.", False)
    assert (fields["description"], fields["slide"]) == (("adviser", "", True), ("7", "", True))
    assert report.addresses == ["anne-bee"]
    assert merge(ann, anne)[1] == report


def test_unmerging_leaves_everything_as_it_was() -> None:
    ann, anne, _ = make_two()
    rename(Person.objects.get(slug="anne-bee"), "annie")
    before = contents()
    done, _ = merge(ann, Person.objects.get(pk=anne.pk))
    after = contents()
    undone = undo(done)
    assert (contents() == before, after == before) == (True, False)
    undo(undone)
    assert contents() == after


def test_portrait_is_taken_over_and_goes_back(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    ann, anne = make_person("Ann"), make("Anne")
    done, _ = merge(ann, anne)
    ann.refresh_from_db()
    taken = ann.portrait.name
    undo(done)
    back = Person.objects.get(pk=anne.pk).portrait.name
    assert (taken, back, Person.objects.get(pk=ann.pk).portrait.name) == (anne.portrait.name, anne.portrait.name, "")
    assert files(tmp_path) == [back]


def test_two_slides_of_one_gallery_refuse_to_be_one() -> None:
    make_passage(make_source("Gallery"), "slide-1")
    ann, anne = make_person("Ann", slide=3), make_person("Anne", slide=7)
    album = make_source("Album")
    for number, person in enumerate((ann, anne), start=1):
        Appearance.objects.create(source=album, person=person, slide=number)
    with pytest.raises(MergeRefusedError) as caught:
        merge(ann, anne)
    assert caught.value.reasons == [
        "Each has a slide in the first gallery, and nobody has two: take one of the slides away (3 or 7).",
        "One gallery shows both, and it shows nobody twice: take one of the places away (Album, slide 1).",
    ]


def test_draft_does_not_take_in_what_readers_see() -> None:
    ann, anne = make_person("Ann", published=False), make_person("Anne")
    with pytest.raises(
        MergeRefusedError, match=r"^Ann is a draft, and readers see Anne: keep Anne, or publish Ann fir"
    ):
        merge(ann, anne)


def test_nothing_of_a_draft_is_published_by_a_merge() -> None:
    ann, anne = make_person("Ann"), make_person("Anne", summary="Unread.", published=False)
    _, report = merge(ann, anne)
    ann.refresh_from_db()
    assert (ann.summary, ann.aliases.get().status) == ("", Status.DRAFT)
    assert [(field.label, field.dropped) for field in report.fields if field.dropped] == [("summary", "Unread.")]


def test_meeting_of_the_two_with_nobody_else_refuses_to_be_one_of_one() -> None:
    ann, anne = make_person("Ann"), make_person("Anne")
    make_meeting(ann, anne, kind=MeetingKind.DINNER, title="A dinner")
    with pytest.raises(NeededError, match=r"^Anne can’t be merged into Ann: 1 meeting would be left with .*“A dinner”"):
        merge(ann, anne)
    assert Person.objects.count() == 2


def test_what_is_not_the_same_refuses_to_be_merged(django_user_model: type[User]) -> None:
    ann, anne = make_person("Ann"), make_person("Anne")
    NotSame.objects.say(anne, ann, django_user_model.objects.create_user("eddie"), "Two of the list")
    with pytest.raises(
        MergeRefusedError, match=r"^eddie said on .* that they are two: Two of the list\. Take that back"
    ):
        merge(ann, anne)


def test_whoever_is_not_the_merged_person_is_not_the_one_that_stays() -> None:
    ann, anne, bob = (make_person(name) for name in ("Ann", "Anne", "Bob"))
    NotSame.objects.say(anne, bob)
    merge(ann, anne)
    with pytest.raises(MergeRefusedError):
        merge(ann, bob)


def test_organisations_are_merged_by_rules_of_their_own(client: Client) -> None:
    ann = make_person("Ann")
    firm, company = make_organisation("Firm"), make_organisation("The Firm")
    make_role(ann, "Head", organisation=firm)
    make_role(ann, "Head", organisation=company)
    make_role(ann, "Aide", organisation=company)
    make_meeting(ann, organisation=company)
    before = contents()
    done, _ = merge(firm, company)
    assert (words(firm.roles.all()), firm.meetings.count()) == (["Aide, Firm", "Head, Firm"], 1)
    page: Any = client.get("/organisations/the-firm/")
    assert (page.status_code, page["Location"]) == (301, "/organisations/firm/")
    undo(done)
    assert contents() == before


def test_search_index_is_kept_up() -> None:
    ann, anne, _ = make_two()
    merge(ann, anne)
    call_command("search_index", "check", verbosity=0)
