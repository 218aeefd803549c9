"""The Jinja2 environment of the readers' pages."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.apps import apps
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from people.dates import humanize
from people.models import Allegation, Person, Response
from people.models.base import address
from people.pages.listing import PageLink
from people.prose import link_names, named_in
from people.requests import absolute_url, has_session
from people.vocabulary import RoleCategory, Stance

SECTIONS = {
    "people": "People",
    "meetings": "Meetings",
    "allegations": "Allegations",
    "organisations": "Organizations",
    "timeline": "Timeline",
    "network": "Network",
    "sources": "Sources",
    "about": "About",
}


# How a headline says what a reply does, where its label doesn't.
PAST_STANCES = {
    Stance.DENIES.value: "denied",
    Stance.DISPUTES.value: "disputed",
    Stance.EXPLAINS.value: "explained",
    Stance.ACKNOWLEDGES.value: "acknowledged",
}

# Share cards cut what is longer.
MAX_DESCRIBED = 10


class NavigationLink(NamedTuple):
    """A link of the main navigation. `current` is the value of aria-current: page, true, or nothing."""

    label: str
    address: str
    current: str


class EditLink(NamedTuple):
    """A link from a readers' page to the admin's page of what it shows."""

    label: str
    address: str


class SubjectReplies(NamedTuple):
    """Who answers an allegation, and the answers; none if the source has none."""

    person: Person
    responses: list[Response]

    @property
    def lacks_reply(self) -> bool:
        """Return whether nothing is told of a reply: what was said before the allegation is none."""
        return all(one.stance == Stance.DENIED_AT_FIRST for one in self.responses)


class Unindented(Extension):
    """Leaves the templates' indentation out of the pages, a third of their bytes, once when a template is read."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template without the white space that its lines begin with."""
        return re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE)


def environment(**options: Any) -> Environment:
    """Return the environment, in which a name that a view forgot to pass is an error."""
    house = {"undefined": StrictUndefined, "trim_blocks": True, "extensions": [Unindented]}
    env = Environment(**options | house)  # noqa: S701
    env.globals.update(
        static=static,
        url=address,
        absolute_url=absolute_url,
        navigation=navigation,
        edit_link=edit_link,
        page_shown=page_shown,
    )
    env.filters.update(
        categories=categories,
        counted=counted,
        described=described,
        either=either,
        headline=headline,
        humanize=humanize,
        prose=prose,
        sides=sides,
    )
    return env


def counted(number: int, one: str, many: str) -> str:
    """Return the number with its noun: "1 person", "1,200 people"."""
    return f"{number:,} {one if number == 1 else many}"


def prose(text: str, entry: Any, own: Any = None, after: str = "") -> Markup:
    """Return the entry's text with links at the names in it, as far as these are prefetched (see load_mentions).

    There is none to `own`, of whom the page is, nor to who is named before, in the text `after` which it comes.
    """
    before = [place.target for place in named_in(after, entry.prose_names)]
    return link_names(text, entry.prose_names, [own, *before])


def either(names: Sequence[str]) -> str:
    """Return the names as alternatives: "roles, meetings or allegations"."""
    return " or ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def page_shown(links: Sequence[PageLink]) -> str:
    """Return the query string of the page that is shown, of pages without other parameters; nothing of the first."""
    return next((link.query for link in links if link.current and link.query != "?"), "")


def navigation(path: str) -> list[NavigationLink]:
    """Return the main navigation as the page at `path` shows it."""
    addresses = {label: address(name) for name, label in SECTIONS.items()}
    return [NavigationLink(label, section, current(path, section)) for label, section in addresses.items()]


def edit_link(request: HttpRequest, entry: Any = None, listed: str = "") -> EditLink | None:
    """Return the link by which somebody who is signed in edits the entry, or entries of the model `listed`.

    None where there is neither, or who asks may not.
    """
    model = apps.get_model("people", listed) if listed else entry
    # Who has no session is not looked up; nor is anybody on a page that tells of an error.
    if model is None or not has_session(request) or not request.user.is_staff:
        return None
    name = model._meta.model_name
    if not request.user.has_perm(f"people.change_{name}"):
        return None
    if listed:
        return EditLink(f"Edit {model._meta.verbose_name_plural}", reverse(f"admin:people_{name}_changelist"))
    return EditLink("Edit", reverse(f"admin:people_{name}_change", args=[entry.pk]))


def current(path: str, section: str) -> str:
    """Return page if `path` is the section's own page, true if it is one below it, else nothing."""
    if path == section:
        return "page"
    return "true" if path.startswith(section) else ""


def categories(person: Person) -> list[RoleCategory]:
    """Return the categories of the person's roles, which are at hand, in the vocabulary's order."""
    held = {role.category for role in person.roles.all()}
    return [category for category in RoleCategory if category.value in held]


def sides(allegation: Allegation, first: Person | None = None) -> list[SubjectReplies]:
    """Return each subject of the allegation with what they answer, `first` before the others.

    Who answers without being a subject comes last: no answer is ever left out.
    """
    responses = list(allegation.responses.all())
    subjects = sorted(allegation.subjects.all(), key=lambda subject: subject != first)
    people = {person.pk: person for person in (*subjects, *(response.person for response in responses))}
    return [
        SubjectReplies(person, [one for one in responses if one.person_id == key]) for key, person in people.items()
    ]


def described(allegation: Allegation) -> str:
    """Return what a share card says beside the title: the allegation's standing, its subjects, replies and outcomes.

    Of very many subjects it names the first ones, with their replies.
    """
    named = sides(allegation)[:MAX_DESCRIBED]
    subjects = [str(subject) for subject in allegation.subjects.all()[:MAX_DESCRIBED]]
    others = max(allegation.side_count, len(allegation.subjects.all())) - len(subjects)
    more = f" and {counted(others, 'other', 'others')}" if others else ""
    about = f"{allegation.get_standing_display()}, about {', '.join(subjects)}{more}."
    outcomes = (f"Outcome: {one.summary}" for one in allegation.outcomes.all())
    return " ".join([about, *_replies(named), *outcomes])


def headline(allegation: Allegation) -> str:
    """Return the title with standing and reply, as a share card may show nothing else."""
    standing = allegation.get_standing_display().lower()
    return f"{allegation} ({standing}; {'; '.join(_stances(allegation))})"


def _stances(allegation: Allegation) -> Iterator[str]:
    """Yield how those who reply do so, each once, and that of others there is no reply, if all sides are prefetched."""
    shown = sides(allegation)
    replies = [response for _, responses in shown for response in responses]
    yield from dict.fromkeys(PAST_STANCES.get(one.stance, one.get_stance_display().lower()) for one in replies)
    if allegation.side_count > len(shown):
        yield f"of {allegation.side_count:,} people"
    elif silent := [side for side in shown if side.lacks_reply]:
        yield "source gives no reply" if len(silent) == len(shown) else "source gives no reply by others"


def _replies(shown: list[SubjectReplies]) -> Iterator[str]:
    """Yield the first reply of each side and the number of all, or that none is recorded."""
    for side in shown:
        if side.lacks_reply:
            yield f"Source gives no reply by {side.person}."
        yield from (reply.summary for reply in side.responses[:1])
        if len(side.responses) > 1:
            yield f"(The first of {len(side.responses)} replies by {side.person}.)"
