"""By which meetings people are on a list that is filtered by contact."""

from collections.abc import Collection, Iterable
from functools import partial

from people.index import ContactSearch, SharedMeetings
from people.languages import all_of, counted
from people.languages import gettext_lazy as _
from people.models import Meeting, Person
from people.reasons.base import Explainer, Filtered, Reason, ReasonGroup
from people.vocabulary import MeetingKind

# Others who are named with a meeting.
MAX_NAMED = 3

# How often they did, where it is said otherwise than by a number.
TIMES = {1: "", 2: _("twice")}
# How people met, alone and before a name.
WORDS = {
    MeetingKind.IN_PERSON: (_("Met in person"), _("Met %(person)s in person")),
    MeetingKind.CONVERSATION: (_("Spoke"), _("Spoke with %(person)s")),
    MeetingKind.MESSAGE: (_("In touch by message"), _("In touch with %(person)s by message")),
    MeetingKind.INTERVIEW: (_("Interview"), _("Interview with %(person)s")),
    MeetingKind.DINNER: (_("Met at a dinner"), _("Met %(person)s at a dinner")),
}


class ContactReasons(Explainer):
    """The meetings in which people were in contact with those asked for, by the means asked for."""

    parameters = ("contact", "contact_kind")

    def explain(self, filters: Filtered, entries: list[Person], limit: int) -> dict[int, ReasonGroup]:
        """Return the meetings of each of the people."""
        given = self.given(filters)
        contacts = given.get("contact", ())
        search = ContactSearch(filters.index, contacts, given.get("contact_kind", ()))
        shared = {one.pk: search.first(one.pk, limit, MAX_NAMED) for one in entries}
        meetings = load_meetings(shared.values())
        # Whom the list is about need not be named with each of them.
        names = load_names(shared.values()) if len(contacts) != 1 else {}
        return {
            key: ReasonGroup(
                [
                    meeting_reason(tuple(given), meetings[one.id], named_others(names, one.others, one.number))
                    for one in found.meetings
                    if one.id in meetings
                ],
                found.number - len(found.meetings),
            )
            for key, found in shared.items()
        }


def meeting_reason(parameters: tuple[str, ...], meeting: Meeting, others: str) -> Reason:
    """Return the meeting as a reason; `others` names those who were there too, where they are to be named."""
    return Reason(parameters, meeting, partial(meeting_words, meeting, others), meeting.date)


def load_meetings(shared: Iterable[SharedMeetings]) -> dict[int, Meeting]:
    """Return the meetings by id; the index has found them to be public."""
    ids = {one.id for those in shared for one in those.meetings}
    found: dict[int, Meeting] = Meeting.objects.eligible().in_bulk(ids)
    return found


def load_names(shared: Iterable[SharedMeetings]) -> dict[int, str]:
    """Return the names of the others in the meetings, by id."""
    others = {other for those in shared for one in those.meetings for other in one.others}
    return {key: str(person) for key, person in Person.public.told_apart().in_bulk(others).items()}


def named_others(names: dict[int, str], others: Collection[int], number: int) -> str:
    """Return the names of the others in words, and how many are left out; nothing where none is to be named."""
    left_out = number - len(others)
    more = [counted(left_out, "other", "others")] if left_out and names else []
    return all_of([*(names[one] for one in others if one in names), *more])


def meeting_words(meeting: Meeting, others: str = "") -> str:
    """Return how people met, with whom, how often, when, where and on whose word: "Met in person, July 2016"."""
    alone, before_name = WORDS[MeetingKind(meeting.kind)]
    how = before_name % {"person": others} if others else str(alone)
    often = TIMES.get(meeting.times, counted(meeting.times, "time", "times")) if meeting.times else ""
    beside = (meeting.when, meeting.place, meeting.get_standing_display().lower())
    return ", ".join([f"{how} {often}".rstrip(), *filter(None, beside)])
