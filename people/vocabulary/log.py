"""How changes are logged."""

from django.db.models import TextChoices


class RevisionKind(TextChoices):
    """In what kind of step somebody changed entries."""

    EDIT = "edit", "edit"
    DELETE = "delete", "deletion"
    BULK = "bulk", "bulk action"
    SEED = "seed", "seed"
    IMPORT = "import", "import"
    MERGE = "merge", "merge"
    UNDO = "undo", "undo"
    PROPOSAL = "proposal", "proposal"


class Operation(TextChoices):
    """What was done to a row."""

    INSERT = "I", "added"
    UPDATE = "U", "changed"
    DELETE = "D", "deleted"
