"""Every choice that a field or a filter offers, with its meaning. Imports nothing of ours."""

from django.db.models import TextChoices

# The value by which every facet that can lack one lists what has none of its choices. It can't be a slug.
NOT_RECORDED = "~none"
NOT_RECORDED_LABEL = "None recorded"


class SourceKind(TextChoices):
    """What kind of document a source is."""

    ARTICLE = "article", "news article"
    REPORT = "report", "report"
    FILING = "filing", "court filing"
    TRANSCRIPT = "transcript", "transcript"
    BOOK = "book", "book"


class Rights(TextChoices):
    """What may be shown of a source's text."""

    SHORT_QUOTATION = "short-quotation", "short quotation"
    FULL_TEXT = "full-text", "full text"


class DocumentLayout(TextChoices):
    """How the text of a source is laid out, which decides what its sections are."""

    GALLERY = "gallery", "an article with photo galleries: paragraphs and slides"
    ARTICLE = "article", "an article: a headline and paragraphs"
    PAGES = "pages", "a document of pages, which form feeds or lines such as “Page 3” set apart"
    TRANSCRIPT = "transcript", "a transcript of turns, each of which begins with the speaker and a colon"


class SectionKind(TextChoices):
    """The kinds of section that a source has; a passage's address begins with one."""

    HEADLINE = "headline", "headline"
    PARAGRAPH = "paragraph", "paragraph"
    RELATED = "related", "related headline"
    GALLERY = "gallery", "gallery title"
    SLIDE = "slide", "slide"
    NAVIGATION = "navigation", "navigation"
    PAGE = "page", "page"
    TURN = "turn", "turn"

    @property
    def prefix(self) -> str:
        """Return what anchors and short citations call the kind: s5-3, p9-1; a page, to differ, pg3-2."""
        return "pg" if self is SectionKind.PAGE else self.value[0]

    @property
    def zeroth(self) -> str:
        """Return what sentence 0 of such a section is."""
        return "speaker" if self is SectionKind.TURN else "heading"


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
