"""How does somebody get a way in, or a new password?

By a link that an administrator hands over. Its secret is shown once and kept by nobody but who got it: the
database has a digest. No e-mail is sent by the program.
"""

import datetime as dt
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.models import Invitation, Role, User
from samordna.access.passwords import weaknesses
from samordna.access.trail import record
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.association import user_problems as problems
from samordna.office.actions.association.users import named, user_row
from samordna.office.actions.doing import doing
from samordna.office.actions.typed_names import EMAIL, email_problems, name_problems, plain_email, shown
from samordna.office.questions.association.invitation_problems import USER_SHUT_OUT
from samordna.office.questions.association.invitations import PLACE, digest, invitation_row
from samordna.office.store.writing import alone

DAYS: Final = 14
"""How long a link may be used."""

_PASSWORD: Final = swedish("lösenordet")
_NEW_USER: Final = swedish("ny användare")
_NEW_PASSWORD: Final = swedish("nytt lösenord")


@dataclass(frozen=True, slots=True)
class Invited:
    """A link that was made: for whom, until when, and its ``secret``, which nobody can show again."""

    name: str
    email: str
    role_name: str
    expires_at: dt.datetime
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entered:
    """Who came in by a link."""

    user_id: int
    name: str
    email: str


def invite_user(email: str, *, name: str, role: Role, by: Actor) -> Invited:
    """Make a link by which a new user comes in, and return it with its secret: this is the only time it is shown.

    An earlier link to the same address that nobody used is withdrawn. Raises ``Refused`` for an address that is
    none or is a user's already, and for a name that is none.
    """
    email, name = plain_email(email), name.strip()
    with doing(Deed.INVITE_USER, by=by, subject=shown(f"{name} ({email})")):
        _refuse_any([*email_problems(email), *name_problems(name)])
        with alone():
            _refuse_any(_taken(email))
            return _make_link(Invitation(email=email, name=name, role=role), purpose=_NEW_USER, by=by)


def invite_to_new_password(user_id: int, *, by: Actor) -> Invited:
    """Make a link by which a user chooses a new password, and return it with its secret, shown this once.

    The old password holds until the link is used. Raises ``Refused`` for one that is shut out.
    """
    with doing(Deed.INVITE_USER, by=by, subject=named(user_id)), alone():
        user = user_row(user_id)
        if not user.is_active:
            raise Refused([USER_SHUT_OUT.at(str(user))])
        link = Invitation(email=user.email, name=str(user), role=user.role, user=user)
        return _make_link(link, purpose=_NEW_PASSWORD, by=by)


def withdraw_invitation(invitation_id: int, *, by: Actor) -> None:
    """Withdraw a link that nobody has used: it lets in nobody from now on. Raises ``Refused`` when there is none."""
    waiting = _unused().filter(pk=invitation_id)
    with doing(Deed.WITHDRAW_INVITATION, by=by, subject=str(waiting.first() or invitation_id)), alone():
        row = waiting.first()
        if row is None:
            raise Refused([problems.NO_OPEN_INVITATION.at(PLACE)])
        waiting.update(withdrawn_at=timezone.now())
        record(Deed.WITHDRAW_INVITATION, by=by, subject=str(row), old={"expires_at": row.expires_at})


def accept_invitation(secret: str, *, password: str) -> Entered:
    """Let in whoever holds the link, with a password of their own choice, and return who it is.

    A new user comes to be; one who was there already gets the password, and every session with the old one ends.
    Raises ``Refused`` for a link that is none, used, withdrawn or too old, and for a password too easy to guess.
    """
    found = Invitation.objects.filter(digest=digest(secret)).first()
    by = Actor.invited(found.name if found else PLACE)
    with doing(Deed.ACCEPT_INVITATION, by=by, subject=str(found or PLACE)), alone():
        row = invitation_row(secret)
        user = row.user or User(email=row.email, name=row.name, role=row.role)
        if row.user is None:
            _refuse_any(_taken(row.email))
        weak = weaknesses(password, user)
        if weak:
            raise Refused([problems.WEAK_PASSWORD.at(_PASSWORD, why=" ".join(weak))])
        user.set_password(password)
        user.save()
        Invitation.objects.filter(pk=row.pk).update(accepted_at=timezone.now())
        purpose = _NEW_PASSWORD if row.user else _NEW_USER
        record(Deed.ACCEPT_INVITATION, by=by, subject=str(row), purpose=purpose, role=row.role)
        return Entered(user.pk, str(user), user.email)


def _make_link(row: Invitation, *, purpose: str, by: Actor) -> Invited:
    """Write the row of a new link and its trace; links before it to the same address are withdrawn."""
    secret, now = secrets.token_urlsafe(32), timezone.now()
    replaced = _unused().filter(email=row.email).update(withdrawn_at=now)
    row.digest, row.made_at, row.made_by_name = digest(secret), now, by.name
    row.expires_at = now + dt.timedelta(days=DAYS)
    row.save()
    traced = {"purpose": purpose, "role": row.role, "expires_at": row.expires_at}
    record(Deed.INVITE_USER, by=by, subject=str(row), old={"links": replaced} if replaced else None, **traced)
    return Invited(row.name, row.email, str(Role(row.role).label), row.expires_at, secret)


def _unused() -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def _taken(email: str) -> Iterator[Problem]:
    user = User.objects.filter(email=email).first()
    if user is not None:
        kind = problems.EMAIL_TAKEN if user.is_active else problems.EMAIL_SHUT_OUT
        yield kind.at(EMAIL, name=str(user))


def _refuse_any(found: Iterator[Problem] | list[Problem]) -> None:
    told = tuple(found)
    if told:
        raise Refused(told)
