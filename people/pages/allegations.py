"""What the page of allegations prints besides its list."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from people.models import Allegation, Person


class SubjectGroup(NamedTuple):
    """Allegations that follow one another on the list and are about the same people: these, and each of them."""

    subjects: list[Person]
    allegations: list[Allegation]


def by_subjects(allegations: Iterable[Allegation]) -> list[SubjectGroup]:
    """Return the allegations in their order, parted where the subjects change, who are prefetched.

    Titles begin with their subject, so that the list's own order, which pages and downloads share, keeps what is said
    of one person together.
    """
    return [
        SubjectGroup(list(subjects), list(those))
        for subjects, those in groupby(allegations, lambda one: tuple(one.subjects.all()))
    ]
