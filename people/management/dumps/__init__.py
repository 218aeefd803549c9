"""Formats of `loaddata` that take dumps of versions in which a model or a field had another name; but for XML."""

from django.core import serializers


def register() -> None:
    """Have `loaddata` read these formats here."""
    for name in ("json", "jsonl", "yaml"):
        serializers.register_serializer(name, f"{__name__}.{name}")
