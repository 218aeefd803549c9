"""What the desk keeps for itself."""

from django.db import models


class Desk(models.Model):
    """A row that no reader sees: no part of the data, of its version or of the log of its changes."""

    class Meta:
        abstract = True
        default_permissions = ()
