"""What no page of the admin asks for is refused with status 400, or shown nothing for; it is never an error of ours."""

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from people.models import Person
from tests.factories import make_meeting, make_passage, make_person, make_role

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/people/person/"
TOO_BIG = ["9" * 30, "9223372036854775808", "-" + "9" * 30]
NO_KEYS = ["abc", "", "1\0", "²", *TOO_BIG]


@pytest.fixture
def chief(chief_client: Client) -> Client:
    """A chief editor, who is shown the page for errors of ours as readers are."""
    chief_client.raise_request_exception = False
    return chief_client


@pytest.mark.parametrize("noun", ["person", "passage", "meeting", "organisation", "source", "slugredirect"])
@pytest.mark.parametrize("search", [" ".join(f"w{n}" for n in range(1_500)), "x" * 60_000, "a\0b"])
def test_search_without_end_is_refused(chief: Client, noun: str, search: str) -> None:
    assert chief.get(f"/admin/people/{noun}/", {"q": search}).status_code == 400


@pytest.mark.parametrize("field", ["person", "passages", "organisation"])
def test_suggestions_for_a_search_without_end_are_refused(chief: Client, field: str) -> None:
    asked = {"app_label": "people", "model_name": "role", "field_name": field, "term": "word " * 1_500}
    assert chief.get("/admin/autocomplete/", asked).status_code == 400


def test_refusal_of_a_search_says_what_would_do(chief: Client) -> None:
    page = chief.get(PEOPLE, {"q": "word " * 51}).content.decode()
    assert "A search has at most 50 words and 1000 characters." in page


def test_search_of_many_words_is_answered(chief: Client) -> None:
    assert chief.get(PEOPLE, {"q": "word " * 50}).status_code == 200


@pytest.mark.parametrize("place", ["slide 99999999999999999999999", "5·99999999999999999999999"])
def test_search_for_a_place_beyond_all_numbers_finds_nothing(chief: Client, place: str) -> None:
    make_passage()
    assert chief.get("/admin/people/passage/", {"q": place}).status_code == 200


@pytest.mark.parametrize("lookup", ["id__exact", "id__in", "pk__in", "p"])
@pytest.mark.parametrize("key", TOO_BIG)
def test_filter_by_a_key_that_no_row_can_have_is_refused(chief: Client, lookup: str, key: str) -> None:
    make_person()
    assert chief.get(PEOPLE, {lookup: key}).status_code == 400


@pytest.mark.parametrize("value", ["", "1", "1,2,3"])
def test_filter_between_other_than_two_values_is_refused(chief: Client, value: str) -> None:
    make_person()
    assert chief.get(PEOPLE, {"id__range": value}).status_code == 400


@pytest.mark.parametrize("action", ["publish", "delete_selected"])
@pytest.mark.parametrize("key", NO_KEYS)
def test_action_on_what_is_no_row_is_refused(chief: Client, action: str, key: str) -> None:
    make_person()
    posted = {"action": action, "_selected_action": key, "index": "0"}
    assert chief.post(PEOPLE, posted).status_code == 400


@pytest.mark.parametrize("end", ["change", "delete", "history"])
@pytest.mark.parametrize("key", ["abc", "²", *TOO_BIG])
def test_entry_that_there_can_not_be_is_not_there(chief: Client, end: str, key: str) -> None:
    assert chief.get(f"{PEOPLE}{key}/{end}/").status_code in (302, 404)


@pytest.mark.parametrize("key", [key for key in NO_KEYS if key])
def test_citing_what_is_no_passage_is_refused(chief: Client, key: str) -> None:
    inlines = ("roles", "aliases", "statements", "ties_from")
    counts = {f"{name}-{count}_FORMS": "0" for name in inlines for count in ("TOTAL", "INITIAL")}
    fields = {"name": "Ann", "kind": "named", "status": "draft", "passages": key}
    assert chief.post(f"{PEOPLE}add/", fields | counts).status_code in (200, 400)
    assert not Person.objects.exists()


@pytest.mark.parametrize("count", ["abc", "-1", "", "1001", "9" * 30])
def test_forged_number_of_rows_is_no_error_of_ours(chief: Client, count: str) -> None:
    person = make_person()
    rows = {"roles-TOTAL_FORMS": count, "roles-INITIAL_FORMS": count}
    fields = {"name": "Ann", "kind": "named", "status": "draft"}
    assert chief.post(f"{PEOPLE}{person.pk}/change/", fields | rows).status_code in (200, 400)


@pytest.mark.parametrize("model", ["", "nothing", "role"])
def test_suggestions_for_what_is_no_field_are_forbidden(chief: Client, model: str) -> None:
    asked = {"app_label": "people", "model_name": model, "field_name": "title"}
    assert chief.get("/admin/autocomplete/", asked).status_code == 403


def test_suggestions_for_a_relation_from_the_other_end_are_refused(chief: Client) -> None:
    asked = {"app_label": "people", "model_name": "person", "field_name": "roles"}
    assert chief.get("/admin/autocomplete/", asked).status_code == 400


def shortcut(model: type, key: object) -> str:
    return f"/admin/r/{ContentType.objects.get_for_model(model).pk}/{key}/"


def test_shortcut_leads_to_what_readers_see(chief: Client) -> None:
    ann = make_person("Ann Bee")
    response = chief.get(shortcut(Person, ann.pk))
    assert (response.status_code, response.headers["Location"]) == (302, "http://testserver/people/ann-bee/")


@pytest.mark.parametrize("state", [{"published": False}, {"sourced": False}])
def test_shortcut_does_not_tell_the_address_of_what_is_hidden(chief: Client, state: dict[str, bool]) -> None:
    ghost = make_person("Ghost", **state)
    response = chief.get(shortcut(Person, ghost.pk))
    assert (response.status_code, response.headers.get("Location")) == (404, None)


def test_shortcut_to_a_line_of_a_hidden_person_is_not_there(chief: Client) -> None:
    role = make_role(make_person("Ghost", published=False))
    assert chief.get(shortcut(type(role), role.pk)).status_code == 404


@pytest.mark.parametrize("key", ["abc", "²", "%20{}", "+{}", *TOO_BIG])
def test_shortcut_by_another_key_than_a_number_is_not_there(chief: Client, key: str) -> None:
    ghost = make_person("Ghost", published=False)
    assert chief.get(shortcut(Person, key.format(ghost.pk))).status_code == 404


def test_shortcut_asks_who_is_not_signed_in_to_do_so(client: Client) -> None:
    response = client.get(shortcut(Person, make_person("Ghost", published=False).pk))
    assert response.headers["Location"].startswith("/admin/login/")


def test_shortcut_is_for_who_may_see_the_entry(client: Client) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(shortcut(Person, make_person().pk)).status_code == 403


def test_shortcut_to_what_has_no_page_is_not_there(chief: Client) -> None:
    meeting = make_meeting(make_person())
    [participation] = meeting.participations.all()
    assert chief.get(shortcut(type(participation), participation.pk)).status_code == 404
