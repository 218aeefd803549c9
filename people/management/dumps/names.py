"""What was renamed, and the entries of dumps by the names of today."""

from collections.abc import Iterator

from django.core.serializers.base import DeserializedObject
from django.core.serializers.python import Deserializer

FORMER_MODELS = {"people.formerslug": "people.slugredirect"}
FORMER_FIELDS = {"changed_at": "updated_at"}


class FormerNames(Deserializer):
    """Mixed into a deserializer: it takes former names too."""

    def _handle_object(self, obj: object) -> Iterator[DeserializedObject]:
        yield from super()._handle_object(renamed(obj))  # type: ignore[misc]


def renamed(entry: object) -> object:
    """Return an entry of a dump by the names of today; what is none, or of another app, as it is."""
    if not isinstance(entry, dict) or not str(entry.get("model")).lower().startswith("people."):
        return entry
    fields = {FORMER_FIELDS.get(name, name): value for name, value in entry.get("fields", {}).items()}
    return entry | {"model": FORMER_MODELS.get(entry["model"].lower(), entry["model"]), "fields": fields}
