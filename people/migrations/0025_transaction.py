"""Which transaction of PostgreSQL wrote a change: there, changes are not seen in the order of their keys."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0024_merging'),
    ]

    operations = [
        migrations.AddField(
            model_name='change',
            name='transaction_id',
            field=models.BigIntegerField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(condition=models.Q(('transaction_id__isnull', False)), fields=['transaction_id'], name='change_transaction'),
        ),
    ]
