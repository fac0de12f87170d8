"""Can the site send e-mail?"""

from django.conf import settings


def may_send_mail() -> bool:
    """Tell whether a mail server is named, and an address to send from."""
    return bool(settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL)
