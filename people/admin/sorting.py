"""Lists of names: in the order in which readers see them, and people told apart from their namesakes."""

from collections.abc import Callable

from django.contrib.admin.views.main import ChangeList
from django.db.models.expressions import Combinable
from django.http import HttpRequest

from people.models import Person
from people.querysets.keys import key_fields


class KeyedChangeList(ChangeList):
    """A list with names and titles sorted by their keys, and with people told apart from their namesakes."""

    def get_ordering_field(self, field_name: Callable | str) -> str | Combinable | None:
        """Return by what a column is sorted."""
        field = super().get_ordering_field(field_name)
        keys = (key.name for key in key_fields(self.model) if key.named[0] == field and key.name == "sort_key")
        return next(keys, field)

    def get_results(self, request: HttpRequest) -> None:
        """Find the rows of the page, and tell the people in their columns apart."""
        super().get_results(request)
        if request.method == "POST":  # which shows no list
            return
        fields = (field for field in self.model._meta.concrete_fields if field.related_model is Person)
        names = [field.name for field in fields if field.name in self.list_display]
        people = [getattr(row, name) for name in names for row in self.result_list]
        if people:
            Person.objects.tell_apart(people)
