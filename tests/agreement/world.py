"""A small world as plain rows, and how it is written to the database. People are given by their places."""

import datetime as dt
from typing import Any, NamedTuple

from hypothesis import strategies as st

from people.models import (
    Allegation,
    Appearance,
    Meeting,
    Organisation,
    Participation,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)
from tests.factories import make_passage, make_source

# Family names sort otherwise than slugs do; two are namesakes, and two unnamed. Each has a word that nobody else has.
NAMES = ["Ann Young", "Bob Young", "Cy Mead", "Cy Mead", "", ""]
PEOPLE = ["ann-young", "bob-young", "cy-mead", "cy-mead-2", "man-four", "man-five"]
# Of whom there is nothing but a name.
UNDESCRIBED = 1
TITLES = {"manager": "Manager", "press-officer": "Press officer", "editeur": "Éditeur"}
BODIES = {"bank": "The bank", "campaign": "The campaign"}
CATEGORIES = ["campaign", "business", "media"]
KINDS = ["in-person", "message", "hearing", "dinner"]
STANDINGS = ["reported", "alleged"]
# The first two answer an allegation, the others don't.
STANCES = ["denies", "explains", "denied-at-first", "declined-to-comment"]
DAYS = ["", "2016", "2016-03", "2016-03-15", "2017-01"]
TIES = ["friend", "recommended"]
# When entries changed: half of each kind at the first time, half at the second.
TIMES = [dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.datetime(2021, 6, 1, 12, tzinfo=dt.UTC)]


class RoleRow(NamedTuple):
    person: int
    title: str
    category: str
    body: str
    start: str = ""
    published: bool = True


class MeetingRow(NamedTuple):
    people: tuple[int, ...]
    kind: str = "in-person"
    date: str = ""
    published: bool = True


class AllegationRow(NamedTuple):
    subjects: tuple[int, ...]
    answering: tuple[int, ...] = ()
    """Who answers: subjects, or somebody else."""
    drafted: tuple[int, ...] = ()
    """Whose answers are drafts."""
    standing: str = "reported"
    published: bool = True
    stance: str = "denies"
    """How all of them answer."""


class TieRow(NamedTuple):
    first: int
    second: int
    kind: str = "friend"
    published: bool = True


class StatementRow(NamedTuple):
    person: int
    date: str = ""
    published: bool = True
    others: tuple[int, ...] = ()
    """Whom else it is about."""


