"""Allegations, what their subjects answer, what became of them, and other statements."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from people.admin.base import ADDRESS, NAMED, NAMED_FIELDS, PUBLICATION, SOURCED_FILTERS, SourcedAdmin, SourcedInline
from people.admin.forms import RowForm, SourcedForm
from people.models import Allegation, Outcome, Person, Response, Sourced, Statement
from people.querysets.time import time_key


class AllegationForm(SourcedForm):
    """An allegation; it tells its answers the subjects chosen for it."""

    def clean(self) -> dict[str, object] | None:
        """Note the subjects chosen, by which the answers are checked: they are saved only after that."""
        cleaned = super().clean()
        stored = None if "subjects" in self.fields or not self.instance.pk else self.instance.subjects.all()
        vars(self.instance)["chosen_subjects"] = self.cleaned_data.get("subjects", stored)
        return cleaned


class AnswerForm(RowForm):
    """An answer on its allegation's page."""

    def clean(self) -> dict[str, object] | None:
        """Refuse an answer of somebody who is no subject, as chosen on the same page."""
        cleaned = super().clean()
        allegation, person = self.cleaned_data.get("allegation"), self.cleaned_data.get("person")
        subjects = vars(allegation).get("chosen_subjects") if allegation else None
        if person and subjects is not None and person not in subjects:
            self.add_error("person", f"{person} is no subject of “{allegation}”.")
        return cleaned

    def _update_errors(self, errors: ValidationError) -> None:
        """Leave out what the model says of the person: it knows only the subjects saved before."""
        if hasattr(errors, "error_dict"):
            errors.error_dict.pop("person", None)
        super()._update_errors(errors)  # type: ignore[misc]


class StatementForm(SourcedForm):
    """A statement."""

    def clean(self) -> dict[str, object] | None:
        """Refuse to have it about its own person twice."""
        cleaned = super().clean()
        if self.cleaned_data.get("person") in (self.cleaned_data.get("others") or ()):
            self.add_error("others", "The person is named above already.")
        return cleaned


class ResponseInline(SourcedInline):
    """What subjects answer."""

    model = Response
    form = AnswerForm
    autocomplete_fields = ["person", "passages"]
    fields = [("person", "stance"), "summary", "quote", "passages", "status"]


class OutcomeInline(SourcedInline):
    """What became of the allegation."""

    model = Outcome
    autocomplete_fields = ["passages"]
    fields = [("kind", "date"), "summary", "passages", "status"]


@admin.register(Allegation)
class AllegationAdmin(SourcedAdmin):
    """Allegations, each beside its answers."""

    form = AllegationForm
    list_display = ["title", "said_by", "standing", "status", "is_shown"]
    list_filter = [*SOURCED_FILTERS, "standing"]
    search_fields = ["title", "claim", "said_by", "subjects__name"]
    searched = {"": Allegation, "subjects": Person}
    autocomplete_fields = ["subjects", *NAMED_FIELDS, "passages"]
    bounded_links = ["subjects"]
    inlines = [ResponseInline, OutcomeInline]
    shown_with = {"subjects": "none of its subjects is shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "claim", "subjects"],
                "description": "In our own words, and no stronger than the source's. Who is only pictured is not "
                "suggested to have done anything. What a subject answers is entered below and always shown beside "
                "the claim; a denial has an allegation even where the source only implies it.",
            },
        ),
        (
            "On whose word",
            {
                "fields": ["said_by", "standing"],
                "description": "Reported is not established: “reportedly”, “believed” and “claimed” survive here and "
                "in the wording.",
            },
        ),
        NAMED,
        PUBLICATION,
        ADDRESS,
    ]


@admin.register(Response)
class ResponseAdmin(SourcedAdmin):
    """What subjects of allegations answer."""

    list_display = ["person", "stance", "allegation", "status", "is_shown"]
    list_display_links = ["person", "stance"]
    list_select_related = ["person", "allegation"]
    list_filter = [*SOURCED_FILTERS, "stance"]
    search_fields = ["person__name", "allegation__title", "summary", "quote"]
    searched = {"": Response, "person": Person, "allegation": Allegation}
    autocomplete_fields = ["allegation", "person", "passages"]
    shown_with = {"allegation": "its allegation is not shown", "person": "its person is not shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["allegation", ("person", "stance"), "summary", "quote"],
                "description": "As fair as the claim: what is answered, in our own words, and only words that the "
                "source quotes as a quotation.",
            },
        ),
        PUBLICATION,
        ADDRESS,
    ]


@admin.register(Outcome)
class OutcomeAdmin(SourcedAdmin):
    """What became of allegations."""

    list_display = ["allegation", "kind", "dated", "status", "is_shown"]
    list_select_related = ["allegation"]
    list_filter = [*SOURCED_FILTERS, "kind"]
    search_fields = ["allegation__title", "summary"]
    searched = {"": Outcome, "allegation": Allegation}
    autocomplete_fields = ["allegation", "passages"]
    shown_with = {"allegation": "its allegation is not shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["allegation", ("kind", "date"), "summary"],
                "description": "One full sentence that says what happened, and to whom. A plea deal is no guilty plea "
                "unless the source says so.",
            },
        ),
        PUBLICATION,
        ADDRESS,
    ]

    @admin.display(description="when", ordering=time_key("date_earliest", "date_latest"))
    def dated(self, outcome: Outcome) -> str:
        """Return in words when it was."""
        return outcome.when


@admin.register(Statement)
class StatementAdmin(SourcedAdmin):
    """Other things that a source says of people."""

    form = StatementForm
    list_display = ["short_summary", "person", "dated", "standing", "status", "is_shown"]
    list_select_related = ["person"]
    list_filter = [*SOURCED_FILTERS, "standing"]
    search_fields = ["summary", "person__name"]
    searched = {"": Statement, "person": Person}
    autocomplete_fields = ["person", "others", *NAMED_FIELDS, "passages"]
    shown_with = {"person": "its person is not shown"}
    fieldsets = [
        (
            None,
            {
                "fields": ["person", "others", "summary", ("date", "standing")],
                "description": "One fact, in a plain sentence of our own, which names everybody whom it is about. What "
                "is said against somebody is an allegation, and is entered as one so that its answer can stand beside "
                "it.",
            },
        ),
        NAMED,
        PUBLICATION,
        ADDRESS,
    ]

    def hidden_reasons(self, entry: Sourced) -> list[str]:
        """Return why readers don't see the statement: for want of somebody else whom it names too."""
        reasons = super().hidden_reasons(entry)
        if not reasons and not Statement.public.filter(pk=entry.pk).exists():
            reasons.append("somebody else whom it is about is not shown")
        return reasons

    @admin.display(description="summary", ordering="summary")
    def short_summary(self, statement: Statement) -> str:
        """Return how the summary begins."""
        return Truncator(statement.summary).words(12)

    @admin.display(description="when", ordering=time_key("date_earliest", "date_latest"))
    def dated(self, statement: Statement) -> str:
        """Return in words to when it applies."""
        return statement.when
