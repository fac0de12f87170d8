"""The trail is read newest first, by deed and by refusal too: each has an index in that order.

Adding an index leaves the table, and with it the triggers of 0002, alone.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0003_site")]

    operations = [
        migrations.AddIndex(
            model_name="trailentry",
            index=models.Index(fields=["deed", "at"], name="trail_by_deed"),
        ),
        migrations.AddIndex(
            model_name="trailentry",
            index=models.Index(condition=models.Q(("refused", True)), fields=["at"], name="trail_of_refusals"),
        ),
    ]
