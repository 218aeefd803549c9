"""Publishing what belongs to an entry: what of it is still a draft is said, and published in one step."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from people.admin.guarded import lock
from people.admin.opened import digest
from people.admin.reasons import MISSING_REASON, reason_context, reason_of
from people.admin.removing import log
from people.admin.requests import is_key
from people.admin.revising import revised
from people.admin.selection import states_of
from people.models import Sourced
from people.models.publication import drafts_of, hidden, publish, sourced, unsourced
from people.models.removal import Lost, Removal, told
from people.querysets.guarding import named
from people.vocabulary import RevisionKind, Status

# So many entries an address holds; of more than these, each says on its own page what belongs to it.
MAX_OFFERED_ENTRIES = 100
MAX_NAMED_ENTRIES = 3


class Offer(NamedTuple):
    """Drafts that can be published, those that cite no passage, and the nouns of what somebody may not change."""

    publishable: list[Lost]
    uncited: list[Lost]
    lacking: list[str]

    @property
    def state(self) -> str:
        """Return a digest of the drafts as they are, so that nothing is published that nobody has seen."""
        return digest(json.dumps([_states(self.publishable), _states(self.uncited)]))


class PublishingMixin(admin.ModelAdmin):
    """Pages on which an entry is published together with what belongs to it."""

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: Iterable[BaseInlineFormSet], change: bool
    ) -> None:
        """Save links and rows; say what is still a draft beside what is published by this."""
        super().save_related(request, form, formsets, change)
        if is_published_by(form, change) or any(map(is_row_published_by, formsets)):
            tell_drafts(self, request, [form.instance.pk])

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the admin's pages, and of the one that publishes what belongs to entries."""
        view = self.admin_site.admin_view(self.companions_view)
        return [
            path("publish/", view, name=f"{self.opts.app_label}_{self.opts.model_name}_publish"),
            *super().get_urls(),
        ]

    def companions_view(self, request: HttpRequest) -> HttpResponse:
        """Ask whether the drafts that belong to the entries shall be published, and publish them."""
        keys = [key for key in request.GET.getlist("entry") if is_key(key)][:MAX_OFFERED_ENTRIES]
        entries = self.model._default_manager.filter(pk__in=keys)
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask(request, entries, offer_of(self, request, drafts_of(entries)))
        with revised(request, RevisionKind.BULK), transaction.atomic():
            drafts = drafts_of(entries)
            for one in drafts:
                lock(one.model, *one.keys)
            offer = offer_of(self, request, drafts)
            if request.POST.get("seen") != offer.state:
                return self._ask(request, entries, offer)
            if offer.lacking:
                raise PermissionDenied
            if offer.publishable and not reason_of(request):
                return self._ask(request, entries, offer, MISSING_REASON)
            release(self, request, offer)
        return HttpResponseRedirect(after(self, keys))

    def _ask(self, request: HttpRequest, entries: QuerySet, offer: Offer, problem: str = "") -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": f"Publish what belongs to {named(entries)}?" if entries else "Nothing to publish",
            "opts": self.opts,
            "publishable": told(offer.publishable),
            "uncited": told(offer.uncited),
            "perms_lacking": offer.lacking,
            "seen": offer.state,
            "changed": request.method == "POST" and not problem,
            "problem": problem,
            **reason_context(request),
            "back": after(self, [str(entry.pk) for entry in entries]),
        }
        return TemplateResponse(request, "admin/companions.html", context)


def is_published_by(form: ModelForm, change: bool) -> bool:
    """Return whether the form publishes the entry that it changes or adds."""
    return form.instance.status == Status.PUBLISHED and (not change or "status" in form.changed_data)


def is_row_published_by(formset: BaseInlineFormSet) -> bool:
    """Return whether a row on the page is published by it."""
    changed = (row for row, fields in formset.changed_objects if "status" in fields)
    rows = (row for row in (*formset.new_objects, *changed) if isinstance(row, Sourced))
    return any(row.status == Status.PUBLISHED for row in rows)


def tell_drafts(model_admin: ModelAdmin, request: HttpRequest, keys: Sequence[int]) -> None:
    """Say what belongs to the entries, given by their keys, and is still a draft; lead to where it is published."""
    drafts = drafts_of(model_admin.model._default_manager.filter(pk__in=keys))
    if not drafts:
        return
    message = f"Still a draft, so readers don’t see it: {'; '.join(map(in_short, drafts))}."
    if len(keys) <= MAX_OFFERED_ENTRIES:
        query = urlencode({"entry": keys}, doseq=True)
        address = f"{reverse(f'admin:people_{model_admin.opts.model_name}_publish')}?{query}"
        message = format_html('{} <a href="{}">Publish this too …</a>', message, address)
    model_admin.message_user(request, message, messages.WARNING)


def in_short(entries: Lost) -> str:
    """Return how many entries there are of what, and the names of the first ones: "4 jobs (“A”, “B”, “C”, 1 more)"."""
    few = Lost(entries.model, entries.keys[:MAX_NAMED_ENTRIES]).names
    more = [f"{len(entries.keys) - MAX_NAMED_ENTRIES:,} more"] if len(entries.keys) > MAX_NAMED_ENTRIES else []
    return f"{entries} ({', '.join([*few, *more])})"


def release(model_admin: ModelAdmin, request: HttpRequest, offer: Offer) -> None:
    """Publish the drafts that cite a passage; the history of each has it. Say what became of all."""
    released = publish(offer.publishable)
    log(request, released, Removal.WITHDRAW)
    if released:
        model_admin.message_user(request, f"Published: {joined(released)}.", messages.SUCCESS)
    if offer.uncited:
        message = f"Not published, for want of a cited passage: {joined(offer.uncited)}."
        model_admin.message_user(request, message, messages.ERROR)
    if unseen := hidden(released):
        message = f"Published, but not shown to readers yet (each says why on its own page): {joined(unseen)}."
        model_admin.message_user(request, message, messages.WARNING)


def joined(entries: Iterable[Lost]) -> str:
    """Return the entries in words, each noun with how many and which."""
    return "; ".join(map(in_short, entries))


def lacking_permissions(model_admin: ModelAdmin, request: HttpRequest, drafts: Iterable[Lost]) -> list[str]:
    """Return the nouns of the drafts that somebody may not change."""
    site = model_admin.admin_site
    refused = (one.model for one in drafts if not site.get_model_admin(one.model).has_change_permission(request))
    return sorted(str(model._meta.verbose_name) for model in refused)


def offer_of(model_admin: ModelAdmin, request: HttpRequest, drafts: list[Lost]) -> Offer:
    """Return what somebody is offered to publish."""
    return Offer(sourced(drafts), unsourced(drafts), lacking_permissions(model_admin, request, drafts))


def _states(drafts: Iterable[Lost]) -> list[tuple[str, dict[str, str], str]]:
    rows = [row for one in drafts for part in one.parts() for row in part]
    rows.sort(key=lambda row: (row._meta.label, row.pk))
    # What it cites is no field of its own, but moves its time.
    return [(row._meta.label, states_of([row]), str(row.updated_at)) for row in rows]


def after(model_admin: ModelAdmin, keys: list[str]) -> str:
    """Return the address to go on at: the only entry's page, or the list."""
    name = f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}"
    return reverse(f"{name}_change", args=keys) if len(keys) == 1 else reverse(f"{name}_changelist")
