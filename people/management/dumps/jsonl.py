"""JSON Lines: see people.management.dumps."""

from django.core.serializers import jsonl

from people.management.dumps.names import FormerNames

Serializer = jsonl.Serializer


class JSONLDeserializer(FormerNames, jsonl.Deserializer):
    """Reads JSON Lines by former names too."""


Deserializer = JSONLDeserializer
