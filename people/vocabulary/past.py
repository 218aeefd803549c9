"""What readers are told of changes."""

from django.db.models import TextChoices


class ChangeKind(TextChoices):
    """What happened to an entry, as far as readers see it."""

    ADDED = "added", "added"
    CORRECTED = "corrected", "corrected"
    WITHDRAWN = "withdrawn", "withdrawn"
    RESTORED = "restored", "restored"
    MERGED = "merged", "merged"


class ChangedNoun(TextChoices):
    """What has a page of its own that changes."""

    PERSON = "person", "people"
    MEETING = "meeting", "meetings"
    ALLEGATION = "allegation", "allegations"
    ORGANISATION = "organisation", "organizations"
    SOURCE = "source", "sources"
