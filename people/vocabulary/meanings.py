"""What the words of the vocabularies mean, as the site explains them to readers."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.text import capfirst

from people.languages import gettext_lazy as _
from people.vocabulary.entries import MeetingKind, OutcomeKind, RoleCategory, Stance, Standing, Tenure
from people.vocabulary.ties import TieKind, TieStanding

MEANINGS: dict[type[TextChoices], dict[str, str]] = {
    RoleCategory: {
        RoleCategory.CAMPAIGN: _("A job in an election campaign, the candidate’s own included."),
        RoleCategory.TRANSITION: _("A job in the team between an election and taking office."),
        RoleCategory.WHITE_HOUSE: _("A job in the White House, president and vice president included."),
        RoleCategory.GOVERNMENT: _("Any other federal job; Congress is counted here too."),
        RoleCategory.FOREIGN_GOVERNMENT: _("A job in another state’s government or service, or adviser to its head."),
        RoleCategory.INVESTIGATION: _("A job in an investigation."),
        RoleCategory.BUSINESS: _("A job in a company, or work for one."),
        RoleCategory.MEDIA: _("A job in the press or in broadcasting."),
        RoleCategory.POLITICS: _("Work for a party, or political consulting."),
    },
    Tenure: {
        Tenure.FORMER: _("The source calls the job a former one and gives no dates."),
        Tenure.CURRENT: _("The source speaks of the job as held when it was written."),
        Tenure.PROPOSED: _("The source says that someone was proposed for the job, not that they held it."),
    },
    MeetingKind: {
        MeetingKind.IN_PERSON: _("People were in one place."),
        MeetingKind.CONVERSATION: _("People spoke, or the source does not say by what means they were in contact."),
        MeetingKind.MESSAGE: _("People wrote to each other."),
        MeetingKind.HEARING: _("Someone testified. Hearings don’t count as contact."),
        MeetingKind.INTERVIEW: _("Someone asked questions for publication."),
        MeetingKind.DINNER: _("People sat at one table."),
    },
    TieKind: {
        TieKind.FRIEND: _("Friendship, as the source calls it; it holds both ways."),
        TieKind.WORKED_WITH: _("Work side by side; it holds both ways."),
        TieKind.WORKED_FOR: _("The first held a job that the source calls the second’s own, such as an assistant’s."),
        TieKind.RAN_CAMPAIGN: _("The first was the second’s campaign manager."),
        TieKind.ADVISED: _("The first gave advice to the second."),
        TieKind.RECOMMENDED: _("The first recommended hiring the second."),
        TieKind.APPOINTED: _("The first gave the second a job."),
        TieKind.NOMINATED: _("The first proposed the second for a job."),
        TieKind.OPPOSED: _("The first was against hiring the second."),
        TieKind.DISMISSED: _("The first was there when the second was fired."),
        TieKind.REACTED: _("The first showed what they thought of the second’s firing."),
        TieKind.STAYED_CLOSE: _("The first remained in the second’s circle after leaving a job."),
        TieKind.INVESTIGATES: _("The first leads an investigation, and the source puts the second at its center."),
        TieKind.COOPERATED: _("The first helped the second in an investigation."),
        TieKind.PROMOTED: _("The first did work for the public image of the second."),
        TieKind.MEETING_ABOUT: _("The first was at a meeting where the second was discussed."),
        TieKind.MADE_CLAIM: _("The first claimed something that concerns the second."),
        TieKind.NEVER_MET: _("The first says that the two never met."),
    },
    TieStanding: {
        TieStanding.REPORTED: _("The source passes on what others have reported."),
        TieStanding.CLAIMED: _("One of the two says so."),
        TieStanding.DENIED: _("One of the two says that it is not so."),
    },
    Standing: {
        Standing.REPORTED: _("The source passes on what others have reported."),
        Standing.ALLEGED: _("Someone says so; the source does not say that it is established."),
        Standing.AUTHORITIES: _("An authority says so, such as a department or an intelligence agency."),
        Standing.ACKNOWLEDGED: _("The person concerned has said so too."),
    },
    OutcomeKind: {
        OutcomeKind.CHARGED: _("Someone was charged with it."),
        OutcomeKind.PLEA_DEAL: _("Someone agreed with the prosecution on a plea."),
        OutcomeKind.PLEADED_GUILTY: _("Someone pleaded guilty to it."),
        OutcomeKind.CONVICTED: _("A court found someone guilty of it."),
        OutcomeKind.ACQUITTED: _("A court found someone not guilty of it."),
        OutcomeKind.DROPPED: _("The case was given up."),
        OutcomeKind.RETRACTED: _("Whoever said it has taken it back."),
    },
    Stance: {
        Stance.DENIES: _("Says that it is not so."),
        Stance.DENIED_AT_FIRST: _("Said that it was not so before it was alleged; this is no reply to the allegation."),
        Stance.DISPUTES: _("Contests it, or the grounds given for it."),
        Stance.EXPLAINS: _("Says how it came about, or what it was."),
        Stance.ACKNOWLEDGES: _("Says that it is so."),
        Stance.DECLINED: _("Was asked and would not comment."),
        Stance.DID_NOT_RESPOND: _("Was asked and gave no response."),
        Stance.NOT_REACHED: _("Could not be reached, so was not asked."),
    },
}


class GlossaryTerm(NamedTuple):
    """A word of the site, what it means here, and where the page about the site explains it."""

    label: str
    meaning: str
    anchor: str


def glossary_term(choice: TextChoices) -> GlossaryTerm:
    """Return the choice of a vocabulary as a term."""
    kind = type(choice)
    return GlossaryTerm(capfirst(str(choice.label)), MEANINGS[kind][choice.value], f"{kind.__name__}-{choice.value}")
