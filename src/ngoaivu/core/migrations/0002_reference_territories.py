from django.db import migrations

from ngoaivu.core.reference.territories import load


def add(apps, schema_editor):
    models = ("Territory", "Succession", "Membership")
    load(*(apps.get_model("core", name) for name in models))


class Migration(migrations.Migration):
    """Every database knows the countries and the provinces before anything is registered."""

    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
