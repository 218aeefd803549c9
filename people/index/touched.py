"""What a change touches: the entries that are to be read anew, as the index tells something else of them now."""

from collections.abc import Iterable, Mapping
from typing import Any

from people.index.ids import IdMap
from people.index.log import RowStates
from people.index.watched import NAMING_MODELS
from people.models import Alias, Allegation, Meeting, Participation, Person, Response, Role, Statement, Tie
from people.querysets.mentions import mention_links

NOUNS = ("person", "alias", "role", "organisation", "meeting", "tie", "allegation", "response", "statement")

# Columns that name an entry, with its noun.
COLUMNS: Mapping[str, str] = {
    **{f"{noun}_id": noun for noun in NOUNS},
    "from_person_id": "person",
    "to_person_id": "person",
}
# Tables whose rows say whether readers see a person, and where.
PLACES = ("person_passages", "appearance")

# The columns of entries that name others, and the links by which they name several people.
NAMED: tuple[tuple[str, Any, str], ...] = (
    ("alias", Alias, "person"),
    ("role", Role, "person"),
    ("role", Role, "organisation"),
    ("response", Response, "person"),
    ("response", Response, "allegation"),
    ("tie", Tie, "from_person"),
    ("tie", Tie, "to_person"),
    ("statement", Statement, "person"),
    ("meeting", Meeting, "organisation"),
)
LINKED: Mapping[str, Any] = {"allegation": Allegation.subjects.through, "statement": Statement.others.through}

Keys = dict[str, set[int]]


class Touched:
    """Keys of entries by noun: of all that are touched, and in `rows` of those whose own rows have changed.

    A row that has changed touches what it names. Who comes into sight, or is lost to it, touches whatever names them.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.keys: Keys = {noun: set() for noun in NOUNS}
        self.rows: Keys = {noun: set() for noun in NOUNS}
        # People whom readers see and didn't before, or the other way round.
        self.turned: set[int] = set()

    @classmethod
    def by(cls, changed: Iterable[RowStates], people: IdMap) -> "Touched":
        """Return what the changes of rows touch; `people` are those whom readers saw before."""
        found = cls()
        for one in changed:
            found._note(one)
        found._add_dependents(found.rows["person"], people)
        found._add_named()
        return found

    def __or__(self, other: "Touched") -> "Touched":
        found = Touched()
        found.keys = {noun: self.keys[noun] | other.keys[noun] for noun in NOUNS}
        found.rows = {noun: self.rows[noun] | other.rows[noun] for noun in NOUNS}
        return found

    def __len__(self) -> int:
        """Return how many entries there are."""
        return sum(map(len, self.keys.values()))

    def _note(self, changed: RowStates) -> None:
        if changed.table in NOUNS:
            self.keys[changed.table].add(changed.key)
            self.rows[changed.table].add(changed.key)
        for row in changed.rows:
            for column, value in row.items():
                if column in COLUMNS and value is not None:
                    self.keys[COLUMNS[column]].add(value)
            if changed.table in PLACES:
                self.rows["person"].add(row["person_id"])

    def _add_dependents(self, moved: set[int], people: IdMap) -> None:
        """Add whatever names those of the people whom readers see now and didn't before, or the other way round."""
        if not moved:
            return
        seen = set(Person.public.filter(pk__in=moved).order_by().values_list("pk", flat=True))
        them = {person for person in moved if (person in seen) != bool(people.number(person))}
        self.turned = them
        if not them:
            return
        for noun, model in (("alias", Alias), ("role", Role), ("statement", Statement), ("response", Response)):
            self._add(noun, model._default_manager.filter(person__in=them), "pk")
        self._add("meeting", Participation.objects.filter(person__in=them), "meeting")
        for end in ("from_person", "to_person"):
            self._add("tie", Tie.objects.filter(**{f"{end}__in": them}), "pk")
        for noun, links in LINKED.items():
            self._add(noun, links._default_manager.filter(person__in=them), noun)

    def _add_named(self) -> None:
        """Add what the entries themselves name, and whose they are."""
        for noun, model, column in NAMED:
            if self.keys[noun]:
                self._add(COLUMNS[f"{column}_id"], model._default_manager.filter(pk__in=self.keys[noun]), column)
        for noun, links in LINKED.items():
            if self.keys[noun]:
                self._add("person", links._default_manager.filter(**{f"{noun}__in": self.keys[noun]}), "person")
        for noun in NAMING_MODELS:
            # Whatever else becomes of people whom readers see, they name the same organisations.
            naming = self.turned if noun == "person" else self.keys[noun]
            if naming:
                links, entry, _ = mention_links(noun, "organisation")
                self._add("organisation", links.filter(**{f"{entry}__in": naming}), "organisation")

    def _add(self, noun: str, rows: Any, column: str) -> None:
        self.keys[noun].update(value for value in rows.order_by().values_list(column, flat=True) if value is not None)
