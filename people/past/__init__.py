"""What readers see of the past: that entries were added, corrected and withdrawn, and never what stood there."""

from people.past.history import HistoryPage, entry_history, site_history
from people.past.installing import after_migrate, before_migrate
from people.past.tombstones import ADDRESSED, latest_gone, tombstone_triggers, withdrawn_at

__all__ = [
    "ADDRESSED",
    "HistoryPage",
    "after_migrate",
    "before_migrate",
    "entry_history",
    "latest_gone",
    "site_history",
    "tombstone_triggers",
    "withdrawn_at",
]
