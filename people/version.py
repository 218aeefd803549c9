"""What migration 0006 imports by this name; everything else imports people.index."""

from people.index import uninstall

__all__ = ["uninstall"]
