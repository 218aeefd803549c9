"""The FilterSets of the pages that list people, meetings and allegations."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from django.core.exceptions import ValidationError
from django_filters import CharFilter, ChoiceFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter

from people.filters.base import Finder, IndexFilter, public_organisations, public_people
from people.filters.facets import ContactFacet, EnumFacet, FacetSpec, OpenFacet, SubjectFacet
from people.filters.updated import UPDATED_SINCE, changed_since, updated_since
from people.index import allegation_index, get_index, meeting_index
from people.models import Allegation, Meeting, Person
from people.search.listing import ListQuery, parse_people_query, people_with_words
from people.search.words import is_searchable, no_words_message
from people.vocabulary import (
    AllegationChoice,
    Answered,
    AppearanceChoice,
    ContactKind,
    MeetingKind,
    PeopleLayout,
    PersonSort,
    RoleCategory,
    Stance,
    Standing,
)

MAX_WORDS = 10


def titles() -> list[tuple[str, str]]:
    """Return the titles of the roles that readers see, as slug and text."""
    return get_index().labels("title")


def few_words(text: str) -> None:
    """Raise ValidationError for more words than a search needs, or for none: each is looked for in several places."""
    if len(text.split()) > MAX_WORDS:
        raise ValidationError(f"Search for at most {MAX_WORDS} words; there are {len(text.split())}.")
    if not is_searchable(text) and "\0" not in text:  # which is refused already
        raise ValidationError(no_words_message(text))


class PersonFilter(IndexFilter):
    """The people page: choices of one parameter are alternatives, parameters combine."""

    q = CharFilter(label="Search", max_length=200, validators=[few_words])
    contact = ModelMultipleChoiceFilter(label="Contact", to_field_name="slug", queryset=public_people)
    contact_kind = MultipleChoiceFilter(label="Kind of contact", choices=ContactKind.choices)
    role = MultipleChoiceFilter(label="Role", choices=RoleCategory.choices)
    title = MultipleChoiceFilter(label="Post", choices=titles)
    organisation = ModelMultipleChoiceFilter(label="Organisation", to_field_name="slug", queryset=public_organisations)
    allegations = MultipleChoiceFilter(label="Allegations", choices=AllegationChoice.choices)
    reply = MultipleChoiceFilter(label="Kind of reply", choices=Stance.choices)
    appears = MultipleChoiceFilter(label="Appears", choices=AppearanceChoice.choices)
    updated_since = updated_since()
    sort = ChoiceFilter(label="Sort", choices=PersonSort.choices, empty_label=None)

    load_index = staticmethod(get_index)
    default_sort: ClassVar[str] = PersonSort.GALLERY
    facets: ClassVar[tuple[FacetSpec, ...]] = (
        ContactFacet("contact"),
        EnumFacet("contact_kind"),
        EnumFacet("role"),
        OpenFacet("title"),
        OpenFacet("organisation"),
        EnumFacet("allegations"),
        EnumFacet("reply"),
        EnumFacet("appears"),
    )
    finders: ClassVar[Mapping[str, Finder]] = {
        "q": lambda filters, _: people_with_words(filters.index, filters.reading.words),
        UPDATED_SINCE: changed_since(Person),
    }

    @cached_property
    def reading(self) -> ListQuery:
        """Return what is searched for."""
        return parse_people_query(self.cleaned["q"], self.index)


class PeoplePageFilter(PersonFilter):
    """The people page, on which a reader chooses how people are listed; exports and the API have no such choice."""

    view = ChoiceFilter(label="View", choices=PeopleLayout.choices, empty_label=None)


class MeetingFilter(IndexFilter):
    """The meetings page."""

    kind = MultipleChoiceFilter(label="Kind", choices=MeetingKind.choices)
    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)
    updated_since = updated_since()

    load_index = staticmethod(meeting_index)
    facets: ClassVar[tuple[FacetSpec, ...]] = (EnumFacet("kind"), SubjectFacet("person"))
    finders: ClassVar[Mapping[str, Finder]] = {UPDATED_SINCE: changed_since(Meeting)}


class AllegationFilter(IndexFilter):
    """The allegations page."""

    standing = MultipleChoiceFilter(label="Standing", choices=Standing.choices)
    answered = MultipleChoiceFilter(label="Reply", choices=Answered.choices)
    reply = MultipleChoiceFilter(label="Kind of reply", choices=Stance.choices)
    person = ModelMultipleChoiceFilter(label="Person", to_field_name="slug", queryset=public_people)
    updated_since = updated_since()

    load_index = staticmethod(allegation_index)
    facets: ClassVar[tuple[FacetSpec, ...]] = (
        EnumFacet("standing"),
        EnumFacet("answered"),
        EnumFacet("reply"),
        SubjectFacet("person"),
    )
    finders: ClassVar[Mapping[str, Finder]] = {UPDATED_SINCE: changed_since(Allegation)}
