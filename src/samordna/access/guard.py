"""May this request do what it asks for?

Asked before a view runs, once for every address and method. What nobody has named is refused.
"""

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Final, Literal, TypeAlias

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.models import User
from samordna.access.problems import NOT_ALLOWED
from samordna.access.trail import record_refusal, refused_lately
from samordna.domain.values.language import swedish

View: TypeAlias = Callable[..., HttpResponseBase]


class _Anybody(Enum):
    ANYBODY = "anybody"


ANYBODY: Final = _Anybody.ANYBODY
"""Needs no right and nobody logged in: the login page, an invitation."""

Needed: TypeAlias = Deed | Literal[_Anybody.ANYBODY] | None
"""The deed somebody must be allowed to do; ``ANYBODY``; None when the method is not answered at all."""

_UNTRACED: Final = swedish("Försöket kunde inte skrivas i spåret.")
_READING: Final = ("GET", "HEAD")


def actor_of(request: HttpRequest) -> Actor:
    """Return who does what the request asks for. Call it behind the guard: there is always a user."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return Actor.user(request.user)


def guarded(view: View, *, reads: Needed, does: Needed) -> View:
    """Return ``view`` behind the guard: ``reads`` is needed to get it, ``does`` to post to it.

    Nobody logged in is led to the login page and back. A user without the right gets ``PermissionDenied``, and
    the trail says what was wanted: every time when something was to be done, the first of a quarter of an hour when
    somebody only looked.
    """
    answered = [*(_READING if reads else ()), *(("POST",) if does else ())]

    @wraps(view)
    def behind(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        needed = reads if request.method in _READING else does if request.method == "POST" else None
        if needed is None:
            return HttpResponseNotAllowed(answered)
        if needed is ANYBODY:
            return view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return _to_login(request)
        _refuse_without_right(request, needed)
        return view(request, *args, **kwargs)

    return behind


def _to_login(request: HttpRequest) -> HttpResponse:
    """Lead to the login page, and from there back to what was asked for; a form that was sent is sent again by hand."""
    wanted = request.get_full_path() if request.method in _READING else "/"
    if "HX-Request" not in request.headers:
        return redirect_to_login(wanted)
    return HttpResponse(status=204, headers={"HX-Redirect": redirect_to_login("/").url})


def _refuse_without_right(request: HttpRequest, deed: Deed) -> None:
    actor = actor_of(request)
    if actor.may(deed):
        return
    problem = NOT_ALLOWED.at(request.path, deed=deed.label)
    try:
        with transaction.atomic():
            if request.method not in _READING or not refused_lately(deed, by=actor, subject=request.path):
                record_refusal(deed, by=actor, subject=request.path, problems=[problem])
    except DatabaseError:  # the trail never hides the answer
        raise PermissionDenied(f"{problem.found} {_UNTRACED}") from None
    raise PermissionDenied(problem.found)
