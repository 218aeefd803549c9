"""Addresses that entries had before."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from people.admin.base import PageAdmin
from people.admin.filters import RelatedFilter
from people.admin.searching import ColumnSearchMixin
from people.admin.source import change_address
from people.models import SlugRedirect


@admin.register(SlugRedirect)
class SlugRedirectAdmin(ColumnSearchMixin, PageAdmin):
    """Redirects, which renaming an entry leaves behind: nobody writes them, chief editors may delete them."""

    list_display = ["slug", "content_type", "leads_to"]
    list_select_related = ["content_type"]
    list_filter = [("content_type", RelatedFilter)]
    search_fields = ["slug"]
    fields = ["slug", "content_type", "leads_to"]
    readonly_fields = ["slug", "content_type", "leads_to"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the redirects with the entries that they lead to."""
        return super().get_queryset(request).prefetch_related("entry")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that nobody may."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return that nobody may."""
        return False

    @admin.display(description="leads to")
    def leads_to(self, former: SlugRedirect) -> SafeString:
        """Return the entry's present slug, as a link to the page on which it is changed."""
        entry: Any = former.entry
        return format_html('<a href="{}">{}</a>', change_address(entry), entry.slug)
