"""Relations between two people, and the lines of the network that stand for them."""

from django.db.models import TextChoices
from django.utils.text import capfirst

from people.languages import gettext_lazy as _
from people.vocabulary.entries import ContactKind


class TieKind(TextChoices):
    """What relation one person has to another, read from the first to the second."""

    FRIEND = "friend", _("friend of")
    WORKED_WITH = "worked-with", _("worked with")
    WORKED_FOR = "worked-for", _("worked for")
    RAN_CAMPAIGN = "ran-campaign", _("ran the campaign of")
    ADVISED = "advised", _("advised")
    RECOMMENDED = "recommended", _("recommended")
    APPOINTED = "appointed", _("appointed")
    NOMINATED = "nominated", _("nominated")
    OPPOSED = "opposed", _("opposed")
    DISMISSED = "dismissed", _("present at the firing of")
    REACTED = "reacted", _("reacted to the firing of")
    STAYED_CLOSE = "stayed-close", _("stayed close to")
    INVESTIGATES = "investigates", _("leads an investigation centered on")
    COOPERATED = "cooperated-with", _("cooperated with")
    PROMOTED = "promoted", _("did public relations work in favor of")
    MEETING_ABOUT = "meeting-about", _("at a meeting about")
    MADE_CLAIM = "made-claim", _("made a claim that mentions")
    NEVER_MET = "never-met", _("claims never to have met")

    @property
    def verb(self) -> str:
        """Return the relation as the verb of a sentence between the two names."""
        verbs = {
            TieKind.FRIEND: _("is a friend of"),
            TieKind.DISMISSED: _("was present at the firing of"),
            TieKind.MEETING_ABOUT: _("was at a meeting about"),
        }
        return str(verbs.get(self, self.label))

    @property
    def reversed_words(self) -> str:
        """Return the relation in words, read from the second person to the first."""
        return str(REVERSED_TIES.get(self, self.label))


# The kinds that don't hold both ways, as the second person's page words them before the name of the first.
REVERSED_TIES = {
    TieKind.WORKED_FOR: _("staff included:"),
    TieKind.RAN_CAMPAIGN: _("campaign run by"),
    TieKind.ADVISED: _("advised by"),
    TieKind.RECOMMENDED: _("recommended by"),
    TieKind.APPOINTED: _("appointed by"),
    TieKind.NOMINATED: _("nominated by"),
    TieKind.OPPOSED: _("opposed by"),
    TieKind.DISMISSED: _("firing involved:"),
    TieKind.REACTED: _("firing drew a reaction from"),
    TieKind.STAYED_CLOSE: _("stayed close:"),
    TieKind.INVESTIGATES: _("at the center of an investigation led by"),
    TieKind.COOPERATED: _("had the cooperation of"),
    TieKind.PROMOTED: _("favored in public relations work by"),
    TieKind.MEETING_ABOUT: _("discussed at a meeting attended by"),
    TieKind.MADE_CLAIM: _("mentioned in a claim by"),
    TieKind.NEVER_MET: _("never met, according to"),
}


class TieStanding(TextChoices):
    """On whose word a tie rests, where the source doesn't state it as a fact."""

    REPORTED = "reported", _("Reported")
    CLAIMED = "claimed", _("Claimed")
    DENIED = "denied", _("Denied")


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
    FRIEND = TieKind.FRIEND.value, capfirst(TieKind.FRIEND.label)
    WORKED_WITH = TieKind.WORKED_WITH.value, capfirst(TieKind.WORKED_WITH.label)
    WORKED_FOR = TieKind.WORKED_FOR.value, capfirst(TieKind.WORKED_FOR.label)
    RAN_CAMPAIGN = TieKind.RAN_CAMPAIGN.value, capfirst(TieKind.RAN_CAMPAIGN.label)
    ADVISED = TieKind.ADVISED.value, capfirst(TieKind.ADVISED.label)
    RECOMMENDED = TieKind.RECOMMENDED.value, capfirst(TieKind.RECOMMENDED.label)
    APPOINTED = TieKind.APPOINTED.value, capfirst(TieKind.APPOINTED.label)
    NOMINATED = TieKind.NOMINATED.value, capfirst(TieKind.NOMINATED.label)
    OPPOSED = TieKind.OPPOSED.value, capfirst(TieKind.OPPOSED.label)
    DISMISSED = TieKind.DISMISSED.value, capfirst(TieKind.DISMISSED.label)
    REACTED = TieKind.REACTED.value, capfirst(TieKind.REACTED.label)
    STAYED_CLOSE = TieKind.STAYED_CLOSE.value, capfirst(TieKind.STAYED_CLOSE.label)
    INVESTIGATES = TieKind.INVESTIGATES.value, capfirst(TieKind.INVESTIGATES.label)
    COOPERATED = TieKind.COOPERATED.value, capfirst(TieKind.COOPERATED.label)
    PROMOTED = TieKind.PROMOTED.value, capfirst(TieKind.PROMOTED.label)
    MEETING_ABOUT = TieKind.MEETING_ABOUT.value, capfirst(TieKind.MEETING_ABOUT.label)
    MADE_CLAIM = TieKind.MADE_CLAIM.value, capfirst(TieKind.MADE_CLAIM.label)
    NEVER_MET = TieKind.NEVER_MET.value, capfirst(TieKind.NEVER_MET.label)


class LineGroup(TextChoices):
    """The kinds of line that a drawing tells apart, each of several kinds of contact or tie."""

    MET = "met", _("Met in person")
    SPOKE = "spoke", _("Spoke or wrote")
    TIE = "tie", _("Other tie")

    @classmethod
    def of(cls, kind: str) -> "LineGroup":
        """Return the group of a LineKind. An interview may have been held from afar."""
        if kind in (ContactKind.IN_PERSON, ContactKind.DINNER):
            return cls.MET
        return cls.SPOKE if kind in ContactKind.values else cls.TIE
