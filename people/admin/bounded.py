"""Forms of entries with very many rows or links: a browser can't handle thousands, and Django refuses what it sends."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, TypeVar

from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from people.admin.related import counted

Inlines = list[type[InlineModelAdmin]] | tuple[type[InlineModelAdmin], ...]
Found = TypeVar("Found")

# So many rows of other nouns, and so many links of one kind, stand in a form. A row has ten values and more, and
# DATA_UPLOAD_MAX_NUMBER_FIELDS counts them all: a form with more could be opened and never saved.
MAX_INLINE_ROWS = 50
MAX_INLINE_LINKS = 300
# No form that Django takes has more rows of one noun: the smallest has four values.
MAX_SENT_INLINE_ROWS = 250


class BoundedFormMixin(admin.ModelAdmin):
    """Leaves rows and links that are too many out of the form, and leads to a list of them.

    What a form was opened with is saved, even if it would be left out of one that is opened now.
    """

    # Many-to-many fields that may hold very many.
    bounded_links: ClassVar[Sequence[str]] = ()

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> Inlines:
        """Return the inlines that show the entry's rows; the first ones that have few enough together."""
        inlines = super().get_inlines(request, obj)
        if obj is None:
            return inlines
        find = _sent_inlines if request.method == "POST" else _short_inlines
        found = _once(request, "inlines_shown", lambda: dict(find(request, inlines, obj)))
        return [inline for inline in inlines if inline in found]

    def get_inline_instances(self, request: HttpRequest, obj: Model | None = None) -> list[InlineModelAdmin]:
        """Return the inlines; the heading of each says how many rows it has, also while it is folded away."""
        instances = super().get_inline_instances(request, obj)
        found = vars(request).get("inlines_shown", {})
        for instance in instances:
            if type(instance) in found:
                instance.verbose_name_plural = f"{instance.verbose_name_plural} ({found[type(instance)]})"
        return instances

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Return the fields of the form, without links of which the entry has too many."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        left_out = _once(request, "links_left_out", lambda: list(_long_links(request, self.bounded_links, obj)))
        return [
            (title, {**options, "fields": [name for name in options["fields"] if name not in left_out]})
            for title, options in fieldsets
        ]


def _once(request: HttpRequest, name: str, find: Callable[[], Found]) -> Found:
    """Return what was found at the first call of the request: Django asks several times."""
    kept = vars(request)
    if name not in kept:
        kept[name] = find()
    found: Found = kept[name]
    return found


def _short_inlines(
    request: HttpRequest, inlines: Inlines, entry: Model
) -> Iterator[tuple[type[InlineModelAdmin], int]]:
    """Yield the inlines whose rows the form has place for after those before, and how many these are.

    An editor is told of each other one. Rows that have no pages of their own come before all others.
    """
    place = MAX_INLINE_ROWS
    for inline in sorted(inlines, key=lambda one: one.model in admin.site._registry):
        key = _get_foreign_key(type(entry), inline.model, inline.fk_name)
        rows = inline.model._default_manager.filter(**{key.name: entry.pk}).order_by()
        number = len(rows.values_list("pk")[: place + 1])
        if number <= place:
            place -= number
            yield inline, number
        else:
            _tell(request, inline.model, key.name, entry)


def _sent_inlines(request: HttpRequest, inlines: Inlines, entry: Model) -> Iterator[tuple[type[InlineModelAdmin], int]]:
    """Yield the inlines that the form which was sent had, and how many rows these have: others it can't change."""
    for inline in inlines:
        key = _get_foreign_key(type(entry), inline.model, inline.fk_name)
        accessor = key.remote_field.get_accessor_name(model=inline.model)
        if f"{accessor}-TOTAL_FORMS" in request.POST:
            yield inline, getattr(entry, accessor).count()


def _long_links(request: HttpRequest, names: Sequence[str], entry: Model) -> Iterator[str]:
    """Yield those of the fields that hold too many links; an editor is told of each."""
    for name in names:
        links = getattr(entry, name).order_by().values_list("pk")
        if name not in request.POST and links[MAX_INLINE_LINKS : MAX_INLINE_LINKS + 1]:
            field: Any = entry._meta.get_field(name)
            _tell(request, field.related_model, field.related_query_name(), entry)
            yield name


def _tell(request: HttpRequest, model: type[Model], path: str, entry: Model) -> None:
    if request.method == "GET":
        messages.info(request, elsewhere(model, path, entry))


def elsewhere(model: type[Model], path: str, entry: Model) -> SafeString:
    """Return how many rows of the model `path` leads to from the entry, and where they are."""
    meta = model._meta
    address = f"{reverse(f'admin:{meta.app_label}_{meta.model_name}_changelist')}?{path}__id__exact={entry.pk}"
    number = counted(model, model._default_manager.filter(**{path: entry.pk}))
    return format_html('Too many to show in this form: {}. <a href="{}">List them</a>.', number, address)
