"""The facts that the project ships, loaded from its fixtures into the database."""

from people.seeding.errors import SeedError
from people.seeding.loading import Report, is_seeded, seed
from people.seeding.outcomes import Outcome, Result, Tally

__all__ = ["Outcome", "Report", "Result", "SeedError", "Tally", "is_seeded", "seed"]
