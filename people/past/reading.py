"""What readers saw of changes in the log: which entry was added, corrected, withdrawn or restored, and when.

Of a draft nothing is told, nor of what stands on the page of one: publishing it is what adds it. What readers don't see
now although it is published, for want of something that it needs, is told of neither.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.apps import apps
from django.utils import timezone

from people.models import Sourced, Tombstone
from people.querysets.past import with_states
from people.vocabulary import ChangeKind, Operation, RevisionKind, Status

Entry = tuple[str, int]


class SeenChange(NamedTuple):
    """What happened to an entry, in which step and on which day, and the entry on whose page it stands."""

    step: object
    day: dt.date
    kind: ChangeKind
    part: Entry
    root: Entry

    @property
    def is_own(self) -> bool:
        """Return whether it happened to the entry of the page itself."""
        return self.part == self.root


class CurrentState(NamedTuple):
    """Of an entry that is there: its status, where its kind has one, and whether readers see it."""

    status: str
    shown: bool

    @property
    def is_lost(self) -> bool:
        """Return whether it is published, and not seen all the same."""
        return self.status == Status.PUBLISHED and not self.shown


Current = dict[Entry, CurrentState]


def has_drafts(model: str) -> bool:
    """Return whether entries of the model can be drafts."""
    return issubclass(apps.get_model("people", model), Sourced)


def seen_changes(keys: Iterable[int], page: Entry | None = None) -> list[SeenChange]:
    """Return what readers saw of the changes with these keys, the newest first; of each entry one in a step.

    Of a page that is given, it is what they saw there. What comes, goes or returns together with the entry on whose
    page it stands is left out.
    """
    changes = list(with_states(keys, page).select_related("revision").defer("before"))
    current = current_states(changes, page)
    left = first_left(changes)
    found: dict[tuple[object, Entry], SeenChange] = {}
    for change in changes:
        one = _seen(change, current, page, left)
        if one:
            before = found.get((one.step, one.part))
            if before is None or before.kind == ChangeKind.CORRECTED:
                found[one.step, one.part] = one
    together = {place for place, one in found.items() if one.kind != ChangeKind.CORRECTED}
    return [
        one
        for one in found.values()
        if not any(
            entry != one.part and (one.step, entry) in together and _is_about(page, entry)
            for entry in (one.root, page or one.root)
        )
    ]


def _seen(change: Any, current: Current, page: Entry | None, left: dict[Entry, dt.datetime]) -> SeenChange | None:
    part, root = (change.part, change.part_key), (change.root, change.root_key)
    stood = [(root, change.root_state), *([(page, change.page_state)] if page else [])]
    is_own = part == root
    kind = _kind(change, part, current)
    if kind is None or _goes_without_saying(change, kind, page):
        return None
    if any(one in current and current[one].is_lost for one in (part, root)):
        return None
    if any(one != part and not _was_published(one, state, current) for one, state in stood):
        return None
    if kind == ChangeKind.ADDED and (part in left and left[part] < change.at):
        kind = ChangeKind.RESTORED
    day = timezone.localdate(change.at)
    # Who writes without opening a revision takes one step a day, as far as readers are told.
    return SeenChange(change.revision_id or day, day, _named_by(change, kind, is_own), part, root)


def _goes_without_saying(change: Any, kind: ChangeKind, page: Entry | None) -> bool:
    """Return whether the step of the change brought or took the entry itself, or that on whose page it stands."""
    part, root, step = (change.part, change.part_key), (change.root, change.root_key), change.revision_id
    if step is None:
        return False
    if kind == ChangeKind.CORRECTED and step in (change.part_came, change.part_went):
        return True
    if part != root and step in (change.root_came, change.root_went) and _is_about(page, root):
        return True
    return bool(page and part != page and step in (change.page_came, change.page_went))


def _is_about(page: Entry | None, root: Entry) -> bool:
    """Return whether what happens to that entry is told of on the page: not of people, on pages of others."""
    return page in (None, root) or root[0] != "person"


def _kind(change: Any, part: Entry, current: Current) -> ChangeKind | None:
    """Return what the change did to the entry that its row is or belongs to, as readers see it."""
    is_row = change.model == change.part
    has_gone = is_row and change.operation == Operation.DELETE
    is_public = not has_gone and _was_published(part, change.part_state, current)
    if not is_row:
        kind = ChangeKind.WITHDRAWN if change.leaves_page else ChangeKind.CORRECTED
        return kind if is_public else None
    was_there = change.operation != Operation.INSERT
    was_public = was_there and (change.was == Status.PUBLISHED or not has_drafts(change.part))
    kinds = {
        (False, True): ChangeKind.ADDED,
        (True, True): ChangeKind.CORRECTED,
        (True, False): ChangeKind.WITHDRAWN,
    }
    return kinds.get((was_public, is_public))


def _named_by(change: Any, kind: ChangeKind, is_own: bool) -> ChangeKind:
    """Return the kind as the step of the change has it: merging withdraws, and an undo that adds restores."""
    step = change.revision.kind if change.revision else ""
    if step == RevisionKind.MERGE and kind == ChangeKind.WITHDRAWN and is_own:
        return ChangeKind.MERGED
    return ChangeKind.RESTORED if step == RevisionKind.UNDO and kind == ChangeKind.ADDED else kind


def _was_published(entry: Entry, state: str | None, current: Current) -> bool:
    """Return whether the entry was published after a change: as the next one found it, or as it is now."""
    if not has_drafts(entry[0]):
        return True
    status = state or (current[entry].status if entry in current else "")
    return status == Status.PUBLISHED


def current_states(changes: Iterable[Any], page: Entry | None) -> Current:
    """Return how the entries of the changes stand now, those that are there, in a query for each model."""
    keys: dict[str, set[int]] = defaultdict(set)
    if page:
        keys[page[0]].add(page[1])
    for change in changes:
        keys[change.part].add(change.part_key)
        keys[change.root].add(change.root_key)
    return {
        (model, key): CurrentState(status, shown)
        for model, some in keys.items()
        for key, status, shown in _states(model, some - {None})
    }


def _states(model: str, keys: Iterable[int]) -> Iterable[tuple[int, str, bool]]:
    rows = apps.get_model("people", model)._default_manager.filter(pk__in=list(keys)).order_by().with_shown()
    if has_drafts(model):
        yield from rows.values_list("pk", "status", "shown")
    else:
        # Readers see what has no drafts unless nothing that they see refers to it.
        yield from ((key, Status.PUBLISHED, shown) for key, shown in rows.values_list("pk", "shown"))


def first_left(changes: Iterable[Any]) -> dict[Entry, dt.datetime]:
    """Return when those of the entries of the changes were first withdrawn that ever were."""
    parts = {(change.part, change.part_key) for change in changes}
    found: dict[Entry, dt.datetime] = {}
    for one in Tombstone.objects.filter(noun__in={noun for noun, _ in parts}, key__in={key for _, key in parts}):
        place = (one.noun, one.key)
        found[place] = min(one.first_at, found.get(place, one.first_at))
    return found
