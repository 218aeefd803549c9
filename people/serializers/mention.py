"""Entries that name a person or an organisation, and are about others."""

from typing import Any

from rest_framework import serializers

from people.querysets.mentions import MENTIONING_MODELS
from people.serializers.allegation import OutcomeSerializer, ResponseSerializer
from people.serializers.base import DateField, EntrySerializer, PageField, PassagesField
from people.serializers.meeting import STANDING
from people.vocabulary import Standing, TieStanding

MEANING = "Entries about others that mention them: the first ones. The address mentions/ below this one has all."
# A meeting or a connection has one of either.
STANDINGS = list(dict([*Standing.choices, *TieStanding.choices]).items())


class MentionSerializer(EntrySerializer):
    """An entry about others that mentions a person or an organisation; an allegation with everything replied to it.

    Of somebody's summary it is only told whose it is: what it says rests on other entries.
    """

    kind = serializers.ChoiceField(MENTIONING_MODELS, help_text="What it is; person: the summary of somebody else.")
    slug = serializers.SlugField(source="entry.slug")
    title = serializers.CharField(source="heading", help_text="Its title, or whom it is about.")
    text = serializers.CharField(allow_null=True, help_text="What it says.")
    standing = serializers.ChoiceField(STANDINGS, source="standing_value", allow_null=True, help_text=STANDING)
    date = DateField()
    url = PageField(help_text="The address where readers find it.")
    passages = PassagesField()
    responses = ResponseSerializer(many=True, help_text="What is replied to an allegation; of other kinds, nothing.")
    outcomes = OutcomeSerializer(many=True, help_text="What became of an allegation; of other kinds, nothing.")

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Return the entry; `more_subjects` is how many others an allegation of very many people is about."""
        left_out = instance.entry.subjects_left_out if instance.is_allegation else 0
        return super().to_representation(instance) | ({"more_subjects": left_out} if left_out else {})


def with_mentions(entry: Any, told: dict[str, Any]) -> dict[str, Any]:
    """Return what is told of the person or organisation without its mentions where they were not asked for."""
    if entry.mentioned_in is None:
        told.pop("mentioned_in", None)
    return told
