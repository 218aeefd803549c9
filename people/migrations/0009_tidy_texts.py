"""Texts that are tidied before they are stored, and have a limit; those that are stored already are tidied here.

What would break a rule stays as it is, and is named in the output: of two names that are the same once they are tidied,
the second; a text of which nothing would be left; one that would be too long.
"""

from django.db import migrations

import people.fields
import people.models.allegation
from people.text import tidy

TEXTS = {
    "alias": ["name"],
    "allegation": ["title", "claim", "said_by"],
    "meeting": ["title", "summary", "place"],
    "organisation": ["name"],
    "passage": ["reason"],
    "person": [
        "name",
        "sort_name",
        "description",
        "summary",
        "portrait_alt",
        "portrait_credit",
        "portrait_licence",
    ],
    "response": ["summary", "quote"],
    "role": ["title"],
    "source": ["title", "publisher"],
    "statement": ["summary"],
    "tie": ["summary"],
}
# What is unique together with the text, for those texts that are.
UNIQUE = {("organisation", "name"): [], ("alias", "name"): ["person_id"]}
AT_ONCE = 1_000


def tidy_texts(apps, schema_editor):
    """Tidy the texts, and fill anew the columns that derive from them."""
    for name, texts in TEXTS.items():
        rows = apps.get_model("people", name)._default_manager.using(schema_editor.connection.alias)
        for row in in_batches(rows):
            tidy_row(rows, row, name, texts)


def in_batches(rows):
    """Yield all rows, with a query for each thousand."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield from batch
        last = batch[-1].pk


def tidy_row(rows, row, name, texts):
    """Tidy those of its texts that are not tidy and may be."""
    tidied = {text: tidy(getattr(row, text)) for text in texts}
    changed = {text: value for text, value in tidied.items() if value != getattr(row, text)}
    for text, value in list(changed.items()):
        if problem := problem_of(rows, row, name, text, value):
            print(f"\n  The {text} of {name} {getattr(row, 'slug', row.pk)} stays as it is: {problem}.", end="")
            del changed[text]
    if changed:
        for text, value in changed.items():
            setattr(row, text, value)
        row.save(update_fields=[*changed, *refilled(row)])


def problem_of(rows, row, name, text, value):
    """Return why the text can't be tidied, or nothing."""
    limit = row._meta.get_field(text).max_length
    if not value:
        return "it has nothing that can be seen"
    if limit and len(value) > limit:
        return f"it has {len(value):,} characters; at most {limit:,}"
    if (name, text) in UNIQUE:
        others = rows.filter(**{column: getattr(row, column) for column in UNIQUE[name, text]})
        other = others.filter(**{text: value}).exclude(pk=row.pk).first()
        return f"tidied, it is that of {other.slug}" if other else ""
    return ""


def refilled(row):
    """Fill the columns that derive from texts, and return their names."""
    derived = (people.fields.FoldedField, people.fields.TermField)
    fields = [field for field in row._meta.concrete_fields if isinstance(field, derived)]
    for field in fields:
        field.fill(row)
    return [field.name for field in fields]


class Migration(migrations.Migration):
    dependencies = [("people", "0008c_make_up_for_edits")]

    operations = [
        migrations.RunPython(tidy_texts, migrations.RunPython.noop),
        # The columns stay as they are: without this, SQLite would build each table anew for each of its texts.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "alias", "name", people.fields.NameField(help_text="As the source spells it.", max_length=200)
                ),
                migrations.AlterField(
                    "allegation",
                    "claim",
                    people.fields.ProseField(help_text="What is said, in our own words.", max_length=2000),
                ),
                migrations.AlterField(
                    "allegation",
                    "said_by",
                    people.fields.NameField(help_text="Who says it, as far as the source tells.", max_length=200),
                ),
                migrations.AlterField(
                    "allegation",
                    "title",
                    people.fields.NameField(help_text="What it is about, without judging it.", max_length=200),
                ),
                migrations.AlterField("meeting", "place", people.fields.NameField(blank=True, max_length=200)),
                migrations.AlterField(
                    "meeting",
                    "summary",
                    people.fields.ProseField(
                        blank=True, help_text="What the source says of it, in our own words.", max_length=2000
                    ),
                ),
                migrations.AlterField(
                    "meeting",
                    "title",
                    people.fields.NameField(help_text="Who met, plainly: Two talks of A with B.", max_length=200),
                ),
                migrations.AlterField("organisation", "name", people.fields.NameField(max_length=200, unique=True)),
                migrations.AlterField(
                    "passage",
                    "reason",
                    people.fields.NameField(
                        blank=True, help_text="Why nothing rests on it, if nothing does.", max_length=200
                    ),
                ),
                migrations.AlterField(
                    "passage",
                    "text",
                    people.fields.LongTextField(
                        blank=True,
                        help_text="Shown to readers only where the source may be shown in full.",
                        max_length=10000,
                    ),
                ),
                migrations.AlterField(
                    "person",
                    "description",
                    people.fields.NameField(
                        blank=True,
                        help_text="A line under the name; for an unnamed person, what the source shows.",
                        max_length=200,
                    ),
                ),
                migrations.AlterField(
                    "person",
                    "name",
                    people.fields.NameField(
                        blank=True, help_text="As the source spells it; blank if it gives none.", max_length=200
                    ),
                ),
                migrations.AlterField(
                    "person",
                    "portrait_alt",
                    people.fields.NameField(blank=True, max_length=200, verbose_name="alternative text"),
                ),
                migrations.AlterField(
                    "person",
                    "portrait_credit",
                    people.fields.NameField(blank=True, max_length=200, verbose_name="credit"),
                ),
                migrations.AlterField(
                    "person",
                    "portrait_licence",
                    people.fields.NameField(blank=True, max_length=200, verbose_name="licence"),
                ),
                migrations.AlterField(
                    "person",
                    "sort_name",
                    people.fields.NameField(blank=True, help_text="Family name first: Sessions, Jeff.", max_length=200),
                ),
                migrations.AlterField(
                    "person",
                    "summary",
                    people.fields.ProseField(
                        blank=True,
                        help_text="Two or three plain sentences of our own; nothing uncited.",
                        max_length=2000,
                    ),
                ),
                migrations.AlterField(
                    "response",
                    "quote",
                    people.fields.NameField(
                        blank=True,
                        help_text="Words that the source quotes, at most 15, without quotation marks.",
                        max_length=200,
                        validators=[people.models.allegation.validate_quotation],
                    ),
                ),
                migrations.AlterField(
                    "response",
                    "summary",
                    people.fields.ProseField(help_text="What is answered, in our own words.", max_length=2000),
                ),
                migrations.AlterField(
                    "role",
                    "title",
                    people.fields.NameField(help_text="The post alone: Foreign policy adviser.", max_length=200),
                ),
                migrations.AlterField(
                    "source",
                    "publisher",
                    people.fields.NameField(
                        blank=True, help_text="Blank if the document doesn't name it.", max_length=200
                    ),
                ),
                migrations.AlterField(
                    "source",
                    "title",
                    people.fields.NameField(help_text="As published, or a description of our own.", max_length=200),
                ),
                migrations.AlterField(
                    "statement",
                    "summary",
                    people.fields.ProseField(help_text="What the source says, in our own words.", max_length=2000),
                ),
                migrations.AlterField(
                    "tie",
                    "summary",
                    people.fields.ProseField(
                        help_text="What the source says of it, in our own words.", max_length=2000
                    ),
                ),
            ]
        ),
    ]
