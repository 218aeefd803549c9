import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0012c_sort_key_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='SeededFiles',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('directory', models.TextField(blank=True, editable=False, unique=True)),
                ('digest', models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                'ordering': ['directory'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SeededEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.CharField(editable=False, max_length=20)),
                ('key', models.CharField(editable=False, max_length=300)),
                ('digest', models.CharField(editable=False, max_length=64)),
                ('row', models.BigIntegerField()),
                ('files', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='entries', to='people.seededfiles')),
            ],
            options={
                'ordering': ['noun', 'key'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('noun', 'key'), name='seeded_entry_unique')],
            },
        ),
    ]
