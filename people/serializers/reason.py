"""Why an entry is on a filtered list."""

from rest_framework import serializers

from people.models import Sourced
from people.serializers.allegation import ResponseSerializer
from people.serializers.base import DateField, EntrySerializer, PageField, PassagesField

MEANING = "Why the filters list it. Only in a list that is filtered by something which an entry has to show."
KINDS = ("meeting", "role", "allegation", "alias", "person")


class ReasonSerializer(EntrySerializer):
    """An entry by which somebody is on a filtered list."""

    parameters = serializers.ListField(
        child=serializers.CharField(), help_text="The parameters of the list that ask for it."
    )
    kind = serializers.ChoiceField(KINDS, help_text="What kind of entry it is; person: the description or summary.")
    slug = serializers.SlugField()
    text = serializers.CharField(help_text="What it says, in words; an allegation with everything replied to it.")
    date = DateField()
    url = PageField(help_text="The address where readers find it.")
    passages = PassagesField()
    responses = ResponseSerializer(many=True, help_text="What is replied to an allegation; of other kinds, nothing.")


def with_reasons(entry: Sourced, told: dict[str, object]) -> dict[str, object]:
    """Return what is told of the entry without empty reasons, or with how many more there are."""
    if entry.reasons is None:
        told.pop("reasons", None)
    elif entry.reasons.more:
        told["more_reasons"] = entry.reasons.more
    return told
