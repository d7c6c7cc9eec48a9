"""A search with marks reads the words as they are spelled: the column is added, and what searches ask is made again of what is sealed."""

import json

from django.db import migrations, models


def index_again(apps, schema_editor):
    from ngoaivu.publications.indexing import indexed  # app ready

    texts = apps.get_model("publications", "EditionText")
    for row in texts.objects.select_related("edition").iterator():
        texts.objects.filter(pk=row.pk).update(**indexed(json.loads(row.edition.text), row.language))


class Migration(migrations.Migration):
    dependencies = [("publications", "0005_drawing_is_a_choice")]

    operations = [
        migrations.AddField("editiontext", "spelt", models.TextField(blank=True, default="", verbose_name="words with marks"), preserve_default=False),
        migrations.RunPython(index_again, migrations.RunPython.noop),
    ]
