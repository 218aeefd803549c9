"""Sources and their passages."""

from rest_framework import serializers

from people.querysets.citing import CITING_MODELS, MAX_LISTED_ENTRIES
from people.serializers.base import DateField, EntrySerializer, PageField, UpdatedField
from people.vocabulary import Rights, SourceKind


class SourceSerializer(EntrySerializer):
    """A published document on which entries rest."""

    slug = serializers.SlugField()
    title = serializers.CharField(help_text="As published, or a description if it has none.")
    gallery_title = serializers.CharField(allow_null=True, help_text="The title of its gallery, as published.")
    publisher = serializers.CharField(allow_null=True)
    kind = serializers.ChoiceField(SourceKind.choices)
    date = DateField()
    covers_until = DateField(help_text="The latest date that it gives; nothing after it is covered.")
    original = serializers.URLField(source="url", allow_null=True, help_text="Where the document itself can be read.")
    archived = serializers.URLField(
        source="archived_url", allow_null=True, help_text="Where a copy of it is kept for good."
    )
    read_on = serializers.DateField(allow_null=True, help_text="The day on which the copy was read.")
    rights = serializers.ChoiceField(Rights.choices, help_text="What may be shown of its text.")
    url = PageField(help_text="The address of its page for readers, sentence by sentence.")
    updated = UpdatedField()


class RestingSerializer(EntrySerializer):
    """An entry that rests on a sentence."""

    kind = serializers.ChoiceField(CITING_MODELS, source="_meta.model_name")
    slug = serializers.SlugField()
    url = PageField(help_text="The address where readers find it.")


class SentenceSerializer(EntrySerializer):
    """A sentence of the source: its place, the digest by which to recognise it, and why nothing rests on it."""

    passage = serializers.CharField(source="*", help_text="Its place as entries cite it: source/section/sentence.")
    section = serializers.CharField(help_text="Such as slide-5 or paragraph-9.")
    sentence = serializers.IntegerField(min_value=0, help_text="Its number in the section; 0 is a slide's heading.")
    digest = serializers.RegexField(
        "^[0-9a-f]{64}$", help_text="SHA-256 of the sentence: NFKC, white space folded, quotes straightened."
    )
    length = serializers.IntegerField(
        min_value=0, allow_null=True, help_text="Code points of the sentence in the form of which the digest is made."
    )
    opening = serializers.CharField(allow_null=True, help_text="How it begins; all of a heading.")
    text = serializers.CharField(
        source="quotable_text", allow_null=True, help_text="Null unless the source may be shown in full."
    )
    reason = serializers.CharField(allow_null=True, help_text="Why nothing rests on it, if nothing does.")
    url = PageField(help_text="The address of the sentence on the source's page.")


class PassageSerializer(SentenceSerializer):
    """A sentence of the source with the first entries that rest on it; its own address lists them all."""

    entries = RestingSerializer(many=True, help_text=f"What rests on it: the first {MAX_LISTED_ENTRIES}.")
    entry_count = serializers.IntegerField(min_value=0, help_text="How many entries rest on it.")


class PagedSerializer(serializers.Serializer):
    """An entry that holds one page of a long list."""

    count = serializers.IntegerField(source="paging.count", min_value=0, help_text="The length of the whole list.")
    next = serializers.URLField(
        source="paging.next", allow_null=True, help_text="The address of the next page, or null on the last one."
    )
    previous = serializers.URLField(
        source="paging.previous", allow_null=True, help_text="The address of the page before, or null on the first one."
    )


class SourceProfileSerializer(SourceSerializer, PagedSerializer):
    """A source with its passages in the document's order, a page of them if there are many."""

    passages = PassageSerializer(many=True, source="sentences")


class PassageProfileSerializer(SentenceSerializer, PagedSerializer):
    """A sentence of a source with all that rests on it, page by page."""

    entries = RestingSerializer(many=True, help_text="What rests on it.")
