"""The FilterSets of the pages that list people, meetings and allegations."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from django.core.exceptions import ValidationError
from django_filters import CharFilter, ChoiceFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter

from people.filters.base import OR_NOT_RECORDED, Finder, IndexFilter, public_organisations, public_people
from people.filters.facets import ContactFacet, EnumFacet, FacetSpec, OpenFacet, SubjectFacet
from people.filters.updated import UPDATED_SINCE, changed_since, updated_since
from people.index import allegation_index, get_index, meeting_index, organisation_index
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Allegation, Meeting, Organisation, Person
from people.reasons import AllegationReasons, ContactReasons, Explainer, RoleReasons, WordReasons
from people.search.listing import (
    ListQuery,
    organisations_with_words,
    parse_organisation_query,
    parse_people_query,
    people_with_words,
)
from people.search.words import is_searchable, no_words_message
from people.vocabulary import (
    NOT_RECORDED,
    ORGANISATION_KINDS,
    AllegationChoice,
    Answered,
    AppearanceChoice,
    ContactKind,
    DateChoice,
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
    return [(value, label) for value, label in get_index().labels("title") if value != NOT_RECORDED]


def few_words(text: str) -> None:
    """Raise ValidationError for more words than a search needs, or for none: each is looked for in several places."""
    if len(text.split()) > MAX_WORDS:
        message = gettext("Search for at most %(most)s words; there are %(number)s.")
        raise ValidationError(message % {"most": MAX_WORDS, "number": len(text.split())})
    if not is_searchable(text) and "\0" not in text:  # which is refused already
        raise ValidationError(no_words_message(text))


class PersonFilter(IndexFilter):
    """The people page: choices of one parameter are alternatives, parameters combine."""

    q = CharFilter(label=_("Search"), max_length=200, validators=[few_words])
    contact = ModelMultipleChoiceFilter(label=_("Had contact with"), to_field_name="slug", queryset=public_people)
    contact_kind = MultipleChoiceFilter(label=_("Kind of contact"), choices=ContactKind.choices, **OR_NOT_RECORDED)
    role = MultipleChoiceFilter(label=_("Role"), choices=RoleCategory.choices, **OR_NOT_RECORDED)
    title = MultipleChoiceFilter(label=_("Job title"), choices=titles, **OR_NOT_RECORDED)
    organisation = ModelMultipleChoiceFilter(
        label=_("Organization"), to_field_name="slug", queryset=public_organisations, **OR_NOT_RECORDED
    )
    allegations = MultipleChoiceFilter(label=_("Allegations"), choices=AllegationChoice.choices)
    reply = MultipleChoiceFilter(label=_("Kind of reply"), choices=Stance.choices)
    appears = MultipleChoiceFilter(label=_("Appears"), choices=AppearanceChoice.choices)
    updated_since = updated_since()
    sort = ChoiceFilter(label=_("Sort"), choices=PersonSort.choices, empty_label=None)

    load_index = staticmethod(get_index)
    default_sort: ClassVar[str] = PersonSort.GALLERY
    facets: ClassVar[tuple[FacetSpec, ...]] = (
        EnumFacet("role"),
        ContactFacet("contact"),
        EnumFacet("contact_kind"),
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

    explainers: ClassVar[tuple[Explainer, ...]] = (
        ContactReasons(),
        RoleReasons(),
        AllegationReasons(),
        WordReasons(),
    )

    @cached_property
    def reading(self) -> ListQuery:
        """Return what is searched for."""
        return parse_people_query(self.cleaned["q"], self.index)


class PeoplePageFilter(PersonFilter):
    """The people page, on which a reader chooses how people are listed; exports and the API have no such choice."""

    view = ChoiceFilter(label=_("View"), choices=PeopleLayout.choices, empty_label=None)


class MeetingFilter(IndexFilter):
    """The meetings page."""

    kind = MultipleChoiceFilter(label=_("Kind"), choices=MeetingKind.choices)
    date = MultipleChoiceFilter(label=_("Date"), choices=DateChoice.choices, **OR_NOT_RECORDED)
    person = ModelMultipleChoiceFilter(label=_("Person"), to_field_name="slug", queryset=public_people)
    updated_since = updated_since()

    load_index = staticmethod(meeting_index)
    facets: ClassVar[tuple[FacetSpec, ...]] = (EnumFacet("kind"), EnumFacet("date"), SubjectFacet("person"))
    finders: ClassVar[Mapping[str, Finder]] = {UPDATED_SINCE: changed_since(Meeting)}


class AllegationFilter(IndexFilter):
    """The allegations page."""

    standing = MultipleChoiceFilter(label=_("Standing"), choices=Standing.choices)
    answered = MultipleChoiceFilter(label=_("Reply"), choices=Answered.choices)
    reply = MultipleChoiceFilter(label=_("Kind of reply"), choices=Stance.choices)
    person = ModelMultipleChoiceFilter(label=_("Person"), to_field_name="slug", queryset=public_people)
    updated_since = updated_since()

    load_index = staticmethod(allegation_index)
    facets: ClassVar[tuple[FacetSpec, ...]] = (
        EnumFacet("standing"),
        EnumFacet("answered"),
        EnumFacet("reply"),
        SubjectFacet("person"),
    )
    finders: ClassVar[Mapping[str, Finder]] = {UPDATED_SINCE: changed_since(Allegation)}


class OrganisationFilter(IndexFilter):
    """The organisations page."""

    q = CharFilter(label=_("Search"), max_length=200, validators=[few_words])
    kind = MultipleChoiceFilter(label=_("Kind"), choices=list(ORGANISATION_KINDS.items()))
    updated_since = updated_since()

    load_index = staticmethod(organisation_index)
    facets: ClassVar[tuple[FacetSpec, ...]] = (EnumFacet("kind"),)
    finders: ClassVar[Mapping[str, Finder]] = {
        "q": lambda filters, _: organisations_with_words(filters.index, filters.reading.words),
        UPDATED_SINCE: changed_since(Organisation),
    }

    @cached_property
    def reading(self) -> ListQuery:
        """Return what is searched for."""
        return parse_organisation_query(self.cleaned["q"], self.index)
