"""Meetings."""

from typing import Any

from rest_framework import serializers

from people.models import Meeting
from people.serializers.base import DateField, EntrySerializer, PageField, PassagesField, SlugsField, UpdatedField
from people.vocabulary import Capacity, MeetingKind, Standing

STANDING = "On whose word this rests. Null if the source states it as a fact."


class PeopleField(SlugsField):
    """The slugs of people, in a list."""

    def to_representation(self, data: Any) -> list[str]:
        """Return the slug of each."""
        return [person.slug for person in data]


class PersonMeetingSerializer(EntrySerializer):
    """An occasion on which people were in contact, whatever the means; a hearing counts as no contact."""

    slug = serializers.SlugField()
    kind = serializers.ChoiceField(MeetingKind.choices)
    date = DateField()
    place = serializers.CharField(allow_null=True)
    times = serializers.IntegerField(
        allow_null=True, min_value=1, help_text="How often, where the source counts: two talks may be one meeting."
    )
    summary = serializers.CharField(allow_null=True)
    standing = serializers.ChoiceField(Standing.choices, allow_null=True, help_text=STANDING)
    people = PeopleField(source="participants", help_text="The slugs of all who took part.")
    passages = PassagesField()

    def to_representation(self, instance: Meeting) -> dict[str, object]:
        """Return the meeting; `more_people` is how many others took part, where a download gives only some of many."""
        left_out = instance.participants_left_out
        return ({"more_people": left_out} if left_out else {}) | super().to_representation(instance)


class ParticipantSerializer(EntrySerializer):
    """Somebody who took part in the meeting, and as what."""

    person = serializers.SlugField(source="person.slug")
    capacity = serializers.ChoiceField(Capacity.choices)


class MeetingSerializer(PersonMeetingSerializer):
    """A meeting with its title, the organisation that held it, and as what each participant took part."""

    title = serializers.CharField()
    organisation = serializers.SlugField(source="organisation.slug", allow_null=True)
    participants = ParticipantSerializer(many=True, source="participations")
    url = PageField()
    updated = UpdatedField()
