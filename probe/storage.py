"""Where the addresses of static files come from."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files under names with a digest; one that has not been collected keeps its own name.

    Every page prints such addresses, the error page included: none may fail for want of a file.
    """

    def stored_name(self, name: str) -> str:
        """Return the name under which a file is served."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
