"""`ngoaivu grants`: the SQL that makes a PostgreSQL role for the public portal, which may read editions and nothing of the registry."""

import argparse
import re

from django.apps import apps
from django.utils.translation import gettext as _

from ngoaivu.config.cli import DONE, Refused
from ngoaivu.portal.guard import ALLOWED

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def show(called: argparse.Namespace) -> int:
    """Print the statements, to be read and then given to psql by the owner of the tables."""
    print("\n".join(statements(called.role)))
    return DONE


def statements(role: str) -> list[str]:
    """Make the role if there is none, take away what it had, grant what a public request names and the counter of visits."""
    if not NAME.fullmatch(role):
        raise Refused(_("“%(role)s” is no name of a role: write small letters, digits and underscores, e.g. ngoaivu_portal.") % {"role": role})
    counted = sorted(model._meta.db_table for model in apps.get_app_config("portal").get_models())
    return [
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN; END IF; END $$;",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role};",
        f"GRANT USAGE ON SCHEMA public TO {role};",
        f"GRANT SELECT ON {', '.join(sorted(ALLOWED))} TO {role};",
        f"GRANT SELECT, INSERT, UPDATE ON {', '.join(counted)} TO {role};",
    ]
