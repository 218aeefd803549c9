"""Pages on which two entries are made one, or said to be two, and the list of those that may be the same."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from people.admin.reasons import MISSING_REASON, reason_context, reason_of
from people.admin.requests import is_key
from people.changes import PERMISSION_TO_DO, unpermitted
from people.merging import (
    MergeRefusedError,
    MergeReport,
    doubles_of,
    merge,
    not_same_words,
    possible_doubles,
    preview,
    told_apart,
)
from people.models import NotSame, Revision
from people.querysets.guarding import NeededError
from people.vocabulary import Status

MAX_FOUND_ENTRIES = 20
MAX_NAME_LENGTH = 400
# What is asked for by a button.
MERGE, SAY_TWO, TAKE_BACK = "merge", "two", "back"


class SeenError(Exception):
    """The page was answered when it had shown something else."""


@admin.action(description="Merge two selected %(verbose_name_plural)s …", permissions=["delete"])
def merge_selected(model_admin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Lead to the page on which the two are merged; of a draft and one that readers see, the latter is to stay."""
    entries = sorted(queryset[:3], key=lambda one: (getattr(one, "status", "") == Status.DRAFT, one.pk))
    if len(entries) != 2:  # noqa: PLR2004 - two are merged
        model_admin.message_user(request, "Select the two that are the same, and nothing else.", messages.WARNING)
        return None
    return HttpResponseRedirect(model_admin.merge_address(*entries))


