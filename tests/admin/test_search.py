"""What editors find, in lists and as suggestions."""

from typing import Any

import pytest
from django.test import Client

from people.text import digest
from tests.admin.conftest import rows_of
from tests.factories import make_alias, make_organisation, make_passage, make_person, make_role, make_source

SUGGESTIONS = "/admin/autocomplete/?app_label=people&model_name={}&field_name={}&term={}"


def suggested(client: Client, model: str, field: str, term: str) -> list[str]:
    answer = client.get(SUGGESTIONS.format(model, field, term)).json()
    return [result["text"] for result in answer["results"]]


@pytest.fixture
def passages(db: None) -> None:
    article, report = make_source("Probe article", slug="000_b6556227"), make_source("Report", slug="report-5")
    for sentence in (0, 1, 3):
        make_passage(article, "slide-5", sentence)
    make_passage(article, "slide-15", 3)
    make_passage(article, "paragraph-9", 1, text="A wall of portraits.")
    make_passage(article, "headline", 1)
    make_passage(report, "slide-5", 3)


SLIDE_5 = ["000_b6556227/slide-5/0", "000_b6556227/slide-5/1", "000_b6556227/slide-5/3", "report-5/slide-5/3"]
SENTENCE_3 = ["000_b6556227/slide-5/3", "report-5/slide-5/3"]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("slide 5", SLIDE_5),
        ("Slide-5", SLIDE_5),
        ("slide-5 3", SENTENCE_3),
        ("slide 5 3", SENTENCE_3),
        ("slide-5/3", SENTENCE_3),
        ("Slide 5, sentence 3", SENTENCE_3),
        ("5·3", SENTENCE_3),
        ("s5-3", SENTENCE_3),
        ("slide-5 0", ["000_b6556227/slide-5/0"]),
        ("000_b6556227/slide-5/3", ["000_b6556227/slide-5/3"]),
        ("report slide 5", ["report-5/slide-5/3"]),
        ("slide-5 3 probe", ["000_b6556227/slide-5/3"]),
        ("report-5", ["report-5/slide-5/3"]),
        ("p9·1", ["000_b6556227/paragraph-9/1"]),
        ("headline 1", ["000_b6556227/headline/1"]),
        ("headline", ["000_b6556227/headline/1"]),
        ("WALL portraits", ["000_b6556227/paragraph-9/1"]),
        (digest("A wall of portraits.")[:8], ["000_b6556227/paragraph-9/1"]),
        (digest("A wall of portraits.")[:3], []),
        ("slide 6", []),
    ],
)
def test_passage_is_found_by_place_source_words_or_digest(
    term: str, found: list[str], passages: None, editor_client: Client
) -> None:
    assert suggested(editor_client, "role", "passages", term) == found


def test_passage_list_is_searched_as_suggestions_are(passages: None, editor_client: Client) -> None:
    assert rows_of(editor_client.get("/admin/people/passage/?q=slide-5 3")) == SENTENCE_3


@pytest.mark.parametrize("number", [1, 3])
def test_passage_suggestions_take_the_same_number_of_queries(
    number: int, editor_client: Client, django_assert_num_queries: Any
) -> None:
    for n in range(number):
        make_passage(make_source(f"Source {n}"))
    with django_assert_num_queries(6):
        assert len(suggested(editor_client, "role", "passages", "slide")) == number


@pytest.mark.parametrize("number", [1, 3])
def test_form_takes_the_same_number_of_queries_for_any_number_of_citations(
    number: int, editor_client: Client, django_assert_num_queries: Any
) -> None:
    role = make_role(make_person(), passages=[make_passage(make_source(f"Source {n}")) for n in range(number)])
    editor_client.get(f"/admin/people/role/{role.pk}/change/")
    with django_assert_num_queries(11):
        editor_client.get(f"/admin/people/role/{role.pk}/change/")


@pytest.mark.parametrize(("term", "found"), [("muller", ["Zoë Müller"]), ("ZOË", ["Zoë Müller"]), ("annie", ["Ann"])])
def test_person_is_found_without_accents_and_by_an_alias_in_draft(
    term: str, found: list[str], editor_client: Client
) -> None:
    make_person("Zoë Müller")
    make_alias(make_person("Ann"), "Annie", published=False)
    assert suggested(editor_client, "role", "person", term) == found


def test_person_with_several_matching_aliases_is_found_once(editor_client: Client) -> None:
    person = make_person("Ann")
    make_alias(person, "Bee one")
    make_alias(person, "Bee two")
    assert rows_of(editor_client.get("/admin/people/person/?q=bee")) == ["Ann"]


def test_organisation_is_found_by_name(editor_client: Client) -> None:
    make_organisation("The campaign")
    make_organisation("The ministry")
    assert suggested(editor_client, "role", "organisation", "camp") == ["The campaign"]
