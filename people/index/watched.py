"""What the index reads: the columns of which a new value makes it outdated, by logged table."""

from collections.abc import Mapping

# Whose citations count by their number alone, and what may name organisations.
CITING_MODELS = ("alias", "role", "meeting", "tie", "allegation", "response", "statement")
NAMING_MODELS = ("person", "meeting", "allegation", "tie", "statement")

# A test holds it to what loading reads.
WATCHED: Mapping[str, tuple[str, ...]] = {
    "person": ("status", "kind", "slide", "sort_key", "description", "summary"),
    "alias": ("status", "person_id"),
    "role": (
        "status",
        "person_id",
        "category",
        "tenure",
        "title",
        "title_slug",
        "organisation_id",
        "start_earliest",
        "end_earliest",
        "end_latest",
    ),
    "organisation": ("slug", "name", "kind", "sort_key"),
    "meeting": ("status", "kind", "standing", "date", "date_earliest", "date_latest", "sort_key", "organisation_id"),
    "participation": ("meeting_id", "person_id"),
    "tie": ("status", "kind", "standing", "from_person_id", "to_person_id"),
    "allegation": ("status", "standing", "sort_key"),
    "allegation_subjects": ("allegation_id", "person_id"),
    "response": ("status", "stance", "allegation_id", "person_id"),
    "statement": ("status", "standing", "person_id", "date_earliest", "date_latest"),
    "statement_others": ("statement_id", "person_id"),
    "appearance": ("source_id", "person_id", "slide"),
    "passage": ("source_id",),
    "person_passages": ("person_id", "passage_id"),
    **{f"{model}_passages": (f"{model}_id",) for model in CITING_MODELS},
    **{f"{model}_mentioned_organisations": (f"{model}_id", "organisation_id") for model in NAMING_MODELS},
}

# Of these the index knows only whether there is any text.
TEXTS = ("description", "summary")


def seen(table: str, row: Mapping[str, object] | None) -> tuple[object, ...] | None:
    """Return what the index sees of a row of the table, None where there is no row."""
    if row is None:
        return None
    values = tuple(row.get(column) for column in WATCHED[table] if column not in TEXTS)
    return (*values, any(row.get(column) for column in TEXTS)) if table == "person" else values
