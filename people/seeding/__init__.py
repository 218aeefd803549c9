"""The facts that the project ships, loaded from its fixtures into the database."""

from people.seeding.errors import SeedError
from people.seeding.loading import seed
from people.seeding.outcomes import Tally

__all__ = ["SeedError", "Tally", "seed"]
