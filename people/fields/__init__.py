"""Model fields that tidy their text or fill other columns of their row, also when a fixture is loaded.

They do so in `pre_save`, which `save` and `bulk_create` call, and on the `pre_save` signal of a raw save, which is all
that `loaddata` sends. `update`, `bulk_update` and `save` with `update_fields` fill those columns alone that say of what
they are made, as `named` (see people.querysets.keys), not the days of dates; and no text is stored untidied or longer
than its limit, except by SQL.
"""

from people.fields.dates import ChangedField, DayField, PartialDateField
from people.fields.derived import (
    FoldedField,
    LengthField,
    NameKeyField,
    SortKeyField,
    SpellingsField,
    TermField,
)
from people.fields.text import LimitedField, LongTextField, NameField, ProseField, SortNameField, TidyField

__all__ = [
    "ChangedField",
    "DayField",
    "FoldedField",
    "LengthField",
    "LimitedField",
    "LongTextField",
    "NameField",
    "NameKeyField",
    "PartialDateField",
    "ProseField",
    "SortKeyField",
    "SortNameField",
    "SpellingsField",
    "TermField",
    "TidyField",
]
