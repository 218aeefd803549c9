"""What can be wrong with a text that should be an article with a photo gallery."""

from collections.abc import Sequence


class GalleryError(ValueError):
    """The text can't be read as an article with a photo gallery."""


class NotAGalleryError(GalleryError):
    """The text lacks something that every article with a photo gallery has."""

    def __init__(self, sought: str, found: str = "none") -> None:
        """Say what was looked for, and what was there instead.

        Args:
            sought: What the article should have, for example `a headline`.
            found: What it has.
        """
        super().__init__(f"This is no article with a photo gallery: looked for {sought}, found {found}.")


class PhotoCountError(GalleryError):
    """The gallery announces another number of photos than it has slides."""

    def __init__(self, expected: int, found: Sequence[str]) -> None:
        """Keep the announced number and the slides, and list what was taken for a slide.

        Args:
            expected: The number of photos that the gallery announces.
            found: For each slide that was found, its heading or its first words.
        """
        self.expected = expected
        self.found = tuple(found)
        listed = "".join(f"\n  {number}. {start}" for number, start in enumerate(self.found, start=1))
        super().__init__(f"The gallery announces {expected} photos, but {len(self.found)} were found:{listed}")
