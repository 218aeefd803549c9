"""Pages that write do so as revisions, each page has its history, and every revision can be taken back."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from people.admin.guarded import Context
from people.changes import UndoRefusedError, history, revision, steps_of, undo, unpermitted
from people.models import Revision
from people.querysets.guarding import NeededError
from people.vocabulary import RevisionKind

REASON_FIELD = "_reason"
# How many revisions a page of a history has, and how many of an editor's last reasons a form offers.
PAGE_SIZE = 20
MAX_OFFERED_REASONS = 10
# Of a revision as large as a seed, so many rows are told.
MAX_TOLD_ROWS = 500


def revised(request: HttpRequest, kind: RevisionKind) -> AbstractContextManager[object]:
    """Return the revision in which the request writes; one that only reads or is asked back opens none."""
    asks = request.POST.get("action") == "delete_selected" and "post" not in request.POST
    if request.method != "POST" or asks:
        return nullcontext()
    return revision(kind, request.user, request.POST.get(REASON_FIELD, "").strip())


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
        context |= {"reason": request.POST.get(REASON_FIELD, ""), "reasons": last_reasons(request.user)}
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


def last_reasons(editor: Any) -> list[str]:
    """Return the reasons that the editor gave last, each once, the last first."""
    given = Revision.objects.filter(editor=editor).exclude(reason="").order_by("-pk").values_list("reason", flat=True)
    return list(dict.fromkeys(given[: 5 * MAX_OFFERED_REASONS]))[:MAX_OFFERED_REASONS]


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
        return [path("<int:key>/change/", view, name="people_revision_change"), *super().get_urls()]

    def revision_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Return what the revision has changed, or what follows once it is taken back."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        one = get_object_or_404(Revision.objects.select_related("editor", "undoes"), pk=key)
        lacking = unpermitted(one, request.user)
        if request.method == "POST":
            if lacking:
                raise PermissionDenied
            return self._undo(request, one)
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
        }
        return TemplateResponse(request, "admin/revision.html", context)

    def _undo(self, request: HttpRequest, one: Revision) -> HttpResponse:
        try:
            done = undo(one, request.user, request.POST.get(REASON_FIELD, "").strip())
        except (UndoRefusedError, NeededError) as error:
            reasons: Iterable[str] = error.reasons if isinstance(error, UndoRefusedError) else [str(error)]
            for reason in reasons:
                self.message_user(request, f"Not undone: {reason}", messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.message_user(request, f"Everything is as it was before {one}.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:people_revision_change", args=[done.pk]))
