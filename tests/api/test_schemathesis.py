"""The API against its own description: schemathesis asks each address for what is described, and for what isn't."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from rest_framework.throttling import AnonRateThrottle
from schemathesis.config import SchemathesisConfig

from people.api.schema import description
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
    rename,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_cast", "_open_connection", "_no_rate")]

# The same requests every time.
CONFIG = {"seed": 1, "generation": {"deterministic": True, "max-examples": 15, "database": "none"}}

PEOPLE = ["ann-bee", "bob-dee", "slide-3"]
# What the description can't say, because it changes with the data: the choices that the cast below leaves.
CHOICES = {
    "contact": PEOPLE,
    "person": PEOPLE,
    "title": ["adviser", "banker"],
    "organisation": ["the-bank", "the-campaign"],
}
SLUGS = {
    "people": PEOPLE,
    "meetings": ["a-letter", "a-hearing"],
    "allegations": ["the-claim"],
    "organisations": CHOICES["organisation"],
    "sources": ["the-source"],
}


@pytest.fixture
def _cast() -> None:
    """Somebody with everything, somebody with little, and somebody unnamed."""
    ann = make_person("Ann Bee", slide=1, description="Adviser", summary="She advised.")
    bob, unnamed = make_person("Bob Cee"), make_person("", slide=3)
    make_alias(ann)
    make_role(ann, "Adviser", "campaign", make_organisation("The campaign"), start="2016-03", end="2016?-08")
    make_role(bob, "Banker", "", make_organisation("The bank"), tenure="proposed")
    make_meeting(ann, bob, kind="message", title="A letter", date="2016", place="Rome", times=2, standing="reported")
    make_meeting(ann, unnamed, kind="hearing", title="A hearing")
    make_tie(ann, bob, "recommended")
    allegation = make_allegation(ann, bob)
    make_response(allegation, ann, quote="no")
    make_response(allegation, bob, "explains")
    make_statement(ann, date="199X", standing="reported")
    rename(bob, "bob-dee")


@pytest.fixture
def _open_connection() -> Iterator[None]:
    """The database connection stays open after a request, as with Django's own test client."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def _no_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(AnonRateThrottle.THROTTLE_RATES, "anon", None)


def described() -> schemathesis.BaseSchema:
    """Return the API as it describes itself, with the choices that the cast leaves."""
    schema = deepcopy(description())
    for path, operations in schema["paths"].items():
        for parameter in operations["get"].get("parameters", []):
            narrow(parameter, path)
    loaded = schemathesis.openapi.from_dict(schema, config=SchemathesisConfig.from_dict(CONFIG))
    loaded.app = get_wsgi_application()
    return loaded


def narrow(parameter: dict[str, Any], path: str) -> None:
    schema = parameter["schema"]
    if parameter["in"] == "path":
        schema["enum"] = [*SLUGS[path.split("/")[3]], "bob-cee", "nobody"]
    elif parameter["name"] in CHOICES:
        schema["items"]["enum"] = CHOICES[parameter["name"]]
    elif parameter["name"] == "page":
        schema["maximum"] = 1


api = described()


@api.parametrize()
def test_answers_are_what_the_description_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
