"""More kinds of ties, and on whose word one rests."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0018_updated_at'),
    ]

    operations = [
        migrations.AddField(
            model_name='tie',
            name='standing',
            field=models.CharField(blank=True, choices=[('reported', 'Reported'), ('claimed', 'Claimed'), ('denied', 'Denied')], help_text='Blank if the source states it as a fact.', max_length=20),
        ),
        migrations.AlterField(
            model_name='tie',
            name='kind',
            field=models.CharField(choices=[('friend', 'friend of'), ('worked-with', 'worked with'), ('worked-for', 'worked for'), ('ran-campaign', 'ran the campaign of'), ('advised', 'advised'), ('recommended', 'recommended'), ('appointed', 'appointed'), ('nominated', 'nominated'), ('opposed', 'opposed'), ('dismissed', 'present at the firing of'), ('reacted', 'reacted to the firing of'), ('stayed-close', 'stayed close to'), ('investigates', 'leads an investigation centered on'), ('cooperated-with', 'cooperated with'), ('promoted', 'did public relations work in favor of'), ('meeting-about', 'at a meeting about'), ('made-claim', 'made a claim that mentions'), ('never-met', 'claims never to have met')], max_length=20),
        ),
    ]
