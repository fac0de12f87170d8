"""Which settings does the site have, besides those of the data folder?

Secure as they stand. What differs between a laptop and a server comes from the environment, where
``samordna serve`` puts its options; ``samordna check`` reads the same.
"""

import os
import secrets
from typing import Any, Final

from csp.constants import NONE, SELF

from samordna.office.store.settings import (
    ACCOUNT_LOGIN_METHODS,
    ACCOUNT_SIGNUP_FIELDS,
    ACCOUNT_USER_MODEL_USERNAME_FIELD,
    AUTH_PASSWORD_VALIDATORS,
    AUTH_USER_MODEL,
    DATABASES,
    DEFAULT_AUTO_FIELD,
    DEFAULT_FROM_EMAIL,
    EMAIL_HOST,
    EMAIL_HOST_PASSWORD,
    EMAIL_HOST_USER,
    EMAIL_PORT,
    EMAIL_TIMEOUT,
    EMAIL_USE_SSL,
    EMAIL_USE_TLS,
    LANGUAGE_CODE,
    TIME_ZONE,
    USE_TZ,
)
from samordna.office.store.settings import INSTALLED_APPS as WITH_TABLES

__all__ = [
    "ACCOUNT_LOGIN_METHODS",
    "ACCOUNT_SIGNUP_FIELDS",
    "ACCOUNT_USER_MODEL_USERNAME_FIELD",
    "AUTH_PASSWORD_VALIDATORS",
    "AUTH_USER_MODEL",
    "DATABASES",
    "DEFAULT_AUTO_FIELD",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_HOST",
    "EMAIL_HOST_PASSWORD",
    "EMAIL_HOST_USER",
    "EMAIL_PORT",
    "EMAIL_TIMEOUT",
    "EMAIL_USE_SSL",
    "EMAIL_USE_TLS",
    "LANGUAGE_CODE",
    "TIME_ZONE",
    "USE_TZ",
]

_MEGABYTE: Final = 1024 * 1024

HTTPS: Final = os.environ.get("SAMORDNA_HTTPS") == "1"
"""Whether there is a server in front that speaks HTTPS and says so in ``X-Forwarded-Proto``."""

DEBUG: Final = False
SECRET_KEY = os.environ.get("SAMORDNA_SECRET_KEY") or secrets.token_urlsafe(50)
"""Replaced by the data folder's own when one is served (``wsgi``); without a folder nothing outlives the process."""
ALLOWED_HOSTS: Final = ["localhost", "127.0.0.1", "[::1]", *os.environ.get("SAMORDNA_HOSTS", "").split()]

INSTALLED_APPS: Final = [
    *WITH_TABLES,
    "django.contrib.messages",
    "django.forms",
    "django_htmx",
    "samordna.look",
    "samordna.office.web",
]
MIDDLEWARE: Final = [
    "samordna.office.web.turns.Turns",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samordna.office.web.keeping.NothingKept",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samordna.office.web.uploads.UploadLimit",  # who is it? but before anything reads a form
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samordna.office.web.refusals.RefusalMiddleware",
]
ROOT_URLCONF: Final = "samordna.office.web.urls"
TEMPLATES: Final[list[dict[str, Any]]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "samordna.office.web.frame.site",
            ],
        },
    }
]
USE_THOUSAND_SEPARATOR: Final = False
FORM_RENDERER: Final = "django.forms.renderers.TemplatesSetting"

STATIC_URL: Final = "/static/"
STATIC_ROOT: Final = None
STATICFILES_FINDERS: Final = ["samordna.look.assets.Finder"]
WHITENOISE_USE_FINDERS: Final = True
WHITENOISE_AUTOREFRESH: Final = False
WHITENOISE_MAX_AGE: Final = 365 * 24 * 3600  # every address of a file carries a digest of what is in it

AUTHENTICATION_BACKENDS: Final = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL: Final = "/logga-in/"
LOGIN_REDIRECT_URL: Final = "/"
ACCOUNT_LOGOUT_REDIRECT_URL: Final = "/logga-in/"
ACCOUNT_ADAPTER: Final = "samordna.access.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION: Final = "none"
ACCOUNT_SESSION_REMEMBER: Final = False
ACCOUNT_PREVENT_ENUMERATION: Final = "strict"
ACCOUNT_FORMS: Final = {
    "login": "samordna.access.forms.LoginForm",
    "change_password": "samordna.access.forms.ChangePasswordForm",
}
ACCOUNT_RATE_LIMITS: Final = {
    "login_failed": "5/5m/key,60/5m/ip",  # the key is account and address together (``AccountAdapter``)
    "login_account": "20/5m/key",  # of an account, wherever it is tried
    "login": "100/m/ip",  # whatever is sent to the login page: an office stands behind one address
    "accept_invitation": "20/m/ip",
    "wrong_link": "60/5m/ip",  # of links to units' forms; a right one uses up nothing
}
"""The account's own limit stands first: whoever has met it uses up no more of what the address has left for others."""
ALLAUTH_TRUSTED_PROXY_COUNT: Final = 1 if HTTPS else 0
"""The server in front tells who asks: otherwise everybody behind it would share one limit."""
CACHES: Final[dict[str, dict[str, Any]]] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}
"""Holds who has tried to log in lately: room for so many that nobody is forgotten because others try too."""

SESSION_COOKIE_AGE: Final = 12 * 3600
SESSION_COOKIE_NAME: Final = "samordna"
SESSION_COOKIE_HTTPONLY: Final = True
SESSION_COOKIE_SECURE: Final = HTTPS
CSRF_COOKIE_SECURE: Final = HTTPS
CSRF_COOKIE_HTTPONLY: Final = True
CSRF_FAILURE_VIEW: Final = "samordna.office.web.refusals.stale_form"
SECURE_SSL_REDIRECT: Final = HTTPS
SECURE_PROXY_SSL_HEADER: Final = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS: Final = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY: Final = "same-origin"
X_FRAME_OPTIONS: Final = "DENY"
CONTENT_SECURITY_POLICY: Final = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE: Final = 2 * _MEGABYTE  # of a form's own words; files have limits of their own
DATA_UPLOAD_MAX_NUMBER_FIELDS: Final = 5_000  # a decision about a budget of 200 rows, some told by month
DATA_UPLOAD_MAX_NUMBER_FILES: Final = 100  # a screen says its own, lower limit where the files are chosen
FILE_UPLOAD_MAX_MEMORY_SIZE: Final = 8 * _MEGABYTE

LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
