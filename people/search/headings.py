"""The headings of answers, in words."""

from collections.abc import Mapping, Sequence

from people.index import PeopleIndex
from people.models import Person
from people.search.questions import FIRED, RESIGNED
from people.vocabulary import Answered, MeetingKind, OrganisationKind, RoleCategory, Stance, Standing

WHERE = {
    RoleCategory.CAMPAIGN: "in the campaign",
    RoleCategory.TRANSITION: "in the transition",
    RoleCategory.WHITE_HOUSE: "in the White House",
    RoleCategory.GOVERNMENT: "in government",
    RoleCategory.FOREIGN_GOVERNMENT: "in a foreign government",
    RoleCategory.INVESTIGATION: "in the investigation",
    RoleCategory.BUSINESS: "in business",
    RoleCategory.MEDIA: "in the media",
    RoleCategory.POLITICS: "in politics",
}
HOW: dict[str, str] = {
    Standing.ACKNOWLEDGED: "acknowledged by the subject",
    Standing.REPORTED: "reported",
    Standing.AUTHORITIES: "stated by authorities",
    Stance.DENIES: "denied in a reply",
    Stance.DISPUTES: "disputed in a reply",
    Answered.ANSWERED: "with a reply",
    Answered.UNANSWERED: "to which the source gives no reply",
}
# What is told of those of whom the phrase is said: one person, several, nobody.
TOLD = {
    FIRED: ("person was fired, or says so", "people were fired, or say so", "Nobody is recorded here as fired"),
    RESIGNED: ("person resigned", "people resigned", "Nobody is recorded here as having resigned"),
}
MEETINGS = {
    MeetingKind.IN_PERSON: ("meeting in person", "meetings in person"),
    MeetingKind.CONVERSATION: ("conversation", "conversations"),
    MeetingKind.MESSAGE: ("exchange of messages", "exchanges of messages"),
    MeetingKind.HEARING: ("hearing", "hearings"),
    MeetingKind.INTERVIEW: ("interview", "interviews"),
    MeetingKind.DINNER: ("dinner", "dinners"),
}
ORGANISATIONS = {
    OrganisationKind.CAMPAIGN: ("campaign", "campaigns"),
    OrganisationKind.GOVERNMENT: ("government body", "government bodies"),
    OrganisationKind.COMPANY: ("company", "companies"),
    OrganisationKind.PARTY: ("political party", "political parties"),
    OrganisationKind.OUTLET: ("media outlet", "media outlets"),
}


def with_role(choices: Mapping[str, list[str]], index: PeopleIndex) -> str:
    """Return in words which roles are asked for, after a space; nothing where none is."""
    titles = index.choices["title"]
    jobs = " or ".join(f"“{titles[title].label}”" for title in choices.get("title", ()) if title in titles)
    places = " or ".join(WHERE[RoleCategory(role)] for role in choices.get("role", ()))
    return f"{f' as {jobs}' if jobs else ' with a role' if places else ''}{f' {places}' if places else ''}"


def number_of(number: int, one: str, many: str, none: str = "") -> str:
    """Return the number in words: with the word for one or for several, or what stands for none."""
    if not number:
        return none or f"No {one}"
    return f"{number:,} {one if number == 1 else many}"


def is_are(number: int) -> str:
    """Return the verb after so many things, or after “No thing”."""
    return "are" if number > 1 else "is"


def about(people: Sequence[Person], preposition: str) -> str:
    """Return the part of a heading that names the people, after a space; nothing without people."""
    return f" {preposition} {' or '.join(map(str, people))}" if people else ""
