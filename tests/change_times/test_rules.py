"""Whatever readers see of an entry changes: its time is now. Times of everything else stay."""

import pytest

from people.models import (
    Alias,
    Allegation,
    Appearance,
    Meeting,
    Organisation,
    Outcome,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)
from people.vocabulary import Status
from tests.change_times.writes import CLAIM, Write, after, delete, moved, one, rows, save, sql, update
from tests.factories import make_organisation, make_outcome, make_passage, make_response, make_role

pytestmark = pytest.mark.django_db


def answer(person: Person) -> None:
    make_response(one(Allegation, "claim"), person, slug="new", passages=Passage.objects.all()[:1])


def hire(person: Person) -> None:
    make_role(person, slug="new", organisation=one(Organisation, "bank"), passages=Passage.objects.all()[:1])


def end() -> None:
    make_outcome(one(Allegation, "claim"), slug="end", passages=Passage.objects.all()[:1])


def tell_of_bob() -> None:
    one(Statement, "statement").others.add(one(Person, "bob"))


def place(slug: str) -> Appearance:
    return Appearance.objects.create(source=one(Source, "diary"), person=one(Person, slug), slide=5)


def moved_place(slug: str, other: str) -> None:
    rows(Appearance, pk=place(slug).pk).update(person=one(Person, other))


