"""Which Django settings hold before any data folder is open?

There is no database here on purpose: a process that has not opened a data folder can read and write
nothing. ``folder.open_folder`` puts the folder's own database in place.
"""

from typing import Any, Final

INSTALLED_APPS: Final = ["samordna.access", "samordna.office.store"]
AUTH_USER_MODEL: Final = "access.User"
DEFAULT_AUTO_FIELD: Final = "django.db.models.BigAutoField"
DATABASES: Final[dict[str, dict[str, Any]]] = {"default": {"ENGINE": "django.db.backends.dummy"}}
LANGUAGE_CODE: Final = "sv"
TIME_ZONE: Final = "Europe/Stockholm"
USE_TZ: Final = True
