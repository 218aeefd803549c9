"""Slugs as `Slugged.save` makes them, without asking the database which are taken."""

from people.text import slug

LONGEST = 110


class Slugs:
    """The slugs of one noun."""

    def __init__(self, noun: str) -> None:
        """Take the name of the noun, which is the slug of a text that has no letters."""
        self.noun = noun
        self.taken: set[str] = set()
        self.next: dict[str, int] = {}

    def of(self, text: str) -> str:
        """Return the slug of a new entry with that text."""
        return self.free(slug(text))

    def free(self, whole: str) -> str:
        """Return `whole`, which is a slug, cut to length, and numbered where it is taken."""
        stem = whole[:LONGEST].strip("-") or self.noun
        found, number = stem, self.next.get(stem, 2)
        while found in self.taken:
            found, number = f"{stem}-{number}", number + 1
        self.next[stem] = number
        self.taken.add(found)
        return found
