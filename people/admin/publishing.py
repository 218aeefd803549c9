"""Publishing in bulk, and why readers do not see an entry."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from people.admin.companions import tell_drafts
from people.admin.reasons import MISSING_REASON, REASON_FIELD, reason_context, reason_of
from people.admin.removing import unpublish_whole
from people.admin.selection import LISTED_FIELD
from people.models import Sourced
from people.querysets.guarding import named
from people.vocabulary import Status

# What a list sends with an action.
RESENT_FIELDS = ("action", "index", "select_across", ACTION_CHECKBOX_NAME, LISTED_FIELD)


def hidden_reasons(entry: Sourced, needed: Mapping[str, str]) -> list[str]:
    """Return why readers don't see the entry: an empty list where they do.

    `needed` names the relations of which at least one target has to be shown too, each with what to say if none is.
    """
    if not entry.pk:
        return ["it is not saved yet"]
    own = {"it is a draft": entry.status == Status.DRAFT, "it cites no passage": not entry.is_sourced}
    others = {reason: not _shows(entry, relation) for relation, reason in needed.items()}
    return [reason for reason, applies in (own | others).items() if applies]


def _shows(entry: Sourced, relation: str) -> bool:
    related: Any = entry._meta.get_field(relation).related_model
    targets = type(entry)._default_manager.filter(pk=entry.pk).values(relation)
    return bool(related.public.filter(pk__in=targets).exists())


@admin.action(description="Publish selected %(verbose_name_plural)s", permissions=["change"])
def publish(model_admin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Publish the drafts that cite a passage; name those that cite none, and those that stay hidden all the same."""
    if not reason_of(request) and queryset.drafts().sourced().exists():
        return ask_why(model_admin, request, f"Publish {named(queryset)}?")
    total, refused = queryset.count(), list(queryset.unsourced())
    published = _release(model_admin, request, queryset.drafts().sourced())
    if published or not refused:
        model_admin.message_user(request, f"Published: {len(published)} of {total}.", messages.SUCCESS)
    if refused:
        told = f"Not published, for want of a cited passage: {_names(refused)}."
        model_admin.message_user(request, told, messages.ERROR)
    hidden = [entry for entry in published if model_admin.hidden_reasons(entry)]
    if hidden:
        told = f"Published, but not shown to readers yet (each says why on its own page): {_names(hidden)}."
        model_admin.message_user(request, told, messages.WARNING)
    if published:
        tell_drafts(model_admin, request, [entry.pk for entry in published])
    return None


def ask_why(model_admin: ModelAdmin, request: HttpRequest, question: str) -> TemplateResponse:
    """Return the page that asks why an action is to be run, and runs it again with all that was sent."""
    context = {
        **model_admin.admin_site.each_context(request),
        "title": question,
        "opts": model_admin.opts,
        "sent": [(name, value) for name, values in request.POST.lists() for value in values if name in RESENT_FIELDS],
        "problem": MISSING_REASON if REASON_FIELD in request.POST else "",
        **reason_context(request),
    }
    return TemplateResponse(request, "admin/why.html", context)


@admin.action(description="Unpublish selected %(verbose_name_plural)s", permissions=["change"])
def unpublish(model_admin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Make the published entries drafts again, and all that needs them once the editor has seen what that is."""
    total, number = queryset.count(), queryset.published().count()
    question = unpublish_whole(model_admin, request, queryset.published())
    if question is None:
        model_admin.message_user(request, f"Unpublished: {number} of {total}.", messages.SUCCESS)
    return question


def _names(entries: Iterable[Sourced]) -> str:
    return ", ".join(f"“{entry}”" for entry in entries)


def _release(model_admin: ModelAdmin, request: HttpRequest, queryset: QuerySet) -> list[Sourced]:
    """Publish the entries, one by one so that each one's history has it; return them."""
    entries = list(queryset)
    with transaction.atomic():
        for entry in entries:
            entry.status = Status.PUBLISHED
            entry.save(update_fields=["status"])
            model_admin.log_change(request, entry, [{"changed": {"fields": ["Status"]}}])
    return entries
