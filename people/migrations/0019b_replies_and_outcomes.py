"""More kinds of reply, and what became of an allegation. Whoever may edit replies may edit outcomes."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.lookups
import people.fields
from django.db import migrations, models


VERBS = ("add", "change", "delete", "view")


def permit(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Let groups and accounts do with outcomes what they may do with replies."""
    alias = editor.connection.alias
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    types = apps.get_model("contenttypes", "ContentType").objects.using(alias)
    outcome, _ = types.get_or_create(app_label="people", model="outcome")
    for verb in VERBS:
        named = {"name": f"Can {verb} outcome"}
        new, _ = permissions.get_or_create(content_type=outcome, codename=f"{verb}_outcome", defaults=named)
        for former in permissions.filter(content_type__app_label="people", codename=f"{verb}_response"):
            new.group_set.add(*former.group_set.all())
            new.user_set.add(*former.user_set.all())


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0019a_kinds_of_ties'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.AlterField(
            model_name='response',
            name='stance',
            field=models.CharField(choices=[('denies', 'Denies'), ('denied-at-first', 'Denied at first'), ('disputes', 'Disputes'), ('explains', 'Explains'), ('acknowledges', 'Acknowledges'), ('declined-to-comment', 'Declined to comment'), ('did-not-respond', 'Did not respond'), ('could-not-be-reached', 'Could not be reached')], max_length=20),
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, help_text='Part of the address. Made from the text if left blank; a changed one leaves a redirect behind.', max_length=120, unique=True)),
                ('updated_at', people.fields.ChangedField(blank=True, db_index=True, editable=False)),
                ('status', models.CharField(choices=[('draft', 'draft'), ('published', 'published')], default='draft', help_text='Readers see an entry once it is published and cites at least one passage.', max_length=9)),
                ('kind', models.CharField(choices=[('charged', 'Charged'), ('plea-deal', 'Plea deal'), ('pleaded-guilty', 'Pleaded guilty'), ('convicted', 'Convicted'), ('acquitted', 'Acquitted'), ('dropped', 'Dropped'), ('retracted', 'Retracted')], max_length=20)),
                ('summary', people.fields.ProseField(help_text='What happened, and to whom, as one full sentence of our own.', max_length=2000)),
                ('body_spellings', people.fields.SpellingsField('summary', editable=False, null=True)),
                ('date', people.fields.PartialDateField(blank=True, default='', help_text='EDTF; blank if the source gives none.', max_length=40)),
                ('date_earliest', people.fields.DayField(blank=True, editable=False, null=True)),
                ('date_latest', people.fields.DayField(blank=True, editable=False, null=True)),
                ('allegation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='people.allegation')),
                ('passages', models.ManyToManyField(blank=True, help_text='The sentences that say this. Nothing is shown that no sentence says.', to='people.passage')),
            ],
            options={
                'ordering': ['allegation', models.OrderBy(django.db.models.lookups.IsNull(django.db.models.functions.comparison.Coalesce('date_earliest', 'date_latest'), True)), models.OrderBy(models.F('date_earliest'), nulls_first=True), models.OrderBy(models.F('date_latest'), nulls_last=True), 'pk'],
            },
        ),
        migrations.RunPython(permit, migrations.RunPython.noop, elidable=True),
    ]
