"""Why an entry is on a filtered list: the meeting, job, allegation or text that each filter asks for."""

from people.reasons.base import FILE_LIMIT, PAGE_LIMIT, Explainer, Reason, ReasonGroup, explain
from people.reasons.contacts import ContactReasons
from people.reasons.people import AllegationReasons, RoleReasons
from people.reasons.words import WordReasons

__all__ = [
    "FILE_LIMIT",
    "PAGE_LIMIT",
    "AllegationReasons",
    "ContactReasons",
    "Explainer",
    "Reason",
    "ReasonGroup",
    "RoleReasons",
    "WordReasons",
    "explain",
]
