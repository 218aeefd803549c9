"""What readers are told of changes."""

from django.db.models import TextChoices

from people.languages import gettext_lazy as _


class ChangeKind(TextChoices):
    """What happened to an entry, as far as readers see it."""

    ADDED = "added", _("added")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    RESTORED = "restored", _("restored")
    MERGED = "merged", _("merged")


class ChangedNoun(TextChoices):
    """What has a page of its own that changes."""

    PERSON = "person", _("people")
    MEETING = "meeting", _("meetings")
    ALLEGATION = "allegation", _("allegations")
    ORGANISATION = "organisation", _("organizations")
    SOURCE = "source", _("sources")
