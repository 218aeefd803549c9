"""Answers of the API that hold no entry: addresses, choices of a facet, and why there is no answer."""

from django_filters import MultipleChoiceFilter
from rest_framework import serializers

from people.filters import ListFilter


class AddressesSerializer(serializers.Serializer):
    """The addresses of the API."""

    people = serializers.URLField()
    meetings = serializers.URLField()
    allegations = serializers.URLField()
    organisations = serializers.URLField()
    sources = serializers.URLField()
    schema = serializers.URLField(help_text="The description of all addresses, in OpenAPI.")
    docs = serializers.URLField(help_text="The documentation for readers.")


class ChoiceSerializer(serializers.Serializer):
    """A choice of a facet, and the length of the list that has this choice alone, other filters kept."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField(min_value=0)


class ProblemSerializer(serializers.Serializer):
    """A parameter that can't be read."""

    parameter = serializers.CharField()
    message = serializers.CharField()
    choices = serializers.ListField(
        child=serializers.CharField(allow_blank=True),
        help_text="What would do; the first of many end in “…”. For a parameter that does not exist, those that do.",
    )


class ProblemsSerializer(serializers.Serializer):
    """What is wrong with the address. Nothing was left out or guessed."""

    errors = ProblemSerializer(many=True)  # type: ignore[assignment]


class RefusalSerializer(serializers.Serializer):
    """Why there is no answer."""

    detail = serializers.CharField()


def facets_serializer(name: str, filters: type[ListFilter]) -> type[serializers.Serializer]:
    """Return the serializer, called `name`, of the choices of each parameter that has several."""
    facets = {
        parameter: ChoiceSerializer(many=True, label=str(one.label))
        for parameter, one in filters.base_filters.items()
        if isinstance(one, MultipleChoiceFilter)
    }
    doc = "The choices of each parameter; the numbers that the page for readers prints."
    return type(f"{name}Serializer", (serializers.Serializer,), {"__doc__": doc} | facets)
