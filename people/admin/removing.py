"""Unpublishing and deleting entries that others need: what readers would lose is said first, and done as a whole."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin, helpers
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import PermissionDenied
from django.db import router
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property

from people.admin.guarded import lock
from people.admin.opened import digest
from people.admin.reasons import MISSING_REASON, are_seen, reason_context, reason_of
from people.admin.selection import states_of
from people.models import Person, Sourced
from people.models.removal import Lost, Removal, delete, dependents_of, told, withdraw
from people.querysets.guarding import keys_of, named

UNPUBLISH_WHOLE = "whole"
# What the page showed that asks, and whether it is that page which was answered.
QUESTION_FIELD = "_question"
ANSWERED_FIELD = "post"


class RemovalChoice(NamedTuple):
    """A button of the page that asks: what is sent, and what stands on it."""

    value: str
    label: str


class RemovalQuestion:
    """What taking entries away would take from readers, and what an editor can choose."""

    def __init__(self, model_admin: ModelAdmin, request: HttpRequest, entries: Any, removal: Removal) -> None:
        """Take the entries as a queryset, and what is to be done to them."""
        self.model_admin, self.request, self.entries, self.removal = model_admin, request, entries, removal
        # What would be deleted with them, by model.
        self.collected: Mapping[type[Model], Iterable[Model]] = {}

    @property
    def title(self) -> str:
        """Return what is asked."""
        return f"{self.verb} {named(self.entries)}?"

    @property
    def verb(self) -> str:
        """Return what is to be done."""
        return "Unpublish" if self.removal is Removal.WITHDRAW else "Delete"

    @cached_property
    def keys(self) -> list[int]:
        """Return the keys of the entries."""
        return keys_of(self.entries)

    @cached_property
    def dependents(self) -> list[Lost]:
        """Return what readers see that needs the entries."""
        return dependents_of(self.entries)

    @property
    def lost(self) -> str:
        """Return what readers would lose: "J.D. Gordon’s page, 3 jobs, 1 allegation"; nothing if nothing."""
        model = self.entries.model
        shown = getattr(model, "public", model._default_manager).filter(pk__in=self.keys)
        own = Lost(model, keys_of(shown))
        page = [f"{shown.get()}’s page"] if model is Person and len(own.keys) == 1 else [str(own)]
        return ", ".join([*(page if own.keys else []), *map(str, self.dependents)])

    @cached_property
    def diminished(self) -> list[str]:
        """Return what would stay, with less to rest on."""
        return [str(one) for one in self.entries.dependents() if one.diminished and one.entries.exists()]

    @cached_property
    def referring(self) -> list[Lost]:
        """Return what readers don't see, or what is no entry, but keeps these from being deleted."""
        if self.removal is Removal.WITHDRAW:
            return []
        known = {(one.model, key) for one in self.dependents for key in one.keys}
        others = (Lost(rows.model, keys_of(rows)) for rows in self.entries.referring())
        left = (Lost(one.model, [key for key in one.keys if (one.model, key) not in known]) for one in others)
        return [one for one in left if one.keys]

    @property
    def lines(self) -> list[str]:
        """Return what needs the entries or refers to them, by name."""
        return told([*self.dependents, *self.referring])

    @property
    def choices(self) -> list[RemovalChoice]:
        """Return the buttons."""
        whole = RemovalChoice(self.removal, f"{self.verb} all of it")
        if not self.lines:
            return [RemovalChoice("", f"{self.verb} it" if len(self.keys) == 1 else f"{self.verb} them")]
        can_stay = self.dependents and not any(issubclass(rows.model, Sourced) for rows in self.entries.referring())
        if self.removal is Removal.DELETE and can_stay:
            return [RemovalChoice(Removal.WITHDRAW, "Delete, and unpublish what else needs it"), whole]
        return [whole]

    @property
    def chosen(self) -> Removal | None:
        """Return what was chosen to become of what needs the entries; None if nothing that may be."""
        value = self.request.POST.get(UNPUBLISH_WHOLE, "")
        return Removal(value) if value and value in {choice.value for choice in self.choices} else None

    @cached_property
    def state(self) -> str:
        """Return a digest of what is asked: the entries as they are, and what would be lost with them."""
        lost = [*self.dependents, *self.referring]
        keys = [(one.model._meta.label, sorted(map(str, one.keys))) for one in lost]
        rows = [(model._meta.label, sorted(str(row.pk) for row in rows)) for model, rows in self.collected.items()]
        return digest(json.dumps([states_of(self.entries), sorted(keys), sorted(rows)]))

    @cached_property
    def lacks_reason(self) -> bool:
        """Return whether readers see any of the entries, and nobody has said why they are to be taken away."""
        return not reason_of(self.request) and are_seen(self.model_rows)

    @property
    def problem(self) -> str:
        """Return what was missing from the answer, if anything was."""
        return MISSING_REASON if ANSWERED_FIELD in self.request.POST and self.lacks_reason else ""

    @property
    def model_rows(self) -> Any:
        """Return the entries without what a list adds to them."""
        return self.entries.model._default_manager.filter(pk__in=self.keys)

    @property
    def asked(self) -> dict[str, Any]:
        """Return what the line that asks for a reason shows."""
        return reason_context(self.request)

    @property
    def is_outdated(self) -> bool:
        """Return whether the page was answered when it had asked for something else."""
        return ANSWERED_FIELD in self.request.POST and self.request.POST.get(QUESTION_FIELD) != self.state

    @property
    def is_answered(self) -> bool:
        """Return whether the entries may be taken away now."""
        if self.is_outdated or self.lacks_reason:
            return False
        return not self.lines or (ANSWERED_FIELD in self.request.POST and self.chosen is not None)

    def lacking(self) -> set[str]:
        """Return the nouns of what somebody may not unpublish or delete along with the entries."""
        action = "delete" if self.removal is self.chosen is Removal.DELETE else "change"
        site = self.model_admin.admin_site
        needing = [one for one in (*self.dependents, *self.referring) if site.is_registered(one.model)]
        admins = ((one.model, site.get_model_admin(one.model)) for one in needing)
        allowed = ((model, getattr(one, f"has_{action}_permission")(self.request)) for model, one in admins)
        return {str(model._meta.verbose_name) for model, may in allowed if not may}


