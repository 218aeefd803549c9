"""Meetings, who took part, and ties."""

from typing import Any

from django.contrib import admin

from people.admin.base import (
    ADDRESS,
    NAMED,
    NAMED_FIELDS,
    PUBLICATION,
    SOURCED_FILTERS,
    PageAdmin,
    RowInline,
    SourcedAdmin,
)
from people.admin.filters import RelatedFilter
from people.admin.searching import IndexSearchMixin
from people.models import Meeting, Organisation, Participation, Person, Tie
from people.querysets.time import time_key

NOBODY = "nobody who is shown took part"


class ParticipationInline(RowInline):
    """Who took part."""

    model = Participation
    autocomplete_fields = ["person"]
    fields = [("person", "capacity")]
    show_change_link = False
    verbose_name_plural = "who took part"


@admin.register(Meeting)
class MeetingAdmin(SourcedAdmin):
    """Meetings, with those who took part."""

    list_display = ["title", "kind", "held", "place", "status", "is_shown"]
    list_filter = [*SOURCED_FILTERS, "kind", "standing", ("organisation", RelatedFilter)]
    search_fields = ["title", "summary", "place", "people__name", "organisation__name"]
    searched = {"": Meeting, "people": Person, "organisation": Organisation}
    autocomplete_fields = ["organisation", *NAMED_FIELDS, "passages"]
    inlines = [ParticipationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [("kind", "standing"), "title", "summary"],
                "description": "What is reported is not established: where the source has it from others, the standing "
                "and the wording say so. Only those whom the source names as present took part.",
            },
        ),
        (
            "When and where",
            {
                "fields": [("date", "times"), ("place", "organisation")],
                "description": "No more precise than the source. A year that we infer is marked: 2016?-12 reads "
                "“December 2016 (year inferred)”.",
            },
        ),
        NAMED,
        PUBLICATION,
        ADDRESS,
    ]

    def hidden_reasons(self, entry: Any) -> list[str]:
        """Return why readers don't see the meeting: for want of people too."""
        reasons = super().hidden_reasons(entry)
        if not reasons and not Meeting.public.filter(pk=entry.pk).exists():
            reasons.append("fewer than two people who are shown took part" if entry.is_contact else NOBODY)
        return reasons

    @admin.display(description="when", ordering=time_key("date_earliest", "date_latest"))
    def held(self, meeting: Meeting) -> str:
        """Return in words when the meeting took place."""
        return meeting.when


@admin.register(Participation)
class ParticipationAdmin(IndexSearchMixin, PageAdmin):
    """Who took part in what."""

    list_display = ["person", "meeting", "capacity"]
    list_select_related = ["person", "meeting"]
    list_filter = ["capacity", "meeting__kind"]
    search_fields = ["person__name", "meeting__title"]
    searched = {"person": Person, "meeting": Meeting}
    autocomplete_fields = ["person", "meeting"]
    fieldsets = [
        (
            None,
            {
                "fields": ["person", "meeting", "capacity"],
                "description": "Readers see it where both the person and the meeting are shown. It rests on the "
                "passages of the meeting.",
            },
        )
    ]


@admin.register(Tie)
class TieAdmin(SourcedAdmin):
    """Ties of two people."""

    list_display = ["from_person", "kind", "to_person", "standing", "status", "is_shown"]
    list_display_links = ["from_person", "kind"]
    list_select_related = ["from_person", "to_person"]
    list_filter = [*SOURCED_FILTERS, "kind", "standing"]
    search_fields = ["from_person__name", "to_person__name", "summary"]
    searched = {"": Tie, "from_person": Person, "to_person": Person}
    autocomplete_fields = ["from_person", "to_person", *NAMED_FIELDS, "passages"]
    shown_with = {"from_person": "its first person is not shown", "to_person": "its second person is not shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["from_person", ("kind", "to_person"), "summary", "standing"],
                "description": "Read it from the first person to the second: A recommended B. A tie is no meeting, and "
                "says nothing of what either did. What is only reported, claimed or denied carries its standing.",
            },
        ),
        NAMED,
        PUBLICATION,
        ADDRESS,
    ]
