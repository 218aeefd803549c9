import pytest
import yaml
from django.test import Client
from drf_spectacular.validation import validate_schema

from people import vocabulary
from people.filters import AllegationFilter, ListFilter, MeetingFilter, OrganisationFilter, PersonFilter
from tests.api.conftest import Get

pytestmark = pytest.mark.django_db

LISTS = ["people", "meetings", "allegations", "organisations", "sources"]


def test_schema_is_openapi(get: Get) -> None:
    validate_schema(get("schema/"))  # type: ignore[no-untyped-call]


def test_schema_is_yaml_for_who_accepts_that(client: Client, get: Get) -> None:
    response = client.get("/api/v1/schema/", headers={"Accept": "application/yaml"})
    assert response.headers["Content-Type"] == "application/yaml; charset=utf-8"
    assert yaml.safe_load(response.content) == get("schema/")


def test_schema_has_every_address(get: Get) -> None:
    entries = [f"/api/v1/{noun}/{end}" for noun in LISTS for end in ("", "{slug}/")]
    facets = [f"/api/v1/{noun}/facets/" for noun in LISTS[:4]]
    mentions = [f"/api/v1/{noun}/{{slug}}/mentions/" for noun in ("people", "organisations")]
    others = ["/api/v1/", "/api/v1/sources/{slug}/{anchor}/", "/api/v1/schema/"]
    assert sorted(get("schema/")["paths"]) == sorted([*entries, *facets, *mentions, *others])


def parameters(schema: dict, address: str) -> dict[str, dict]:
    return {one["name"]: one["schema"] for one in schema["paths"][f"/api/v1/{address}"]["get"]["parameters"]}


@pytest.mark.parametrize(
    ("noun", "filters"),
    [
        ("people", PersonFilter),
        ("meetings", MeetingFilter),
        ("allegations", AllegationFilter),
        ("organisations", OrganisationFilter),
    ],
)
def test_schema_has_every_parameter_of_the_filters(get: Get, noun: str, filters: type[ListFilter]) -> None:
    schema = get("schema/")
    assert list(parameters(schema, f"{noun}/")) == [*filters.base_filters, "page", "page_size"]
    assert list(parameters(schema, f"{noun}/facets/")) == list(filters.base_filters)


def test_schema_has_the_choices_of_the_vocabulary(get: Get) -> None:
    role = parameters(get("schema/"), "people/")["role"]
    assert role == {"type": "array", "items": {"type": "string", "enum": [*vocabulary.RoleCategory.values, "~none"]}}


def test_choices_that_change_with_the_data_are_slugs(get: Get) -> None:
    contact = parameters(get("schema/"), "people/")["contact"]
    assert contact == {"type": "array", "items": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}}


@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        ("", ["200", "400", "406", "429", "503"]),
        ("people/", ["200", "301", "400", "406", "429", "503"]),
        ("people/facets/", ["200", "301", "400", "406", "429", "503"]),
        ("people/{slug}/", ["200", "301", "400", "404", "406", "429", "503"]),
        ("sources/", ["200", "301", "400", "406", "429", "503"]),
    ],
)
def test_schema_has_every_status(get: Get, address: str, statuses: list[str]) -> None:
    assert list(get("schema/")["paths"][f"/api/v1/{address}"]["get"]["responses"]) == statuses


def test_schema_says_what_may_be_null(get: Get) -> None:
    keys = get("schema/")["components"]["schemas"]["Profile"]["properties"]
    assert [name for name, key in keys.items() if key.get("nullable")] == ["name", "slide", "description", "summary"]


def test_every_key_but_reasons_is_always_there(get: Get) -> None:
    parts = get("schema/")["components"]["schemas"].values()
    assert all(part["required"] == sorted(part["properties"].keys() - {"reasons"}) for part in parts)
