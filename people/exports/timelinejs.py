"""Everything that has a date as a timeline of TimelineJS 3: meetings, roles and statements.

What has no date can't stand on a timeline. The date on display is the one that the site prints; the ones that place
an entry have the parts that the source gives, no more.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from people.dates import InvalidDateError, humanize
from people.exports.dates import on_timeline
from people.exports.streaming import in_chunks, json_object
from people.exports.text import meeting_words, role_title, statement_words
from people.logs import warn_once
from people.models import Meeting, Role, Sourced, Statement


def timelinejs(site: str) -> Iterator[str]:
    """Yield the JSON document."""
    title = {
        "text": {
            "headline": "Probe",
            "text": "Meetings, posts and statements that a source dates. What has no date is on the site only.",
        }
    }
    return json_object({"title": title, "scale": "human", "events": _events(site)})


class Slide(NamedTuple):
    """An entry on the timeline: its group, its date in EDTF and as shown, and what it says."""

    entry: Sourced
    group: str
    date: str
    shown: str
    headline: str
    lines: list[str]


def _events(site: str) -> Iterator[dict[str, object]]:
    for slide in _slides():
        try:
            yield _written(slide, site)
        except InvalidDateError as error:
            warn_once(str(error))


def _slides() -> Iterator[Slide]:
    for meeting in in_chunks(Meeting.public.dated().for_export()):
        people = ", ".join(map(str, meeting.participants))
        lines = [meeting_words(meeting), people, meeting.place, meeting.summary]
        yield Slide(meeting, "Meetings", meeting.date, humanize(meeting.date), str(meeting), lines)
    for role in in_chunks(Role.public.dated().for_export()):
        date = f"{role.start}/{role.end}" if role.end and role.start != role.end else role.start
        headline = f"{role.person}: {role_title(role)}"
        yield Slide(role, "Roles", date, role.when, headline, [str(role.organisation or "")])
    for statement in in_chunks(Statement.public.dated().for_export()):
        lines = [statement_words(statement)]
        yield Slide(statement, "Statements", statement.date, humanize(statement.date), str(statement.person), lines)


def _written(slide: Slide, site: str) -> dict[str, object]:
    """Return the slide as TimelineJS takes it: it reads texts as HTML. They link to its page and its sentences."""
    entry = slide.entry
    links = [(entry.get_absolute_url(), "Open in Probe")]
    links += [(one.get_absolute_url(), f"{one.place} of {one.source}") for one in entry.passages.all()]
    linked = "; ".join(f'<a href="{escape(site + address)}">{escape(text)}</a>' for address, text in links)
    paragraphs = [*(escape(line) for line in slide.lines if line), linked]
    return {
        "unique_id": f"{entry._meta.model_name}-{entry.slug}",
        **on_timeline(slide.date),
        "display_date": slide.shown,
        "group": slide.group,
        "autolink": False,
        "text": {
            "headline": escape(slide.headline),
            "text": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        },
    }
