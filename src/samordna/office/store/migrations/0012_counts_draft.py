"""What units have typed into their forms and not handed in yet: no archive, it goes away when it is handed in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0011_plan_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="CountsDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("unit", models.TextField()),
                ("activity", models.TextField()),
                ("first_month", models.IntegerField()),
                ("last_month", models.IntegerField()),
                ("content", models.JSONField()),
                ("turn", models.IntegerField()),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "activity", "first_month", "last_month"), name="one_counts_draft_of_each"
                    )
                ],
            },
        ),
    ]
