"""Who is looked for, and how they are typed."""

from typing import Any
from urllib.parse import quote

from django.http import QueryDict

from people.filters import PersonFilter
from people.models import Person
from people.search import search

KISLYAK, GORDON, MCFARLAND = "Sergey Kislyak", "J.D. Gordon", "KT McFarland"
OBRIEN, OMARA, WANG, ALIYEV = "Seán O’Brien", "Margi O'Mara", "王岐山", "İlham Əliyev"
ASSAD, ZDZBLO, IVANOVA, FLYNN, WEISS = (
    "Bashar al-Assad",
    "Łukasz Źdźbło",
    "Ольга Иванова",
    "Michael Flynn",
    "Jürgen Weiß",
)
EVERYBODY = (KISLYAK, GORDON, MCFARLAND, OBRIEN, OMARA, WANG, ALIYEV, ASSAD, ZDZBLO, IVANOVA, FLYNN, WEISS)

WHO = {
    "kislyak,": KISLYAK,
    "Kislyak's": KISLYAK,
    "Kislyak’s": KISLYAK,
    "“Kislyak”": KISLYAK,
    "(Kislyak)?": KISLYAK,
    "kisl": KISLYAK,
    "kisly": KISLYAK,
    "Кисляк": KISLYAK,
    "Kyslyak": KISLYAK,
    "Kisljak": KISLYAK,
    "kislyak AND sergey": KISLYAK,
    'kislyak"': KISLYAK,
    "JD Gordon": GORDON,
    "J.D. Gordon": GORDON,
    "J D Gordon": GORDON,
    "j. d. gordon": GORDON,
    "KT McFarland": MCFARLAND,
    "K.T. McFarland": MCFARLAND,
    "K T Mc Farland": MCFARLAND,
    "O'Brien": OBRIEN,
    "O’Brien": OBRIEN,
    "o brien": OBRIEN,
    "OBrien": OBRIEN,
    "Oʼbrien": OBRIEN,
    "O’Brien’s": OBRIEN,
    "sean": OBRIEN,
    "omara": OMARA,
    "Oʻmara": OMARA,
    "o mara": OMARA,
    "Wang Qishan": WANG,
    "wangqishan": WANG,
    "王岐山": WANG,
    "eliyev": ALIYEV,
    "ilham": ALIYEV,
    "İlham Əliyev": ALIYEV,
    "al-Assad": ASSAD,
    "al Assad": ASSAD,
    "alassad": ASSAD,
    "assad": ASSAD,
    "lukasz": ZDZBLO,
    "ŁUKASZ zdzblo": ZDZBLO,
    "olga ivanova": IVANOVA,
    "иванова": IVANOVA,
    "Flynns'": FLYNN,
    "weiss": WEISS,
    "WEISS jurgen": WEISS,
}
SPELLINGS = {"Kyslyak": "kislyak", "Kisljak": "kislyak"}
EXPECTED = {typed: [name] for typed, name in WHO.items()}


def people_filter(typed: str) -> PersonFilter:
    filters = PersonFilter(QueryDict(f"q={quote(typed)}"))
    assert filters.is_valid(), filters.problems
    return filters


def names_of(keys: Any) -> list[str]:
    return [str(person) for person in Person.objects.in_order(list(keys))]


def found_by_search(typed: str) -> list[str]:
    return [str(one.object) for group in search(typed).groups for one in group.entries(group.keys)]
