"""Who took part in meetings: the first of very many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from people.querysets.base import public_objects_of
from people.querysets.citations import keep

if TYPE_CHECKING:
    from people.models import Meeting

# So many participants stand with a meeting where it is not on its own page, and those whom the page is about.
MAX_PARTICIPANTS = 20


def load_participants(meetings: Iterable[tuple[Meeting, int | None]], most: int = MAX_PARTICIPANTS) -> None:
    """Prefetch the first participants in each of the meetings by name, in one query.

    `participant_count` is how many took part.

    Args:
        meetings: Each with the key of somebody who is loaded wherever they stand among the participants, or None.
        most: How many are loaded.
    """
    wanted = list(meetings)
    present = defaultdict(list)
    if wanted:
        participations = public_objects_of("Participation").filter(meeting__in={one.pk for one, _ in wanted})
        for one in participations.first_in_each(most, {own for _, own in wanted if own}):
            present[one.meeting_id].append(one)
    for meeting, own in wanted:
        those = [one for one in present[meeting.pk] if one.rank <= most or one.person_id == own]
        keep(meeting, "participations", those)
        meeting.participant_count = max((one.number for one in those), default=0)
