"""Allegations, always with what their subjects answer, and other statements."""

from rest_framework import serializers

from people.models import Allegation
from people.serializers.base import DateField, EntrySerializer, PageField, PassagesField, SlugsField, UpdatedField
from people.serializers.meeting import STANDING, PeopleField
from people.vocabulary import OutcomeKind, Stance, Standing


class ResponseSerializer(EntrySerializer):
    """What a subject of the allegation answers, and the words quoted of it."""

    person = serializers.SlugField(source="person.slug")
    stance = serializers.ChoiceField(Stance.choices)
    summary = serializers.CharField()
    quote = serializers.CharField(allow_null=True)
    passages = PassagesField()


class OutcomeSerializer(EntrySerializer):
    """What became of the allegation."""

    kind = serializers.ChoiceField(OutcomeKind.choices)
    date = DateField()
    summary = serializers.CharField()
    passages = PassagesField()


class PersonAllegationSerializer(EntrySerializer):
    """Something said against the person, who says it, on whose word it rests, every answer, and what became of it."""

    slug = serializers.SlugField()
    claim = serializers.CharField()
    said_by = serializers.CharField()
    standing = serializers.ChoiceField(Standing.choices)
    passages = PassagesField()
    responses = ResponseSerializer(many=True)
    outcomes = OutcomeSerializer(many=True)

    def to_representation(self, instance: Allegation) -> dict[str, object]:
        """Return the allegation; `more_subjects` is how many others there are, where a download gives some of many.

        Nobody is given without their answers.
        """
        left_out = instance.subjects_left_out
        return ({"more_subjects": left_out} if left_out else {}) | super().to_representation(instance)


class AllegationSerializer(PersonAllegationSerializer):
    """An allegation with its title, those against whom it is made, and every answer to it."""

    title = serializers.CharField()
    subjects = SlugsField(help_text="The slugs of those against whom it is made.")
    url = PageField()
    updated = UpdatedField()


class StatementSerializer(EntrySerializer):
    """Any other thing that the source says of the person, and of others whom it names."""

    people = PeopleField(help_text="The slugs of those whom it is about.")
    summary = serializers.CharField()
    date = DateField()
    standing = serializers.ChoiceField(Standing.choices, allow_null=True, help_text=STANDING)
    passages = PassagesField()
