import pytest

from people.models import Allegation, Response, Statement
from tests.factories import make_allegation, make_person, make_response, make_statement

pytestmark = pytest.mark.django_db


def test_allegations_are_listed_by_title() -> None:
    ann = make_person()
    for title in ("b", "c", "a"):
        make_allegation(ann, title=title)
    assert [allegation.title for allegation in Allegation.public.by_title()] == ["a", "b", "c"]


def test_allegation_lists_its_subjects_by_family_name() -> None:
    make_allegation(make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob"))
    (allegation,) = Allegation.public.for_list()
    assert [person.name for person in allegation.subjects.all()] == ["Bob", "Ann"]


def test_answers_are_listed_by_family_name() -> None:
    ann, bob = make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob")
    allegation = make_allegation(ann, bob)
    for person in (ann, bob):
        make_response(allegation, person)
    assert [response.person.name for response in Response.public.for_list()] == ["Bob", "Ann"]


def test_statements_on_a_profile_are_listed_in_order_of_time() -> None:
    ann = make_person()
    for summary, date in [("undated", ""), ("later", "2017"), ("before", "../2016"), ("earlier", "199X")]:
        make_statement(ann, summary, date=date)
    statements = [statement.summary for statement in Statement.public.chronological()]
    assert statements == ["before", "earlier", "later", "undated"]


def test_statement_is_about_each_of_its_people() -> None:
    ann, bob, cy = (make_person(name) for name in ("Ann", "Bob", "Cy"))
    make_statement(ann, "Alone.")
    make_statement(ann, "Both.").others.add(bob)
    found = [[str(one) for one in Statement.public.about([person]).chronological()] for person in (ann, bob, cy)]
    assert found == [["Alone.", "Both."], ["Both."], []]


def test_statement_is_hidden_with_any_of_its_people() -> None:
    ann, bob = make_person("Ann"), make_person("Bob", published=False)
    make_statement(ann, "Both.").others.add(bob)
    make_statement(ann, "Alone.")
    assert [str(one) for one in Statement.public.all()] == ["Alone."]
