"""YAML: see people.management.dumps."""

from django.core.serializers import pyyaml

from people.management.dumps.names import FormerNames

Serializer = pyyaml.Serializer


class YAMLDeserializer(FormerNames, pyyaml.Deserializer):
    """Reads YAML by former names too."""


Deserializer = YAMLDeserializer
