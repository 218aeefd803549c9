"""Who is not the same, although the names may suggest it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from people.fields import NameField
from people.models.desk import Desk
from people.querysets.not_same import NotSameQuerySet


class NotSame(Desk):
    """Two entries of a model that an editor has said to be two: they are not suggested as one, and not merged.

    They are named by their keys, the lower one first, so that the row outlives an entry that is deleted and comes back.
    """

    model = models.CharField(max_length=40, editable=False)
    first = models.BigIntegerField(editable=False)
    second = models.BigIntegerField(editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = NameField(blank=True)

    objects = NotSameQuerySet.as_manager()

    class Meta(Desk.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["model", "first", "second"], name="not_same_unique"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_same_in_order"),
        ]
        indexes = [models.Index(fields=["model", "second"], name="not_same_second")]

    def __str__(self) -> str:
        return f"{self.model} {self.first} is not {self.second}"
