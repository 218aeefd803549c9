"""The facts that the project ships, loaded from its fixtures into the database."""

from people.seeding.errors import SeedError
from people.seeding.loading import Report, is_seeded, seed
from people.seeding.results import EntryOutcome, EntryResult, Tally

__all__ = ["EntryOutcome", "EntryResult", "Report", "SeedError", "Tally", "is_seeded", "seed"]
