"""Who visits the site when it is measured? The economist, already logged in."""

import os
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "samordna.office.web.settings"

from django.conf import settings
from django.test import Client

import samordna.office  # noqa: F401 - sets Django up
from samordna.access.models import Role, User
from samordna.office import actions


def visitor(folder: Path) -> Client:
    """Open ``folder`` and return a browser where its economist is logged in, made when there is none."""
    actions.open_association(folder)
    settings.SECRET_KEY = actions.site_secret(folder)  # a server of the folder knows the session too
    user = User.objects.filter(role=Role.ECONOMIST).first()
    if user is None:
        user = User.objects.create_user("ekonom@example.se", name="Ekonomen", role=Role.ECONOMIST)
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client
