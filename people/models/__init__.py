"""The nouns of Probe, as the about page defines them."""

from people.models.allegation import Allegation, Outcome, Response, Statement
from people.models.appearance import Appearance
from people.models.base import Slugged, SlugRedirect, Sourced
from people.models.desk import Desk
from people.models.job_title import JobTitle
from people.models.meeting import Meeting, Participation, Tie
from people.models.mentioning import Mentioning
from people.models.not_same import NotSame
from people.models.person import Alias, Person
from people.models.revision import Change, Revision
from people.models.role import Organisation, Role
from people.models.seeding import SeededEntry, SeededFiles
from people.models.source import Passage, Source

__all__ = [
    "Alias",
    "Allegation",
    "Appearance",
    "Change",
    "Desk",
    "JobTitle",
    "Meeting",
    "Mentioning",
    "NotSame",
    "Organisation",
    "Outcome",
    "Participation",
    "Passage",
    "Person",
    "Response",
    "Revision",
    "Role",
    "SeededEntry",
    "SeededFiles",
    "SlugRedirect",
    "Slugged",
    "Source",
    "Sourced",
    "Statement",
    "Tie",
]
