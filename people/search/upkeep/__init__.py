"""The former path of `people.search.maintenance`, kept for migrations that have landed and import it."""

from people.search.maintenance import uninstall

__all__ = ["uninstall"]
