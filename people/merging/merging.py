"""Merging two entries, as one revision, and looking at what that would make of them."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from people.changes import revision
from people.merging.merger import Merger, plain
from people.merging.report import MergeReport
from people.merging.rules import RULES, relations_of, without_rule
from people.models import NotSame, Revision
from people.querysets.guarding import one_change
from people.vocabulary import PersonKind, RevisionKind, Status


class MergeRefusedError(Exception):
    """Two entries can't be made one as they are.

    Attributes:
        reasons: Sentences that say why, and what to do.
    """

    def __init__(self, reasons: list[str]) -> None:
        """Take the reasons."""
        self.reasons = reasons
        super().__init__(" ".join(reasons))


def merge(stays: Any, goes: Any, editor: Any = None, reason: str = "") -> tuple[Revision, MergeReport]:
    """Make one entry of two as a revision, whose undo takes it back; return that, and what it made.

    Raises MergeRefusedError where something of both can't be one's, and NeededError where readers would lose what they
    see; then nothing is written.
    """
    with revision(RevisionKind.MERGE, editor, reason) as opened, one_change():
        model = type(stays)
        locked = {row.pk: row for row in plain(model).select_for_update().filter(pk__in=[stays.pk, goes.pk])}
        if found := list(obstacles(locked.get(stays.pk), locked.get(goes.pk))):
            raise MergeRefusedError(found)
        stays, goes = locked[stays.pk], locked[goes.pk]
        # What readers see of it is to be seen afterwards.
        model._default_manager.filter(pk=goes.pk).refuse_loss(f"merged into {stays}")
        _lead_on_what_is_not_the_same(stays, goes, editor)
        return opened, Merger(stays, goes).merge()


def preview(stays: Any, goes: Any) -> MergeReport:
    """Return what a merge would make: it is done, and nothing of it stays. Raises what `merge` does."""
    with transaction.atomic():
        _, report = merge(stays, goes)
        transaction.set_rollback(True)
    return report


def obstacles(stays: Any, goes: Any) -> Iterator[str]:
    """Yield why the two can't be one as they are, each with what to do."""
    if stays is None or goes is None or stays == goes:
        yield "Two entries are needed, and one of them is not there."
        return
    for name in without_rule(type(stays)):
        yield f"No rule says what becomes of {name}: a programmer has to add one to people/merging/rules.py."
    for said in NotSame.objects.between(stays, goes).select_related("editor"):
        yield f"{not_same_words(said)} Take that back first if it is wrong."
    if getattr(stays, "status", "") == Status.DRAFT != getattr(goes, "status", ""):
        yield f"{stays} is a draft, and readers see {goes}: keep {goes}, or publish {stays} first."
    if getattr(stays, "kind", "") == PersonKind.UNNAMED and goes.name:
        yield f"{stays} has no name: keep {goes}."
    yield from _clashes(stays, goes)


def not_same_words(said: NotSame) -> str:
    """Return in a sentence who has said that two are not the same, when and why."""
    who = said.editor.get_username() if said.editor else "Somebody"
    when = timezone.localtime(said.at).strftime("%-d %B %Y")
    return f"{who} said on {when} that they are two{f': {said.reason}' if said.reason else ''}."


def _clashes(stays: Any, goes: Any) -> Iterator[str]:
    rules = RULES[str(stays._meta.model_name)]
    for name, told in rules.clashes.items():
        both = [getattr(entry, name) for entry in (stays, goes)]
        if all(both):
            yield f"{told} ({both[0]} or {both[1]})."
    for relation in relations_of(type(stays)):
        rule = rules.relations.get(relation.name)
        if rule and rule.clash:
            own, theirs = (plain(relation.model).filter(**{relation.field.name: one.pk}) for one in (stays, goes))
            for row in own.filter(**{f"{name}__in": theirs.values(name) for name in rule.same}):
                yield f"{rule.clash} ({row})."


def _lead_on_what_is_not_the_same(stays: Any, goes: Any, editor: Any) -> None:
    """Have whoever is not the one that goes not be the one that stays, either."""
    model = type(stays)
    others = NotSame.objects.others_than(str(model._meta.model_name), goes.pk) - {stays.pk}
    for other in plain(model).filter(pk__in=others):
        if not NotSame.objects.between(stays, other).exists():
            NotSame.objects.say(stays, other, editor, f"Said of {goes}, who was merged with {stays}"[:200])
