"""The facts that the project ships, loaded from its fixtures into the database."""

from people.seeding.errors import SeedError
from people.seeding.loading import Tally, seed

__all__ = ["SeedError", "Tally", "seed"]
