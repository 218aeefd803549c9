"""A small world to export, in which every entry has its draft twin, whose texts all say DRAFT."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from people.models import Participation, Passage, Person, Slugged
from people.vocabulary import Capacity
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

SITE = "https://probe.example"
CHANGED = dt.datetime(2017, 3, 4, 5, 6, 7, tzinfo=dt.UTC)
WHEN = "2017-03-04T05:06:07+00:00"


def slug_name(name: str) -> str:
    """Return noun and slug of the entry that a feed names by noun and key."""
    noun, _, key = name.rpartition("-")
    entry: Any = apps.get_model("people", noun)._default_manager.get(pk=key)
    return f"{noun}-{entry.slug}"


def make_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make Ann and Bob, who met in a December whose year is inferred, and an allegation against both, which Ann denies.

    From then on, all that is saved is saved at one time.
    """
    monkeypatch.setattr(timezone, "now", lambda: CHANGED)
    source = make_source("Diary", slug="diary", date="2016~", url="https://diary.example/")
    one, two = (make_passage(source, text=text) for text in ("Ann met Bob.", "Bob said so."))
    ann = make_person(
        "Ann Bee",
        slug="ann",
        sort_name="Bee, Ann",
        slide=1,
        description="Adviser",
        summary="Advised.",
        passages=[one, two],
    )
    bob = make_person("Bob Cee", slug="bob", sort_name="Cee, Bob", passages=[two])
    unnamed = make_person("", slug="slide-3", slide=3, passages=[one])
    campaign = make_organisation("The campaign", slug="campaign")
    make_alias(ann, "Annie", slug="annie", passages=[one])
    make_role(ann, "Adviser", "campaign", campaign, slug="ann-adviser", start="2016-03", end="2016-08", passages=[one])
    make_role(bob, "Director", "government", campaign, slug="bob-director", tenure="proposed", passages=[two])
    make_role(bob, "Banker", "business", slug="bob-banker", start="199X", tenure="former", passages=[two])
    make_meeting(
        ann,
        bob,
        slug="talk",
        title="Ann meets Bob",
        date="2016?-12",
        place="London",
        times=2,
        standing="reported",
        summary="They talked.",
        passages=[one],
    )
    hearing = make_meeting(title="Bob testifies", slug="hearing", kind="hearing", organisation=campaign, passages=[two])
    Participation.objects.create(meeting=hearing, person=bob, capacity=Capacity.WITNESS)
    make_tie(ann, bob, "recommended", slug="ann-bob", summary="Ann spoke for Bob.", passages=[one])
    claim = make_allegation(ann, bob, title="The claim", slug="claim", passages=[two])
    make_response(claim, ann, slug="denial", quote="not at all", passages=[one])
    make_outcome(claim, "dropped", slug="end", date="2018", passages=[two])
    make_statement(ann, "Lived in York.", slug="york", date="199X", passages=[two])
    make_statement(unnamed, "Resigned.", slug="resigned", date="../2017", standing="alleged", passages=[one])
    make_drafts(ann, bob, one)
    for model in apps.get_app_config("people").get_models():
        if issubclass(model, Slugged):  # what links changed has the time of the database's clock
            model._default_manager.update(updated_at=CHANGED)


def make_drafts(ann: Person, bob: Person, passage: Passage) -> None:
    """Make what no export may hold: a draft of each noun, and what hangs on one."""
    hidden: dict[str, Any] = {"published": False, "passages": [passage]}
    draft = make_person("DRAFT Dee", slug="draft", slide=9, **hidden)
    make_alias(ann, "DRAFT", slug="draft-alias", **hidden)
    make_role(ann, "DRAFT", "media", make_organisation("DRAFT", slug="draft-body"), slug="draft-role", **hidden)
    make_role(draft, "DRAFT", "media", slug="role-of-draft", passages=[passage])
    make_meeting(ann, bob, title="DRAFT", slug="draft-meeting", date="2016", **hidden)
    make_tie(bob, ann, slug="draft-tie", summary="DRAFT", **hidden)
    make_tie(ann, draft, slug="tie-to-draft", summary="DRAFT", passages=[passage])
    claim = make_allegation(ann, title="DRAFT", slug="draft-claim", claim="DRAFT", **hidden)
    make_response(claim, ann, slug="answer-to-draft", summary="DRAFT", passages=[passage])
    make_outcome(claim, slug="end-of-draft", summary="DRAFT", passages=[passage])
    make_statement(ann, "DRAFT", slug="draft-statement", date="2016", **hidden)
    make_statement(bob, "DRAFT", slug="unsourced", date="2016", sourced=False)
