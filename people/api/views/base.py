"""What the addresses share: reading alone, refusing what they don't understand, and redirecting what was renamed."""

from typing import Any

from django.core.exceptions import TooManyFieldsSent
from django.db.models import QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from people.api.errors import InvalidParameters, Moved
from people.api.filtering import Filtering, RowFiltering, read
from people.api.paging import EntriesPaging, PagePosition, Paging
from people.filters import IndexFilter, ParameterError, UpdatedFilter, unknown_parameter
from people.models import Sourced
from people.querysets.loading import CitingEntries
from people.reasons import FILE_LIMIT
from people.requests import absolute_url, is_tracking, site_url


class ReadingView(GenericAPIView):
    """An address to read from. A parameter that its description doesn't have is refused, or a typo would list all."""

    filter_backends: tuple[type[Filtering], ...] = ()
    rows: Any

    def get_queryset(self) -> Any:
        """Return the rows that readers see."""
        return self.rows.all()

    def get_serializer_context(self) -> dict[str, object]:
        """Return what serializers need besides the entry: scheme and host of the site."""
        return {"site": site_url(self.request)}

    @property
    def parameters(self) -> list[str]:
        """Return the parameters that the address understands."""
        described: list[Any] = [backend() for backend in self.filter_backends]
        if self.paginator:
            described.append(self.paginator)
        return [one["name"] for part in described for one in part.get_schema_operation_parameters(self)]

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Check the rate and the names of the parameters. Raises InvalidParameters for unknown ones."""
        super().initial(request, *args, **kwargs)
        known = self.parameters
        unknown = [name for name in request.query_params if name not in known and not is_tracking(name)]
        errors = [unknown_parameter(name, known) for name in unknown]
        if errors:
            raise InvalidParameters(errors)

    def handle_exception(self, exc: Exception) -> Response:
        """Return the redirect or the refusal that answers the exception."""
        if isinstance(exc, Moved):
            return Response(status=301, headers={"Location": exc.address})
        if isinstance(exc, TooManyFieldsSent):
            exc = InvalidParameters([ParameterError("", "There are too many parameters.", [])])
        return super().handle_exception(exc)


class ListView(ReadingView, ListAPIView):
    """A list in pages."""

    pagination_class = Paging


class UpdatedListView(ListView):
    """A list that the query string filters by when an entry last changed."""

    filter_backends = (RowFiltering,)
    filters = UpdatedFilter


class PagedListMixin(ReadingView):
    """An address that answers one entry, which holds a long list in pages."""

    pagination_class = EntriesPaging

    def read_page(self, rows: QuerySet | CitingEntries) -> tuple[list[Any], PagePosition]:
        """Return the page of the rows that is asked for, and what the answer tells of it. Raises InvalidParameters."""
        paging: Any = self.paginator
        return paging.paginate_queryset(rows, self.request, view=self), paging.position()


class FilteredListView(ListView):
    """A list that the query string filters."""

    filter_backends = (Filtering,)
    filters: type[IndexFilter]
    # What the query string of this request asks for.
    read_filters: IndexFilter

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        """Return the rows of the page, of whose list the keys are given."""
        return self.load(super().paginate_queryset(queryset) or [])

    def load(self, keys: list[int]) -> list[Sourced]:
        """Return the rows that have the keys, with what the answer needs of each."""
        rows: list[Sourced] = self.rows.for_list().in_order(keys)
        self.read_filters.explain(rows, FILE_LIMIT)
        return rows


class FacetsView(ReadingView):
    """For each parameter its choices, and how long a list each would give with the other filters kept."""

    filter_backends = (Filtering,)
    filters: type[IndexFilter]

    def get(self, request: Request) -> Response:
        """Answer the choices of each facet."""
        filters = read(self.filters, request)
        self.headers.update(filters.headers)
        return Response(
            {
                facet.parameter: [
                    {"value": choice.value, "label": choice.label, "count": choice.number}
                    for choice in (*facet.choices, *facet.more)
                ]
                for facet in filters.build_facets()
            }
        )


class EntryView(ReadingView):
    """One entry by its slug."""

    lookup_field = "slug"

    def get(self, request: Request, slug: str) -> Response:
        """Answer the entry. Raises NotFound, and Moved where the slug is a former one."""
        return Response(self.get_serializer(self.find(slug)).data)

    def find(self, slug: str) -> Any:
        """Return the entry. Raises NotFound, and Moved where the slug is a former one."""
        rows = self.get_queryset()
        found = rows.filter(slug=slug).first()
        if found is None:
            former = self.rows.formerly(slug).first()
            if former is None:
                raise NotFound
            raise Moved(absolute_url(self.request, f"../{former.slug}/"))
        return found
