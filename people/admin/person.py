"""People and their names."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from people.admin.base import (
    ADDRESS,
    NAMED,
    NAMED_FIELDS,
    PUBLICATION,
    SOURCED_FILTERS,
    RowInline,
    SourcedAdmin,
    SourcedInline,
)
from people.admin.doubles import MergingMixin, merge_selected
from people.admin.filters import AppearanceFilter
from people.admin.forms import RowForm
from people.admin.namesakes import AliasForm, AliasRowForm, NamedPersonForm
from people.admin.publishing import publish, unpublish
from people.models import Alias, Appearance, Person, Role, Statement, Tie


class AppearanceInline(RowInline):
    """A person's places in further galleries, which are the person's own: no permissions are given for them."""

    model = Appearance
    form = RowForm
    autocomplete_fields = ["source"]
    classes = ["collapse"]
    fields = [("source", "slide")]
    show_change_link = False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether the editor may see people."""
        return self._may(request, "view", "change")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether the editor may add the person, or change who is there."""
        return self._may(request, "change" if obj else "add")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether the editor may change people."""
        return self._may(request, "change")

    has_delete_permission = has_change_permission

    def _may(self, request: HttpRequest, *actions: str) -> bool:
        return any(request.user.has_perm(f"people.{action}_person") for action in actions)


class RoleInline(SourcedInline):
    """A person's posts."""

    model = Role
    autocomplete_fields = ["organisation", "passages"]
    fields = [("title", "category"), ("organisation", "tenure"), ("start", "end"), "passages", "status"]


class AliasInline(SourcedInline):
    """A person's other names."""

    model = Alias
    form = AliasRowForm
    autocomplete_fields = ["passages"]
    classes = ["collapse"]
    fields = [("name", "looked_at"), "passages", "status"]


class StatementInline(SourcedInline):
    """What else is said of a person."""

    model = Statement
    autocomplete_fields = ["others", "passages"]
    classes = ["collapse"]
    fields = ["summary", "others", ("date", "standing"), "passages", "status"]


class TieInline(SourcedInline):
    """A person's ties to others; those of others to the person stand on their pages."""

    model = Tie
    fk_name = "from_person"
    verbose_name_plural = "ties to others"
    autocomplete_fields = ["to_person", "passages"]
    classes = ["collapse"]
    fields = [("kind", "to_person"), "summary", "standing", "passages", "status"]


@admin.register(Person)
class PersonAdmin(MergingMixin, SourcedAdmin):
    """People, with their posts, names, statements and ties."""

    actions = [publish, unpublish, merge_selected]
    form = NamedPersonForm
    list_display = ["__str__", "sort_name", "kind", "slide", "status", "is_shown"]
    list_filter = [*SOURCED_FILTERS, "kind", AppearanceFilter]
    ordering = ["sort_key", "pk"]
    search_fields = ["name", "aliases__name", "roles__title", "slug"]
    searched = {"": Person, "aliases": Alias, "roles": Role}
    search_help_text = "Words of a name, an alias, a post, the description or the summary."
    autocomplete_fields = [*NAMED_FIELDS, "passages"]
    inlines = [RoleInline, AliasInline, StatementInline, TieInline, AppearanceInline]
    related_lists = {
        "meetings": "",
        "allegations": "",
        "responses": "",
        "ties_to": " of others to them",
        "other_statements": " of others about them too",
    }
    fieldsets = [
        (
            None,
            {
                "fields": [("name", "sort_name", "looked_at"), ("kind", "slide"), "description", "summary"],
                "description": "Names are spelled as the source spells them, and get no first name that it does not "
                "give. Who is shown but not named stays unnamed until a source that names them is cited. Every "
                "sentence is our own, plain, and without adjectives.",
            },
        ),
        NAMED,
        PUBLICATION,
        (
            "Portrait",
            {
                "fields": ["portrait", "portrait_alt", ("portrait_credit", "portrait_licence")],
                "classes": ["collapse"],
                "description": "A picture says nothing of what somebody did; its alternative text says what it shows. "
                "It needs a credit, and a licence that lets us print it. Upload a still JPEG, PNG, WebP or GIF picture "
                "of at most 10 MB and 40 megapixels; it is made smaller, and what the camera noted in it is left out.",
            },
        ),
        ADDRESS,
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the people, told apart from their namesakes."""
        return super().get_queryset(request).told_apart(Person.objects.all())

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save the person, and tell by what they are sorted if that was made of the name."""
        super().save_model(request, obj, form, change)
        if form.has_changed():
            form.tell_sort_name(request)


@admin.register(Alias)
class AliasAdmin(SourcedAdmin):
    """Other names."""

    form = AliasForm
    list_display = ["name", "person", "status", "is_shown"]
    list_select_related = ["person"]
    list_filter = SOURCED_FILTERS
    search_fields = ["name", "person__name"]
    searched = {"": Alias, "person": Person}
    autocomplete_fields = ["person", "passages"]
    shown_with = {"person": "its person is not shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["person", ("name", "looked_at")],
                "description": "Only names that a source uses for the person, spelled as it spells them.",
            },
        ),
        PUBLICATION,
        ADDRESS,
    ]
