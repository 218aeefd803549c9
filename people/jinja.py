"""The Jinja2 environment of the readers' pages."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from people.dates import humanize
from people.languages import TAGS, all_of, and_before, counted, either, gettext, number, page_languages, quoted
from people.languages import gettext_lazy as _
from people.models import Allegation, Meeting, Mentioning, Outcome, Person, Response, Statement, Tie
from people.models.base import address
from people.pages.listing import PageLink
from people.prose import link_names, named_in
from people.querysets.past import PAGES
from people.requests import absolute_url, has_session
from people.translated_templates import TranslatedEnvironment
from people.vocabulary import GlossaryTerm, OutcomeKind, RoleCategory, Stance, Standing, TieStanding, glossary_term

SECTIONS = {
    "people": _("People"),
    "meetings": _("Meetings"),
    "allegations": _("Allegations"),
    "organisations": _("Organizations"),
    "timeline": _("Timeline"),
    "network": _("Network"),
    "sources": _("Sources"),
    "about": _("About"),
}


# How a headline says what a reply does, where its label doesn't.
PAST_STANCES = {
    Stance.DENIES.value: _("denied"),
    Stance.DISPUTES.value: _("disputed"),
    Stance.EXPLAINS.value: _("explained"),
    Stance.ACKNOWLEDGES.value: _("acknowledged"),
}

ENGLISH = Markup(' lang="en"')

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


def environment(language: str, **options: Any) -> TranslatedEnvironment:
    """Return the environment of a language, in which a name that a view forgot to pass is an error."""
    house = {"undefined": StrictUndefined, "trim_blocks": True, "extensions": [Unindented]}
    env = TranslatedEnvironment(language, **options | house)
    env.globals.update(
        language=TAGS.get(language, language),
        # What is said of people and events is in English, which pages in another language say of it.
        english=ENGLISH if language != settings.LANGUAGE_CODE else Markup(),
        and_before=and_before,
        page_languages=page_languages,
        static=static,
        url=address,
        absolute_url=absolute_url,
        navigation=navigation,
        edit_link=edit_link,
        history_address=history_address,
        page_shown=page_shown,
    )
    env.filters.update(
        all_of=all_of,
        categories=categories,
        counted=counted,
        described=described,
        either=either,
        headline=headline,
        humanize=humanize,
        number=number,
        prose=prose if language == settings.LANGUAGE_CODE else foreign_prose,
        outcome_term=outcome_term,
        quoted=quoted,
        sides=sides,
        standing_term=standing_term,
        title_under=title_under,
    )
    return env


def prose(text: str, entry: Mentioning, own: object = None, after: str = "") -> Markup:
    """Return the entry's text with links at the names in it, as far as these are prefetched (see load_mentions).

    There is none to `own`, of whom the page is, nor to who is named before, in the text `after` which it comes.
    """
    before = [place.target for place in named_in(after, entry.prose_names)]
    return link_names(text, entry.prose_names, [own, *before])


def foreign_prose(text: str, entry: Any, own: Any = None, after: str = "") -> Markup:
    """Return the same on a page in another language, which says that it is English."""
    return Markup('<span lang="en">{}</span>').format(prose(text, entry, own, after)) if text else Markup()


def standing_term(entry: Allegation | Meeting | Statement | Tie) -> GlossaryTerm:
    """Return on whose word the entry rests, explained; it is not one that the source states as a fact."""
    return glossary_term((TieStanding if isinstance(entry, Tie) else Standing)(entry.standing))


def outcome_term(outcome: Outcome) -> GlossaryTerm:
    """Return what became of an allegation, explained."""
    return glossary_term(OutcomeKind(outcome.kind))


def page_shown(links: Sequence[PageLink]) -> str:
    """Return the query string of the page that is shown, of pages without other parameters; nothing of the first."""
    return next((link.query for link in links if link.current and link.query != "?"), "")


def navigation(path: str) -> list[NavigationLink]:
    """Return the main navigation as the page at `path` shows it."""
    addresses = {name: address(name) for name in SECTIONS}
    return [NavigationLink(str(SECTIONS[name]), section, current(path, section)) for name, section in addresses.items()]


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


def history_address(entry: Any = None) -> str:
    """Return the address of the history of the entry's page; nothing where the page is of no entry."""
    name = entry._meta.model_name if entry else ""
    return address(f"{name}-history", entry.slug) if name in PAGES else ""


def current(path: str, section: str) -> str:
    """Return page if `path` is the section's own page, true if it is one below it, else nothing."""
    if path == section:
        return "page"
    return "true" if path.startswith(section) else ""


def categories(person: Person) -> list[RoleCategory]:
    """Return the categories of the person's roles, which are prefetched, in the vocabulary's order."""
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


def title_under(allegation: Allegation, person: Person) -> str:
    """Return the title as it reads under a heading that names the person: the name is not said again."""
    rest = allegation.title.removeprefix(f"{person.plain_name}: ")
    return f"{rest[:1].upper()}{rest[1:]}"


def described(allegation: Allegation) -> str:
    """Return what a share card says beside the title: the allegation's standing, its subjects, replies and outcomes.

    Of very many subjects it names the first ones, with their replies.
    """
    named = sides(allegation)[:MAX_DESCRIBED]
    subjects = [str(subject) for subject in allegation.subjects.all()[:MAX_DESCRIBED]]
    others = max(allegation.side_count, len(allegation.subjects.all())) - len(subjects)
    names = ", ".join(subjects)
    about = gettext("%(standing)s, about %(people)s.") % {
        "standing": allegation.get_standing_display(),
        "people": f"{names} {gettext('and')} {counted(others, 'other', 'others')}" if others else names,
    }
    outcomes = (gettext("Outcome: %(outcome)s") % {"outcome": one.summary} for one in allegation.outcomes.all())
    return " ".join([about, *_replies(named), *outcomes])


def headline(allegation: Allegation) -> str:
    """Return the title with standing and reply, as a share card may show nothing else."""
    standing = allegation.get_standing_display().lower()
    return f"{allegation} ({standing}; {'; '.join(_stances(allegation))})"


def _stances(allegation: Allegation) -> Iterator[str]:
    """Yield how those who reply do so, each once, and that of others there is no reply, if all sides are prefetched."""
    shown = sides(allegation)
    replies = [response for _, responses in shown for response in responses]
    yield from dict.fromkeys(str(PAST_STANCES.get(one.stance) or one.get_stance_display().lower()) for one in replies)
    if allegation.side_count > len(shown):
        yield gettext("of %(number)s people") % {"number": number(allegation.side_count)}
    elif silent := [side for side in shown if side.lacks_reply]:
        is_all = len(silent) == len(shown)
        yield gettext("source gives no reply") if is_all else gettext("source gives no reply by others")


def _replies(shown: list[SubjectReplies]) -> Iterator[str]:
    """Yield the first reply of each side and the number of all, or that none is recorded."""
    for side in shown:
        if side.lacks_reply:
            yield gettext("Source gives no reply by %(person)s.") % {"person": side.person}
        yield from (reply.summary for reply in side.responses[:1])
        if len(side.responses) > 1:
            said = {"number": len(side.responses), "person": side.person}
            yield gettext("(The first of %(number)s replies by %(person)s.)") % said
