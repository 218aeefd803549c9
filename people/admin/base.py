"""What the pages of all nouns share."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.db.models import ForeignKey, ManyToManyField, Model
from django.db.models.fields.related import RelatedField
from django.forms import ModelChoiceField, ModelForm, ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from people.admin.bounded import BoundedFormMixin
from people.admin.companions import PublishingMixin
from people.admin.filters import ShownFilter, SourcedFilter
from people.admin.forms import EntryForm, RowForm, SourcedForm
from people.admin.guarded import Context, GuardedFormSet, GuardedInline, GuardedMixin
from people.admin.publishing import hidden_reasons, publish, unpublish
from people.admin.related import RelatedListsMixin
from people.admin.removing import RemovingMixin
from people.admin.revising import RevisingMixin
from people.admin.searching import IndexSearchMixin
from people.admin.selection import SelectionMixin
from people.admin.sorting import KeyedChangeList
from people.models import Passage, Person, Sourced
from people.querysets.guarding import NeededError, ask, one_change

PUBLICATION: Any = (
    "Citations and publication",
    {
        "fields": ["passages", "status", "shown_to_readers"],
        "description": "Cite every sentence that says this, and publish nothing that no sentence says. What is taken "
        "from elsewhere, however well known, stays out.",
    },
)
NAMED_FIELDS = ["mentioned_people", "mentioned_organisations"]
NAMED: Any = (
    "Names in the text",
    {
        "fields": NAMED_FIELDS,
        "classes": ["collapse"],
        "description": "Whom the text names besides those chosen above: each name becomes a link, and the page of each "
        "leads here. A name that two of them bear, or one in a quotation, stays as it is.",
    },
)
ADDRESS: Any = ("Address", {"fields": ["slug"], "classes": ["collapse"]})
SOURCED_FILTERS: list[Any] = ["status", SourcedFilter, ShownFilter]


def told_apart(field: RelatedField) -> dict[str, object]:
    """Return the option of a form's field that tells people apart from their namesakes, if it refers to people."""
    return {"queryset": Person.objects.told_apart(Person.objects.all())} if field.related_model is Person else {}


class PageMixin(BaseModelAdmin):
    """What whole pages and the rows of inlines share."""

    formfield_overrides = {
        # Ten rows of text for a field that holds two sentences would fill the screen.
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **options: object
    ) -> ModelMultipleChoiceField | None:
        """Return the field; passages come with the sources that their labels name, in the document's order."""
        if db_field.related_model is Passage:
            options["queryset"] = Passage.objects.cited()
        return super().formfield_for_manytomany(db_field, request, **told_apart(db_field) | options)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **options: object
    ) -> ModelChoiceField | None:
        """Return the field; people are told apart from their namesakes."""
        return super().formfield_for_foreignkey(db_field, request, **told_apart(db_field) | options)


class PageAdmin(
    RevisingMixin,
    PageMixin,
    RelatedListsMixin,
    BoundedFormMixin,
    RemovingMixin,
    SelectionMixin,
    GuardedMixin,
    admin.ModelAdmin,
):
    """The pages of a noun."""

    form = EntryForm
    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    save_on_top = True

    def get_changelist(self, request: HttpRequest, **options: object) -> type[KeyedChangeList]:
        """Return the class of the list."""
        return KeyedChangeList

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Context | None = None,
    ) -> HttpResponse:
        """Return the form, or what follows once it is saved; with the reason if it would take away what is needed."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with one_change():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except NeededError as error:
            vars(request)["refusal"] = error
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list[GuardedFormSet], change: bool) -> None:
        """Save links and rows; then, before anything is said to be saved, ask whether something lost what it needs."""
        super().save_related(request, form, formsets, change)
        ask()

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **options: object
    ) -> type[ModelForm]:
        """Return the class of the form; one that was refused when it was saved says so."""
        form = super().get_form(request, obj, change, **options)
        refusal = vars(request).get("refusal")
        return type(form.__name__, (form,), {"refusal": refusal_words(refusal, obj)}) if refusal else form

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        """Save the entry if it has changed itself: a hidden row on its page must not move a time that readers see."""
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def get_view_on_site_url(self, obj: Model | None = None) -> str | None:
        """Return the address that redirects to the entry's own, if it has one and readers are shown it.

        The entry's own is not asked for here: a form that was refused may have left a slug in it that is none.
        """
        return super().get_view_on_site_url(obj) if getattr(obj, "shown", True) else None


def refusal_words(refusal: NeededError, entry: Model | None) -> SafeString:
    """Return why the form was refused, with the way to unpublish the entry together with what needs it."""
    if not isinstance(entry, Sourced):
        return format_html("{}", refusal)
    meta = entry._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_unpublish", args=[entry.pk])
    return format_html('{} <a href="{}">Unpublish it with all that needs it …</a>', refusal, address)


class HideableAdmin(IndexSearchMixin, PageAdmin):
    """The pages of a noun that readers may not be shown."""

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the entries with whether readers see them."""
        queryset: Any = super().get_queryset(request)
        return queryset.with_shown()

    @admin.display(boolean=True, description="shown", ordering="shown")
    def is_shown(self, entry: Any) -> bool:
        """Return whether readers see the entry."""
        return bool(entry.shown)


class SourcedAdmin(PublishingMixin, HideableAdmin):
    """The pages of a noun that rests on passages."""

    form = SourcedForm
    actions = [publish, unpublish]
    readonly_fields = ["shown_to_readers"]
    # Relations of which a target has to be shown too, each with what to say if none is.
    shown_with: ClassVar[Mapping[str, str]] = {}

    def hidden_reasons(self, entry: Sourced) -> list[str]:
        """Return why readers don't see the entry: an empty list where they do."""
        return hidden_reasons(entry, self.shown_with)

    @admin.display(description="shown to readers")
    def shown_to_readers(self, entry: Sourced) -> str:
        """Return "Yes", or "No" with every reason."""
        reasons = self.hidden_reasons(entry)
        return f"No: {', and '.join(reasons)}." if reasons else "Yes"


class RowInline(PageMixin, GuardedInline, admin.StackedInline):
    """Rows of one noun on the page of another; stacked, as table cells would leave their fields without labels."""

    extra = 0
    show_change_link = True
    view_on_site = False


class SourcedInline(RowInline):
    """Rows of a noun that rests on passages."""

    form = RowForm