class RemovingMixin(admin.ModelAdmin):
    """Pages on which entries are unpublished and deleted together with what needs them."""

    delete_confirmation_template = "admin/removal.html"
    delete_selected_confirmation_template = "admin/removal.html"

    def get_deleted_objects(
        self, objs: Sequence[Model] | QuerySet, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Return what would be deleted in words, numbers by noun, what permissions lack, and whether all may go."""
        entries = self.get_queryset(request).filter(pk__in=[entry.pk for entry in objs])
        if ANSWERED_FIELD in request.POST:
            lock(self.model, *(entry.pk for entry in objs))
        question = vars(request)["question"] = RemovalQuestion(self, request, entries, Removal.DELETE)
        collector = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        collector.collect(objs)
        collected: Any = collector.model_objs
        rows = {model: found for model, found in collected.items() if not model._meta.auto_created}
        question.collected = rows
        lines = told(Lost(model, [row.pk for row in found]) for model, found in rows.items())
        lacking = {*self._undeletable(request, rows), *question.lacking()}
        return lines, _numbers(rows), lacking, [] if question.is_answered else [*question.lines, question.title]

    def _undeletable(self, request: HttpRequest, models: Iterable[type[Model]]) -> Iterable[str]:
        for model in models:
            known = self.admin_site.is_registered(model)
            if known and not self.admin_site.get_model_admin(model).has_delete_permission(request):
                yield str(model._meta.verbose_name)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete the entry and, if that was chosen, what needs it."""
        self.delete_queryset(request, self.model._default_manager.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete the entries and, if that was chosen, what needs them; the history of each has it."""
        chosen = vars(request)["question"].chosen or Removal.WITHDRAW
        entries = self.model._default_manager.filter(pk__in=keys_of(queryset))
        log(request, dependents_of(entries), chosen)
        tell(self, request, delete(entries, chosen), chosen)

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the admin's pages, and of the one that asks before an entry is unpublished."""
        view = self.admin_site.admin_view(self.unpublish_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_unpublish"
        return [path("<path:object_id>/unpublish/", view, name=name), *super().get_urls()]

    def unpublish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask whether an entry and all that needs it shall be unpublished; the list's action does it."""
        entry = self.get_object(request, object_id)
        if not self.has_change_permission(request, entry):
            raise PermissionDenied
        if entry is None:
            return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))
        return ask_to_unpublish(self, request, self.get_queryset(request).filter(pk=entry.pk))


def ask_to_unpublish(model_admin: ModelAdmin, request: HttpRequest, entries: QuerySet) -> TemplateResponse:
    """Return the page that says what readers would lose with the entries."""
    question = vars(request)["question"] = RemovalQuestion(model_admin, request, entries, Removal.WITHDRAW)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": question.title,
        "opts": model_admin.opts,
        "perms_lacking": question.lacking(),
        "queryset": entries,
        "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
        "action": "unpublish",
        "address": reverse(f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_changelist"),
        "media": model_admin.media,
    }
    return TemplateResponse(request, "admin/removal.html", context)


def unpublish_whole(model_admin: ModelAdmin, request: HttpRequest, entries: QuerySet) -> HttpResponse | None:
    """Make drafts of published entries and of what needs them; return the page that asks if that was not chosen yet."""
    question = RemovalQuestion(model_admin, request, entries, Removal.WITHDRAW)
    if not question.keys:
        return None
    if not question.is_answered:
        return ask_to_unpublish(model_admin, request, entries)
    if question.lacking():
        raise PermissionDenied
    log(request, [Lost(model_admin.model, question.keys), *question.dependents], Removal.WITHDRAW)
    tell(
        model_admin,
        request,
        withdraw(model_admin.model._default_manager.filter(pk__in=question.keys)),
        Removal.WITHDRAW,
    )
    return None


def log(request: Any, lost: Iterable[Lost], removal: Removal) -> None:
    """Have the history of each of the entries say what becomes of it."""
    deleted = removal is Removal.DELETE
    message = "" if deleted else [{"changed": {"fields": ["Status"]}}]
    for one in lost:
        for part in one.parts():
            LogEntry.objects.log_actions(request.user.pk, part, DELETION if deleted else CHANGE, message)


def tell(model_admin: ModelAdmin, request: HttpRequest, lost: Iterable[Lost], removal: Removal) -> None:
    """Say what became of what needed the entries."""
    if lost:
        done = "deleted" if removal is Removal.DELETE else "unpublished"
        model_admin.message_user(request, f"Also {done}: {', '.join(map(str, lost))}.", messages.SUCCESS)


def _numbers(rows: Mapping[type[Model], Collection[Model]]) -> dict[str, int]:
    return {str(model._meta.verbose_name_plural): len(found) for model, found in rows.items()}
