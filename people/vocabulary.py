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
    """What relation one person has to another, read from the first to the second. Readers see the words of it."""

    FRIEND = "friend", "friend of"
    WORKED_WITH = "worked-with", "worked with"
    RECOMMENDED = "recommended", "recommended"
    ADVISED = "advised", "advised"
    OPPOSED = "opposed", "opposed"
    DISMISSED = "dismissed", "took part in dismissing"

    @property
    def words(self) -> str:
        """Return the relation in words; a label, which migrations hold, can say more than a source does."""
        return "present at the firing of" if self is TieKind.DISMISSED else str(self.label)

    @property
    def reversed_words(self) -> str:
        """Return the relation in words, read from the second person to the first."""
        return {
            TieKind.RECOMMENDED: "recommended by",
            TieKind.ADVISED: "advised by",
            TieKind.OPPOSED: "opposed by",
            TieKind.DISMISSED: "firing involved:",
        }.get(self, self.words)


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
    FRIEND = TieKind.FRIEND.value, TieKind.FRIEND.words.capitalize()
    WORKED_WITH = TieKind.WORKED_WITH.value, TieKind.WORKED_WITH.words.capitalize()
    RECOMMENDED = TieKind.RECOMMENDED.value, TieKind.RECOMMENDED.words.capitalize()
    ADVISED = TieKind.ADVISED.value, TieKind.ADVISED.words.capitalize()
    OPPOSED = TieKind.OPPOSED.value, TieKind.OPPOSED.words.capitalize()
    DISMISSED = TieKind.DISMISSED.value, TieKind.DISMISSED.words.capitalize()


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
    """What a subject does with an allegation."""

    DENIES = "denies", "Denies"
    DISPUTES = "disputes", "Disputes"
    EXPLAINS = "explains", "Explains"
    ACKNOWLEDGES = "acknowledges", "Acknowledges"


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