# That a draft's own time moves is seen by nobody.
RENAMED_BOB = {"bob", "lunch", "tie", "denial", "claim", "draft-denial", "ann", "cy", "court", "secret"}


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        # a place in a gallery
        (lambda: place("ann"), {"ann"}),
        (lambda: moved_place("ann", "bob"), {"ann", "bob"}),
        # an answer
        (lambda: answer(one(Person, "cy")), {"new", "draft-denial"} | CLAIM),
        (save(Response, "denial", summary="Never."), {"draft-denial"} | CLAIM),
        (update(Response, "denial", summary="Never."), {"draft-denial"} | CLAIM),
        (sql("UPDATE people_response SET quote = 'no' WHERE slug = 'denial'"), {"draft-denial"} | CLAIM),
        (update(Response, "draft-denial", status=Status.PUBLISHED), {"draft-denial"} | CLAIM),
        (update(Response, "denial", status=Status.DRAFT), {"draft-denial"} | CLAIM),
        (delete(Response, "denial"), {"draft-denial", *CLAIM} - {"denial"}),
        (lambda: one(Response, "denial").delete(), {"draft-denial", *CLAIM} - {"denial"}),
        (update(Response, "draft-denial", summary="Never."), {"draft-denial"}),
        (delete(Response, "draft-denial"), set()),
        # what became of it
        (end, {"end", "draft-denial"} | CLAIM),
        (after(end, update(Outcome, "end", summary="Cleared.")), {"end", "draft-denial"} | CLAIM),
        (after(end, update(Allegation, "claim", claim="It is so.")), {"end", "draft-denial"} | CLAIM),
        # who is accused
        (lambda: one(Allegation, "claim").subjects.add(one(Person, "ann")), {"ann", "draft-denial"} | CLAIM),
        (lambda: one(Allegation, "claim").subjects.remove(one(Person, "cy")), {"draft-denial"} | CLAIM),
        (lambda: one(Allegation, "claim").subjects.add(one(Person, "draft")), {"draft"}),
        # jobs and other lines of a profile
        (lambda: hire(one(Person, "cy")), {"new", "cy", "bank"}),
        (update(Role, "ann-role", title="Chief"), {"ann-role", "ann", "bank"}),
        (lambda: rows(Role, slug="ann-role").update(person=one(Person, "cy")), {"ann-role", "ann", "cy", "bank"}),
        (update(Role, "ann-role", organisation=None), {"ann-role", "ann", "bank"}),
        (delete(Role, "ann-role"), {"ann", "bank"}),
        (delete(Alias, "annie"), {"ann"}),
        (update(Statement, "statement", summary="Left."), {"statement", "cy"}),
        (tell_of_bob, {"statement", "cy", "bob"}),
        (lambda: one(Statement, "statement").others.add(one(Person, "draft")), {"draft"}),
        (after(tell_of_bob, update(Statement, "statement", summary="Left.")), {"statement", "cy", "bob"}),
        (after(tell_of_bob, delete(Statement, "statement")), {"cy", "bob"}),
        (after(tell_of_bob, lambda: one(Statement, "statement").others.set([])), {"statement", "cy", "bob"}),
        (update(Tie, "tie", summary="They are old friends."), {"tie", "ann", "bob"}),
        (delete(Tie, "tie"), {"ann", "bob"}),
        # meetings
        (update(Meeting, "lunch", place="London"), {"lunch", "ann", "bob", "court"}),
        (
            lambda: Participation.objects.create(meeting=one(Meeting, "lunch"), person=one(Person, "cy")),
            {"lunch", "ann", "bob", "cy", "court"},
        ),
        (sql("DELETE FROM people_participation WHERE person_id = (SELECT id FROM people_person WHERE slug = 'bob')"),
         {"lunch", "ann", "bob", "secret", "court"}),
        (sql("UPDATE people_participation SET capacity = 'witness'"), {"lunch", "ann", "bob", "court", "secret"}),
        (lambda: Participation.objects.create(meeting=one(Meeting, "lunch"), person=one(Person, "draft")), {"draft"}),
        (update(Meeting, "secret", status=Status.PUBLISHED), {"secret", "bob", "cy"}),
        (update(Meeting, "secret", place="London"), {"secret"}),
        (delete(Meeting, "lunch"), {"ann", "bob", "court"}),
        # what is printed by name
        (save(Person, "bob", name="Robert"), RENAMED_BOB),
        (update(Person, "bob", name="Robert"), RENAMED_BOB),
        (update(Person, "bob", description="A banker."), {"bob"}),
        (update(Person, "draft", name="Another"), {"draft"}),
        (update(Organisation, "bank", name="The bank"), {"bank", "ann-role", "ann", "draft-role"}),
        (update(Source, "diary", title="The diary"), {"diary", "cy"}),
        (update(Source, "diary", rights="full-text"), {"diary"}),
        # sentences
        (lambda: one(Role, "ann-role").passages.add(*Passage.objects.all()), {"ann-role", "ann", "bank"}),
        (lambda: rows(Role.passages.through, role__slug="ann-role").delete(), {"ann-role", "ann", "bank"}),
        (lambda: Passage.objects.filter(source__slug="diary").update(sentence=9), {"diary", "cy"}),
        (lambda: Passage.objects.filter(source__slug="diary").update(opening="Three"), {"diary", "cy"}),
        (lambda: Passage.objects.filter(source__slug="diary").update(reason="None."), {"diary"}),
        (lambda: rows(Source, slug="diary").update(covers_until="2017"), {"diary", "cy"}),
        (lambda: rows(Source, slug="diary").update(read_on="2018-01-09"), {"diary", "cy"}),
        (lambda: make_passage(one(Source, "diary")), {"diary"}),
        # nothing
        (update(Person, "bob", name="Bob"), set()),
        (lambda: make_organisation("New", slug="new"), {"new"}),
    ],
)  # fmt: skip
def test_what_prints_what_changed_has_changed(write: Write, expected: set[str]) -> None:
    assert moved(write) == expected


def test_what_names_somebody_changes_their_page_and_has_changed_by_their_name() -> None:
    statement, ann, cy = one(Statement, "statement"), one(Person, "ann"), one(Person, "cy")
    named = {"statement", "cy", "ann", "bank"}
    assert moved(lambda: statement.mentioned_people.add(ann)) == named - {"bank"}
    assert moved(lambda: statement.mentioned_organisations.add(one(Organisation, "bank"))) == named
    assert moved(update(Statement, "statement", summary="New.")) == named
    assert {"statement", "cy"} <= moved(save(Person, "ann", name="Anna"))
    assert {"statement", "cy", "ann-role"} <= moved(update(Organisation, "bank", name="The bank"))
    assert moved(statement.mentioned_people.clear) == named
    assert moved(update(Statement, "statement", status=Status.DRAFT)) == named - {"ann"}
    assert moved(lambda: cy.mentioned_people.add(ann)) == {"cy", "ann"}
    assert "ann" in moved(save(Person, "cy", name="Cyd"))
