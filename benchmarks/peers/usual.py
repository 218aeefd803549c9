"""The list of people as it is usually written: a ListView, a FilterSet, joins made distinct, related rows prefetched.

It shows what Probe's list shows: 50 people with roles, allegations and contacts, and how many each choice would list.
It keeps no rule of Probe's but who may be seen.
"""

from typing import Any

from django.db.models import Count, QuerySet
from django.urls import path
from django.views.generic import ListView
from django_filters import CharFilter, FilterSet, MultipleChoiceFilter

from people.models import Person
from people.vocabulary import MeetingKind, RoleCategory, Status

FACETS = {
    "role": "roles__category",
    "title": "roles__title",
    "organisation": "roles__organisation__name",
    "contact_kind": "meetings__kind",
}
SHOWN = 10


class UsualPersonFilter(FilterSet):
    """The filters, as fields of related models."""

    role = MultipleChoiceFilter(field_name="roles__category", choices=RoleCategory.choices)
    contact_kind = MultipleChoiceFilter(field_name="meetings__kind", choices=MeetingKind.choices)
    contact = CharFilter(field_name="meetings__people__slug", distinct=True)

    class Meta:
        model = Person
        fields = ("role", "contact_kind", "contact")


class PersonList(ListView):
    """Fifty people, and the facets."""

    paginate_by = 50
    template_name = "people/usual.html"

    def get_queryset(self) -> QuerySet:
        """Return the people that the filters list."""
        shown = Person.objects.filter(status=Status.PUBLISHED, passages__isnull=False).distinct()
        self.filterset = UsualPersonFilter(self.request.GET, queryset=shown)
        people: QuerySet = self.filterset.qs
        return people.prefetch_related("roles__organisation", "allegations", "responses", "meetings__people").order_by(
            "sort_name", "pk"
        )

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Return what the template prints."""
        return super().get_context_data(
            facets=[(name, self.counted(field)) for name, field in FACETS.items()], **context
        )

    def counted(self, field: str) -> list[tuple[str, int]]:
        """Return the values of a field, each with how many of the people have it, the most first."""
        people = Person.objects.filter(pk__in=self.filterset.qs.order_by().values("pk"))
        counted = people.values_list(field).annotate(number=Count("pk", distinct=True))
        return list(counted.order_by("-number")[:SHOWN])


urlpatterns = [path("people/", PersonList.as_view(), name="people")]
