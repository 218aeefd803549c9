"""What is alleged, what is answered, and what else is said."""

from collections.abc import Iterator
from itertools import count

from benchmarks.generator import words
from benchmarks.generator.dates import changed, partial_dates
from benchmarks.generator.slugs import Slugs
from benchmarks.generator.tables import GeneratedTable, GeneratedWorld, Row, citations, linking, model
from people.vocabulary import ANSWERING_STANCES, Standing

ANSWERED, SHARED, STATED = 0.5, 0.1, 0.1
QUOTE = "I have never seen that letter"


def allegations(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the allegations, half as many as people, what they rest on, and against whom they are."""
    number = world.size // 2
    columns = ("id", "slug", "updated_at", "status", "title", "claim", "said_by", "standing")
    yield GeneratedTable(model("allegation"), columns, _allegations(world, number), number)
    yield citations(world, "allegation", number)
    rows = ((key, *pair) for key, pair in enumerate(world.subjects, start=1))
    yield GeneratedTable(linking("allegation", "subjects"), ("id", "allegation_id", "person_id"), rows, number)


def _allegations(world: GeneratedWorld, number: int) -> Iterator[Row]:
    rng, slugs = world.rng("allegation"), Slugs("allegation")
    sentences = words.sentences(rng, 500)
    for key in range(1, number + 1):
        people = {int(world.size * rng.random() ** 1.1) + 1 for _ in range(2 if rng.random() < SHARED else 1)}
        world.subjects.extend((key, person) for person in sorted(people))
        title = f"{rng.choice(words.OBJECTS).capitalize()} {rng.choice(words.ENDINGS)}"
        said = (title, " ".join(rng.choices(sentences, k=2)), rng.choice(words.SUBJECTS))
        status = world.fate("allegation", rng, key)
        world.titles.append(slugs.of(title))
        yield key, world.titles[key], changed(key), status, *said, rng.choice(Standing.values)


def responses(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the answers, one to every other allegation, then what they rest on."""
    columns = ("id", "slug", "updated_at", "status", "allegation_id", "person_id", "stance", "summary", "quote")
    number = int(world.size * ANSWERED / 2)
    yield GeneratedTable(model("response"), columns, _responses(world), number)
    yield citations(world, "response", number)


def _responses(world: GeneratedWorld) -> Iterator[Row]:
    rng, slugs, keys = world.rng("response"), Slugs("response"), count(1)
    sentences = words.sentences(rng, 200)
    for allegation, person in world.subjects:
        if rng.random() < ANSWERED:
            key, stance = next(keys), rng.choice(ANSWERING_STANCES).value
            slug = slugs.of(f"{world.slugs[person]} {stance} {world.titles[allegation]}")
            said = (stance, rng.choice(sentences), QUOTE if key % 4 == 0 else "")
            yield key, slug, changed(key), world.fate("response", rng, key), allegation, person, *said


def statements(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield what else is said of some, then what it rests on."""
    columns = "id slug updated_at status person_id summary date date_earliest date_latest standing"
    number = int(world.size * STATED)
    yield GeneratedTable(model("statement"), tuple(columns.split()), _statements(world, number), number)
    yield citations(world, "statement", number)


def _statements(world: GeneratedWorld, number: int) -> Iterator[Row]:
    rng, slugs = world.rng("statement"), Slugs("statement")
    sentences, dates = words.sentences(rng, 200), partial_dates(rng, 40)
    for key in range(1, number + 1):
        person, summary = rng.randint(1, world.size), rng.choice(sentences)
        slug = slugs.of(f"{world.slugs[person]} {' '.join(summary.split()[:6])}")
        status, date = world.fate("statement", rng, key), rng.choice(dates)
        yield key, slug, changed(key), status, person, summary, *date, rng.choice(["", "", *Standing.values])
