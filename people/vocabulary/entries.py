"""What people, organisations, roles, meetings and allegations are."""

from functools import lru_cache

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import get_language

from people.languages import gettext
from people.languages import gettext_lazy as _


class Status(TextChoices):
    """Whether an entry is for readers. A published entry is shown once it is sourced too."""

    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"


class PersonKind(TextChoices):
    """How a source presents a person."""

    NAMED = "named", _("named")
    UNNAMED = "unnamed", _("shown and described, not named")
    PERSONA = "persona", _("online persona")


class OrganisationKind(TextChoices):
    """The kinds of organisation (Popolo: classification)."""

    CAMPAIGN = "campaign", _("campaign")
    GOVERNMENT = "government", _("government body")
    COMPANY = "company", _("company")
    PARTY = "party", _("political party")
    OUTLET = "outlet", _("media outlet")
    OTHER = "other", _("kind not given")


# As a filter words them; elsewhere they stand within a sentence.
ORGANISATION_KINDS = {kind.value: capfirst(kind.label) for kind in OrganisationKind}


class RoleCategory(TextChoices):
    """The kinds of post that readers filter by. Government: federal posts other than the White House, Congress too."""

    CAMPAIGN = "campaign", _("Campaign")
    TRANSITION = "transition", _("Transition")
    WHITE_HOUSE = "white-house", _("White House")
    GOVERNMENT = "government", _("Government")
    FOREIGN_GOVERNMENT = "foreign-government", _("Foreign government")
    INVESTIGATION = "investigation", _("Investigation")
    BUSINESS = "business", _("Business")
    MEDIA = "media", _("Media")
    POLITICS = "politics", _("Politics")

    @property
    def letter(self) -> str:
        """Return what stands for the category on drawings, which is another letter for each."""
        return _letters(get_language())[self]


@lru_cache
def _letters(_language: str | None) -> dict[str, str]:
    letters: dict[str, str] = {}
    for category in RoleCategory:
        initials = [word[0].upper() for word in str(category.label).split()]
        letters[category] = next((one for one in initials if one not in letters.values()), initials[0])
    return letters


class Tenure(TextChoices):
    """What the source says of a post apart from its dates; blank where it says nothing."""

    FORMER = "former", _("former")
    CURRENT = "current", _("at the time of the source")
    PROPOSED = "proposed", _("proposed")

    @property
    def words(self) -> str:
        """Return it as pages say it."""
        return gettext("in post when the source appeared") if self is Tenure.CURRENT else str(self.label)


class MeetingKind(TextChoices):
    """How people were in contact. A conversation is by voice, or by means that the source does not give."""

    IN_PERSON = "in-person", _("In person")
    CONVERSATION = "conversation", _("Conversation")
    MESSAGE = "message", _("Message")
    HEARING = "hearing", _("Hearing")
    INTERVIEW = "interview", _("Interview")
    DINNER = "dinner", _("Dinner")


class ContactKind(TextChoices):
    """The kinds of meeting that count as contact: all but hearings."""

    IN_PERSON = MeetingKind.IN_PERSON.value, MeetingKind.IN_PERSON.label
    CONVERSATION = MeetingKind.CONVERSATION.value, MeetingKind.CONVERSATION.label
    MESSAGE = MeetingKind.MESSAGE.value, MeetingKind.MESSAGE.label
    INTERVIEW = MeetingKind.INTERVIEW.value, MeetingKind.INTERVIEW.label
    DINNER = MeetingKind.DINNER.value, MeetingKind.DINNER.label


class Capacity(TextChoices):
    """As what a person took part in a meeting."""

    PARTICIPANT = "participant", _("participant")
    WITNESS = "witness", _("witness")
    INTERVIEWER = "interviewer", _("interviewer")
    INTERVIEWEE = "interviewee", _("interviewee")


class Standing(TextChoices):
    """On whose word a line rests. Reported is not established."""

    REPORTED = "reported", _("Reported")
    ALLEGED = "alleged", _("Alleged")
    AUTHORITIES = "stated-by-authorities", _("Stated by authorities")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged by the subject")


class Stance(TextChoices):
    """What a subject does with an allegation. What was said before it, or said of silence, answers nothing."""

    DENIES = "denies", _("Denies")
    DENIED_AT_FIRST = "denied-at-first", _("Denied at first")
    DISPUTES = "disputes", _("Disputes")
    EXPLAINS = "explains", _("Explains")
    ACKNOWLEDGES = "acknowledges", _("Acknowledges")
    DECLINED = "declined-to-comment", _("Declined to comment")
    DID_NOT_RESPOND = "did-not-respond", _("Did not respond")
    NOT_REACHED = "could-not-be-reached", _("Could not be reached")


# The stances that count as an answer.
ANSWERING_STANCES = (Stance.DENIES, Stance.DISPUTES, Stance.EXPLAINS, Stance.ACKNOWLEDGES)


class OutcomeKind(TextChoices):
    """What became of an allegation. A plea deal is struck; whether somebody pleaded guilty, a source has to say."""

    CHARGED = "charged", _("Charged")
    PLEA_DEAL = "plea-deal", _("Plea deal")
    PLEADED_GUILTY = "pleaded-guilty", _("Pleaded guilty")
    CONVICTED = "convicted", _("Convicted")
    ACQUITTED = "acquitted", _("Acquitted")
    DROPPED = "dropped", _("Dropped")
    RETRACTED = "retracted", _("Retracted")
