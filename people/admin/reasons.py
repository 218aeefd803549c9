"""Why something is changed: a line that is asked for of whatever readers see, and offered from what was given last."""

from typing import Any

from django.http import HttpRequest

from people.models import Revision, Sourced
from people.models.revision import MAX_REASON_LENGTH
from people.vocabulary import Status

REASON_FIELD = "_reason"
MISSING_REASON = "Say in one line why, as readers see this. Nothing is done yet, and nothing you typed is lost."
# So many of an editor's last reasons a form offers.
MAX_OFFERED_REASONS = 10


def reason_of(request: HttpRequest) -> str:
    """Return the reason that the request gives; nothing where it gives none."""
    return request.POST.get(REASON_FIELD, "").strip()[:MAX_REASON_LENGTH]


def reason_context(request: HttpRequest) -> dict[str, Any]:
    """Return what the line that asks for a reason shows."""
    return {"reason": reason_of(request), "reasons": last_reasons(request.user)}


def last_reasons(editor: Any) -> list[str]:
    """Return the reasons that the editor gave last, each once, the last first."""
    given = Revision.objects.filter(editor=editor).exclude(reason="").order_by("-pk").values_list("reason", flat=True)
    return list(dict.fromkeys(given[: 5 * MAX_OFFERED_REASONS]))[:MAX_OFFERED_REASONS]


def are_seen(entries: Any) -> bool:
    """Return whether readers may see any of the entries, a queryset: one is published, or needs no publishing."""
    model = entries.model
    if issubclass(model, Sourced):
        return bool(entries.published().exists())
    return bool(getattr(model, "public", model._default_manager).filter(pk__in=entries.values("pk")).exists())


def changes_what_is_seen(form: Any) -> bool:
    """Return whether a form, which is validated, changes an entry that readers may see, or has them see it."""
    if not form.has_changed():
        return False
    entry = form.instance
    if isinstance(entry, Sourced):
        return _is_published(form)
    return entry.pk is not None and are_seen(type(entry)._default_manager.filter(pk=entry.pk))


def rows_change_what_is_seen(formset: Any) -> bool:
    """Return whether the rows of an entry, which are validated, change what readers may see."""
    changed = [form for form in formset.forms if form.has_changed()]
    if any(_is_published(form) for form in changed if isinstance(form.instance, Sourced)):
        return True
    return any(not isinstance(form.instance, Sourced) for form in changed) and _is_seen(formset.instance)


def _is_published(form: Any) -> bool:
    after = form.cleaned_data.get("status", form.instance.status)
    return Status.PUBLISHED in (form.initial.get("status"), after)


def _is_seen(entry: Any) -> bool:
    """Return whether readers may see the entry of which rows are changed; it is as the form has it."""
    if isinstance(entry, Sourced):
        return entry.status == Status.PUBLISHED
    return entry.pk is not None and are_seen(type(entry)._default_manager.filter(pk=entry.pk))
