"""What readers may ask of lists, and how these are laid out."""

from django.db.models import TextChoices

# The value by which every facet that can lack one lists what has none of its choices. It can't be a slug.
NOT_RECORDED = "~none"
NOT_RECORDED_LABEL = "None recorded"


class AllegationChoice(TextChoices):
    """What a reader may ask about a person's allegations."""

    ANY = "any", "Has an allegation"
    ANSWERED = "answered", "Replied"
    UNANSWERED = "unanswered", "Source gives no reply"
    NONE = "none", "No allegation recorded"


class AppearanceChoice(TextChoices):
    """Where a person appears: in some gallery, in one and nothing more is recorded, or in none."""

    GALLERY = "gallery", "In the gallery"
    PICTURED = "pictured", "Pictured, nothing more recorded"
    MENTIONED = "mentioned", "Mentioned, not pictured"


class DateChoice(TextChoices):
    """What a reader may ask about a meeting's date, besides that none is recorded."""

    RECORDED = "recorded", "Date recorded"


class PersonSort(TextChoices):
    """The orders in which people are listed."""

    GALLERY = "gallery", "Gallery order"
    NAME = "name", "Name"
    CONTACTS = "contacts", "Number of contacts"


class PeopleLayout(TextChoices):
    """How people are listed."""

    CARDS = "cards", "Cards"
    TABLE = "table", "Table"
    CAST = "cast", "Cast list"


class Answered(TextChoices):
    """Whether the source gives a reply to an allegation."""

    ANSWERED = "answered", "Reply given"
    UNANSWERED = "unanswered", "Source gives no reply"


class PassageUse(TextChoices):
    """Whether anything that readers see rests on a passage, or else whether there is a reason why not."""

    USED = "used", "Used"
    EXPLAINED = "explained", "Not used (why)"
    OPEN = "open", "Not yet covered"


class Steps(TextChoices):
    """How many connections the network goes from the person whom it is drawn around."""

    ONE = "1", "1 step"
    TWO = "2", "2 steps"


class NetworkSort(TextChoices):
    """The orders in which the network's table lists people."""

    NAME = "name", "Name, A to Z"
    NAME_BACK = "-name", "Name, Z to A"
    LINES = "lines", "Fewest connections first"
    LINES_BACK = "-lines", "Most connections first"


class Through(TextChoices):
    """What a way between two people may lead through."""

    ALL = "all", "Meetings and ties"
    MEETINGS = "meetings", "Meetings only"


class TimelineKind(TextChoices):
    """What stands on the timeline, in the order of its parts."""

    ROLE = "role", "Job"
    MEETING = "meeting", "Meeting"
    HEARING = "hearing", "Hearing"
    STATEMENT = "statement", "Other fact"
