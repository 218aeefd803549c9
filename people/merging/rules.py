"""What becomes of each relation and field when two entries are made one: a rule for every one there is.

A relation without a rule, such as one that comes with a new model, refuses to merge, and a test finds it before.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from people.changes.tables import PREFIX
from people.querysets.keys import key_fields


class Rule(NamedTuple):
    """What becomes of the rows that refer to the entry which goes: they refer to the one that stays, but for some.

    Attributes:
        same: Fields in which two rows of one entry say the same. Of two that do one stays, with the links of both.
        other_end: A field that must not name the same entry: rows in which it would are dropped.
        needless: A path to the entry which makes a row needless: it says so already.
        clash: What is wrong, and what to do, where each entry has a row of which only one may be.
        shows: The field to whose entry a row leads; blank where it is one itself.
        told: What is said after the number and the noun.
    """

    same: tuple[str, ...] = ()
    other_end: str = ""
    needless: str = ""
    clash: str = ""
    shows: str = ""
    told: str = ""


class MergeRules(NamedTuple):
    """How entries of a model are made one.

    Attributes:
        relations: For each relation, by table and field, what becomes of its rows.
        filled: Fields that are taken over together where the entry that stays has nothing in the first of them.
        kept: Fields that stay as they are in the entry that stays.
        clashes: Fields of which only one value can stay, and what to do where both have one.
        other_names: Whether an entry may have other names, of which the name of the one that goes becomes one.
    """

    relations: Mapping[str, Rule]
    filled: tuple[tuple[str, ...], ...]
    kept: tuple[str, ...]
    clashes: Mapping[str, str]
    other_names: bool


def _mention(entry: str) -> Rule:
    return Rule(same=(entry,), shows=entry, told=" that name them")


PERSON_RULES = MergeRules(
    relations={
        "role.person": Rule(same=("title", "category", "organisation", "start", "end", "tenure")),
        "participation.person": Rule(same=("meeting",), shows="meeting"),
        "allegation_subjects.person": Rule(same=("allegation",), shows="allegation"),
        "response.person": Rule(same=("allegation", "stance", "summary", "quote")),
        "tie.from_person": Rule(same=("kind", "to_person"), other_end="to_person", told=" to others"),
        "tie.to_person": Rule(same=("kind", "from_person"), other_end="from_person", told=" of others to them"),
        "statement.person": Rule(same=("summary", "date", "standing")),
        "statement_others.person": Rule(
            same=("statement",), needless="statement__person", shows="statement", told=" about them too"
        ),
        "alias.person": Rule(same=("name",)),
        "appearance.person": Rule(
            same=("source",),
            clash="One gallery shows both, and it shows nobody twice: take one of the places away",
        ),
        "person_passages.person": Rule(same=("passage",), shows="passage", told=" cited"),
        "person_mentioned_people.from_person": Rule(
            same=("to_person",), other_end="to_person", shows="to_person", told=" named in the summary"
        ),
        "person_mentioned_people.to_person": Rule(
            same=("from_person",), other_end="from_person", shows="from_person", told=" whose summaries name them"
        ),
        "person_mentioned_organisations.person": Rule(
            same=("organisation",), shows="organisation", told=" named in the summary"
        ),
        "meeting_mentioned_people.person": _mention("meeting"),
        "tie_mentioned_people.person": _mention("tie"),
        "allegation_mentioned_people.person": _mention("allegation"),
        "statement_mentioned_people.person": _mention("statement"),
    },
    filled=(
        ("description",),
        ("summary",),
        ("slide",),
        ("portrait", "portrait_alt", "portrait_credit", "portrait_licence"),
    ),
    kept=("kind", "name", "sort_name", "slug", "status"),
    clashes={"slide": "Each has a slide in the first gallery, and nobody has two: take one of the slides away"},
    other_names=True,
)

ORGANISATION_RULES = MergeRules(
    relations={
        "role.organisation": Rule(same=("title", "category", "person", "start", "end", "tenure")),
        "meeting.organisation": Rule(),
        "person_mentioned_organisations.organisation": Rule(
            same=("person",), shows="person", told=" whose summaries name it"
        ),
        "meeting_mentioned_organisations.organisation": _mention("meeting")._replace(told=" that name it"),
        "tie_mentioned_organisations.organisation": _mention("tie")._replace(told=" that name it"),
        "allegation_mentioned_organisations.organisation": _mention("allegation")._replace(told=" that name it"),
        "statement_mentioned_organisations.organisation": _mention("statement")._replace(told=" that name it"),
    },
    filled=(),
    kept=("kind", "name", "slug"),
    clashes={},
    other_names=False,
)

# By the names of the models.
RULES: Mapping[str, MergeRules] = {"organisation": ORGANISATION_RULES, "person": PERSON_RULES}

# Former addresses are led on whatever the model, and no row of any other model refers to entries of all.
GENERIC_RELATIONS = ("slugredirect.entry",)


class Relation(NamedTuple):
    """A model whose rows refer to entries, and the field by which they do."""

    model: Any
    field: Any

    @property
    def name(self) -> str:
        """Return what the rules call it."""
        return f"{self.model._meta.db_table.removeprefix(PREFIX)}.{self.field.name}"

    @property
    def is_link(self) -> bool:
        """Return whether the rows are links that Django makes for a many-to-many field."""
        return bool(self.model._meta.auto_created)


def relations_of(model: Any) -> Iterator[Relation]:
    """Yield the relations by which rows refer to entries of the model, links among them."""
    for one in model._meta.get_fields(include_hidden=True):
        if isinstance(one, models.ManyToOneRel):
            yield Relation(one.related_model, one.field)


def without_rule(model: Any) -> list[str]:
    """Return the relations and fields of the model, and of rows that may be dropped, that have no rule."""
    rules = RULES[str(model._meta.model_name)]
    found = [one.name for one in relations_of(model) if one.name not in rules.relations]
    # Of a row that is dropped only the links are taken over.
    rows = (one for one in relations_of(model) if not one.is_link and _drops_rows(rules.relations.get(one.name)))
    found += [one.name for row in rows for one in relations_of(row.model) if not one.is_link]
    ruled = {*rules.kept, *(name for names in rules.filled for name in names)}
    unruled = [name for name in written_fields(model) if name not in ruled]
    return sorted({*found, *(f"{model._meta.model_name}.{name}" for name in unruled)})


def _drops_rows(rule: Rule | None) -> bool:
    return rule is not None and bool(rule.same or rule.other_end or rule.needless)


def written_fields(model: Any) -> list[str]:
    """Return the names of the columns that editors write, those made of others left out."""
    made = {field.name for field in (*key_fields(model), model._meta.pk)}
    return [field.name for field in model._meta.concrete_fields if field.editable and field.name not in made]


def generic_relations(found: Any) -> list[str]:
    """Return the relations of these models to entries of any model, by table and field."""
    return [
        f"{model._meta.model_name}.{field.name}"
        for model in found
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey)
    ]
