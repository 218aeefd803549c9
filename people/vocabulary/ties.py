"""Relations between two people, and the lines of the network that stand for them."""

from django.db.models import TextChoices

from people.vocabulary.entries import ContactKind


class TieKind(TextChoices):
    """What relation one person has to another, read from the first to the second."""

    FRIEND = "friend", "friend of"
    WORKED_WITH = "worked-with", "worked with"
    WORKED_FOR = "worked-for", "worked for"
    RAN_CAMPAIGN = "ran-campaign", "ran the campaign of"
    ADVISED = "advised", "advised"
    RECOMMENDED = "recommended", "recommended"
    APPOINTED = "appointed", "appointed"
    NOMINATED = "nominated", "nominated"
    OPPOSED = "opposed", "opposed"
    DISMISSED = "dismissed", "present at the firing of"
    REACTED = "reacted", "reacted to the firing of"
    STAYED_CLOSE = "stayed-close", "stayed close to"
    INVESTIGATES = "investigates", "leads an investigation centered on"
    COOPERATED = "cooperated-with", "cooperated with"
    PROMOTED = "promoted", "did public relations work in favor of"
    MEETING_ABOUT = "meeting-about", "at a meeting about"
    MADE_CLAIM = "made-claim", "made a claim that mentions"
    NEVER_MET = "never-met", "claims never to have met"

    @property
    def verb(self) -> str:
        """Return the relation as the verb of a sentence between the two names."""
        verbs = {
            TieKind.FRIEND: "is a friend of",
            TieKind.DISMISSED: "was present at the firing of",
            TieKind.MEETING_ABOUT: "was at a meeting about",
        }
        return verbs.get(self, str(self.label))

    @property
    def reversed_words(self) -> str:
        """Return the relation in words, read from the second person to the first."""
        return REVERSED_TIES.get(self, str(self.label))


# The kinds that don't hold both ways, as the second person's page words them before the name of the first.
REVERSED_TIES = {
    TieKind.WORKED_FOR: "staff included:",
    TieKind.RAN_CAMPAIGN: "campaign run by",
    TieKind.ADVISED: "advised by",
    TieKind.RECOMMENDED: "recommended by",
    TieKind.APPOINTED: "appointed by",
    TieKind.NOMINATED: "nominated by",
    TieKind.OPPOSED: "opposed by",
    TieKind.DISMISSED: "firing involved:",
    TieKind.REACTED: "firing drew a reaction from",
    TieKind.STAYED_CLOSE: "stayed close:",
    TieKind.INVESTIGATES: "at the center of an investigation led by",
    TieKind.COOPERATED: "had the cooperation of",
    TieKind.PROMOTED: "favored in public relations work by",
    TieKind.MEETING_ABOUT: "discussed at a meeting attended by",
    TieKind.MADE_CLAIM: "mentioned in a claim by",
    TieKind.NEVER_MET: "never met, according to",
}


class TieStanding(TextChoices):
    """On whose word a tie rests, where the source doesn't state it as a fact."""

    REPORTED = "reported", "Reported"
    CLAIMED = "claimed", "Claimed"
    DENIED = "denied", "Denied"


class TieDirection(TextChoices):
    """How a tie reads on the profile of one of its two people."""

    OUTGOING = "outgoing", "reads from the person of this profile to the other"
    INCOMING = "incoming", "reads from the other to the person of this profile"


class LineKind(TextChoices):
    """What joins two people in the network: a kind of contact, or of tie."""

    IN_PERSON = ContactKind.IN_PERSON.value, ContactKind.IN_PERSON.label
    CONVERSATION = ContactKind.CONVERSATION.value, ContactKind.CONVERSATION.label
    MESSAGE = ContactKind.MESSAGE.value, ContactKind.MESSAGE.label
    INTERVIEW = ContactKind.INTERVIEW.value, ContactKind.INTERVIEW.label
    DINNER = ContactKind.DINNER.value, ContactKind.DINNER.label
    FRIEND = TieKind.FRIEND.value, TieKind.FRIEND.label.capitalize()
    WORKED_WITH = TieKind.WORKED_WITH.value, TieKind.WORKED_WITH.label.capitalize()
    WORKED_FOR = TieKind.WORKED_FOR.value, TieKind.WORKED_FOR.label.capitalize()
    RAN_CAMPAIGN = TieKind.RAN_CAMPAIGN.value, TieKind.RAN_CAMPAIGN.label.capitalize()
    ADVISED = TieKind.ADVISED.value, TieKind.ADVISED.label.capitalize()
    RECOMMENDED = TieKind.RECOMMENDED.value, TieKind.RECOMMENDED.label.capitalize()
    APPOINTED = TieKind.APPOINTED.value, TieKind.APPOINTED.label.capitalize()
    NOMINATED = TieKind.NOMINATED.value, TieKind.NOMINATED.label.capitalize()
    OPPOSED = TieKind.OPPOSED.value, TieKind.OPPOSED.label.capitalize()
    DISMISSED = TieKind.DISMISSED.value, TieKind.DISMISSED.label.capitalize()
    REACTED = TieKind.REACTED.value, TieKind.REACTED.label.capitalize()
    STAYED_CLOSE = TieKind.STAYED_CLOSE.value, TieKind.STAYED_CLOSE.label.capitalize()
    INVESTIGATES = TieKind.INVESTIGATES.value, TieKind.INVESTIGATES.label.capitalize()
    COOPERATED = TieKind.COOPERATED.value, TieKind.COOPERATED.label.capitalize()
    PROMOTED = TieKind.PROMOTED.value, TieKind.PROMOTED.label.capitalize()
    MEETING_ABOUT = TieKind.MEETING_ABOUT.value, TieKind.MEETING_ABOUT.label.capitalize()
    MADE_CLAIM = TieKind.MADE_CLAIM.value, TieKind.MADE_CLAIM.label.capitalize()
    NEVER_MET = TieKind.NEVER_MET.value, TieKind.NEVER_MET.label.capitalize()


class LineGroup(TextChoices):
    """The kinds of line that a drawing tells apart, each of several kinds of contact or tie."""

    MET = "met", "Met in person"
    SPOKE = "spoke", "Spoke or wrote"
    TIE = "tie", "Other tie"

    @classmethod
    def of(cls, kind: str) -> "LineGroup":
        """Return the group of a LineKind. An interview may have been held from afar."""
        if kind in (ContactKind.IN_PERSON, ContactKind.DINNER):
            return cls.MET
        return cls.SPOKE if kind in ContactKind.values else cls.TIE
