"""How does a user get another role, and how is one shut out and let in again?"""

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.models import Invitation, Role, User
from samordna.access.sessions import end_sessions
from samordna.access.trail import record
from samordna.domain.values.problem import Refused
from samordna.office.actions.association import user_problems as problems
from samordna.office.actions.doing import doing
from samordna.office.store.writing import alone


def change_role(user_id: int, role: Role, *, by: Actor) -> None:
    """Give a user another role, from the next thing they do. The same role changes nothing and leaves no trace.

    Raises ``Refused`` for one's own role, and for that of the only administrator.
    """
    with doing(Deed.CHANGE_ROLE, by=by, subject=named(user_id)), alone():
        user = user_row(user_id)
        if user.pk == by.user_id:
            raise Refused([problems.OWN_ROLE.at(str(user))])
        if user.role == role:
            return
        _keep_an_administrator(user)
        old, user.role = user.role, role.value
        user.save(update_fields=["role"])
        record(Deed.CHANGE_ROLE, by=by, subject=_subject(user), old={"role": old}, role=user.role)


def deactivate_user(user_id: int, *, by: Actor) -> None:
    """Shut a user out: every session ends at once and the password opens nothing. What the user did stays.

    Raises ``Refused`` for oneself, and for the only administrator.
    """
    with doing(Deed.DEACTIVATE_USER, by=by, subject=named(user_id)), alone():
        user = user_row(user_id)
        if user.pk == by.user_id:
            raise Refused([problems.OWN_ACCESS.at(str(user))])
        if not user.is_active:
            return
        _keep_an_administrator(user)
        user.is_active = False
        user.save(update_fields=["is_active"])
        end_sessions(user)
        waiting = Invitation.objects.filter(user=user, accepted_at=None, withdrawn_at=None)
        waiting.update(withdrawn_at=timezone.now())  # a link to a new password is a way in too
        record(Deed.DEACTIVATE_USER, by=by, subject=_subject(user), old={"is_active": True}, is_active=False)


def reactivate_user(user_id: int, *, by: Actor) -> None:
    """Let a user who was shut out in again, with the role and the password from before."""
    with doing(Deed.REACTIVATE_USER, by=by, subject=named(user_id)), alone():
        user = user_row(user_id)
        if user.is_active:
            return
        user.is_active = True
        user.save(update_fields=["is_active"])
        record(Deed.REACTIVATE_USER, by=by, subject=_subject(user), old={"is_active": False}, is_active=True)


def user_row(user_id: int) -> User:
    """Return a user's row. Raises ``Refused`` when there is no such."""
    row = User.objects.filter(pk=user_id).first()
    if row is None:
        raise Refused([problems.NO_SUCH_USER.at(str(user_id))])
    return row


def named(user_id: int) -> str:
    """Return a user as the trail names one; the mere number when there is no such."""
    row = User.objects.filter(pk=user_id).first()
    return _subject(row) if row else str(user_id)


def _subject(user: User) -> str:
    return f"{user} ({user.email})"


def _keep_an_administrator(user: User) -> None:
    """Refuse to take away the last one who can let people in."""
    others = User.objects.filter(is_active=True, role=Role.ADMINISTRATOR).exclude(pk=user.pk)
    if user.is_active and user.role == Role.ADMINISTRATOR and not others.exists():
        raise Refused([problems.LAST_ADMINISTRATOR.at(str(user))])
