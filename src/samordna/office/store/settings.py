"""Which Django settings hold before any data folder is open?

There is no database here on purpose: a process that has not opened a data folder can read and write
nothing. ``folder.open_folder`` puts the folder's own database in place.
"""

import os
from typing import Any, Final

from samordna.office.store.mail import mail_server

INSTALLED_APPS: Final = [
    "samordna.access",  # before the login library: its pages are ours
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "samordna.office.store",
]
"""Everything that has tables: what a database holds does not depend on which program opened it."""
AUTH_USER_MODEL: Final = "access.User"
DEFAULT_AUTO_FIELD: Final = "django.db.models.BigAutoField"
DATABASES: Final[dict[str, dict[str, Any]]] = {"default": {"ENGINE": "django.db.backends.dummy"}}
LANGUAGE_CODE: Final = "sv"
TIME_ZONE: Final = "Europe/Stockholm"
USE_TZ: Final = True
MIDDLEWARE: Final = ["allauth.account.middleware.AccountMiddleware"]
"""The login library will not be installed without; the site's own list stands in its own settings."""
ACCOUNT_USER_MODEL_USERNAME_FIELD: Final = None
ACCOUNT_LOGIN_METHODS: Final = {"email"}
ACCOUNT_SIGNUP_FIELDS: Final = ["email*", "password1*"]
AUTH_PASSWORD_VALIDATORS: Final = [
    {"NAME": "samordna.access.passwords.UnlikeOneself"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
"""The same rules for a password whoever sets it and where."""

_MAIL: Final = mail_server(os.environ)
EMAIL_HOST: Final = _MAIL.host
"""The mail server that reminders are sent through; without one they are shown to be copied."""
EMAIL_USE_SSL: Final = _MAIL.tls
EMAIL_USE_TLS: Final = _MAIL.starttls
EMAIL_PORT: Final = _MAIL.port
EMAIL_HOST_USER: Final = os.environ.get("SAMORDNA_MAIL_USER", "")
EMAIL_HOST_PASSWORD: Final = os.environ.get("SAMORDNA_MAIL_PASSWORD", "")
EMAIL_TIMEOUT: Final = 20
DEFAULT_FROM_EMAIL: Final = os.environ.get("SAMORDNA_MAIL_FROM", "")
