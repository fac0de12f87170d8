"""How does somebody who has just got a password come in without typing it once more?"""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from samordna.access.models import User


def let_in(request: HttpRequest, user_id: int) -> None:
    """Log in a user who has proved who it is: with a session of its own, until the browser is closed."""
    get_adapter(request).login(request, User.objects.get(pk=user_id, is_active=True))
    request.session.set_expiry(0)
