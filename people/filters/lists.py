"""The FilterSets of the pages that list people, meetings and allegations."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django_filters import CharFilter, ChoiceFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from pyroaring import BitMap

from people.filters.base import public_organisations, public_people
from people.filters.sets import EntryFilter, SetFilter
from people.filters.updated import UpdatedFilter, updated_since
from people.search.listing import ListQuery, parse_people_query, people_matching, people_rows
from people.search.strategies import Substitution
from people.search.words import is_searchable, no_words_message
from people.sets.entries import Entries
from people.sets.listing import allegation_entries, meeting_entries
from people.sets.order import Order
from people.sets.people import PeopleSets
from people.sets.reading import people_sets
from people.vocabulary import (
    AllegationChoice,
    Answered,
    AppearanceChoice,
    ContactKind,
    MeetingKind,
    PeopleLayout,
    PersonSort,
    RoleCategory,
    Standing,
)

WORDS = 10


def titles() -> list[tuple[str, str]]:
    """Return the titles of the roles that readers see, as slug and text."""
    return [(slug, choice.label) for slug, choice in people_sets().choices["title"].items()]


def few_words(text: str) -> None:
    """Raise ValidationError for more words than a search needs, or for none: each is looked for in several places."""
    if len(text.split()) > WORDS:
        raise ValidationError(f"Search for at most {WORDS} words; there are {len(text.split())}.")
    if not is_searchable(text) and "\0" not in text:  # which is refused already
        raise ValidationError(no_words_message(text))


class PersonFilter(SetFilter):
    """The people page: choices of one parameter are alternatives, parameters combine."""

    q = CharFilter(label="Search", max_length=200, validators=[few_words])
    contact = ModelMultipleChoiceFilter(label="Contact", to_field_name="slug", queryset=public_people)
    contact_kind = MultipleChoiceFilter(label="Kind of contact", choices=ContactKind.choices)
    role = MultipleChoiceFilter(label="Role", choices=RoleCategory.choices)
    title = MultipleChoiceFilter(label="Post", choices=titles)
    organisation = ModelMultipleChoiceFilter(label="Organisation", to_field_name="slug", queryset=public_organisations)
    allegations = MultipleChoiceFilter(label="Allegations", choices=AllegationChoice.choices)
    appears = MultipleChoiceFilter(label="Appears", choices=AppearanceChoice.choices)
    updated_since = updated_since()
    sort = ChoiceFilter(label="Sort", choices=PersonSort.choices, empty_label=None)

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        **UpdatedFilter.verbs,
        "role": lambda people, categories: people.in_categories(categories),
        "title": lambda people, slugs: people.titled(slugs),
        "organisation": lambda people, slugs: people.at(slugs),
        "allegations": lambda people, choices: people.by_allegations(choices),
        "appears": lambda people, choices: people.by_appearance(choices),
    }

    def narrow(self, rows: Any, given: dict[str, Any]) -> Any:
        """Return the people that all of the `given` parameters list; contact and its kind on the same meeting."""
        people = super().narrow(rows, given)
        for word in self.reading.words if "q" in given else ():
            people = people.matching_alternatives(people_rows(word))
        if "contact" in given or "contact_kind" in given:
            people = people.in_contact(given.get("contact", []), given.get("contact_kind", []))
        return people

    @property
    def order(self) -> str:
        """Return which order is asked for."""
        return str(self.given.get("sort", PersonSort.GALLERY))

    @cached_property
    def sets(self) -> PeopleSets:
        """Return the sets from which people are found and choices counted: both see the same data."""
        return people_sets()

    @property
    def sequence(self) -> Order:
        """Return the order of the list."""
        return self.sets.order(self.order)

    def parts(self, given: dict[str, Any]) -> Iterator[BitMap]:
        """Yield the numbers of those whom each of the `given` parameters lists."""
        yield from super().parts(given)
        if "q" in given:
            yield from (people_matching(self.sets, word) for word in self.reading.words)
        if "contact" in given or "contact_kind" in given:
            yield self.sets.in_contact(self.contacts if "contact" in given else (), given.get("contact_kind", ()))

    @cached_property
    def reading(self) -> ListQuery:
        """Return what is searched for."""
        return parse_people_query(self.given["q"], self.sets)

    @property
    def substitutions(self) -> list[Substitution]:
        """Return which of the words searched for stand for others, as nobody has those typed."""
        return self.reading.substitutions if "q" in self.given else []

    @cached_property
    def contacts(self) -> list[int]:
        """Return the numbers of those with whom contact is asked for."""
        return list(self.sets.numbering.numbers(person.pk for person in self.form.cleaned_data["contact"]))


class PeoplePageFilter(PersonFilter):
    """The people page, on which a reader chooses how people are listed; exports and the API have no such choice."""

    view = ChoiceFilter(label="View", choices=PeopleLayout.choices, empty_label=None)

    @property
    def is_table(self) -> bool:
        """Return whether people are listed as a table."""
        return self.given.get("view") == PeopleLayout.TABLE


class MeetingFilter(EntryFilter):
    """The meetings page."""

    kind = MultipleChoiceFilter(label="Kind", choices=MeetingKind.choices)
    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)
    updated_since = updated_since()

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        **UpdatedFilter.verbs,
        "kind": lambda meetings, kinds: meetings.of_kinds(kinds),
        "person": lambda meetings, people: meetings.with_anyone_of(people),
    }

    @cached_property
    def sets(self) -> Entries:
        """Return the meetings as sets."""
        return meeting_entries()


class AllegationFilter(EntryFilter):
    """The allegations page."""

    standing = MultipleChoiceFilter(label="Standing", choices=Standing.choices)
    answered = MultipleChoiceFilter(label="Reply", choices=Answered.choices)
    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)
    updated_since = updated_since()

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {
        **UpdatedFilter.verbs,
        "standing": lambda allegations, standings: allegations.of_standings(standings),
        "answered": lambda allegations, choices: allegations.by_answers(choices),
        "person": lambda allegations, people: allegations.against(people),
    }

    @cached_property
    def sets(self) -> Entries:
        """Return the allegations as sets."""
        return allegation_entries()
