"""Decides what is to become of each entry: what the file says now, what it said when it was last seeded, the site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from people.models import SeededEntry, Sourced
from people.querysets.base import SLUG, SLUG_RULE
from people.seeding.constraints import unique_sets
from people.seeding.contents import Content, Value, content, differences, digest, references
from people.seeding.drafts import Draft, Drafts, noun_of, same_message, unique_values
from people.seeding.files import NOUNS, Noun, list_fields
from people.seeding.outcomes import Outcome
from people.seeding.site import Site, batches
from people.vocabulary import Status

DELETED = "it was deleted from the site"
TAKEN_OUT = "it was taken out of the files, but has been edited on the site"
PART_OF_KEPT = "it was taken out of the files, but what it is part of stays on the site"


@dataclass(slots=True)
class Step:
    """What is to become of an entry.

    Attributes:
        noun: Its noun.
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

    noun: Noun
    key: str
    outcome: Outcome
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

    site: Site
    steps: list[Step] = field(default_factory=list)
    forgotten: list[SeededEntry] = field(default_factory=list)


class Planner:
    """Makes a plan, noun by noun, each of which refers to those before it only. Nothing is written."""

    def __init__(self, drafts: Drafts, files: Any, overwrite: Iterable[str]) -> None:
        """Take the drafts, the key of the files that they are from, and the names of entries that are to be as these.

        A name is a key, or noun and key.
        """
        self.drafts = drafts
        self.files = files
        self.overwrite = set(overwrite)
        self.plan = Plan(Site())
        self.missing: dict[tuple[str, str], str] = {}
        self.taken_out: dict[tuple[str, str], Outcome] = {}

    def make(self, known: Mapping[str, Mapping[str, SeededEntry]]) -> Plan:
        """Return the plan, given what the seed last wrote by noun and key.

        Raises SeedError for a reference to nothing.
        """
        for noun in NOUNS:
            drafts = self.drafts.get(noun.name, {})
            self.plan.site.load(noun, known.get(noun.name, {}), drafts)
            self._look_up(drafts.values())
            steps = {key: self._step(noun, key, draft) for key, draft in drafts.items()}
            self._compare(noun, [step for step in steps.values() if not step.reason])
            self._refuse_taken(noun, list(steps.values()))
            self.missing |= {
                (noun.name, step.key): step.reason for step in steps.values() if step.reason and step.row is None
            }
            self.plan.steps += steps.values()
            if noun.name in self.drafts:
                self.plan.steps += self._taken_out(noun)
        return self.plan

    def _look_up(self, drafts: Iterable[Draft]) -> None:
        """Find what drafts name outside the files."""
        wanted: dict[str, set[str]] = {}
        for draft in drafts:
            for one, key in draft.names():
                noun = noun_of(one.related_model)
                if key not in self.drafts.get(noun.name, {}):
                    wanted.setdefault(noun.name, set()).add(key)
        for noun in NOUNS:
            self.plan.site.look_up(noun, wanted.get(noun.name, ()))

    def _step(self, noun: Noun, key: str, draft: Draft) -> Step:
        """Return a step that says what can be told without reading the row."""
        site = self.plan.site
        known, row = site.known[noun.name].get(key), site.rows[noun.name].get(key)
        step = Step(noun, key, Outcome.UNCHANGED, self._canonical(draft), row, known=known)
        step.noted, step.whole = step.draft.digest, str(step.draft.named[noun.part_of]) if noun.part_of else ""
        step.reason = "" if row else self._absence(step)
        if step.reason:
            step.outcome = Outcome.KEPT
        elif row is None:
            step.outcome = Outcome.CREATED
        return step

    def _absence(self, step: Step) -> str:
        """Return why an entry without row isn't created. Raises SeedError for a reference to nothing."""
        nothing = list(self._nothing(step.draft))
        if step.known and not self._is_forced(step):
            return self._merged(step) or DELETED
        if not nothing and not SLUG.fullmatch(step.key) and "slug" in step.noun.key:
            raise step.draft.entry.error(f"slug: “{step.key}” can't be a slug: {SLUG_RULE}")
        return nothing[0] if nothing else self._merged(step)

    def _merged(self, step: Step) -> str:
        site = self.plan.site
        row = site.others[step.noun.name].get(step.key) or site.rows[step.noun.name].get(step.key)
        return f"its address redirects to {site.readable(step.noun, site.name(step.noun, row))}" if row else ""

    def _nothing(self, draft: Draft) -> Iterator[str]:
        """Yield why entries that it names have no row. Raises SeedError for one that nobody knows."""
        for one, key in draft.names():
            noun = noun_of(one.related_model)
            if self.plan.site.row_of(noun, key) is not None:
                continue
            name = one.related_model._meta.verbose_name
            reason = self.missing.get((noun.name, key))
            if reason or (key in self.plan.site.known[noun.name] and key not in self.drafts.get(noun.name, {})):
                yield f"{one.name}: the {name} {key} is not on the site"
            elif key not in self.drafts.get(noun.name, {}):
                raise draft.entry.error(f"{one.name}: there is no {name} {key}")

    def _canonical(self, draft: Draft) -> Draft:
        """Return the draft with each entry that it names called by the key that it has in the files."""
        named: dict[str, Value | None] = {}
        for one in {one: None for one, _ in draft.names()}:
            noun, value = noun_of(one.related_model), draft.named[one.name]
            keys = [self._canonical_key(noun, key) for key in ([value] if isinstance(value, str) else value or [])]
            named[one.name] = keys[0] if isinstance(value, str) else keys
        if all(draft.named[name] == value for name, value in named.items()):
            return draft
        said = content(draft.row, draft.named | named)
        return replace(draft, said=said, digest=digest(said))

    def _canonical_key(self, noun: Noun, key: str) -> str:
        row = self.plan.site.row_of(noun, key)
        return key if row is None else self.plan.site.name(noun, row)

    def _is_forced(self, step: Step) -> bool:
        return not self.overwrite.isdisjoint({step.key, f"{step.noun.name}/{step.key}"})

    def _compare(self, noun: Noun, steps: Iterable[Step]) -> None:
        """Settle what becomes of entries that have rows: read are those of which the file says something new."""
        there = {step.row: step for step in steps if step.row is not None}
        unread = {row for row, step in there.items() if self._is_as_seeded(step)}
        for row, said in self.plan.site.read(noun, there.keys() - unread):
            self._settle(there[row.pk], said)

    def _is_as_seeded(self, step: Step) -> bool:
        """Return whether the file says what it did, and the row is where and whether it was."""
        is_news = step.known is None or step.known.digest != step.draft.digest or step.known.row != step.row
        found = self.plan.site.found[step.noun.name][step.row]
        said = step.draft.said
        is_moved = found.slug != said.get("slug", "") or self._is_withdrawn(found.status, said)
        return not (is_news or is_moved or self._is_forced(step))

    def _is_withdrawn(self, status: str, said: Content) -> bool:
        return said.get("status") == Status.PUBLISHED and status != Status.PUBLISHED

    def _settle(self, step: Step, said: Content) -> None:
        step.site = digest(said)
        if step.site == step.draft.digest:
            return
        if self._is_forced(step) or (step.known and step.known.digest == step.site):
            names = sorted(name for name in {*said, *step.draft.said} if said.get(name) != step.draft.said.get(name))
            step.outcome, step.reason = Outcome.CHANGED, ", ".join(names)
            nothing = next(self._nothing(step.draft), "")
            if nothing:
                step.outcome, step.reason = Outcome.KEPT, nothing
        else:
            step.outcome = Outcome.KEPT
            step.reason = "; ".join(differences(step.noun.model, self._readable(step.noun, said), step.draft.said))

    def _readable(self, noun: Noun, said: Content) -> Content:
        """Return what a row says, with entries that are not the seed's called as they are on the site."""
        readable = dict(said)
        for one in [*references(noun.model), *list_fields(noun.model)]:
            value, other = said.get(one.name, ""), noun_of(one.related_model)
            if isinstance(value, list):
                readable[one.name] = [self.plan.site.readable(other, key) for key in value]
            else:
                readable[one.name] = self.plan.site.readable(other, value)
        return readable

    def _refuse_taken(self, noun: Noun, steps: list[Step]) -> None:
        """Keep entries from being written that would hold what may be there once, and what another row holds."""
        site = self.plan.site
        writing = {step.row: place for place, step in enumerate(steps) if step.outcome is Outcome.CHANGED}
        for names, told in unique_sets(noun.model, noun.key):
            wanted = {}
            for place, step in enumerate(steps):
                if step.outcome in (Outcome.CREATED, Outcome.CHANGED) and step.draft:
                    values = self._stored_values(step.draft, names)
                    if values:
                        wanted[values] = place
            for row, values in self._holders(noun, names, wanted):
                step = steps[wanted[values]]
                # A row that gives it up before the entry is written is not in the way.
                if row != step.row and writing.get(row, len(steps)) > wanted[values]:
                    step.outcome = Outcome.KEPT
                    step.reason = f"{same_message(names, told)}: {site.readable(noun, site.name(noun, row))}"

    def _stored_values(self, draft: Draft, names: tuple[str, ...]) -> tuple[Any, ...] | None:
        """Return what the columns will hold, or nothing where that can't be in the database yet."""
        values = unique_values(draft, names)
        if values is None:
            return None
        fields: list[Any] = [type(draft.row)._meta.get_field(name) for name in names]
        stored = tuple(
            self.plan.site.row_of(noun_of(one.related_model), value) if one.is_relation else value
            for one, value in zip(fields, values, strict=True)
        )
        return None if None in stored else stored

    def _holders(self, noun: Noun, names: tuple[str, ...], wanted: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield the rows that hold wanted values in the fields of these names."""
        known = set(wanted)
        for batch in batches(known):
            given = {f"{name}__in": set(some) for name, some in zip(names, zip(*batch, strict=True), strict=True)}
            rows = noun.model._default_manager.filter(**given).order_by("pk")
            for row, *values in rows.values_list("pk", *names):
                if tuple(values) in known:
                    yield row, tuple(values)

    def _taken_out(self, noun: Noun) -> Iterator[Step]:
        """Yield what becomes of entries that were in these files and are no more."""
        site = self.plan.site
        gone = {}
        for key, entry in site.known[noun.name].items():
            if key in self.drafts[noun.name] or entry.files_id != self.files:
                continue
            if key in site.rows[noun.name]:
                gone[entry.row] = Step(noun, key, Outcome.KEPT, row=entry.row, known=entry, reason=TAKEN_OUT)
            else:
                self.plan.forgotten.append(entry)
        for row, said in site.read(noun, gone):
            self._withdraw(gone[row.pk], said)
            if self._is_part_of_kept(gone[row.pk]):
                gone[row.pk].outcome, gone[row.pk].reason = Outcome.KEPT, PART_OF_KEPT
        self.taken_out |= {(noun.name, step.key): step.outcome for step in gone.values()}
        yield from gone.values()

    def _is_part_of_kept(self, step: Step) -> bool:
        """Return whether an entry goes although that of which it is part stays, as an allegation without its reply."""
        if not step.whole or step.outcome is Outcome.KEPT:
            return False
        model = step.noun.model._meta.get_field(step.noun.part_of).related_model
        return self.taken_out.get((noun_of(model).name, step.whole)) is Outcome.KEPT

    def _withdraw(self, step: Step, said: Content) -> None:
        """Settle that an entry which was taken out of the files goes, if nobody has touched it."""
        step.site, step.whole = digest(said), str(said.get(step.noun.part_of, ""))
        if self._is_forced(step) or (step.known and step.known.digest == step.site):
            step.outcome, step.reason = _outcome_of_withdrawal(step.noun, said), ""
            step.noted = digest({name: value for name, value in said.items() if name != "status"})


def _outcome_of_withdrawal(noun: Noun, said: Content) -> Outcome:
    """Return what becomes of an entry that goes: of a kind without drafts it is deleted, and a draft stays one."""
    if not issubclass(noun.model, Sourced):
        return Outcome.DELETED
    return Outcome.WITHDRAWN if said.get("status") == Status.PUBLISHED else Outcome.UNCHANGED
