"""The FilterSets of the pages that list people, meetings and allegations."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django_filters import CharFilter, ChoiceFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter

from people.filters.base import ListFilter, public_organisations, public_people
from people.models import Role
from people.vocabulary import (
    AllegationChoice,
    Answered,
    Appearance,
    ContactKind,
    MeetingKind,
    PersonSort,
    RoleCategory,
    Standing,
)

WORDS = 10


def titles() -> list[tuple[str, str]]:
    """Return the titles of the roles that readers see, as slug and text."""
    return list(Role.public.titles())


def few_words(text: str) -> None:
    """Raise ValidationError for more words than a search needs: each is looked for in four places."""
    if len(text.split()) > WORDS:
        raise ValidationError(f"Search for at most {WORDS} words; there are {len(text.split())}.")


class PersonFilter(ListFilter):
    """The people page: choices of one parameter are alternatives, parameters combine."""

    q = CharFilter(label="Search", max_length=200, validators=[few_words])
    contact = ModelMultipleChoiceFilter(label="Contact", to_field_name="slug", queryset=public_people)
    contact_kind = MultipleChoiceFilter(label="Kind of contact", choices=ContactKind.choices)
    role = MultipleChoiceFilter(label="Role", choices=RoleCategory.choices)
    title = MultipleChoiceFilter(label="Post", choices=titles)
    organisation = ModelMultipleChoiceFilter(label="Organisation", to_field_name="slug", queryset=public_organisations)
    allegations = MultipleChoiceFilter(label="Allegations", choices=AllegationChoice.choices)
    appears = MultipleChoiceFilter(label="Appears", choices=Appearance.choices)
    sort = ChoiceFilter(label="Sort", choices=PersonSort.choices, empty_label=None)

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        "q": lambda people, text: people.matching(text),
        "role": lambda people, categories: people.in_categories(categories),
        "title": lambda people, slugs: people.titled(slugs),
        "organisation": lambda people, slugs: people.at(slugs),
        "allegations": lambda people, choices: people.by_allegations(choices),
        "appears": lambda people, choices: people.by_appearance(choices),
    }

    def narrow(self, rows: Any, given: dict[str, Any]) -> Any:
        """Return the people that all of the `given` parameters list; contact and its kind on the same meeting."""
        people = super().narrow(rows, given)
        if "contact" in given or "contact_kind" in given:
            people = people.in_contact(given.get("contact", []), given.get("contact_kind", []))
        return people

    @property
    def order(self) -> str:
        """Return the order in which people are listed."""
        return str(self.given.get("sort", PersonSort.GALLERY))


class MeetingFilter(ListFilter):
    """The meetings page."""

    kind = MultipleChoiceFilter(label="Kind", choices=MeetingKind.choices)
    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        "kind": lambda meetings, kinds: meetings.of_kinds(kinds),
        "person": lambda meetings, people: meetings.with_anyone_of(people),
    }


class AllegationFilter(ListFilter):
    """The allegations page."""

    standing = MultipleChoiceFilter(label="Standing", choices=Standing.choices)
    answered = MultipleChoiceFilter(label="Answered", choices=Answered.choices)
    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        "standing": lambda allegations, standings: allegations.of_standings(standings),
        "answered": lambda allegations, choices: allegations.by_answers(choices),
        "person": lambda allegations, people: allegations.against(people),
    }
