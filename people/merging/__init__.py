"""Making two entries one: a rule for all that refers to them, a preview, and what is not the same."""

from people.merging.merging import MergeRefusedError, merge, not_same_words, preview
from people.merging.report import MergeReport
from people.merging.rules import RULES, generic_relations, relations_of, without_rule

__all__ = [
    "RULES",
    "MergeRefusedError",
    "MergeReport",
    "generic_relations",
    "merge",
    "not_same_words",
    "preview",
    "relations_of",
    "without_rule",
]
