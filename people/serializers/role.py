"""Roles and organisations."""

from rest_framework import serializers

from people.serializers.base import DateField, EntrySerializer, PageField, PassagesField, UpdatedField
from people.serializers.meeting import PersonMeetingSerializer
from people.serializers.mention import MEANING as MENTIONS
from people.serializers.mention import MentionSerializer
from people.vocabulary import OrganisationKind, RoleCategory, Tenure


class RoleSerializer(EntrySerializer):
    """A post that the person held or, where its tenure says so, was only proposed for."""

    title = serializers.CharField()
    category = serializers.ChoiceField(RoleCategory.choices, allow_null=True)
    organisation = serializers.SlugField(source="organisation.slug", allow_null=True)
    start = DateField()
    end = DateField()
    tenure = serializers.ChoiceField(
        Tenure.choices,
        allow_null=True,
        help_text="What the source says apart from dates; a post may be only proposed.",
    )
    passages = PassagesField()


class HolderSerializer(RoleSerializer):
    """A post at the organisation, and who held it or was proposed for it."""

    organisation = None  # type: ignore[assignment]
    person = serializers.SlugField(source="person.slug")


class OrganisationSerializer(EntrySerializer):
    """A campaign, government body, company, party or outlet."""

    slug = serializers.SlugField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(OrganisationKind.choices)
    url = PageField()
    updated = UpdatedField()


class OrganisationProfileSerializer(OrganisationSerializer):
    """An organisation with the posts at it and the meetings that it held."""

    roles = HolderSerializer(many=True)
    meetings = PersonMeetingSerializer(many=True)
    mentioned_in = MentionSerializer(many=True, help_text=MENTIONS)
