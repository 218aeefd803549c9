"""Entries that mention a person or an organisation, and are about others."""

from typing import Any

from rest_framework.exceptions import NotFound

from people.api.errors import Moved
from people.api.views.base import ListView
from people.models import Organisation, Person
from people.pages.mentions import mention
from people.querysets.mentioned import Mentions, first_mentions
from people.requests import absolute_url
from people.serializers.mention import MentionSerializer


def with_first_mentions(target: Any) -> Any:
    """Return the person or organisation with the first entries that mention them, as `mentioned_in`."""
    entries, _ = first_mentions(target)
    target.mentioned_in = list(map(mention, entries))
    return target


class MentionsView(ListView):
    """All that mentions somebody or something."""

    serializer_class = MentionSerializer

    def get_queryset(self) -> Any:
        """Return what mentions the one whose slug it is.

        Raises NotFound, and Moved where the slug is a former one; what can be no page is refused before that.
        """
        slug = self.kwargs["slug"]
        found = self.rows.filter(slug=slug).first()
        if found is None:
            former = self.rows.formerly(slug).first()
            if former is None:
                raise NotFound
            paging: Any = self.paginator
            paging.check(self.request)
            raise Moved(absolute_url(self.request, f"../../{former.slug}/mentions/"))
        return Mentions(found)

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        """Return what the answer tells of the entries of the page."""
        return list(map(mention, super().paginate_queryset(queryset) or []))


class PersonMentionsView(MentionsView):
    """The entries about others that mention the person, allegations with all replies."""

    rows = Person.public


class OrganisationMentionsView(MentionsView):
    """The entries that mention the organisation, allegations with all replies."""

    rows = Organisation.public
