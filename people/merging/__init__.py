"""Making two entries one: a rule for all that refers to them, a preview, and what is not the same."""

from people.merging.doubles import DoublesPage, PossibleDouble, doubles_of, possible_doubles, told_apart
from people.merging.merging import MergeRefusedError, merge, not_same_words, preview
from people.merging.report import MergeReport
from people.merging.rules import RULES, generic_relations, relations_of, without_rule

__all__ = [
    "RULES",
    "DoublesPage",
    "MergeRefusedError",
    "MergeReport",
    "PossibleDouble",
    "doubles_of",
    "generic_relations",
    "merge",
    "not_same_words",
    "possible_doubles",
    "preview",
    "relations_of",
    "told_apart",
    "without_rule",
]
