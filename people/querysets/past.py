"""Querying the log for what readers may know of it: of which entry a row is part, and what readers saw at the time.

Of what stood in a row nothing is read but its status.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KT

from people.querysets.base import objects_of
from people.vocabulary import Operation

# Models whose entries have pages of their own, with the tables whose rows belong to them.
PAGES: Mapping[str, tuple[str, ...]] = {
    "person": ("alias", "role", "statement", "tie", "appearance", "person_passages"),
    "meeting": ("participation", "meeting_passages"),
    "allegation": ("response", "outcome", "allegation_subjects", "allegation_passages"),
    "organisation": (),
    "source": ("passage",),
}
# Entries that stand on the page of another: the model of that, and the field that leads there.
PARTS: Mapping[str, tuple[str, str]] = {
    "alias": ("person", "person"),
    "role": ("person", "person"),
    "statement": ("person", "person"),
    "tie": ("person", "from_person"),
    "response": ("allegation", "allegation"),
    "outcome": ("allegation", "allegation"),
}
# Links and places, which are no entries, with the model of what each belongs to, its owner in the log.
ATTACHED: Mapping[str, str] = {
    "allegation_subjects": "allegation",
    "appearance": "person",
    "participation": "meeting",
    "passage": "source",
    "statement_others": "statement",
} | {f"{model}_passages": model for model in ("person", "meeting", "allegation", *PARTS)}
TABLES = (*PAGES, *PARTS, *ATTACHED)

# So many entries are looked up of each kind that a page prints, the newest ones.
MAX_PRINTED = 500


class PrintedRows(NamedTuple):
    """Entries that a page prints besides its own, by the field that leads from them to the page's entry.

    `keyed` are the tables in which their keys are looked up, `owned` those in which their owners are.
    """

    model: str
    field: str
    keyed: tuple[str, ...]
    owned: tuple[str, ...]


PRINTED: Mapping[str, tuple[PrintedRows, ...]] = {
    "person": (
        PrintedRows("Alias", "person", (), ("alias_passages",)),
        PrintedRows("Role", "person", (), ("role_passages",)),
        PrintedRows("Statement", "person", (), ("statement_passages", "statement_others")),
        PrintedRows("Statement", "others", ("statement",), ("statement_passages", "statement_others")),
        PrintedRows("Tie", "from_person", (), ("tie_passages",)),
        PrintedRows("Tie", "to_person", ("tie",), ("tie_passages",)),
        PrintedRows("Meeting", "people", ("meeting",), PAGES["meeting"]),
        PrintedRows("Allegation", "subjects", ("allegation",), PAGES["allegation"]),
        PrintedRows("Response", "allegation__subjects", (), ("response_passages",)),
        PrintedRows("Outcome", "allegation__subjects", (), ("outcome_passages",)),
    ),
    "allegation": (
        PrintedRows("Response", "allegation", (), ("response_passages",)),
        PrintedRows("Outcome", "allegation", (), ("outcome_passages",)),
    ),
    "organisation": (
        PrintedRows("Role", "organisation", ("role",), ("role_passages",)),
        PrintedRows("Meeting", "organisation", ("meeting",), PAGES["meeting"]),
    ),
}


# Deleted links between a person and an entry of another's page, which the log names by the entry alone: with the model.
FORMER_LINKS: Mapping[str, str] = {
    "allegation_subjects": "Allegation",
    "participation": "Meeting",
    "statement_others": "Statement",
    "tie": "Tie",
}
FORMER_INDEX = "change_former_link"
# Without parameters: an index that has conditions of its own is used only where they stand as they are.
IS_FORMER_LINK = f"operation = 'D' AND model IN {tuple(FORMER_LINKS)}"
PERSON_OF_LINK = {
    "sqlite": "coalesce(json_extract(\"before\", '$.to_person_id'), json_extract(\"before\", '$.person_id'))",
    "postgresql": "CAST(coalesce(\"before\" ->> 'to_person_id', \"before\" ->> 'person_id') AS bigint)",
}


def former_index(vendor: str) -> str:
    """Return the statement that makes the index of deleted links by person, which no model can describe.

    Django writes what it looks for in JSON as a parameter, by which SQLite doesn't know the expression again.
    """
    expression = PERSON_OF_LINK[vendor]
    return f"CREATE INDEX IF NOT EXISTS {FORMER_INDEX} ON people_change (({expression})) WHERE {IS_FORMER_LINK}"


def _is_former_link(key: int) -> RawSQL:
    """Return the condition that a change took away a link to the person."""
    return RawSQL(f"{IS_FORMER_LINK} AND {PERSON_OF_LINK[connection.vendor]} = %s", [key], BooleanField())  # noqa: S611


def latest_changes_of_all(before: int | None, number: int) -> list[int]:
    """Return the keys of that many changes, the newest first; of those before the change with the key, if one is given.

    They are read along the primary key, whatever they are changes of.
    """
    return list(_changes(before)[:number])


def latest_changes_of(model: str, key: int, before: int | None, number: int) -> list[int]:
    """Return the same of changes of what the page of one entry prints, each table by its index."""
    found = {change for rows in _places(model, key) for change in _found(_changes(before), rows)[:number]}
    return sorted(found, reverse=True)[:number]


def _changes(before: int | None) -> QuerySet:
    changes: QuerySet = objects_of("Change").order_by("-pk").values_list("pk", flat=True)
    return changes.filter(pk__lt=before) if before else changes


def _found(changes: QuerySet, rows: dict[str, Any]) -> QuerySet:
    """Return those of the changes that the conditions find, the newest first, so that their index is read.

    Of a key that is often changed, PostgreSQL would expect to meet its changes soon on a walk along the whole log.
    """
    if any(isinstance(value, list) for value in rows.values()):
        return changes.filter(**rows).order_by((F("pk") + 0).desc())
    keys = {name: RawSQL("(SELECT %s)", [value]) if isinstance(value, int) else value for name, value in rows.items()}
    return changes.filter(**keys)


def _places(model: str, key: int) -> Iterator[dict[str, Any]]:
    """Yield the conditions on changes of what the page prints; each names a table, and keys or owners in it."""
    yield {"model": model, "key": key}
    yield from ({"model": table, "owner": key} for table in PAGES[model])
    former = _former_entries(key) if model == "person" else {}
    yield {"pk__in": former.get("", [])}
    for one in PRINTED.get(model, ()):
        rows = objects_of(one.model).filter(**{one.field: key}).order_by("-pk").values_list("pk", flat=True)
        keys = [*rows[:MAX_PRINTED], *(former.get(one.model, ()) if one.keyed else ())]
        yield from ({"model": table, "key__in": keys} for table in one.keyed)
        yield from ({"model": table, "owner__in": keys} for table in one.owned)


def _former_entries(person: int) -> dict[str, list[int]]:
    """Return the keys of entries that were on the person's page and are deleted, by model.

    Under "" are those of the changes that took links to the page away, from entries that are still there, too.
    """
    found = objects_of("Change").filter(_is_former_link(person)).order_by("-pk")
    links = list(found.values_list("pk", "model", "owner", "key")[:MAX_PRINTED])
    former: dict[str, list[int]] = {"": [change for change, *_ in links]}
    for table, model in FORMER_LINKS.items():
        entries = {key if table == "tie" else owner for _, name, owner, key in links if name == table}
        there = objects_of(model).filter(pk__in=entries).order_by().values_list("pk", flat=True)
        former[model] = sorted(entries - set(there))
    return former


def with_states(keys: Iterable[int], page: tuple[str, int] | None = None) -> QuerySet:
    """Return the changes with these keys, the newest first, with what they are part of and how that stood afterwards.

    `part` and `part_key` name the entry that the row is or belongs to, `root` and `root_key` the one on whose page that
    stands. `was` is the status of the row before; `part_state`, `root_state` and `page_state`, of the entry of a page
    that is given, are theirs after the change if they have been changed since, else null. `part_came`, `root_came` and
    `page_came` are the revisions in which their own rows were first added, `part_went` and so on those in which they
    were last deleted: a revision may be longer than a page. `leaves_page` says whether a link to the page was taken
    away.
    """
    changes = objects_of("Change").filter(pk__in=list(keys), model__in=TABLES)
    placed = changes.annotate(part=_part(), part_key=_part_key()).annotate(root=_root(), root_key=_root_key())
    entries: dict[str, tuple[Any, Any]] = {name: (OuterRef(name), OuterRef(f"{name}_key")) for name in ("part", "root")}
    if page:
        # Nothing is added to the key, so that it is no constant: see _found.
        entries["page"] = Value(page[0]), OuterRef("pk") * 0 + page[1]
    pasts = (_past_of(name, model, key) for name, (model, key) in entries.items())
    told: QuerySet = placed.annotate(
        was=KT("before__status"),
        leaves_page=_is_former_link(page[1]) if page and page[0] == "person" else Value(False),
        **dict(ChainMap(*pasts)),
    )
    return told.order_by("-pk")


def _part() -> Case:
    owners = (When(model=table, then=Value(model)) for table, model in ATTACHED.items())
    return Case(*owners, default=F("model"), output_field=CharField())


def _part_key() -> Case:
    return Case(When(model__in=ATTACHED, then=F("owner")), default=F("key"), output_field=BigIntegerField())


def _root() -> Case:
    pages = (When(part=part, then=Value(page)) for part, (page, _) in PARTS.items())
    return Case(*pages, default=F("part"), output_field=CharField())


def _root_key() -> Case:
    # A row of a part names its owner, deleted or not; of a link of one, the part is asked.
    links = (
        When(part=part, then=Subquery(objects_of(part).filter(pk=OuterRef("owner")).order_by().values(field)[:1]))
        for part, (_, field) in PARTS.items()
    )
    own = When(model__in=PARTS, then=F("owner"))
    return Case(own, *links, default=F("part_key"), output_field=BigIntegerField())


def _past_of(name: str, model: Any, key: Any) -> dict[str, Subquery]:
    """Return what the log says of an entry at each change; every one of these reads one row by its index."""
    rows = objects_of("Change").filter(model=model, key=key)
    first, last, later = rows.order_by("pk"), rows.order_by("-pk"), rows.filter(pk__gt=OuterRef("pk")).order_by("pk")
    return {
        f"{name}_state": Subquery(later.annotate(found=KT("before__status")).values("found")[:1]),
        f"{name}_came": Subquery(first.annotate(found=_step(Operation.INSERT)).values("found")[:1]),
        f"{name}_went": Subquery(last.annotate(found=_step(Operation.DELETE)).values("found")[:1]),
    }


def _step(operation: Operation) -> Case:
    """Return the revision of a change, if it was that operation."""
    return Case(When(operation=operation, then=F("revision_id")), output_field=BigIntegerField())
