"""Pages that write do so as revisions, each page has its history, and every revision can be taken back."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from people.admin.guarded import Context
from people.admin.reasons import MISSING_REASON, reason_context, reason_of
from people.admin.requests import is_key
from people.changes import (
    UndoRefusedError,
    deleted_entries,
    history,
    revision,
    steps_of,
    undo,
    undo_untouched,
    unpermitted,
)
from people.models import Revision
from people.querysets.guarding import NeededError
from people.vocabulary import RevisionKind

# Whether a merge is to be taken back as far as nobody has touched it since.
PARTLY_FIELD = "_partly"
# How many revisions a page of a history has.
PAGE_SIZE = 20
# Of a revision as large as a seed, so many rows are told.
MAX_TOLD_ROWS = 500


def revised(request: HttpRequest, kind: RevisionKind) -> AbstractContextManager[object]:
    """Return the revision in which the request writes; one that only reads or is asked back opens none."""
    asks = request.POST.get("action") == "delete_selected" and "post" not in request.POST
    if request.method != "POST" or asks:
        return nullcontext()
    return revision(kind, request.user, reason_of(request))


class RevisingMixin(admin.ModelAdmin):
    """Pages of entries that log what they write."""

    object_history_template = "admin/history.html"

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Context | None = None,
    ) -> HttpResponse:
        """Return the form, or what follows once it is saved."""
        with revised(request, RevisionKind.EDIT):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Context | None = None) -> HttpResponse:
        """Return the page that asks, or what follows once the entry is deleted."""
        with revised(request, RevisionKind.DELETE):
            return super().delete_view(request, object_id, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context: Context | None = None) -> HttpResponse:
        """Return the list, or what follows an action on some of it."""
        with revised(request, RevisionKind.BULK):
            return super().changelist_view(request, extra_context)

    def render_change_form(self, request: HttpRequest, context: Context, *args: Any, **options: Any) -> HttpResponse:
        """Return the page of the form, which asks why it is saved."""
        guard = vars(request).get("guard")
        context |= reason_context(request) | {"reason_error": MISSING_REASON if guard and guard.lacks_reason else ""}
        return super().render_change_form(request, context, *args, **options)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Context | None = None) -> HttpResponse:
        """Return the revisions of the entry and the rows on its form, the newest first."""
        if not object_id.isdecimal():
            raise Http404
        steps = Paginator(steps_of(str(self.opts.model_name), int(object_id)), PAGE_SIZE)
        page = steps.get_page(request.GET.get("p"))
        entries = history(change for step in page for change in step.changes)
        context = {"page": page, "entries": entries, **(extra_context or {})}
        return super().history_view(request, object_id, context)


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    """All revisions, which nobody writes by hand: editors look at them, and take them back."""

    list_display = ["__str__", "at", "editor", "reason", "rows"]
    list_filter = ["kind", "at", ("editor", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["editor"]
    list_per_page = 50
    search_fields = ["reason"]
    show_full_result_count = False
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the revisions with how many rows each has changed."""
        return Revision.objects.with_numbers()

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Return whether the editor may see anything of ours."""
        return bool(request.user.is_active and request.user.is_staff and request.user.has_module_perms("people"))

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether the editor may see anything of ours."""
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that nobody may."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return that nobody may."""
        return False

    has_delete_permission = has_change_permission

    @admin.display(description="rows")
    def rows(self, one: Revision) -> int:
        """Return how many rows the revision has changed."""
        return int(one.number)

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the list, and of a revision, on which it is taken back."""
        view = self.admin_site.admin_view(self.revision_view)
        deleted = self.admin_site.admin_view(self.deleted_view)
        return [
            path("<int:key>/change/", view, name="people_revision_change"),
            path("deleted/", deleted, name="people_revision_deleted"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Return the list, which leads to that of what was deleted."""
        tools = [{"address": reverse("admin:people_revision_deleted"), "label": "Deleted entries"}]
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """Return the list of deleted entries, each of which leads to where it is brought back."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        query, place = request.GET.get("q", ""), request.GET.get("p", "0")
        page = int(place) if is_key(place) else 0
        entries, has_more = deleted_entries(query, page * PAGE_SIZE, PAGE_SIZE)
        context = {
            **self.admin_site.each_context(request),
            "title": "Deleted entries",
            "opts": self.opts,
            "query": query,
            "entries": entries,
            "newer": urlencode({"q": query, "p": str(page - 1)}) if page else "",
            "older": urlencode({"q": query, "p": str(page + 1)}) if has_more else "",
        }
        return TemplateResponse(request, "admin/deleted.html", context)

    def revision_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Return what the revision has changed, or what follows once it is taken back."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        one = get_object_or_404(Revision.objects.select_related("editor", "undoes"), pk=key)
        lacking = unpermitted(one, request.user)
        if request.method == "POST":
            if lacking:
                raise PermissionDenied
            return self._undo(request, one) or self._page(request, one, lacking)
        return self._page(request, one, lacking)

    def _page(self, request: HttpRequest, one: Revision, lacking: list[str]) -> TemplateResponse:
        changes = list(one.changes.values_list("pk", flat=True)[: MAX_TOLD_ROWS + 1])
        context = {
            **self.admin_site.each_context(request),
            "title": f"{one.get_kind_display().capitalize()} {one.pk}",
            "opts": self.opts,
            "revision": one,
            "entries": history(changes[:MAX_TOLD_ROWS]),
            "is_cut": len(changes) > MAX_TOLD_ROWS,
            "undone_by": one.undone_by.last(),
            "lacking": lacking,
            # After a merge, what nobody has touched since can be taken back alone.
            "stays": vars(request).get("stays", []),
            **reason_context(request),
        }
        return TemplateResponse(request, "admin/revision.html", context)

    def _undo(self, request: HttpRequest, one: Revision) -> HttpResponse | None:
        """Return what follows once the revision is taken back; nothing for a merge that can be only in part."""
        part = None
        try:
            if PARTLY_FIELD in request.POST and one.kind == RevisionKind.MERGE:
                part = undo_untouched(one, request.user, reason_of(request))
            done = part.revision if part else undo(one, request.user, reason_of(request))
        except (UndoRefusedError, NeededError) as error:
            return self._refused(request, one, error)
        told = [f"What nobody has touched since {one} is as it was before.", *part.left] if part and part.left else []
        for line in told or [f"Everything is as it was before {one}."]:
            self.message_user(request, line, messages.WARNING if told else messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:people_revision_change", args=[done.pk]))

    def _refused(
        self, request: HttpRequest, one: Revision, error: UndoRefusedError | NeededError
    ) -> HttpResponse | None:
        reasons: Iterable[str] = error.reasons if isinstance(error, UndoRefusedError) else [str(error)]
        for reason in reasons:
            self.message_user(request, f"Not undone: {reason}", messages.ERROR)
        if one.kind == RevisionKind.MERGE and PARTLY_FIELD not in request.POST:
            with suppress(UndoRefusedError, NeededError):
                vars(request)["stays"] = what_stays(one)
                return None
        return HttpResponseRedirect(request.path)


def what_stays(one: Revision) -> list[str]:
    """Return in sentences what a partial undo of the revision would leave as it is: it is done, and nothing stays."""
    with transaction.atomic():
        left = undo_untouched(one).left
        transaction.set_rollback(True)
    return left or ["Everything goes back, and keeps what was changed in it since."]
