"""Forms that save only what they were opened on: what others have changed since is shown before it is overwritten."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import BaseFormSet, Form, ModelForm
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst

from people.admin import bounded
from people.admin.adding import FORM_KEY_FIELD, added_before, form_key, new_form_key, noted
from people.admin.guard import Guard
from people.admin.merging import make_new
from people.admin.opened import OPENED_FIELD, opened_on
from people.pages.unsaved import unsaved_page

# What a template of the admin's is given, much of it by Django.
Context = dict[str, Any]


class FormProblem(NamedTuple):
    """Something that is wrong with a form: of which field, with a link to it, and what."""

    place: str
    target: str
    message: str


class GuardedForm(forms.ModelForm):
    """A form of an entry, which asks the guard before it is saved."""

    guard: ClassVar[Guard | None] = None

    def is_valid(self) -> bool:
        """Return whether the form may be saved."""
        valid = super().is_valid()
        return (self.guard is None or self.guard.admits(self)) and valid


class GuardedFormSet(BaseInlineFormSet):
    """The rows of an entry, which ask the guard before they are saved; `guarded` if the editor may change them."""

    guard: ClassVar[Guard | None] = None
    guarded: ClassVar[bool] = True
    # Django sets both, which the type checker takes for optional.
    model: type[Model]
    prefix: str

    def is_valid(self) -> bool:
        """Return whether the rows may be saved."""
        valid = super().is_valid()
        return (self.guard is None or self.guard.admits_rows(self)) and valid

    def get_queryset(self) -> Any:
        """Return the rows; of a form that was sent those that it has, in its order, and then some that have come."""
        return self._sent_first if self.is_bound else super().get_queryset()

    @cached_property
    def _sent_first(self) -> list[Model]:
        # Rows that others have added have later keys.
        number = min(self.initial_form_count(), self.total_form_count())
        rows = super().get_queryset().order_by("pk")[: number + bounded.MAX_INLINE_ROWS + 1]
        keys = [self.data.get(f"{self.add_prefix(row)}-{self.model._meta.pk.name}") for row in range(number)]
        places = {key: place for place, key in enumerate(keys)}
        return sorted(rows, key=lambda row: places.get(str(row.pk), number))


class GuardedMixin(admin.ModelAdmin):
    """Pages of forms that save only what they were opened on."""

    # Whether a form that adds an entry may do so once only; where a name is unique, it can't anyway.
    adds_once: ClassVar[bool] = True

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Context | None = None,
    ) -> HttpResponse:
        """Return the form, or what follows once it is saved; if others have changed the entry since, what they did."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            guard = vars(request)["guard"] = Guard(request)
            if object_id is not None and not lock(self.model, unquote(object_id)):
                return self._show_deleted(request, guard, unquote(object_id), extra_context)
            done = self._added_already(request, guard) if object_id is None else None
            response = done or super().changeform_view(request, object_id, form_url, extra_context)
            if guard.refuses and guard.merged is None:
                request.POST = guard.merge()  # type: ignore[assignment]
                response = super().changeform_view(request, object_id, form_url, extra_context)
            return response

    def get_form(self, request: HttpRequest, obj: Model | None = None, change: bool = False, **options: object) -> Any:
        """Return the class of the form, which asks the guard."""
        form: Any = super().get_form(request, obj, change=change, **options)
        form.guard = vars(request).get("guard")
        return form

    def render_change_form(self, request: HttpRequest, context: Context, *args: Any, **options: Any) -> HttpResponse:
        """Return the page of the form, with what the form was opened on."""
        form, formsets = context["adminform"].form, [one.formset for one in context["inline_admin_formsets"]]
        guard: Guard | None = vars(request).get("guard")
        if context["original"] is None:
            keeps = guard and not guard.closed and form_key(request)
            context["guarded"] = {"name": FORM_KEY_FIELD, "value": keeps or new_form_key()} if self.adds_once else {}
        else:
            sent = (guard.merged or request.POST.get(OPENED_FIELD, "")) if guard else opened_on(form, formsets)
            context["guarded"] = {"name": OPENED_FIELD, "value": str(sent)}
        context |= {
            "guard": guard,
            "problems": list(problems_of(form, formsets)),
            "lost_files": lost_files(request),
        }
        return super().render_change_form(request, context, *args, **options)

    def construct_change_message(
        self, request: HttpRequest, form: Form, formsets: Iterable[BaseFormSet], add: bool = False
    ) -> list[Any]:
        """Return what the admin's log says; of an entry that was added also by which form."""
        message: Any = super().construct_change_message(request, form, formsets, add)
        return noted(request, message) if add and self.adds_once else message

    def _added_already(self, request: HttpRequest, guard: Guard) -> HttpResponse | None:
        """Return what follows if the form has added its entry before; note it if that was another one, or is gone."""
        before = added_before(request, self.model) if self.adds_once and not guard.closed else None
        if before is None:
            return None
        entry = self.get_object(request, before.key)
        if entry is None or not before.same:
            noun = self.opts.verbose_name
            gone = f"This form added a {noun} before, which has been deleted since."
            told = f"This form has already added “{entry}”. Nothing more is saved yet." if entry else gone
            guard.told.append(f"{told} Save once more to add another {noun}.")
            guard.closed = True
            return None
        if IS_POPUP_VAR in request.POST:
            return self.response_add(request, entry)
        self.message_user(request, f"“{entry}” was added already; it was not added twice.", messages.WARNING)
        return HttpResponseRedirect(reverse(self._address("change"), args=[entry.pk]))

    def _show_deleted(
        self, request: HttpRequest, guard: Guard, key: str, extra_context: Context | None
    ) -> HttpResponse:
        """Return the form that adds an entry, with what was typed for one that is no more."""
        noun = self.opts.verbose_name
        name = guard.authors.name(self.model, key) or f"This {noun}"
        told = f"{name} no longer exists: deleted {guard.authors.deleted(self.model, key)}."
        if not self.has_add_permission(request):
            return unsaved_page(request, 404, "Not saved: it was deleted", f"{told} What you typed is below.")
        guard.closed = True
        guard.told = [f"{told} What you typed is below. Save to add it as a new {noun}."]
        request.POST = data = request.POST.copy()  # type: ignore[assignment]
        for inline in self.get_inline_instances(request):
            formset: Any = inline.get_formset(request)
            make_new(data, formset.get_default_prefix(), "id", formset.fk.name)
        return super().changeform_view(request, None, reverse(self._address("add")), extra_context)

    def _address(self, page: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"


class GuardedInline(admin.options.InlineModelAdmin):
    """Rows on the page of an entry, guarded with it."""

    formset = GuardedFormSet

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **options: object) -> Any:
        """Return the class of the formset, which asks the guard."""
        formset: Any = super().get_formset(request, obj, **options)
        formset.guard = vars(request).get("guard")
        formset.guarded = self.has_change_permission(request, obj)
        formset.absolute_max = bounded.MAX_SENT_INLINE_ROWS
        return formset

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the rows, which nobody else changes while they are saved."""
        rows = super().get_queryset(request)
        return rows.select_for_update(no_key=True, of=("self",)) if "guard" in vars(request) else rows


def lost_files(request: HttpRequest) -> list[str]:
    """Return the names of the files that were sent: a form that is shown again can't keep them."""
    files: Any = request.FILES
    return sorted(file.name or "" for file in files.values())