class World(NamedTuple):
    """What stands in the database. The place of a row in its list is a part of its slug."""

    hidden: frozenset[int] = frozenset()
    pictured: tuple[int, ...] = ()
    """Who is in the gallery, in its order."""
    elsewhere: tuple[int, ...] = ()
    """Who is in another gallery, in its order, perhaps in the first one too."""
    roles: tuple[RoleRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    allegations: tuple[AllegationRow, ...] = ()
    ties: tuple[TieRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()


def _changed(place: int) -> dict[str, Any]:
    return {"updated_at": TIMES[place % 2]}


def build(world: World) -> None:
    """Write the world to the database."""
    passage = make_passage()
    people = [_person(world, number) for number in range(len(PEOPLE))]
    bodies = {slug: Organisation.objects.create(slug=slug, name=name, kind="company") for slug, name in BODIES.items()}
    entries: list[Any] = [*people]
    for place, role in enumerate(world.roles):
        body = bodies.get(role.body)
        fields = {"title": TITLES[role.title], "category": role.category, "organisation": body, "start": role.start}
        entries.append(_make(Role, place, role.published, person=people[role.person], **fields))
    for place, meeting in enumerate(world.meetings):
        fields = {"kind": meeting.kind, "date": meeting.date, "title": f"Meeting {9 - place}"}
        entries.append(_make(Meeting, place, meeting.published, **fields))
        Participation.objects.bulk_create(
            Participation(meeting=entries[-1], person=people[one]) for one in meeting.people
        )
    for place, allegation in enumerate(world.allegations):
        fields = {"title": f"Claim {9 - place}", "claim": "It was.", "said_by": "Somebody"}
        entries.append(_make(Allegation, place, allegation.published, standing=allegation.standing, **fields))
        entries[-1].subjects.set(people[one] for one in allegation.subjects)
        claim = entries[-1]
        for one in allegation.answering:
            answer = {"allegation": claim, "person": people[one], "stance": allegation.stance, "summary": "It was not."}
            entries.append(_make(Response, f"{place}-{one}", one not in allegation.drafted, **answer))
    for place, tie in enumerate(world.ties):
        ends = {"from_person": people[tie.first], "to_person": people[tie.second]}
        entries.append(_make(Tie, place, tie.published, kind=tie.kind, summary="So it is.", **ends))
    for place, said in enumerate(world.statements):
        summary = f"Statement {place}."
        entries.append(
            _make(Statement, place, said.published, person=people[said.person], summary=summary, date=said.date)
        )
        entries[-1].others.set(people[one] for one in said.others if one != said.person)
    for entry in entries:
        entry.passages.set([passage])
    _show_elsewhere([people[number] for number in world.elsewhere])
    _set_times()


def _show_elsewhere(people: list[Person]) -> None:
    second = make_source("The second source")
    for slide, person in enumerate(people, start=1):
        person.passages.add(make_passage(second))
        Appearance.objects.create(source=second, person=person, slide=slide)


def _person(world: World, number: int) -> Person:
    name, slug = NAMES[number], PEOPLE[number]
    first, _, family = name.partition(" ")
    slide = world.pictured.index(number) + 1 if number in world.pictured else None
    summary = "" if number == UNDESCRIBED else f"Word{number}."
    named = {"kind": "named", "name": name, "sort_name": f"{family}, {first}", "summary": summary}
    unnamed = {"kind": "unnamed", "description": f"a man at table {number}", "sort_name": f"Unnamed {number}"}
    status = "draft" if number in world.hidden else "published"
    return Person.objects.create(slug=slug, slide=slide, status=status, **named if name else unnamed)


def _make(model: Any, place: int | str, published: bool, **fields: Any) -> Any:
    name = model._meta.model_name
    return model._default_manager.create(slug=f"{name}-{place}", status="published" if published else "draft", **fields)


def _set_times() -> None:
    """Have people, meetings and allegations changed at the two times by turns."""
    for model in (Source, Organisation, Role, Response, Tie, Statement, Meeting, Allegation, Person):
        model._default_manager.update(updated_at=TIMES[0])
    # People last: a meeting changes who took part in it.
    for model in (Meeting, Allegation, Person):
        keys = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        for turn, time in enumerate(TIMES):
            model._default_manager.filter(pk__in=keys[turn::2]).update(updated_at=time)


places = st.integers(0, len(PEOPLE) - 1)
groups = st.lists(places, min_size=1, max_size=3, unique=True).map(tuple)
mostly = st.sampled_from([True, True, True, False])
days = st.sampled_from(DAYS)
worlds = st.builds(
    World,
    hidden=st.frozensets(places, max_size=2),
    pictured=st.lists(places, max_size=4, unique=True).map(tuple),
    elsewhere=st.lists(places, max_size=2, unique=True).map(tuple),
    roles=st.lists(
        st.builds(
            RoleRow,
            places,
            st.sampled_from(list(TITLES)),
            st.sampled_from(["", *CATEGORIES]),
            st.sampled_from(["", *BODIES]),
            days,
            mostly,
        ),
        max_size=5,
    ).map(tuple),
    meetings=st.lists(st.builds(MeetingRow, groups, st.sampled_from(KINDS), days, mostly), max_size=5).map(tuple),
    allegations=st.lists(
        st.builds(AllegationRow, groups, groups, groups, st.sampled_from(STANDINGS), mostly, st.sampled_from(STANCES)),
        max_size=3,
    ).map(tuple),
    ties=st.lists(
        st.builds(TieRow, places, places, st.sampled_from(TIES), mostly).filter(lambda tie: tie.first != tie.second),
        max_size=3,
        unique_by=lambda tie: tie[:3],
    ).map(tuple),
    statements=st.lists(st.builds(StatementRow, places, days, mostly, groups), max_size=2).map(tuple),
)

# Ann met Cy and wrote to Bob, who met Cy; Bob was heard beside Ann; a draft has Ann write to Cy.
BY_OTHER_MEANS = World(
    pictured=(4, 0),
    roles=(RoleRow(0, "manager", "campaign", "campaign"), RoleRow(1, "editeur", "media", "bank", published=False)),
    meetings=(
        MeetingRow((0, 2), "in-person", "2016"),
        MeetingRow((0, 1), "message", "2016-03-15"),
        MeetingRow((1, 2), "in-person"),
        MeetingRow((0, 1), "hearing", "2016-03"),
        MeetingRow((0, 2), "message", published=False),
    ),
)
# Ann and Bob are accused, and Ann answers; Bob's answer to another one is a draft; Cy answers what isn't said of him.
ONE_OF_TWO_ANSWERS = World(
    allegations=(
        AllegationRow((0, 1), (0,)),
        AllegationRow((1,), (1,), (1,), "alleged"),
        AllegationRow((0,), (2,)),
        AllegationRow((3,), (3,), published=False),
    ),
)
# The namesakes met different people, most of them in one meeting, at which a hidden person was.
NAMESAKES = World(
    hidden=frozenset({5}),
    pictured=(3,),
    elsewhere=(2, 3, 0, 5),
    roles=(RoleRow(2, "manager", "business", "", "2016"), RoleRow(3, "manager", "campaign", "bank", "2016-03")),
    meetings=(
        MeetingRow((3, 0, 1), "dinner"),
        MeetingRow((3, 4), "in-person", "2017-01"),
        MeetingRow((2, 5), "message"),
        MeetingRow((5,), "hearing"),
    ),
    allegations=(AllegationRow((5, 2), (5,)), AllegationRow((5,), ())),
    ties=(TieRow(2, 3), TieRow(0, 5), TieRow(1, 2, "recommended")),
    statements=(StatementRow(5, "2016"), StatementRow(3)),
)
# Of Bob nothing is told but that a gallery shows him: his job and meeting are drafts. Ann's job is of no kind.
NOTHING_TOLD = World(
    pictured=(1, 4),
    elsewhere=(0,),
    roles=(RoleRow(1, "manager", "campaign", "bank", published=False), RoleRow(0, "manager", "", "")),
    meetings=(MeetingRow((1, 2), published=False), MeetingRow((0, 3)), MeetingRow((0, 2), "message", "2016")),
)
HARD = (BY_OTHER_MEANS, ONE_OF_TWO_ANSWERS, NAMESAKES, NOTHING_TOLD)
