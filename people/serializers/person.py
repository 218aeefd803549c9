"""People."""

from rest_framework import serializers

from people.models import Person
from people.serializers.allegation import PersonAllegationSerializer, StatementSerializer
from people.serializers.base import EntrySerializer, PageField, PassagesField, TextsField, UpdatedField
from people.serializers.meeting import STANDING, PersonMeetingSerializer
from people.serializers.mention import MEANING as MENTIONS
from people.serializers.mention import MentionSerializer, with_mentions
from people.serializers.reason import MEANING, ReasonSerializer, with_reasons
from people.serializers.role import RoleSerializer
from people.vocabulary import PersonKind, RoleCategory, TieDirection, TieKind, TieStanding


class PersonSerializer(EntrySerializer):
    """Somebody of whom a source speaks."""

    slug = serializers.SlugField()
    name = serializers.CharField(allow_null=True, help_text="As the source spells it. Null if no source names them.")
    named = serializers.BooleanField(source="is_named", help_text="Whether a source gives a name.")
    slide = serializers.IntegerField(
        allow_null=True, help_text="Place in the first gallery. Null if that doesn’t show the person."
    )
    url = PageField()
    updated = UpdatedField()
    categories = serializers.ListField(
        child=serializers.ChoiceField(RoleCategory.choices), help_text="The categories of the person's roles."
    )
    reasons = ReasonSerializer(many=True, source="reasons.all", required=False, help_text=MEANING)

    def to_representation(self, instance: Person) -> dict[str, object]:
        """Return the person; `reasons` is there only in a list whose filters need explaining."""
        return with_reasons(instance, super().to_representation(instance))


class AppearanceSerializer(EntrySerializer):
    """A place in a gallery besides the first."""

    source = serializers.SlugField(source="source.slug", help_text="The gallery.")  # type: ignore[assignment]
    slide = serializers.IntegerField(min_value=1)


class TieSerializer(EntrySerializer):
    """A relation to another person that is no meeting. Its direction tells who recommended whom."""

    kind = serializers.ChoiceField(TieKind.choices, source="tie.kind")
    person = serializers.SlugField(source="other.slug", help_text="The other person.")
    direction = serializers.ChoiceField(
        TieDirection.choices, help_text="; ".join(f"{value}: {label}" for value, label in TieDirection.choices)
    )
    summary = serializers.CharField(source="tie.summary")
    standing = serializers.ChoiceField(TieStanding.choices, source="tie.standing", allow_null=True, help_text=STANDING)
    passages = PassagesField(source="tie.passages")


class ProfileSerializer(PersonSerializer):
    """Everything that the sources say of the person, each line with the sentences it rests on."""

    appearances = AppearanceSerializer(
        many=True, help_text="Places in further galleries; `slide` is that in the first."
    )
    kind = serializers.ChoiceField(PersonKind.choices)
    description = serializers.CharField(
        allow_null=True, help_text="A line under the name; of somebody unnamed, what the source shows."
    )
    summary = serializers.CharField(allow_null=True)
    passages = PassagesField(help_text="The sentences that name, show or describe the person.")
    aliases = TextsField()
    roles = RoleSerializer(many=True)
    meetings = PersonMeetingSerializer(many=True)
    ties = TieSerializer(many=True)
    allegations = PersonAllegationSerializer(many=True)
    statements = StatementSerializer(many=True, source="all_statements")
    mentioned_in = MentionSerializer(many=True, help_text=MENTIONS)

    def to_representation(self, instance: Person) -> dict[str, object]:
        """Return the person; a download of many has no `mentioned_in`."""
        return with_mentions(instance, super().to_representation(instance))
