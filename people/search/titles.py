"""Job titles as results show them: each once, with the first of its holders and how many there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from people.index import get_index
from people.models import JobTitle, Person, Role
from people.vocabulary import PersonSort

MAX_HOLDERS = 3


@dataclass(frozen=True)
class HeldTitle:
    """A job title that readers see.

    Attributes:
        title: As the lists call it.
        slug: Its value as a choice of the filter `title`.
        roles: Those of the first holders by name, with citations.
        number: How many people hold it.
    """

    title: str
    slug: str
    roles: list[Role]
    number: int

    def __str__(self) -> str:
        return self.title

    @property
    def holders(self) -> list[Person]:
        """Return whose the roles are, each once."""
        return list({role.person_id: role.person for role in self.roles}.values())

    @property
    def more(self) -> int:
        """Return how many other holders there are."""
        return self.number - len(self.holders)

    @property
    def address(self) -> str:
        """Return the address of the list of its holders."""
        return f"{reverse('people:people')}?{urlencode({'title': self.slug})}"

    def get_absolute_url(self) -> str:
        """Return the address of the role on its holder's profile, or of the list of several holders."""
        return self.address if self.number > 1 else self.roles[0].get_absolute_url()


def load_held_titles(titles: Mapping[int, JobTitle]) -> dict[int, HeldTitle]:
    """Return the titles, given by key, with their first holders; without those that nobody holds any more."""
    index = get_index()
    choices = {title.title_slug: index.choices["title"].get(title.title_slug) for title in titles.values()}
    known = {slug: choice for slug, choice in choices.items() if choice}
    first = {slug: index.page(choice.matches, PersonSort.NAME)[:MAX_HOLDERS] for slug, choice in known.items()}
    roles = defaultdict[tuple[str, int], list[Role]](list)
    people = {person for holders in first.values() for person in holders}
    for role in Role.public.of_titles(known, people).for_citing().with_citations():
        roles[role.title_slug, role.person_id].append(role)
    held = {slug: [role for person in holders for role in roles[slug, person]] for slug, holders in first.items()}
    return {
        key: HeldTitle(known[slug].label, slug, held[slug], len(known[slug].matches))
        for key, title in titles.items()
        if held.get(slug := title.title_slug)
    }
