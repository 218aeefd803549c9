"""Of whom something is alleged, and whether they answered."""

from array import array
from collections.abc import Iterable

from pyroaring import BitMap

from people.vocabulary import AllegationChoice


class Allegations:
    """How many allegations there are against each person, by number, and how many of these they answered."""

    def __init__(self, subjects: Iterable[tuple[int, bool]], size: int) -> None:
        """Take number and whether they answered of each subject of each allegation, and the last number."""
        self.counts, self.answered = (array("I", bytes(4 * (size + 1))) for _ in range(2))
        alleged, answering, leaving = array("I"), array("I"), array("I")
        for number, has_answered in subjects:
            self.counts[number] += 1
            self.answered[number] += has_answered
            alleged.append(number)
            (answering if has_answered else leaving).append(number)
        self._sets = {
            AllegationChoice.ANY.value: BitMap(alleged),
            AllegationChoice.ANSWERED.value: BitMap(answering),
            AllegationChoice.UNANSWERED.value: BitMap(leaving),
        }

    def sets(self, everybody: BitMap) -> dict[str, BitMap]:
        """Return to whom of everybody each choice of AllegationChoice applies."""
        return {**self._sets, AllegationChoice.NONE.value: everybody - self._sets[AllegationChoice.ANY.value]}
