"""Sources and passages."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from people.admin.base import ADDRESS, HideableAdmin, PageAdmin
from people.admin.filters import CoverageFilter, RelatedFilter, SectionFilter, ShownFilter
from people.admin.forms import PassageForm
from people.admin.related import counted
from people.dates import humanize
from people.models import Passage, Source
from people.querysets.citing import CITING_MODELS, MAX_LISTED_ENTRIES
from people.querysets.time import time_key


@admin.register(Source)
class SourceAdmin(HideableAdmin):
    """Sources. Their passages have a list of their own: a document has hundreds of sentences."""

    list_display = ["title", "publisher", "kind", "dated", "rights", "passage_list", "is_shown"]
    list_filter = ["kind", "rights", ShownFilter]
    search_fields = ["title", "gallery_title", "publisher", "slug"]
    searched = {"": Source}
    readonly_fields = ["passage_list", "shown_to_readers"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *("title", "gallery_title", "publisher", "kind", "date", "covers_until"),
                    *("url", "archived_url", "read_on", "shown_to_readers"),
                ],
                "description": "Only what the document gives of itself, letter for letter: where it names no publisher "
                "and no date, both stay blank. Readers see a source once they see something that rests on one of its "
                "passages.",
            },
        ),
        (
            "Text",
            {
                "fields": ["rights", "passage_list"],
                "description": "Facts come from a source, sentences do not. Of a source of short quotations, readers "
                "are never shown the text of a passage.",
            },
        ),
        ADDRESS,
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the sources with the number of their passages."""
        queryset: Any = super().get_queryset(request)
        return queryset.for_list()

    @admin.display(description="shown to readers")
    def shown_to_readers(self, source: Source) -> str:
        """Return "Yes", or "No" with the reason."""
        shown = getattr(source, "shown", False)
        return "Yes" if shown else "No: nothing that is shown rests on any of its passages."

    @admin.display(description="date", ordering=time_key("date_earliest", "date_latest"))
    def dated(self, source: Source) -> str:
        """Return the date in words."""
        return humanize(source.date)

    @admin.display(description="passages", ordering="passage_count")
    def passage_list(self, source: Source) -> SafeString | str:
        """Return the number of passages, as a link to their list."""
        if not source.pk:
            return "none yet"
        query = urlencode({"source__id__exact": source.pk})
        address = f"{reverse('admin:people_passage_changelist')}?{query}"
        number = source.passage_count
        return format_html('<a href="{}">{} passage{}</a>', address, number, pluralize(number))


@admin.register(Passage)
class PassageAdmin(PageAdmin):
    """Passages, and what rests on each."""

    form = PassageForm
    list_display = ["place", "source", "short_text", "short_digest", "is_used", "reason"]
    list_select_related = ["source"]
    list_filter = [("source", RelatedFilter), SectionFilter, CoverageFilter]
    ordering = ["source", "position", "pk"]
    search_fields = ["section", "source__slug", "source__title", "opening", "text", "digest"]
    search_help_text = "A place (slide 5, slide-5 3, 5·3), words of the source or the sentence, or how a digest begins."
    autocomplete_fields = ["source"]
    readonly_fields = ["cited_by"]
    fieldsets = [
        (
            None,
            {
                "fields": ["source", ("section", "sentence"), "position"],
                "description": "A passage is one sentence, in the place where the document has it.",
            },
        ),
        (
            "Text",
            {
                "fields": ["opening", "text", "digest", "length"],
                "description": "The digest tells whether the sentence is still the one that was cited, also where its "
                "text is not kept here.",
            },
        ),
        (
            "Coverage",
            {
                "fields": ["cited_by", "reason", "checked"],
                "description": "Every sentence either carries an entry, or says why it carries none.",
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the passages with their sources, which name them, and whether an entry cites them."""
        queryset: Any = super().get_queryset(request)
        return queryset.select_related("source").with_used()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        """Return the passages in the place, or of the source, the sentence or the digest that the term names."""
        return queryset.matching(search_term), False

    @admin.display(description="place", ordering="position")
    def place(self, passage: Passage) -> str:
        """Return the place in words."""
        return passage.place

    @admin.display(description="begins")
    def short_text(self, passage: Passage) -> str:
        """Return how the sentence begins, if that is kept here."""
        return Truncator(passage.text).words(8) or passage.opening

    @admin.display(description="digest", ordering="digest")
    def short_digest(self, passage: Passage) -> str:
        """Return as much of the digest as tells it from others."""
        return passage.digest[:12]

    @admin.display(description="cited", boolean=True, ordering="is_used")
    def is_used(self, passage: Passage) -> bool:
        """Return whether an entry cites it."""
        return bool(passage.is_used)

    @admin.display(description="entries that cite it")
    def cited_by(self, passage: Passage) -> SafeString | str:
        """Return links to the entries that cite the passage, drafts among them; of very many, to lists of all."""
        if not passage.pk:
            return "none yet"
        links = [link for noun in CITING_MODELS for link in links_to(passage, getattr(passage, f"{noun}_set"))]
        return format_html_join("", '<div><a href="{}">{}</a></div>', links) or "none yet"


def links_to(passage: Passage, entries: Any) -> Iterator[tuple[str, str]]:
    """Yield address and text of links to the first that cite the passage, and after these of one to the list of all."""
    first = list(entries.for_citing()[: MAX_LISTED_ENTRIES + 1])
    for entry in first[:MAX_LISTED_ENTRIES]:
        yield change_address(entry), f"{entry._meta.verbose_name}: {entry}"
    if len(first) > MAX_LISTED_ENTRIES:
        address = reverse(f"admin:people_{entries.model._meta.model_name}_changelist")
        yield f"{address}?passages__id__exact={passage.pk}", f"all: {counted(entries.model, entries)}"


def change_address(entry: Model) -> str:
    """Return the address of the page on which the entry is changed."""
    return reverse(f"admin:people_{entry._meta.model_name}_change", args=[entry.pk])
