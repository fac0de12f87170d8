"""Which traces does coming in and going out leave?

Django and the login library tell when somebody came in, was refused or went out; each becomes an entry of the
trail. A login that was refused names the e-mail that was given and no user: whether there is one is not said.
"""

from typing import Any, Final

from allauth.account.signals import password_changed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.cache import cache
from django.db.models import Model

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.models import User
from samordna.access.problems import LOCKED_OUT, NOT_LET_IN
from samordna.access.trail import record, record_refusal
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind

_LOGIN: Final = swedish("inloggning")
_PASSWORD: Final = swedish("eget lösenord")
_NOBODY: Final = swedish("okänd")
_LONGEST_NAME: Final = 200
_LOCKED_SECONDS: Final = 5 * 60


def connect() -> None:
    """Listen to what the login library and Django tell."""
    user_logged_in.connect(_came_in, dispatch_uid="trail")
    user_logged_out.connect(_went_out, dispatch_uid="trail")
    user_login_failed.connect(_was_refused, dispatch_uid="trail")
    password_changed.connect(_changed_password, dispatch_uid="trail")


def record_locked_out(email: str) -> None:
    """Leave a trace of somebody who tries too often: one for each e-mail and lock, however many the attempts."""
    if cache.add(f"locked-out:{_shown(email)}", 1, _LOCKED_SECONDS):
        _record_refused(email, LOCKED_OUT)


def _came_in(sender: type[Model], user: User, **_: Any) -> None:  # noqa: ARG001 - the signal gives it
    record(Deed.LOG_IN, by=Actor.user(user), subject=_LOGIN)


def _went_out(sender: type[Model], user: User | None, **_: Any) -> None:  # noqa: ARG001 - the signal gives it
    if user is not None:
        record(Deed.LOG_OUT, by=Actor.user(user), subject=_LOGIN)


def _was_refused(sender: str, credentials: dict[str, Any], **_: Any) -> None:  # noqa: ARG001 - the signal gives it
    _record_refused(str(credentials.get("email", "")), NOT_LET_IN)


def _changed_password(sender: type[Model], user: User, **_: Any) -> None:  # noqa: ARG001 - the signal gives it
    record(Deed.CHANGE_PASSWORD, by=Actor.user(user), subject=_PASSWORD)


def _record_refused(email: str, kind: ProblemKind) -> None:
    record_refusal(Deed.LOG_IN, by=Actor(_shown(email)), subject=_LOGIN, problems=[kind.at(_LOGIN)])


def _shown(email: str) -> str:
    """Return what was given as an e-mail as the trail may hold it: somebody may have typed something else there."""
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in email.strip().lower())
    return mask(plain)[:_LONGEST_NAME] or _NOBODY