class MergingMixin(admin.ModelAdmin):
    """Pages of entries of which two may be the same."""

    def get_urls(self) -> list[Any]:
        """Return the addresses of the admin's pages, of the one that merges, and of the list of possible doubles."""
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("doubles/", view(self.doubles_view), name=f"{name}_doubles"),
            path("<path:object_id>/merge/", view(self.merge_view), name=f"{name}_merge"),
            *super().get_urls(),
        ]

    def merge_address(self, stays: Any, goes: Any = None) -> str:
        """Return the address of the page that merges the one into the other, or on which the other one is chosen."""
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_merge", args=[stays.pk])
        return f"{address}?{urlencode({'with': goes.pk})}" if goes else address

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        """Return the page of the form, which leads to the one that merges."""
        entry = context["original"]
        context["merge_address"] = self.merge_address(entry) if entry and self.has_change_permission(request) else ""
        return super().render_change_form(request, context, *args, **options)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Return the list, which leads to that of possible doubles."""
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_doubles")
        tools = [{"address": address, "label": "Possible doubles"}] if self.has_change_permission(request) else []
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})

    def doubles_view(self, request: HttpRequest) -> HttpResponse:
        """Return the list of those that go by one name."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        found = possible_doubles(self.model, request.GET.get("from", "")[:MAX_NAME_LENGTH])
        context = self._context(request, f"{str(self.opts.verbose_name_plural).capitalize()} who may be the same")
        context["pairs"] = [(pair, self.merge_address(*_in_order(pair))) for pair in found.pairs]
        context["next_page"] = urlencode({"from": found.next_name}) if found.next_name else ""
        return TemplateResponse(request, "admin/doubles.html", context)

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Return the page that asks whether two are to be merged, or what follows once that is answered."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        stays, goes = self._entry(object_id), self._entry(request.GET.get("with", ""))
        if stays is None:
            return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))
        if goes is None or goes == stays:
            return self._choice_page(request, stays)
        if request.method != "POST":
            return self._merge_page(request, stays, goes)
        return self._answered(request, stays, goes)

    def _entry(self, key: str) -> Any:
        return told_apart(self.model._default_manager.filter(pk=key)).first() if is_key(key) else None

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts, "media": self.media}

    def _choice_page(self, request: HttpRequest, stays: Any) -> HttpResponse:
        """Return the page on which the other one is chosen: namesakes, and what a search finds."""
        query = request.GET.get("q", "")
        found: Any = self.get_search_results(request, self.get_queryset(request), query)[0] if query.strip() else []
        context = self._context(request, f"Merge with {stays}") | {
            "stays": stays,
            "query": query,
            "doubles": self._links(stays, doubles_of(stays)[:MAX_FOUND_ENTRIES]),
            "found": self._links(stays, found[: MAX_FOUND_ENTRIES + 1]),
        }
        return TemplateResponse(request, "admin/merge_with.html", context)

    def _links(self, stays: Any, entries: Iterable[Any]) -> list[tuple[Any, str]]:
        return [(entry, self.merge_address(stays, entry)) for entry in entries if entry != stays]

    def _merge_page(self, request: HttpRequest, stays: Any, goes: Any, problem: str = "") -> HttpResponse:
        """Return the page that shows what a merge would make: it is done, and nothing of it stays."""
        report: MergeReport | None = None
        refusals: list[str] = []
        try:
            report = preview(stays, goes)
        except (MergeRefusedError, NeededError) as error:
            refusals = getattr(error, "reasons", [str(error)])
        # Neither is as the rehearsal left it.
        context = self._context(request, f"Merge {goes} into {stays}?") | {
            "stays": stays,
            "goes": goes,
            "report": report,
            "refusals": refusals,
            "problem": problem,
            "two": [not_same_words(one) for one in NotSame.objects.between(stays, goes).select_related("editor")],
            "swapped": self.merge_address(goes, stays),
            "may_merge": self.has_delete_permission(request),
            **reason_context(request),
        }
        return TemplateResponse(request, "admin/merge.html", context)

    def _answered(self, request: HttpRequest, stays: Any, goes: Any) -> HttpResponse:
        answer, reason = request.POST.get("_answer", ""), reason_of(request)
        if answer == TAKE_BACK:
            NotSame.objects.between(stays, goes).delete()
            return HttpResponseRedirect(request.get_full_path())
        if not reason:
            return self._merge_page(request, stays, goes, MISSING_REASON)
        if answer == SAY_TWO:
            NotSame.objects.say(stays, goes, request.user, reason)
            self.message_user(request, f"Remembered: {stays} and {goes} are two.", messages.SUCCESS)
            return HttpResponseRedirect(self._page_of(stays))
        try:
            return self._merge(request, stays, goes, reason)
        except SeenError:
            return self._merge_page(
                request, stays, goes, "This has changed since you opened the page, so nothing was done."
            )
        except (MergeRefusedError, NeededError):
            return self._merge_page(request, stays, goes)

    def _merge(self, request: HttpRequest, stays: Any, goes: Any, reason: str) -> HttpResponse:
        names = str(goes), str(stays)
        with transaction.atomic():
            self._log(request, goes, DELETION, "")
            done, report = merge(stays, goes, request.user, reason)
            self._check(request, done, report)
            self._log(request, stays, CHANGE, f"Merged with “{names[0]}”.")
        address = reverse("admin:people_revision_change", args=[done.pk])
        told = format_html('{} is one with {} now. <a href="{}">Look at it, or take it back …</a>', *names, address)
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(self._page_of(stays))

    def _check(self, request: HttpRequest, done: Revision, report: MergeReport) -> None:
        """Raise what undoes the merge if the editor may not do all of it, or has seen something else."""
        if unpermitted(done, request.user, PERMISSION_TO_DO):
            raise PermissionDenied
        if request.POST.get("_seen") != report.state:
            raise SeenError

    def _log(self, request: Any, entry: Any, flag: int, message: str) -> None:
        entries = self.model._default_manager.filter(pk=entry.pk)
        LogEntry.objects.log_actions(request.user.pk, entries, flag, message)

    def _page_of(self, entry: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[entry.pk])


def _in_order(pair: Any) -> list[Any]:
    """Return the two, the one first that is to stay if nothing else is said."""
    return sorted(pair, key=lambda one: (getattr(one, "status", "") == Status.DRAFT, one.pk))
