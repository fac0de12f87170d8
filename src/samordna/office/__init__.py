"""The association's site: money, plans and reports of one association, in a database of its own.

Four rooms: ``store`` holds rows, ``questions`` read, ``actions`` write with a trail, ``web`` shows.

Django wants its settings before the first model is imported, and every room here stands on models: so
the office is set up when it is first imported, and nobody has to remember to. No database is opened by
that; ``actions.open_association`` points the process at a data folder.
"""

import os

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samordna.office.store.settings")

if not settings.configured:  # else Django is being set up by somebody else, and is importing us
    django.setup()
