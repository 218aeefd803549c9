"""What the answers share: null for what is not recorded, entries by their slugs, passages by their places."""

from typing import Any

from rest_framework import serializers

from people.requests import absolute_url

EDTF = "EDTF (ISO 8601-2), such as 2016?-12: December, the year inferred. Null if none is recorded."


class EntrySerializer(serializers.Serializer):
    """An entry, in which null stands for what is not recorded."""

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Return the entry's values; blank ones as null."""
        values = super().to_representation(instance)
        return {name: None if value == "" else value for name, value in values.items()}


class DateField(serializers.CharField):
    """A partial date as EDTF text, or null."""

    def __init__(self, **options: Any) -> None:
        """Take what CharField takes."""
        options.setdefault("help_text", EDTF)
        super().__init__(allow_null=True, **options)


class PageField(serializers.URLField):
    """The address of the entry's page for readers."""

    def __init__(self, **options: Any) -> None:
        """Take what URLField takes."""
        options.setdefault("help_text", "The address of its page for readers.")
        super().__init__(source="get_absolute_url", **options)

    def to_representation(self, value: str) -> str:
        """Return the address with scheme and host."""
        return absolute_url(self.context["request"], value)


class UpdatedField(serializers.DateTimeField):
    """When anything that is printed of the entry last changed, as other forms of it say it too."""

    def __init__(self, **options: Any) -> None:
        """Take what DateTimeField takes."""
        options.setdefault("help_text", "When anything that is printed of it last changed, what is gone included.")
        super().__init__(source="changed_at", **options)

    def to_representation(self, value: Any) -> str:
        """Return the time in ISO 8601, in UTC."""
        return str(value.isoformat())


class SlugsField(serializers.ListField):
    """Entries that are at hand, by their slugs."""

    child = serializers.SlugField()

    def to_representation(self, data: Any) -> list[str]:
        """Return the slug of each entry."""
        return [entry.slug for entry in data.all()]


class PassagesField(serializers.ListField):
    """The sentences that say this, by their places: source, section and sentence."""

    child = serializers.CharField()

    def __init__(self, **options: Any) -> None:
        """Take what ListField takes."""
        options.setdefault("help_text", "The sentences that say this: source/section/sentence.")
        super().__init__(**options)

    def to_representation(self, data: Any) -> list[str]:
        """Return the place of each passage."""
        return [str(passage) for passage in data.all()]
