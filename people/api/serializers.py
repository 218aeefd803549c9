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
    withdrawn = serializers.URLField(help_text="What was published and is withdrawn.")
    schema = serializers.URLField(help_text="The description of all addresses, in OpenAPI.")
    docs = serializers.URLField(help_text="The documentation for readers.")


class ChoiceSerializer(serializers.Serializer):
    """A choice of a facet, and the length of the list that has this choice alone, other filters kept."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField(min_value=0)


class NearestChoiceSerializer(serializers.Serializer):
    """A choice, or a parameter, that was probably meant."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class NearestEntrySerializer(NearestChoiceSerializer):
    """An entry that was probably meant."""

    value = serializers.SlugField()
    url = serializers.URLField(help_text="Its address in the API.")


class ParameterErrorSerializer(serializers.Serializer):
    """A parameter that can't be read."""

    parameter = serializers.CharField()
    message = serializers.CharField()
    choices = serializers.ListField(
        child=serializers.CharField(allow_blank=True),
        help_text="What would do; the first of many end in “…”. For a parameter that does not exist, those that do.",
    )
    suggestions = NearestChoiceSerializer(many=True, help_text="Those that were probably meant, the likeliest first.")


class ProblemSerializer(serializers.Serializer):
    """Why there is no answer, as problem details (RFC 9457)."""

    type = serializers.URLField(help_text="The kind of problem; about:blank where the status says everything.")
    title = serializers.CharField(help_text="The same for all problems of the type.")
    status = serializers.IntegerField(min_value=400, max_value=599)
    detail = serializers.CharField(help_text="What happened this time.")


class NothingFoundSerializer(ProblemSerializer):
    """That there is no such entry."""

    suggestions = NearestEntrySerializer(many=True, help_text="Entries that were probably meant, the likeliest first.")


class WithdrawnSerializer(ProblemSerializer):
    """That the entry was withdrawn."""

    withdrawn = serializers.DateTimeField(help_text="When, in ISO 8601.")


class InvalidParametersSerializer(ProblemSerializer):
    """What is wrong with the address. Nothing was left out or guessed."""

    errors = ParameterErrorSerializer(many=True)  # type: ignore[assignment]


def facets_serializer(name: str, filters: type[ListFilter]) -> type[serializers.Serializer]:
    """Return the serializer, called `name`, of the choices of each parameter that has several."""
    facets = {
        parameter: ChoiceSerializer(many=True, label=str(one.label))
        for parameter, one in filters.base_filters.items()
        if isinstance(one, MultipleChoiceFilter)
    }
    doc = "The choices of each parameter; the numbers that the page for readers prints."
    return type(f"{name}Serializer", (serializers.Serializer,), {"__doc__": doc} | facets)
