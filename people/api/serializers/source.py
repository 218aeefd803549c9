"""Sources and their passages."""

from typing import Any

from rest_framework import serializers

from people.api.serializers.base import DateField, EntrySerializer, PageField
from people.models import Passage
from people.querysets.source import RESTING
from people.vocabulary import Rights, SourceKind


class SourceSerializer(EntrySerializer):
    """A published document on which entries rest."""

    slug = serializers.SlugField()
    title = serializers.CharField()
    publisher = serializers.CharField(allow_null=True)
    kind = serializers.ChoiceField(SourceKind.choices)
    date = DateField()
    original = serializers.URLField(source="url", allow_null=True, help_text="Where the document itself can be read.")
    rights = serializers.ChoiceField(Rights.choices, help_text="What may be shown of its text.")
    url = PageField(help_text="The address of its page for readers, sentence by sentence.")


class RestingSerializer(serializers.Serializer):
    """An entry that rests on a sentence."""

    kind = serializers.ChoiceField(RESTING, source="_meta.model_name")
    slug = serializers.SlugField()
    url = PageField(help_text="The address where readers find it.")


class RestingField(serializers.ListField):
    """What rests on a passage; its entries are at hand."""

    child = RestingSerializer()

    def get_attribute(self, instance: Passage) -> list[Any]:
        """Return the entries of each model."""
        return [entry for model in RESTING for entry in getattr(instance, f"{model}_set").all()]


class PassageSerializer(EntrySerializer):
    """A sentence of the source: its place, the digest by which to recognise it, and what rests on it."""

    passage = serializers.CharField(source="*", help_text="Its place as entries cite it: source/section/sentence.")
    section = serializers.CharField(help_text="Such as slide-5 or paragraph-9.")
    sentence = serializers.IntegerField(min_value=0, help_text="Its number in the section; 0 is a slide's heading.")
    digest = serializers.RegexField(
        "^[0-9a-f]{64}$", help_text="SHA-256 of the sentence: NFKC, white space folded, quotes straightened."
    )
    text = serializers.CharField(
        source="quotable_text", allow_null=True, help_text="Null unless the source may be shown in full."
    )
    reason = serializers.CharField(allow_null=True, help_text="Why nothing rests on it, if nothing does.")
    url = PageField(help_text="The address of the sentence on the source's page.")
    entries = RestingField(help_text="What rests on it.")


class SourceProfileSerializer(SourceSerializer):
    """A source with each of its passages, in the document's order."""

    passages = PassageSerializer(many=True, source="sentences")
