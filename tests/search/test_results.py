"""What is found, and in which order: the same on both databases."""

from typing import Any

import pytest

from people.models import Alias, Person
from people.search.results import search
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
)
from tests.search.found import found, names

pytestmark = pytest.mark.django_db


def test_every_kind_is_found() -> None:
    person = make_person("Ann Secret")
    firm = make_organisation("Secret service")
    make_role(person, "Secret adviser", organisation=firm)
    make_meeting(person, title="A secret dinner")
    make_allegation(person, title="The secret")
    make_statement(person, "Kept a secret.")
    assert found("secret") == {
        "person": ["Ann Secret"],
        "organisation": ["Secret service"],
        "title": ["Secret adviser"],
        "meeting": ["A secret dinner"],
        "allegation": ["The secret"],
        "statement": ["Kept a secret."],
    }


def test_person_is_found_by_another_name() -> None:
    person = make_person("Ann Bee")
    make_alias(person, "Queenie")
    make_alias(person, "Annie")
    [group] = search("queenie").groups
    [entry] = group.entries(group.keys)
    assert (entry.object, [alias.name for alias in entry.aliases]) == (person, ["Queenie"])


def test_allegation_is_found_by_its_answer() -> None:
    person = make_person()
    make_response(make_allegation(person, title="The claim"), person, summary="Calls it nonsense.")
    assert found("nonsense") == {"allegation": ["The claim"]}


def test_every_word_must_be_there() -> None:
    make_person("Ann Bee", summary="A lawyer.")
    make_person("Bob Bee", summary="A banker.")
    assert found("bee banker") == {"person": ["Bob Bee"]}


def test_words_in_different_entries_are_found_apart() -> None:
    make_role(make_person("Ann Bee"), "Lawyer")
    results = search("bee lawyer")
    assert results.attempt is not None
    assert (names(results), results.attempt.any_word) == ({"person": ["Ann Bee"], "title": ["Lawyer"]}, True)


def test_entry_with_more_of_the_words_comes_first() -> None:
    make_person("Ann Bee")
    make_person("Bob Cee Long Dee")
    assert found("cee dee bee") == {"person": ["Bob Cee Long Dee", "Ann Bee"]}


def test_title_comes_before_text_and_short_before_long() -> None:
    make_person("Ann Bee", summary="A friend of Bob Cee, and more words.")
    make_person("Dan Dee", summary="A friend of Bob Cee.")
    make_person("Bob Cee the Younger")
    make_person("Bob Cee")
    assert found("bob cee") == {"person": ["Bob Cee", "Bob Cee the Younger", "Dan Dee", "Ann Bee"]}


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_hidden_person_and_all_about_them_are_not_found(hidden: dict[str, Any]) -> None:
    person = make_person("Ann Secret", **hidden)
    make_alias(person, "Secretive")
    make_role(person, "Secret adviser", organisation=make_organisation("Secret service"))
    allegation = make_allegation(person, title="The secret")
    make_response(allegation, person, summary="No secret.")
    make_statement(person, "Kept a secret.")
    assert (found("secret"), found("secretive")) == ({}, {})


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_hidden_entries_of_a_public_person_are_not_found(hidden: dict[str, Any]) -> None:
    person = make_person("Ann Bee")
    make_alias(person, "Secretive", **hidden)
    make_role(person, "Secret adviser", **hidden)
    make_meeting(person, title="A secret dinner", **hidden)
    make_response(make_allegation(person, title="The secret", **hidden), person)
    make_response(make_allegation(person), person, summary="No secret.", **hidden)
    make_statement(person, "Kept a secret.", **hidden)
    assert (found("secret"), found("secretive")) == ({}, {})


def test_hidden_entries_are_not_counted() -> None:
    make_person("Ann Secret")
    make_person("Bob Secret", sourced=False)
    [group] = search("secret").groups
    assert (len(group.keys), group.more) == (1, False)


def test_frequent_word_ranks_some_of_its_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.search.index.MAX_RANKED_MATCHES", 36)
    for number in range(5):
        make_person(f"Ann {number}")
    [group] = search("ann").groups
    assert (len(group.keys), group.more) == (3, True)


def test_names_are_found_however_often_texts_have_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.search.index.MAX_RANKED_MATCHES", 36)
    for number in range(5):
        make_person(f"Ann {number}", summary="A friend of Bob Cee.")
    make_person("Bob Cee")
    [group] = search("bob").groups
    assert group.entries(group.keys[:1])[0].object == Person.objects.get(name="Bob Cee")


def test_entry_withdrawn_meanwhile_is_left_out() -> None:
    make_person("Ann Bee")
    [group] = search("ann").groups
    Person.objects.update(status="draft")
    assert group.entries(group.keys) == []


def test_alias_of_nobody_public_is_left_out() -> None:
    make_alias(make_person("Ann Bee"), "Queenie")
    [group] = search("queenie").groups
    Alias.objects.update(status="draft")
    [entry] = group.entries(group.keys)
    assert entry.aliases == []


def test_slide_finds_whom_it_shows_and_what_is_told_of_them() -> None:
    ann = make_person("", slide=3, slug="slide-3", description="An adviser")
    bob = make_person("Bob Cee", summary="He is on slide 3, it is said.")
    make_role(ann, "Adviser")
    make_role(bob, "Banker")
    make_meeting(ann, bob, title="A talk")
    make_allegation(ann, title="The claim")
    make_statement(ann, "Left.")
    make_statement(ann, "Hidden.", published=False)
    assert found("slide 3") == {
        "person": ["Unnamed (slide 3)"],
        "role": ["Adviser"],
        "meeting": ["A talk"],
        "allegation": ["The claim"],
        "statement": ["Left."],
    }


def test_slide_that_shows_nobody_is_looked_for_as_words() -> None:
    make_person("Bob Cee", summary="He is on slide 3, it is said.")
    make_person("Ann Draft", slide=3, published=False)
    assert found("slide 3") == {"person": ["Bob Cee"]}
