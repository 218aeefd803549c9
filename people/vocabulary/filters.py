"""What readers may ask of lists, and how these are laid out."""

from django.db.models import TextChoices

from people.languages import gettext_lazy as _

# The value by which every facet that can lack one lists what has none of its choices. It can't be a slug.
NOT_RECORDED = "~none"
NOT_RECORDED_LABEL = _("None recorded")


class AllegationChoice(TextChoices):
    """What a reader may ask about a person's allegations."""

    ANY = "any", _("Has an allegation")
    ANSWERED = "answered", _("Replied")
    UNANSWERED = "unanswered", _("Source gives no reply")
    NONE = "none", _("No allegation recorded")


class AppearanceChoice(TextChoices):
    """Where a person appears: in some gallery, in one and nothing more is recorded, or in none."""

    GALLERY = "gallery", _("In the gallery")
    PICTURED = "pictured", _("Pictured, nothing more recorded")
    MENTIONED = "mentioned", _("Mentioned, not pictured")


class DateChoice(TextChoices):
    """What a reader may ask about a meeting's date, besides that none is recorded."""

    RECORDED = "recorded", _("Date recorded")


class PersonSort(TextChoices):
    """The orders in which people are listed."""

    GALLERY = "gallery", _("Gallery order")
    NAME = "name", _("Name")
    CONTACTS = "contacts", _("Number of contacts")


class PeopleLayout(TextChoices):
    """How people are listed."""

    CARDS = "cards", _("Cards")
    TABLE = "table", _("Table")
    CAST = "cast", _("Cast list")


class Answered(TextChoices):
    """Whether the source gives a reply to an allegation."""

    ANSWERED = "answered", _("Reply given")
    UNANSWERED = "unanswered", _("Source gives no reply")


class PassageUse(TextChoices):
    """Whether anything that readers see rests on a passage, or else whether there is a reason why not."""

    USED = "used", _("Used")
    EXPLAINED = "explained", _("Not used (why)")
    OPEN = "open", _("Not yet covered")


class Steps(TextChoices):
    """How many connections the network goes from the person whom it is drawn around."""

    ONE = "1", _("1 step")
    TWO = "2", _("2 steps")


class NetworkSort(TextChoices):
    """The orders in which the network's table lists people."""

    NAME = "name", _("Name, A to Z")
    NAME_BACK = "-name", _("Name, Z to A")
    LINES = "lines", _("Fewest connections first")
    LINES_BACK = "-lines", _("Most connections first")


class Through(TextChoices):
    """What a way between two people may lead through."""

    ALL = "all", _("Meetings and ties")
    MEETINGS = "meetings", _("Meetings only")


class TimelineKind(TextChoices):
    """What stands on the timeline, in the order of its parts."""

    ROLE = "role", _("Job")
    MEETING = "meeting", _("Meeting")
    HEARING = "hearing", _("Hearing")
    STATEMENT = "statement", _("Other fact")
