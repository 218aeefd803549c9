"""What people, organisations, roles, meetings and allegations are."""

from django.db.models import TextChoices


class Status(TextChoices):
    """Whether an entry is for readers. A published entry is shown once it is sourced too."""

    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"


class PersonKind(TextChoices):
    """How a source presents a person."""

    NAMED = "named", "named"
    UNNAMED = "unnamed", "shown and described, not named"
    PERSONA = "persona", "online persona"


class OrganisationKind(TextChoices):
    """The kinds of organisation (Popolo: classification)."""

    CAMPAIGN = "campaign", "campaign"
    GOVERNMENT = "government", "government body"
    COMPANY = "company", "company"
    PARTY = "party", "political party"
    OUTLET = "outlet", "media outlet"
    OTHER = "other", "kind not given"


# As a filter words them; elsewhere they stand within a sentence.
ORGANISATION_KINDS = {kind.value: kind.label.capitalize() for kind in OrganisationKind}


class RoleCategory(TextChoices):
    """The kinds of post that readers filter by. Government: federal posts other than the White House, Congress too."""

    CAMPAIGN = "campaign", "Campaign"
    TRANSITION = "transition", "Transition"
    WHITE_HOUSE = "white-house", "White House"
    GOVERNMENT = "government", "Government"
    FOREIGN_GOVERNMENT = "foreign-government", "Foreign government"
    INVESTIGATION = "investigation", "Investigation"
    BUSINESS = "business", "Business"
    MEDIA = "media", "Media"
    POLITICS = "politics", "Politics"


class Tenure(TextChoices):
    """What the source says of a post apart from its dates; blank where it says nothing."""

    FORMER = "former", "former"
    CURRENT = "current", "at the time of the source"
    PROPOSED = "proposed", "proposed"


class MeetingKind(TextChoices):
    """How people were in contact. A conversation is by voice, or by means that the source does not give."""

    IN_PERSON = "in-person", "In person"
    CONVERSATION = "conversation", "Conversation"
    MESSAGE = "message", "Message"
    HEARING = "hearing", "Hearing"
    INTERVIEW = "interview", "Interview"
    DINNER = "dinner", "Dinner"


class ContactKind(TextChoices):
    """The kinds of meeting that count as contact: all but hearings."""

    IN_PERSON = MeetingKind.IN_PERSON.value, MeetingKind.IN_PERSON.label
    CONVERSATION = MeetingKind.CONVERSATION.value, MeetingKind.CONVERSATION.label
    MESSAGE = MeetingKind.MESSAGE.value, MeetingKind.MESSAGE.label
    INTERVIEW = MeetingKind.INTERVIEW.value, MeetingKind.INTERVIEW.label
    DINNER = MeetingKind.DINNER.value, MeetingKind.DINNER.label


class Capacity(TextChoices):
    """As what a person took part in a meeting."""

    PARTICIPANT = "participant", "participant"
    WITNESS = "witness", "witness"
    INTERVIEWER = "interviewer", "interviewer"
    INTERVIEWEE = "interviewee", "interviewee"


class Standing(TextChoices):
    """On whose word a line rests. Reported is not established."""

    REPORTED = "reported", "Reported"
    ALLEGED = "alleged", "Alleged"
    AUTHORITIES = "stated-by-authorities", "Stated by authorities"
    ACKNOWLEDGED = "acknowledged", "Acknowledged by the subject"


class Stance(TextChoices):
    """What a subject does with an allegation. What was said before it, or said of silence, answers nothing."""

    DENIES = "denies", "Denies"
    DENIED_AT_FIRST = "denied-at-first", "Denied at first"
    DISPUTES = "disputes", "Disputes"
    EXPLAINS = "explains", "Explains"
    ACKNOWLEDGES = "acknowledges", "Acknowledges"
    DECLINED = "declined-to-comment", "Declined to comment"
    DID_NOT_RESPOND = "did-not-respond", "Did not respond"
    NOT_REACHED = "could-not-be-reached", "Could not be reached"


# The stances that count as an answer.
ANSWERING_STANCES = (Stance.DENIES, Stance.DISPUTES, Stance.EXPLAINS, Stance.ACKNOWLEDGES)


class OutcomeKind(TextChoices):
    """What became of an allegation. A plea deal is struck; whether somebody pleaded guilty, a source has to say."""

    CHARGED = "charged", "Charged"
    PLEA_DEAL = "plea-deal", "Plea deal"
    PLEADED_GUILTY = "pleaded-guilty", "Pleaded guilty"
    CONVICTED = "convicted", "Convicted"
    ACQUITTED = "acquitted", "Acquitted"
    DROPPED = "dropped", "Dropped"
    RETRACTED = "retracted", "Retracted"