def lock(model: type[Model], *keys: object) -> int:
    """Return how many of the rows there are; nobody else changes them until the transaction ends (PostgreSQL).

    SQLite lets one transaction write at a time. A key that can be none is that of no row.
    """
    rows = model._base_manager.select_for_update(no_key=True).order_by("pk").values_list("pk")
    with suppress(ValidationError, ValueError):
        return len(rows.filter(pk__in=keys))
    return 0


def problems_of(form: ModelForm, formsets: list[GuardedFormSet]) -> Iterator[FormProblem]:
    """Yield all that is wrong with a form and its rows, so that no error is left without a name."""
    if not form.is_bound:
        return
    yield from (problem for problem in _problems(form, "") if problem.place)  # the others stand above
    for formset in formsets:
        noun = str(capfirst(formset.model._meta.verbose_name))
        yield from (FormProblem(noun, "", str(message)) for message in formset.non_form_errors())
        for number, row in enumerate(formset.forms, start=1):
            yield from _problems(row, f"{noun} {number}")


def _problems(form: ModelForm, place: str) -> Iterator[FormProblem]:
    for name, errors in form.errors.items():
        field = form.fields.get(name)
        label = str(field.label or name) if field else ""
        target = form[name].id_for_label if field and not field.widget.is_hidden else ""
        for message in errors:
            yield FormProblem(", ".join(filter(None, (place, label))), target, str(message))
