"""How does somebody who is shut out stop being logged in?"""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from samordna.access.models import User


def end_sessions(user: User) -> None:
    """End every session of ``user``, so that none wakes when the user is let in again.

    Whose a session is stands inside it, signed with the site's secret. One that this process cannot read may be
    anybody's: it ends too, and at worst somebody logs in once more.
    """
    living = Session.objects.filter(expire_date__gt=timezone.now())
    ending = [row.pk for row in living if _inside(row).get(SESSION_KEY, str(user.pk)) == str(user.pk)]
    Session.objects.filter(pk__in=ending).delete()


def _inside(row: Session) -> Mapping[str, Any]:
    """Return what a session holds; nothing when it was signed with another secret, or when there is none here."""
    try:
        return row.get_decoded()
    except ImproperlyConfigured:
        return {}
