"""By which jobs and allegations people are on a list."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from people.exports.text import allegation_words, role_words
from people.models import Person, Role
from people.querysets.sides import ASKED_OF_REPLIES, first_against, load_sides
from people.reasons.base import Explainer, Filtered, Reason, ReasonGroup
from people.vocabulary import NOT_RECORDED

# By parameter, which of its values a role has.
ROLE_VALUES: dict[str, Callable[[Role], str]] = {
    "role": lambda role: role.category or NOT_RECORDED,
    "title": lambda role: role.title_slug,
    "organisation": lambda role: role.organisation.slug if role.organisation else NOT_RECORDED,
}


class RoleReasons(Explainer):
    """The jobs that have one of the values asked for."""

    parameters = tuple(ROLE_VALUES)

    def explain(self, filters: Filtered, entries: list[Person], limit: int) -> dict[int, ReasonGroup]:
        """Return the jobs of each of the people, in order of time."""
        given, reasons = self.given(filters), defaultdict[int, list[Reason]](list)
        for role in load_roles(entries, **given):
            matched = tuple(name for name, values in given.items() if ROLE_VALUES[name](role) in values)
            if matched:
                reasons[role.person_id].append(Reason(matched, role, partial(role_words, role), role_date(role)))
        return {key: ReasonGroup(those[:limit], max(len(those) - limit, 0)) for key, those in reasons.items()}


class AllegationReasons(Explainer):
    """The allegations that are asked for, each with what its subjects reply."""

    parameters = tuple(ASKED_OF_REPLIES)

    def explain(self, filters: Filtered, entries: list[Person], limit: int) -> dict[int, ReasonGroup]:
        """Return the allegations against each of the people, by title."""
        given = self.given(filters)
        links = first_against([one.pk for one in entries], limit, given)
        load_sides(((link.allegation, link.person_id) for link in links), stop=limit)
        groups = defaultdict[int, list[Any]](list)
        for link in links:
            groups[link.person_id].append(link)
        return {
            key: ReasonGroup(
                [Reason(tuple(given), one.allegation, partial(allegation_words, one.allegation)) for one in those],
                those[0].number - len(those),
            )
            for key, those in groups.items()
        }


def load_roles(people: Iterable[Person], **values: Collection[str]) -> list[Role]:
    """Return the jobs of the people, who are loaded: those that have one of the values, by parameter, or all."""
    by_key = {one.pk: one for one in people}
    roles = list(Role.objects.held_by(by_key).having(values))
    for role in roles:
        role.person = by_key[role.person_id]
    return roles


def role_date(role: Role) -> str:
    """Return when the job was held as one EDTF date."""
    return f"{role.start}/{role.end}" if role.start or role.end else ""
