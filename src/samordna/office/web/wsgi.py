"""How does a server process get an application to call?

``SAMORDNA_DATA`` names the data folder it answers for: one process, one association. ``server`` sets it, and which
settings hold, before Django is set up.
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import resolve

from samordna.office import actions
from samordna.renderers import charts, pdf

folder = Path(os.environ["SAMORDNA_DATA"])
actions.open_association(folder)
settings.SECRET_KEY = os.environ.get("SAMORDNA_SECRET_KEY") or actions.site_secret(folder)
application = get_wsgi_application()
resolve(settings.LOGIN_URL)  # every screen is loaded now, and not when somebody waits for the first
charts.warm_up()
pdf.warm_up()
