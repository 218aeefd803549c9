"""The version of the data: what was made of the data under one version is right for as long as it is the version."""

from people.version.keeper import after_migrate, keeper_of, uninstall
from people.version.reading import STALE_IF_ERROR, data_version

__all__ = ["STALE_IF_ERROR", "after_migrate", "data_version", "keeper_of", "uninstall"]
