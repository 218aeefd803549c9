"""Filters of the lists, over the verbs of the querysets."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.db.models.fields.related import RelatedField
from django.http import HttpRequest

from people.querysets.base import counts_by
from people.vocabulary import AppearanceChoice, SectionKind


class ShownFilter(admin.SimpleListFilter):
    """By whether readers see the entry."""

    title = "shown to readers"
    parameter_name = "shown"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        """Return yes and no."""
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Return the entries that readers see, or those that they don't."""
        return queryset.filter(shown=self.value() == "yes") if self.value() else queryset


class SourcedFilter(admin.SimpleListFilter):
    """By whether the entry cites a passage."""

    title = "cites a passage"
    parameter_name = "sourced"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        """Return yes and no."""
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return the entries that cite a passage, or those that cite none."""
        if not self.value():
            return queryset
        return queryset.sourced() if self.value() == "yes" else queryset.unsourced()


class AppearanceFilter(admin.SimpleListFilter):
    """By where a person appears."""

    title = "appearance"
    parameter_name = "appears"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Any:
        """Return the choices that readers have."""
        return AppearanceChoice.choices

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return the people in the gallery, or those only mentioned."""
        return queryset.by_appearance([self.value()]) if self.value() in AppearanceChoice.values else queryset


class SectionFilter(admin.SimpleListFilter):
    """By the kind of section that a passage stands in."""

    title = "section"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Any:
        """Return the kinds of section."""
        return SectionKind.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Return the passages of sections of that kind; no kind's name begins another's."""
        return queryset.filter(section__startswith=self.value()) if self.value() else queryset


class CoverageFilter(admin.SimpleListFilter):
    """By whether an entry rests on the passage, or else the reason is given why none does."""

    title = "what rests on it"
    parameter_name = "coverage"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        """Return the three states; the last is what is left to do."""
        return [("cited", "An entry"), ("explained", "None, for a reason"), ("open", "None yet")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Return the passages in that state."""
        if self.value() == "cited":
            return queryset.used()
        if self.value() == "explained":
            return queryset.unused().exclude(reason="")
        return queryset.unused().filter(reason="") if self.value() == "open" else queryset


class RelatedFilter(admin.RelatedOnlyFieldListFilter):
    """By a related entry that is in use, counted by one query however many there are."""

    def field_choices(
        self, field: RelatedField, request: HttpRequest, model_admin: ModelAdmin
    ) -> list[tuple[str, Any]]:
        """Return the entries, read once for a page: Django makes all filters anew to count the choices of each."""
        read = vars(request).setdefault("related_choices", {})
        if field not in read:
            read[field] = super().field_choices(field, request, model_admin)
        choices: list[tuple[str, Any]] = read[field]
        return choices

    def get_facet_queryset(self, changelist: ChangeList) -> dict[str, int]:
        """Return the counts under the names by which the list of choices looks them up."""
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        counts = counts_by(rows, self.field_path)
        return {f"{key}__c": counts.get(key, 0) for key, _ in self.lookup_choices} | {"__c": counts.get(None, 0)}
