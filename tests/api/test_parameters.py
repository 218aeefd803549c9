import pytest
from django.test import Client

from tests.api.conftest import Get
from tests.factories import make_person, make_role

pytestmark = pytest.mark.django_db

LISTS = ["people", "meetings", "allegations", "organisations", "sources"]


def refusal(client: Client, address: str) -> tuple[int, dict]:
    response = client.get(f"/api/v1/{address}")
    return response.status_code, response.json()


def test_value_that_is_no_choice_is_refused_with_the_choices(client: Client) -> None:
    assert refusal(client, "meetings/?kind=seance") == (
        400,
        {
            "type": "http://testserver/api/v1/docs/#InvalidParameters",
            "title": "Invalid parameters",
            "status": 400,
            "detail": "kind: “seance” isn't one of the options.",
            "errors": [
                {
                    "parameter": "kind",
                    "message": "“seance” isn't one of the options.",
                    "choices": ["in-person", "conversation", "message", "hearing", "interview", "dinner"],
                    "suggestions": [],
                }
            ],
        },
    )


def test_every_parameter_at_fault_is_named(get: Get) -> None:
    errors = get("people/?role=astronaut&contact=nobody&sort=age&title=pilot")["errors"]
    assert sorted(error["parameter"] for error in errors) == ["contact", "role", "sort", "title"]


def test_choices_that_change_with_the_data_are_named(get: Get) -> None:
    make_role(make_person("Ann Bee"), "Adviser")
    errors = get("people/?contact=nobody&title=pilot")["errors"]
    assert {error["parameter"]: error["choices"] for error in errors} == {
        "contact": ["ann-bee"],
        "title": ["~none", "adviser"],
    }


def test_person_whom_readers_may_not_see_is_no_choice(get: Get) -> None:
    make_person("Ann Bee", published=False)
    assert get("people/?contact=ann-bee")["errors"][0]["choices"] == []


def test_choices_that_were_probably_meant_are_told(get: Get) -> None:
    make_person("Sergey Kislyak")
    make_person("Kislyak Draft", published=False)
    errors = get("people/?role=Campaign&contact=kislyak")["errors"]
    assert {error["parameter"]: error["suggestions"] for error in errors} == {
        "contact": [{"value": "sergey-kislyak", "label": "Sergey Kislyak"}],
        "role": [{"value": "campaign", "label": "Campaign"}],
    }


@pytest.mark.parametrize("slug", ["flynn", "micheal-flynn", "flynn-michael", "Michael-Flyn", "general-flynn"])
def test_entries_that_were_probably_meant_are_told(client: Client, slug: str) -> None:
    make_person("Michael Flynn")
    make_person("Flynn Draft", published=False)
    make_person("Flynn Hidden", sourced=False)
    status, answer = refusal(client, f"people/{slug}/")
    assert (status, answer["suggestions"]) == (
        404,
        [
            {
                "value": "michael-flynn",
                "label": "Michael Flynn",
                "url": "http://testserver/api/v1/people/michael-flynn/",
            }
        ],
    )


def test_withdrawn_entry_is_not_told_to_have_been_there(client: Client) -> None:
    make_person("Ann Draft", published=False)
    assert refusal(client, "people/ann-draft/")[1]["suggestions"] == []


@pytest.mark.parametrize("query", ["role=", "role=%20", "role=campaign&role=", "contact=", "sort="])
def test_empty_value_is_refused(client: Client, query: str) -> None:
    status, answer = refusal(client, f"people/?{query}")
    assert (status, [error["message"] for error in answer["errors"]]) == (400, ["“” isn't one of the options."])


def test_empty_search_lists_everybody(get: Get) -> None:
    make_person("Ann Bee")
    assert get("people/?q=")["count"] == 1


@pytest.mark.parametrize("query", ["sort=name&sort=gallery", "q=ann&q=bob", "page=1&page=1", "page_size=1&page_size=2"])
def test_second_value_where_one_is_taken_is_refused(client: Client, query: str) -> None:
    status, answer = refusal(client, f"people/?{query}")
    assert (status, [error["message"] for error in answer["errors"]]) == (400, ["This is given more than once."])


@pytest.mark.parametrize("query", [f"q={'a' * 201}", "q=%00", "contact=%00", "role=%00"])
def test_text_that_is_too_long_or_holds_a_null_is_refused(client: Client, query: str) -> None:
    assert refusal(client, f"people/?{query}")[0] == 400


def test_unknown_parameter_is_refused_with_the_known_ones(get: Get) -> None:
    answer = get("meetings/?kid=dinner")
    assert answer["detail"] == "kid: “kid” is no parameter of this address. Did you mean kind?"
    assert answer["errors"] == [
        {
            "parameter": "kid",
            "message": "“kid” is no parameter of this address.",
            "choices": ["kind", "date", "person", "updated_since", "page", "page_size"],
            "suggestions": [{"value": "kind", "label": "kind"}],
        }
    ]


@pytest.mark.parametrize("address", ["", "people/facets/", "people/ann-bee/", "schema/"])
def test_page_of_what_is_no_list_is_refused(client: Client, address: str) -> None:
    make_person("Ann Bee")
    status, answer = refusal(client, f"{address}?page=1")
    assert (status, answer["errors"][0]["parameter"]) == (400, "page")


@pytest.mark.parametrize("noun", LISTS)
def test_form_of_the_answer_is_no_parameter(client: Client, noun: str) -> None:
    status, answer = refusal(client, f"{noun}/?format=api")
    assert (status, answer["errors"][0]["parameter"]) == (400, "format")


def test_too_many_parameters_are_refused(client: Client) -> None:
    status, answer = refusal(client, f"people/?{'role=media&' * 1001}")
    assert (status, answer["errors"][0]["message"]) == (400, "There are too many parameters.")
