"""How is every deed done, so that both what was done and what was refused leave a trace?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.problems import NOT_ALLOWED
from samordna.access.trail import record_refusal
from samordna.domain.values.problem import Refused
from samordna.domain.values.typed_number import mask_typed
from samordna.office.actions.problems import REFUSAL_UNTRACED
from samordna.office.store.problems import OF_THE_DATABASE
from samordna.office.store.writing import alone
from samordna.renderers.printable import one_line


@contextmanager
def doing(deed: Deed, *, by: Actor, subject: str) -> Iterator[None]:
    """Check and do ``deed`` in the block; a ``Refused`` that leaves it is written in the trail, and goes on.

    Refuses at once who may not do it: the guard of the site has asked before, but a deed asks for itself.
    What the block changes it changes inside ``alone()``, with its own ``record``. The trail never hides the
    answer: when it cannot be written, the refusal says so besides its reasons.
    """
    try:
        _refuse_without_right(deed, by, subject)
        yield
    except Refused as refusal:
        if is_of_the_database(refusal):
            raise  # the trail is in the very database that could not be written
        told = [replace(problem, place=mask_typed(one_line(problem.place))) for problem in refusal.problems]
        try:
            with alone():
                record_refusal(deed, by=by, subject=mask_typed(one_line(subject)), problems=told)
        except (Refused, DatabaseError, ImproperlyConfigured):
            raise Refused((*refusal.problems, REFUSAL_UNTRACED.at("spåret"))) from refusal
        raise


def is_of_the_database(refusal: Refused) -> bool:
    """Tell whether the database itself could not be written or read: the same may well work a little later."""
    return any(problem.code in OF_THE_DATABASE for problem in refusal.problems)


def _refuse_without_right(deed: Deed, by: Actor, subject: str) -> None:
    if not by.may(deed):
        raise Refused([NOT_ALLOWED.at(mask_typed(subject), deed=deed.label)])
