"""Can the site send e-mail, and if not, is something wrong with what the environment says?"""

import os

from django.conf import settings

from samordna.domain.values.problem import Problem
from samordna.office.store import mail


def may_send_mail() -> bool:
    """Tell whether a mail server is named, and an address to send from."""
    return bool(settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL)


def mail_problems() -> tuple[Problem, ...]:
    """Return what the environment says of the mail server and cannot be understood; nothing is sent until it is."""
    return tuple(mail.mail_problems(os.environ))
