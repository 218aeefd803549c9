"""The posts that people held."""

from collections.abc import Iterator

from benchmarks.generator import words
from benchmarks.generator.dates import changed, terms
from benchmarks.generator.skew import Tail
from benchmarks.generator.slugs import Slugs
from benchmarks.generator.tables import GeneratedTable, GeneratedWorld, Row, citations, model
from people.text import slug
from people.vocabulary import RoleCategory, Tenure

# How many posts people held: three on average.
NUMBERS = (0, 1, 2, 2, 3, 3, 3, 4, 5, 7)


def roles(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the roles, then what they rest on."""
    columns = (
        "id slug updated_at status person_id title title_slug category organisation_id start start_earliest "
        "start_latest end end_earliest end_latest tenure"
    )
    yield GeneratedTable(model("role"), tuple(columns.split()), _roles(world), world.size * 3)
    yield citations(world, "role", world.size * 3)


def _roles(world: GeneratedWorld) -> Iterator[Row]:
    rng, slugs, key = world.rng("role"), Slugs("role"), 0
    titles = Tail([(title, slug(title)) for title in words.TITLES])
    categories, periods = Tail([*RoleCategory.values, ""]), terms(rng, 60)
    organisations = Tail([*range(1, world.organisations + 1)])
    tenures = ["", "", *Tenure.values]
    for person in range(1, world.size + 1):
        number = rng.choice(NUMBERS)
        drawn = zip(
            titles.draw(rng, number),
            categories.draw(rng, number),
            organisations.draw(rng, number),
            rng.choices(periods, k=number),
            rng.choices(tenures, k=number),
            strict=True,
        )
        for (title, term), category, organisation, period, tenure in drawn:
            key += 1
            status = world.fate("role", rng, key)
            own = slugs.free(f"{world.slugs[person]}-{term}")
            held = (title, term, category, organisation if key % 9 else None)
            yield key, own, changed(key), status, person, *held, *period, tenure
