"""Forms of entries with very many rows or links: a browser can't handle thousands, and Django refuses what it sends."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

# So many rows of other nouns, and so many links of one kind, stand in a form. A row has ten values and more, and
# DATA_UPLOAD_MAX_NUMBER_FIELDS counts them all: a form with more could be opened and never saved.
MAX_ROWS = 50
MAX_LINKS = 300
# No form that Django takes has more rows of one noun: the smallest has four values.
MAX_SENT_ROWS = 250


class BoundedFormMixin(admin.ModelAdmin):
    """Leaves rows and links that are too many out of the form, and leads to a list of them.

    What a form was opened with is saved, even if it would be left out of one that is opened now.
    """

    # Many-to-many fields that may hold very many.
    bounded_links: ClassVar[Sequence[str]] = ()

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Return the inlines that show the entry's rows; the first ones that have few enough together."""
        inlines = super().get_inlines(request, obj)
        if obj is None:
            return inlines
        find = _inlines_not_sent if request.method == "POST" else _long_inlines
        left_out = _once(request, "inlines_left_out", lambda: list(find(request, inlines, obj)))
        return [inline for inline in inlines if inline not in left_out]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields of the form, without links of which the entry has too many."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        left_out = _once(request, "links_left_out", lambda: list(_long_links(request, self.bounded_links, obj)))
        return [
            (title, {**options, "fields": [name for name in options["fields"] if name not in left_out]})
            for title, options in fieldsets
        ]


def _once(request: HttpRequest, name: str, find: Any) -> Any:
    """Return what was found at the first call of the request: Django asks several times."""
    kept = vars(request)
    if name not in kept:
        kept[name] = find()
    return kept[name]


def _long_inlines(request: HttpRequest, inlines: Any, entry: Any) -> Iterator[Any]:
    """Yield the inlines with more rows than the form has place for after those before; an editor is told of each."""
    place = MAX_ROWS
    for inline in inlines:
        key: Any = _get_foreign_key(type(entry), inline.model, inline.fk_name)
        rows = inline.model._default_manager.filter(**{key.name: entry.pk}).order_by()
        number = len(rows.values_list("pk")[: place + 1])
        if number <= place:
            place -= number
        else:
            _tell(request, inline.model, key.name, entry)
            yield inline


def _inlines_not_sent(request: HttpRequest, inlines: Any, entry: Any) -> Iterator[Any]:
    """Yield the inlines that the form which was sent did not have: it can't change their rows."""
    for inline in inlines:
        key: Any = _get_foreign_key(type(entry), inline.model, inline.fk_name)
        if f"{key.remote_field.get_accessor_name(model=inline.model)}-TOTAL_FORMS" not in request.POST:
            yield inline


def _long_links(request: HttpRequest, names: Sequence[str], entry: Any) -> Iterator[str]:
    """Yield those of the fields that hold too many links; an editor is told of each."""
    for name in names:
        links = getattr(entry, name).order_by().values_list("pk")
        if name not in request.POST and links[MAX_LINKS : MAX_LINKS + 1]:
            field = entry._meta.get_field(name)
            _tell(request, field.related_model, field.related_query_name(), entry)
            yield name


def _tell(request: HttpRequest, model: Any, path: str, entry: Any) -> None:
    if request.method == "GET":
        messages.info(request, elsewhere(model, path, entry))


def elsewhere(model: Any, path: str, entry: Any) -> SafeString:
    """Return where the rows of the model are that `path` leads to from the entry."""
    meta = model._meta
    address = f"{reverse(f'admin:{meta.app_label}_{meta.model_name}_changelist')}?{path}__id__exact={entry.pk}"
    told = 'Too many {} to show in this form: <a href="{}">list them</a>.'
    return format_html(told, meta.verbose_name_plural, address)
