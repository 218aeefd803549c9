"""The entries whose times are looked at."""

from typing import Any

import pytest

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
)


@pytest.fixture(autouse=True)
def world() -> None:
    """Ann and Bob met, Bob and Cy are both accused, and each is told of alone; a source of his own tells of Cy."""
    passages = [make_passage(text="One."), make_passage(text="Two.")]
    shown: dict[str, Any] = {"passages": passages[:1]}
    ann, bob = (make_person(name, slug=name.lower(), **shown) for name in ("Ann", "Bob"))
    cy = make_person("Cy", slug="cy", passages=[make_passage(make_source("Diary", slug="diary"), text="Three.")])
    draft = make_person("Draft", slug="draft", published=False, **shown)
    bank, court = make_organisation("Bank", slug="bank"), make_organisation("Court", slug="court")
    make_alias(ann, slug="annie", **shown)
    make_role(ann, slug="ann-role", organisation=bank, **shown)
    make_meeting(ann, bob, title="Lunch", slug="lunch", organisation=court, **shown)
    make_meeting(bob, cy, title="Secret", slug="secret", published=False, **shown)
    make_tie(ann, bob, slug="tie", **shown)
    claim = make_allegation(bob, cy, title="Claim", slug="claim", **shown)
    make_response(claim, bob, slug="denial", **shown)
    make_response(claim, cy, slug="draft-denial", published=False, **shown)
    make_statement(cy, slug="statement", **shown)
    make_role(draft, slug="draft-role", organisation=bank, published=False, **shown)
