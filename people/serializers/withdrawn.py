"""What was withdrawn, which has no name any more."""

from rest_framework import serializers

from people.serializers.base import EntrySerializer, UpdatedField
from people.vocabulary import ChangedNoun


class WithdrawnEntrySerializer(EntrySerializer):
    """An entry that was published and is withdrawn."""

    kind = serializers.ChoiceField(ChangedNoun.choices, source="noun")
    slug_digest = serializers.CharField(
        help_text="SHA-256 of its kind and slug with a slash between them, such as person/ann-bee, after “sha256:”."
    )
    withdrawn = UpdatedField(source="at", help_text="When it was withdrawn, in ISO 8601.")
