"""The links that entries need: without a citation, or an allegation without a subject, readers don't see them."""

from django.db.models import ManyToManyField

from people.models.allegation import Allegation
from people.models.base import Sourced
from people.models.guarding import Needing, keep_needed
from people.querysets.allegation import needing_subjects
from people.querysets.citing import needing_citations


def needed_links() -> dict[ManyToManyField, Needing]:
    """Return the many-to-many fields whose links entries need, each with what tells which entries would lose by it."""
    citations: dict[ManyToManyField, Needing] = {
        model._meta.get_field("passages"): needing_citations for model in Sourced.__subclasses__()
    }
    return {**citations, Allegation._meta.get_field("subjects"): needing_subjects}


def keep_needed_links() -> None:
    """Have citations and subjects kept, once all models are loaded."""
    for field, needing in needed_links().items():
        keep_needed(field, needing)
