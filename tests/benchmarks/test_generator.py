from collections import Counter
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models

from benchmarks.generator.skew import hub_sizes
from benchmarks.generator.tables import GeneratedTable, Row, digest
from benchmarks.generator.world import tables
from benchmarks.generator.writing import load
from benchmarks.progress import Progress
from people.models import Participation, Person
from people.search.maintenance import search_triggers_of
from people.vocabulary import PersonKind

SIZE, SEED = 38, 7

# Which columns `save` makes of the others, and that of the order for who has no name. When a row was last changed
# is made up as well.
DERIVED = {"slug", "title_slug", "title_spellings", "body_spellings", "sort_key", "name_key"}
MADE_UP = {"updated_at"}


@pytest.fixture
def loaded(db: None) -> int:
    return load(tables(SIZE, SEED), Progress())


def test_generator_makes_the_same_rows_of_the_same_seed() -> None:
    assert digest(tables(SIZE, SEED)) == digest(tables(SIZE, SEED))


def test_generator_makes_other_rows_of_another_seed() -> None:
    assert digest(tables(SIZE, SEED)) != digest(tables(SIZE, SEED + 1))


def test_generated_rows_equal_saved_ones(loaded: int) -> None:
    generated = {model: stored(model) for model in entries()}
    for model in entries()[::-1]:
        model._base_manager.all().delete()
    for model in entries():
        for row in generated[model].values():
            derived = DERIVED if row.get("name") else {*DERIVED, "sort_name"}
            given = {name: "" if name in derived else value for name, value in row.items()}
            model(**given).save(force_insert=True)
    assert {model: without_time(stored(model)) for model in entries()} == {
        model: without_time(rows) for model, rows in generated.items()
    }


def test_generated_rows_keep_every_rule_of_the_models(loaded: int) -> None:
    broken = []
    for model in entries():
        for row in model._base_manager.all():
            try:
                row.clean_fields()
                row.validate_constraints()
            except ValidationError as error:
                broken.append((row, error))
    assert broken == []


def test_generated_rows_refer_to_rows_that_are_there(loaded: int) -> None:
    connection.check_constraints()


def test_generated_rows_are_in_the_search_index(loaded: int) -> None:
    assert search_triggers_of(connection).check() == []


def test_generator_counts_what_it_writes(loaded: int) -> None:
    everything = [table.model for table in consumed(SIZE)]
    assert loaded == sum(model._base_manager.count() for model in everything)


def test_next_row_takes_the_next_key(loaded: int) -> None:
    assert Person.objects.create(name="Somebody Else").pk == SIZE + 1


def test_generated_people_are_named_unnamed_and_personas() -> None:
    assert {row[4] for row in rows_of("people_person", 1_000)} == {str(kind) for kind in PersonKind.values}


def test_generated_names_repeat_and_are_not_all_ascii() -> None:
    names = Counter(row[5] for row in rows_of("people_person", 5_000) if row[5])
    assert [names.most_common(1)[0][1] > 1, any(not name.isascii() for name in names)] == [True, True]


def test_generated_summaries_are_of_some_four_hundred_characters() -> None:
    lengths = [len(row[8]) for row in rows_of("people_person", 1_000)]
    assert 350 < sum(lengths) / len(lengths) < 500


def test_generated_people_hold_three_roles_and_attend_two_meetings_on_average() -> None:
    held, attended = (len(list(rows_of(name, 2_000))) / 2_000 for name in ("people_role", "people_participation"))
    assert [round(held), round(attended)] == [3, 2]


def test_generated_titles_have_a_long_tail() -> None:
    titles = Counter(row[5] for row in rows_of("people_role", 2_000)).most_common()
    assert [len(titles), titles[0][1] > 20 * titles[-1][1]] == [200, True]


def test_hubs_meet_thousands_where_there_are_enough_people() -> None:
    assert hub_sizes(100_000) == [2000, 5000, 4000, 3000, 1500, 1200, 1000, 800, 600, 500]


def test_first_hub_is_the_same_from_ten_thousand_people_on() -> None:
    assert [hub_sizes(size)[0] for size in (38, 10_000, 1_000_000)] == [7, 2000, 2000]


def test_first_hub_attends_its_meetings(loaded: int) -> None:
    assert Participation.objects.filter(person=1).count() >= hub_sizes(SIZE)[0]


def test_some_generated_entries_are_hidden() -> None:
    load_statuses = Counter(row[3] for row in rows_of("people_role", 1_000))
    assert 0.01 < load_statuses["draft"] / load_statuses.total() < 0.03


def entries() -> list[Any]:
    """The models of which the generator makes rows, links left out, in the order in which they refer to each other."""
    return [table.model for table in consumed(SIZE) if not table.model._meta.auto_created]


def consumed(size: int) -> list[GeneratedTable]:
    found = []
    for table in tables(size, SEED):
        found.append(table)
        list(table.rows)
    return found


def rows_of(name: str, size: int) -> list[Row]:
    """The rows of one table of a world of that size."""
    found: list[Row] = []
    for table in tables(size, SEED):
        rows = list(table.rows)
        if table.name == name:
            found = rows
    return found


def stored(model: type[models.Model]) -> dict[Any, dict[str, Any]]:
    return {row["id"]: row for row in model._base_manager.order_by("id").values(*columns(model))}


def columns(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def without_time(rows: dict[Any, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in MADE_UP} for row in rows.values()]
