"""Organisations and roles."""

from django.contrib import admin

from people.admin.base import ADDRESS, PUBLICATION, SOURCED_FILTERS, HideableAdmin, SourcedAdmin
from people.admin.doubles import MergingMixin, merge_selected
from people.admin.filters import RelatedFilter, ShownFilter
from people.admin.namesakes import OrganisationForm
from people.models import Organisation, Person, Role
from people.querysets.time import time_key


@admin.register(Organisation)
class OrganisationAdmin(MergingMixin, HideableAdmin):
    """Organisations."""

    actions = [merge_selected]
    form = OrganisationForm
    list_display = ["name", "kind", "is_shown"]
    list_filter = ["kind", ShownFilter]
    search_fields = ["name", "slug"]
    searched = {"": Organisation}
    readonly_fields = ["shown_to_readers"]
    related_lists = {"roles": "", "meetings": ""}
    fieldsets = [
        (
            None,
            {
                "fields": [("name", "looked_at"), "kind", "shown_to_readers"],
                "description": "As the source names it. It rests on no passage of its own: the roles and meetings that "
                "refer to it do, and what names it. Readers see it once they see one of them.",
            },
        ),
        ADDRESS,
    ]

    @admin.display(description="shown to readers")
    def shown_to_readers(self, organisation: Organisation) -> str:
        """Return "Yes", or "No" with the reason."""
        shown = getattr(organisation, "shown", False)
        return "Yes" if shown else "No: nothing that is shown refers to it."


@admin.register(Role)
class RoleAdmin(SourcedAdmin):
    """Posts that people held."""

    list_display = ["title", "person", "category", "organisation", "held", "status", "is_shown"]
    list_select_related = ["person", "organisation"]
    list_filter = [*SOURCED_FILTERS, "category", "tenure", ("organisation", RelatedFilter)]
    search_fields = ["title", "person__name", "organisation__name"]
    searched = {"": Role, "person": Person, "organisation": Organisation}
    autocomplete_fields = ["person", "organisation", "passages"]
    shown_with = {"person": "its person is not shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["person", ("title", "category"), "organisation"],
                "description": "The post as the source calls it. Where it names no organisation, that stays blank.",
            },
        ),
        (
            "When",
            {
                "fields": [("start", "end"), "tenure"],
                "description": "No more precise than the source: March 2016 is 2016-03. A year that we infer is "
                "marked: 2016?-12 reads “December 2016 (year inferred)”.",
            },
        ),
        PUBLICATION,
        ADDRESS,
    ]

    @admin.display(description="when", ordering=time_key("start_earliest", "end_latest"))
    def held(self, role: Role) -> str:
        """Return in words when the post was held."""
        return role.when
