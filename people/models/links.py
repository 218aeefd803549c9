"""The links that entries need: without a citation, or an allegation without a subject, readers don't see them."""

from people.models.allegation import Allegation
from people.models.base import Sourced
from people.models.guarding import keep_needed
from people.querysets.allegation import needing_subjects
from people.querysets.citing import needing_citations


def keep_needed_links() -> None:
    """Have citations and subjects kept, once all models are loaded."""
    for model in Sourced.__subclasses__():
        keep_needed(model._meta.get_field("passages"), needing_citations)
    keep_needed(Allegation._meta.get_field("subjects"), needing_subjects)
