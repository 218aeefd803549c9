"""The log of changes: who changed which rows when and why, and what stood there before."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from people.fields import NameField
from people.models.desk import Desk
from people.querysets.change import ChangeQuerySet, RevisionQuerySet
from people.vocabulary import Operation, RevisionKind

MAX_REASON_LENGTH = 200


class Revision(Desk):
    """One step in which somebody changed rows: a form that was saved, an action on a list, a seed, a merge, an undo.

    `editor` is who did it; null for a command, and where the account is gone. `undoes` is the revision that an undo
    took back.
    """

    at = models.DateTimeField(db_default=Now(), db_index=True, editable=False)
    kind = models.CharField(max_length=8, choices=RevisionKind.choices)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = NameField(blank=True)
    undoes = models.ForeignKey("self", models.SET_NULL, null=True, related_name="undone_by")

    # How many rows it changed, where a queryset was asked for that (with_numbers).
    number: int

    objects = RevisionQuerySet.as_manager()

    class Meta(Desk.Meta):
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"


class Change(Desk):
    """A row that was added, changed or deleted, as it was before; written by the database (people.changes.triggers).

    `model` is the name of the row's table without the app's, `key` its primary key, `owner` that of the entry on whose
    form it stands, such as the person of a role. `before` has the row's columns, and is null for an added row. Of
    whoever writes without opening a revision nothing but the time is known.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, null=True, related_name="changes")
    at = models.DateTimeField(db_default=Now(), editable=False)
    model = models.CharField(max_length=40, editable=False)
    key = models.BigIntegerField()
    owner = models.BigIntegerField(null=True)
    operation = models.CharField(max_length=1, choices=Operation.choices)
    before = models.JSONField(null=True)

    objects = ChangeQuerySet.as_manager()

    class Meta(Desk.Meta):
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["model", "key"], name="change_row"),
            models.Index(fields=["model", "owner"], name="change_owner", condition=models.Q(owner__isnull=False)),
            # What was deleted is listed, and most of the log are other changes.
            models.Index(fields=["id"], name="change_deletion", condition=models.Q(operation=Operation.DELETE)),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.key} {self.get_operation_display()}"
