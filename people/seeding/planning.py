"""Decides what is to become of each entry: what the file says now, what it said when it was last seeded, the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from people.models import SeededEntry, Sourced
from people.querysets.base import SLUG, SLUG_RULE
from people.seeding.constraints import unique_sets
from people.seeding.contents import Content, Value, content, differences, digest, references
from people.seeding.drafts import Draft, Drafts, FieldValues, kind_of, same_message, unique_values
from people.seeding.files import ENTRY_KINDS, EntryKind, fields_named, list_fields
from people.seeding.results import EntryOutcome
from people.seeding.stored_rows import StoredRows, batches
from people.vocabulary import Status

DELETED = "it was deleted from the site"
TAKEN_OUT = "it was taken out of the files, but has been edited on the site"
PART_OF_KEPT = "it was taken out of the files, but what it is part of stays on the site"


@dataclass(slots=True)
class PlanStep:
    """What is to become of an entry.

    Attributes:
        kind: Its kind.
        key: Its key.
        outcome: What is to become of it.
        draft: What the file says, a Draft; nothing if it was taken out of the file.
        row: The primary key of its row, if there is one.
        site: The digest of what the row says, where it is to be written: another one means that it was edited since.
        reason: Why it is kept; else which fields change.
        known: What is known of it from the last time.
        noted: The digest by which it is known once it is written.
        whole: The key of the entry with which it is written, if it is part of one.
    """

    kind: EntryKind
    key: str
    outcome: EntryOutcome
    draft: Any = None
    row: Any = None
    site: str = ""
    reason: str = ""
    known: SeededEntry | None = None
    noted: str = ""
    whole: str = ""


@dataclass
class Plan:
    """What is to become of all entries.

    Attributes:
        site: Which rows they are.
        steps: In the order of the files.
        forgotten: What is known of entries that are neither in the files nor on the site.
    """

    site: StoredRows
    steps: list[PlanStep] = field(default_factory=list)
    forgotten: list[SeededEntry] = field(default_factory=list)


class Planner:
    """Makes a plan, kind by kind, each of which refers to those before it only. Nothing is written."""

    def __init__(self, drafts: Drafts, files: int | None, overwrite: Iterable[str]) -> None:
        """Take the drafts, the key of the files that they are from, and the names of entries that are to be as these.

        A name is a key, or kind and key.
        """
        self.drafts = drafts
        self.files = files
        self.overwrite = set(overwrite)
        self.plan = Plan(StoredRows())
        self.missing: dict[tuple[str, str], str] = {}
        self.taken_out: dict[tuple[str, str], EntryOutcome] = {}

    def make(self, known: Mapping[str, Mapping[str, SeededEntry]]) -> Plan:
        """Return the plan, given what the seed last wrote by kind and key.

        Raises SeedError for a reference to nothing.
        """
        for kind in ENTRY_KINDS:
            drafts = self.drafts.get(kind.name, {})
            self.plan.site.load(kind, known.get(kind.name, {}), drafts)
            self._look_up(drafts.values())
            steps = {key: self._step(kind, key, draft) for key, draft in drafts.items()}
            self._compare(kind, [step for step in steps.values() if not step.reason])
            self._refuse_taken(kind, list(steps.values()))
            self.missing |= {
                (kind.name, step.key): step.reason for step in steps.values() if step.reason and step.row is None
            }
            self.plan.steps += steps.values()
            if kind.name in self.drafts:
                self.plan.steps += self._taken_out(kind)
        return self.plan

    def _look_up(self, drafts: Iterable[Draft]) -> None:
        """Find what drafts name outside the files."""
        target: dict[str, set[str]] = {}
        for draft in drafts:
            for one, key in draft.names():
                kind = kind_of(one.related_model)
                if key not in self.drafts.get(kind.name, {}):
                    target.setdefault(kind.name, set()).add(key)
        for kind in ENTRY_KINDS:
            self.plan.site.look_up(kind, target.get(kind.name, ()))

    def _step(self, kind: EntryKind, key: str, draft: Draft) -> PlanStep:
        """Return a step that says what can be told without reading the row."""
        site = self.plan.site
        known, row = site.known[kind.name].get(key), site.rows[kind.name].get(key)
        step = PlanStep(kind, key, EntryOutcome.UNCHANGED, self._canonical(draft), row, known=known)
        step.noted, step.whole = step.draft.digest, str(step.draft.named[kind.part_of]) if kind.part_of else ""
        step.reason = "" if row else self._absence(step)
        if step.reason:
            step.outcome = EntryOutcome.KEPT
        elif row is None:
            step.outcome = EntryOutcome.CREATED
        return step

    def _absence(self, step: PlanStep) -> str:
        """Return why an entry without row isn't created. Raises SeedError for a reference to nothing."""
        nothing = list(self._nothing(step.draft))
        if step.known and not self._is_forced(step):
            return self._merged(step) or DELETED
        if not nothing and not SLUG.fullmatch(step.key) and "slug" in step.kind.key:
            raise step.draft.entry.error(f"slug: “{step.key}” can't be a slug: {SLUG_RULE}")
        return nothing[0] if nothing else self._merged(step)

    def _merged(self, step: PlanStep) -> str:
        site = self.plan.site
        row = site.others[step.kind.name].get(step.key) or site.rows[step.kind.name].get(step.key)
        return f"its address redirects to {site.readable(step.kind, site.name(step.kind, row))}" if row else ""

    def _nothing(self, draft: Draft) -> Iterator[str]:
        """Yield why entries that it names have no row. Raises SeedError for one that nobody knows."""
        for one, key in draft.names():
            kind = kind_of(one.related_model)
            if self.plan.site.row_of(kind, key) is not None:
                continue
            name = one.related_model._meta.verbose_name
            reason = self.missing.get((kind.name, key))
            if reason or (key in self.plan.site.known[kind.name] and key not in self.drafts.get(kind.name, {})):
                yield f"{one.name}: the {name} {key} is not on the site"
            elif key not in self.drafts.get(kind.name, {}):
                raise draft.entry.error(f"{one.name}: there is no {name} {key}")

    def _canonical(self, draft: Draft) -> Draft:
        """Return the draft with each entry that it names called by the key that it has in the files."""
        named: dict[str, Value | None] = {}
        for one in {one: None for one, _ in draft.names()}:
            kind, value = kind_of(one.related_model), draft.named[one.name]
            given = [value] if isinstance(value, str) else value or []
            # Two that were merged on the site are one.
            keys = list(dict.fromkeys(self._canonical_key(kind, key) for key in given))
            named[one.name] = keys[0] if isinstance(value, str) else keys
        if all(draft.named[name] == value for name, value in named.items()):
            return draft
        said = content(draft.row, draft.named | named)
        return replace(draft, said=said, digest=digest(said))

    def _canonical_key(self, kind: EntryKind, key: str) -> str:
        row = self.plan.site.row_of(kind, key)
        return key if row is None else self.plan.site.name(kind, row)

    def _is_forced(self, step: PlanStep) -> bool:
        return not self.overwrite.isdisjoint({step.key, f"{step.kind.name}/{step.key}"})

    def _compare(self, kind: EntryKind, steps: Iterable[PlanStep]) -> None:
        """Settle what becomes of entries that have rows: read are those of which the file says something new."""
        there = {step.row: step for step in steps if step.row is not None}
        unread = {row for row, step in there.items() if self._is_as_seeded(step)}
        for row, said in self.plan.site.read(kind, there.keys() - unread):
            self._settle(there[row.pk], said)

    def _is_as_seeded(self, step: PlanStep) -> bool:
        """Return whether the file says what it did, and the row is where and whether it was."""
        is_news = step.known is None or step.known.digest != step.draft.digest or step.known.row != step.row
        found = self.plan.site.found[step.kind.name][step.row]
        said = step.draft.said
        is_moved = found.slug != said.get("slug", "") or self._is_withdrawn(found.status, said)
        return not (is_news or is_moved or self._is_forced(step))

    def _is_withdrawn(self, status: str, said: Content) -> bool:
        return said.get("status") == Status.PUBLISHED and status != Status.PUBLISHED

    def _settle(self, step: PlanStep, said: Content) -> None:
        step.site = digest(said)
        if step.site == step.draft.digest:
            return
        if self._is_forced(step) or (step.known and step.known.digest == step.site):
            names = sorted(name for name in {*said, *step.draft.said} if said.get(name) != step.draft.said.get(name))
            step.outcome, step.reason = EntryOutcome.CHANGED, ", ".join(names)
            nothing = next(self._nothing(step.draft), "")
            if nothing:
                step.outcome, step.reason = EntryOutcome.KEPT, nothing
        else:
            step.outcome = EntryOutcome.KEPT
            step.reason = "; ".join(differences(step.kind.model, self._readable(step.kind, said), step.draft.said))

    def _readable(self, kind: EntryKind, said: Content) -> Content:
        """Return what a row says, with entries that are not the seed's called as they are on the site."""
        readable = dict(said)
        for one in [*references(kind.model), *list_fields(kind.model)]:
            value, other = said.get(one.name, ""), kind_of(one.related_model)
            if isinstance(value, list):
                readable[one.name] = [self.plan.site.readable(other, key) for key in value]
            else:
                readable[one.name] = self.plan.site.readable(other, value)
        return readable

    def _refuse_taken(self, kind: EntryKind, steps: list[PlanStep]) -> None:
        """Keep entries from being written that would hold what may be there once, and what another row holds."""
        site = self.plan.site
        writing = {step.row: place for place, step in enumerate(steps) if step.outcome is EntryOutcome.CHANGED}
        for names, told in unique_sets(kind.model, kind.key):
            target = {}
            for place, step in enumerate(steps):
                if step.outcome in (EntryOutcome.CREATED, EntryOutcome.CHANGED) and step.draft:
                    values = self._stored_values(step.draft, names)
                    if values:
                        target[values] = place
            for row, values in self._holders(kind, names, target):
                step = steps[target[values]]
                # A row that gives it up before the entry is written is not in the way.
                if row != step.row and writing.get(row, len(steps)) > target[values]:
                    step.outcome = EntryOutcome.KEPT
                    step.reason = f"{same_message(names, told)}: {site.readable(kind, site.name(kind, row))}"

    def _stored_values(self, draft: Draft, names: tuple[str, ...]) -> FieldValues | None:
        """Return what the columns will hold, or nothing where that can't be in the database yet."""
        values = unique_values(draft, names)
        if values is None:
            return None
        fields = fields_named(type(draft.row), names)
        stored = tuple(
            self.plan.site.row_of(kind_of(one.related_model), value) if one.is_relation else value
            for one, value in zip(fields, values, strict=True)
        )
        return None if None in stored else stored

    def _holders(
        self, kind: EntryKind, names: tuple[str, ...], target: Iterable[FieldValues]
    ) -> Iterator[tuple[int, FieldValues]]:
        """Yield the rows that hold wanted values in the fields of these names."""
        known = set(target)
        for batch in batches(known):
            given = {f"{name}__in": set(some) for name, some in zip(names, zip(*batch, strict=True), strict=True)}
            rows = kind.model._default_manager.filter(**given).order_by("pk")
            for row, *values in rows.values_list("pk", *names):
                if tuple(values) in known:
                    yield row, tuple(values)

    def _taken_out(self, kind: EntryKind) -> Iterator[PlanStep]:
        """Yield what becomes of entries that were in these files and are no more."""
        site = self.plan.site
        gone = {}
        for key, entry in site.known[kind.name].items():
            if key in self.drafts[kind.name] or entry.files_id != self.files:
                continue
            if key in site.rows[kind.name]:
                gone[entry.row] = PlanStep(kind, key, EntryOutcome.KEPT, row=entry.row, known=entry, reason=TAKEN_OUT)
            else:
                self.plan.forgotten.append(entry)
        for row, said in site.read(kind, gone):
            self._withdraw(gone[row.pk], said)
            if self._is_part_of_kept(gone[row.pk]):
                gone[row.pk].outcome, gone[row.pk].reason = EntryOutcome.KEPT, PART_OF_KEPT
        self.taken_out |= {(kind.name, step.key): step.outcome for step in gone.values()}
        yield from gone.values()

    def _is_part_of_kept(self, step: PlanStep) -> bool:
        """Return whether an entry goes although that of which it is part stays, as an allegation without its reply."""
        if not step.whole or step.outcome is EntryOutcome.KEPT:
            return False
        model = step.kind.model._meta.get_field(step.kind.part_of).related_model
        return self.taken_out.get((kind_of(model).name, step.whole)) is EntryOutcome.KEPT

    def _withdraw(self, step: PlanStep, said: Content) -> None:
        """Settle that an entry which was taken out of the files goes, if nobody has touched it."""
        step.site, step.whole = digest(said), str(said.get(step.kind.part_of, ""))
        if self._is_forced(step) or (step.known and step.known.digest == step.site):
            step.outcome, step.reason = _outcome_of_withdrawal(step.kind, said), ""
            step.noted = digest({name: value for name, value in said.items() if name != "status"})


def _outcome_of_withdrawal(kind: EntryKind, said: Content) -> EntryOutcome:
    """Return what becomes of an entry that goes: of a kind without drafts it is deleted, and a draft stays one."""
    if not issubclass(kind.model, Sourced):
        return EntryOutcome.DELETED
    return EntryOutcome.WITHDRAWN if said.get("status") == Status.PUBLISHED else EntryOutcome.UNCHANGED
