"""Lists sorted by names: in the order in which readers see them."""

from typing import Any

from django.contrib.admin.views.main import ChangeList

from people.querysets.keys import key_fields


class KeyedChangeList(ChangeList):
    """A list of which the column of names or titles is sorted by their keys."""

    def get_ordering_field(self, field_name: Any) -> Any:
        """Return by what a column is sorted."""
        field = super().get_ordering_field(field_name)
        keys = (key.name for key in key_fields(self.model) if key.named[0] == field and key.name == "sort_key")
        return next(keys, field)
