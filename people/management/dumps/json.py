"""JSON: see people.management.dumps."""

from django.core.serializers import json

from people.management.dumps.names import FormerNames

Serializer = json.Serializer


class JSONDeserializer(FormerNames, json.Deserializer):
    """Reads JSON by former names too."""


Deserializer = JSONDeserializer
