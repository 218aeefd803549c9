"""The page about the site: what its words mean, and how it is made."""

from typing import NamedTuple

from django.conf import settings
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.charts.counting import load_coverage_charts
from people.dates import humanize
from people.requests import contact_uri
from people.vocabulary import MeetingKind, OutcomeKind, RoleCategory, Stance, Standing, Tenure, TieKind, TieStanding

MEANINGS: dict[type[TextChoices], dict[str, str]] = {
    RoleCategory: {
        RoleCategory.CAMPAIGN: "A post in an election campaign, the candidate's own included.",
        RoleCategory.TRANSITION: "A post in the team between an election and taking office.",
        RoleCategory.WHITE_HOUSE: "A post in the White House, president and vice president included.",
        RoleCategory.GOVERNMENT: "Any other federal post; Congress is counted here too.",
        RoleCategory.FOREIGN_GOVERNMENT: "A post in another state's government or service, or adviser to its head.",
        RoleCategory.INVESTIGATION: "A post in an inquiry.",
        RoleCategory.BUSINESS: "A post in a company, or work for one.",
        RoleCategory.MEDIA: "A post in the press or in broadcasting.",
        RoleCategory.POLITICS: "Work for a party, or political consulting.",
    },
    Tenure: {
        Tenure.FORMER: "The source calls the post a former one and gives no dates.",
        Tenure.CURRENT: "The source speaks of the post as held when it was written.",
        Tenure.PROPOSED: "The source says that somebody was proposed for the post, not that they held it.",
    },
    MeetingKind: {
        MeetingKind.IN_PERSON: "People were in one place.",
        MeetingKind.CONVERSATION: "People spoke, or the source does not say by what means they were in contact.",
        MeetingKind.MESSAGE: "People wrote to each other.",
        MeetingKind.HEARING: "Somebody testified. Nobody counts as having been in contact by it.",
        MeetingKind.INTERVIEW: "Somebody put questions for publication.",
        MeetingKind.DINNER: "People sat at one table.",
    },
    TieKind: {
        TieKind.FRIEND: "Friendship, as the source calls it; it holds both ways.",
        TieKind.WORKED_WITH: "Work side by side; it holds both ways.",
        TieKind.WORKED_FOR: "The first held a post that the source calls the second’s own, such as an assistant’s.",
        TieKind.RAN_CAMPAIGN: "The first was the second’s campaign manager.",
        TieKind.ADVISED: "The first gave advice to the second.",
        TieKind.RECOMMENDED: "The first spoke for taking on the second.",
        TieKind.APPOINTED: "The first gave the second a post.",
        TieKind.NOMINATED: "The first proposed the second for a post.",
        TieKind.OPPOSED: "The first was against taking on the second.",
        TieKind.DISMISSED: "The first was there when the second was fired.",
        TieKind.REACTED: "The first let it be seen what they thought of the second’s firing.",
        TieKind.STAYED_CLOSE: "The first remained in the second’s circle after leaving a post.",
        TieKind.INVESTIGATES: "The first leads an investigation, and the source puts the second at its center.",
        TieKind.COOPERATED: "The first helped the second in an investigation.",
        TieKind.PROMOTED: "The first did work for the public image of the second.",
        TieKind.MEETING_ABOUT: "The first was at a meeting where the second was discussed.",
        TieKind.MADE_CLAIM: "The first claimed something that concerns the second.",
        TieKind.NEVER_MET: "The first says that the two never met.",
    },
    TieStanding: {
        TieStanding.REPORTED: "The source passes on what others have reported.",
        TieStanding.CLAIMED: "One of the two says so.",
        TieStanding.DENIED: "One of the two says that it is not so.",
    },
    Standing: {
        Standing.REPORTED: "The source passes on what others have reported.",
        Standing.ALLEGED: "Somebody says so; the source does not say that it is established.",
        Standing.AUTHORITIES: "An authority says so, such as a department or an intelligence agency.",
        Standing.ACKNOWLEDGED: "The person concerned has said so too.",
    },
    OutcomeKind: {
        OutcomeKind.CHARGED: "Somebody was charged with it.",
        OutcomeKind.PLEA_DEAL: "Somebody agreed with the prosecution on a plea.",
        OutcomeKind.PLEADED_GUILTY: "Somebody pleaded guilty to it.",
        OutcomeKind.CONVICTED: "A court found somebody guilty of it.",
        OutcomeKind.ACQUITTED: "A court found somebody not guilty of it.",
        OutcomeKind.DROPPED: "The case was given up.",
        OutcomeKind.RETRACTED: "Whoever said it has taken it back.",
    },
    Stance: {
        Stance.DENIES: "Says that it is not so.",
        Stance.DENIED_AT_FIRST: "Said that it was not so before it was alleged; this is no reply to the allegation.",
        Stance.DISPUTES: "Contests it, or the grounds given for it.",
        Stance.EXPLAINS: "Says how it came about, or what it was.",
        Stance.ACKNOWLEDGES: "Says that it is so.",
        Stance.DECLINED: "Was asked and would not comment.",
        Stance.DID_NOT_RESPOND: "Was asked and gave no response.",
        Stance.NOT_REACHED: "Could not be reached, so was not asked.",
    },
}

DATES = (
    *("2016-02", "2016-03/2016-08", "2016?-12", "2016~", "199X", "19XX", "190X"),
    *("../2017", "../2017-07-14", "/2017", "2016/..", "2016/", ""),
)


class GlossaryTerm(NamedTuple):
    """A word of the site and what it means here."""

    label: str
    meaning: str


def about(request: HttpRequest) -> HttpResponse:
    """Say what the site is, how it is made, and what its words mean."""
    context = {
        "terms": {kind.__name__: terms(kind) for kind in MEANINGS},
        "coverage": load_coverage_charts(),
        "dates": [(text, humanize(text)) for text in DATES],
        "corrections": settings.CORRECTIONS_CONTACT,
        "corrections_address": contact_uri(settings.CORRECTIONS_CONTACT),
    }
    return render(request, "people/about.html", context, using="jinja2")


def terms(kind: type[TextChoices]) -> list[GlossaryTerm]:
    """Return the choices of a vocabulary with their meanings, in the vocabulary's order."""
    labels = ((choice, str(choice.label)) for choice in kind)
    return [GlossaryTerm(f"{label[:1].upper()}{label[1:]}", MEANINGS[kind][choice]) for choice, label in labels]
