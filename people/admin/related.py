"""Entries of other nouns that belong to one, as links on its form: counted, and listed on a page of their own."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from people.querysets.guarding import count_of

# Nobody needs to know more exactly, and to count takes the longer the more there are.
MAX_COUNTED_ROWS = 10_000


class RelatedListsMixin(admin.ModelAdmin):
    """Forms that lead to what belongs to the entry and stands on no row of the form."""

    # Relations by the names that they have in queries, each with words that come after the number and the noun.
    related_lists: ClassVar[Mapping[str, str]] = {}

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Return the fields of the form; after the first ones the links, once there is an entry."""
        first, *others = super().get_fieldsets(request, obj)
        links = [("Listed on pages of their own", {"fields": ["related_entries"]})]
        return [first, *(links if obj and self.related_lists else []), *others]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Return the fields that nobody writes, the links among them."""
        return [*super().get_readonly_fields(request, obj), *(["related_entries"] if self.related_lists else [])]

    @admin.display(description="see also")
    def related_entries(self, entry: Model) -> SafeString:
        """Return a link to each list, with how many entries it has; an empty one is told of alone."""
        lines = ((list_link(entry, name, more),) for name, more in self.related_lists.items())
        return format_html_join("", "<div>{}</div>", lines)


def list_link(entry: Model, name: str, more: str) -> SafeString | str:
    """Return a link to the list of what the relation of that name holds for the entry, or that it holds nothing."""
    number = number_of(entry, name, more)
    if number.startswith("0 "):
        return number
    return format_html('<a href="{}">{}</a>', list_address(entry, name), number)


def list_address(entry: Model, name: str) -> str:
    """Return the address of the list of what the relation of that name holds for the entry."""
    relation: Any = entry._meta.get_field(name)
    path = relation.field.name if relation.auto_created else relation.related_query_name()
    meta = relation.related_model._meta
    return f"{reverse(f'admin:{meta.app_label}_{meta.model_name}_changelist')}?{path}__id__exact={entry.pk}"


def number_of(entry: Model, name: str, more: str = "") -> str:
    """Return how many entries of what the relation holds, counted as far as it takes no time."""
    relation: Any = entry._meta.get_field(name)
    rows = getattr(entry, relation.get_accessor_name() if relation.auto_created else name)
    return f"{counted(relation.related_model, rows)}{more}"


def counted(model: type[Model], rows: QuerySet) -> str:
    """Return how many rows of the model there are, in words: "3 jobs", or "more than 10,000 jobs"."""
    number = rows.order_by().values("pk")[: MAX_COUNTED_ROWS + 1].count()
    return count_of(model, number) if number <= MAX_COUNTED_ROWS else f"more than {count_of(model, MAX_COUNTED_ROWS)}"
