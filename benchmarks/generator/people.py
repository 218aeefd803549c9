"""The source, the organisations, the people and their other names."""

import hashlib
from collections.abc import Iterator
from itertools import count

from benchmarks.generator import words
from benchmarks.generator.dates import changed, days_of
from benchmarks.generator.slugs import Slugs
from benchmarks.generator.tables import GeneratedTable, GeneratedWorld, Row, citations, model
from people.vocabulary import OrganisationKind, PersonKind, Rights, SourceKind

FIGURES = 27
SENTENCES = 10
# One in so many.
UNNAMED = 37
PERSONAS, ALIASED = 0.03, 0.05
SUMMARY = 4


def source(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the one source, and its passages, whose text is not shipped."""
    columns = "id slug updated_at title publisher kind date date_earliest date_latest url rights"
    rights, kind = Rights.SHORT_QUOTATION.value, SourceKind.REPORT.value
    row = (1, "a-made-up-report", changed(1), "A made-up report", "", kind, "2017", *days_of("2017"), "", rights)
    yield GeneratedTable(model("source"), tuple(columns.split()), iter([row]), 1)
    columns = "id source_id section sentence position digest text reason"
    yield GeneratedTable(model("passage"), tuple(columns.split()), _passages(world), world.passages)


def _passages(world: GeneratedWorld) -> Iterator[Row]:
    for key in range(1, world.passages + 1):
        section, sentence = divmod(key - 1, SENTENCES)
        digest = hashlib.sha256(f"{world.seed}/{key}".encode()).hexdigest()
        yield key, 1, f"paragraph-{section + 1}", sentence + 1, key, digest, "", ""


def organisations(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the organisations."""
    columns = ("id", "slug", "updated_at", "name", "kind")
    yield GeneratedTable(model("organisation"), columns, _organisations(world), world.organisations)


def _organisations(world: GeneratedWorld) -> Iterator[Row]:
    kinds, slugs = OrganisationKind.values, Slugs("organisation")
    for key in range(1, world.organisations + 1):
        body = words.BODIES[key % len(words.BODIES)]
        place = words.PLACES[key // len(words.BODIES) % len(words.PLACES)]
        lap = key // (len(words.BODIES) * len(words.PLACES))
        name = f"{body} of {place}{f' {lap + 1}' if lap else ''}"
        yield key, slugs.of(name), changed(key), name, kinds[key % len(kinds)]


def people(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the people, then what they rest on."""
    columns = (
        "id slug updated_at status kind name sort_name description summary slide portrait portrait_alt "
        "portrait_credit portrait_licence"
    )
    yield GeneratedTable(model("person"), tuple(columns.split()), _people(world), world.size)
    yield citations(world, "person", world.size)


def _people(world: GeneratedWorld) -> Iterator[Row]:
    rng, slugs = world.rng("person"), Slugs("person")
    sentences, families = words.sentences(rng, 2000), words.family_names()
    for key in range(1, world.size + 1):
        chance, slide = rng.random(), key if key <= FIGURES else None
        kind = PersonKind.PERSONA if chance > 1 - PERSONAS else PersonKind.NAMED
        given, family = rng.choice(words.GIVEN), rng.choice(families)
        name, sort_name = f"{given} {family}", f"{family}, {given}"
        description = rng.choice(words.TITLES) if chance < 0.6 else ""
        if key % UNNAMED == 0 and not slide:
            kind, name, description = PersonKind.UNNAMED, "", f"somebody beside {rng.choice(words.OBJECTS)}"
            sort_name = f"Unnamed: {description}"
        summary = " ".join(rng.choices(sentences, k=SUMMARY))
        slug = slugs.of(name or description)
        world.slugs.append(slug)
        world.names.append(name or sort_name)
        status = world.fate("person", rng, key)
        given_by_hand = (status, kind.value, name, sort_name, description, summary, slide, "", "", "", "")
        yield key, slug, changed(key), *given_by_hand


def aliases(world: GeneratedWorld) -> Iterator[GeneratedTable]:
    """Yield the other names that some people have, then what they rest on."""
    columns = ("id", "slug", "updated_at", "status", "person_id", "name")
    number = int(world.size * ALIASED)
    yield GeneratedTable(model("alias"), columns, _aliases(world), number)
    yield citations(world, "alias", number)


def _aliases(world: GeneratedWorld) -> Iterator[Row]:
    rng, slugs, families, keys = world.rng("alias"), Slugs("alias"), words.family_names(), count(1)
    for person in range(1, world.size + 1):
        if rng.random() < ALIASED:
            key, name = next(keys), f"{rng.choice(words.GIVEN)} {rng.choice(families)}"
            slug = slugs.of(f"{world.slugs[person]} {name}")
            yield key, slug, changed(key), world.fate("alias", rng, key), person, name
