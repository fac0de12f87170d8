"""What has been read before and cannot have changed since?

Imports are never changed, entered figures only added to, and a layout is a value: what was made from the same of
them is the same. The key says of which database, so that one association never answers for another in a process
that opens both; what is read in the middle of a deed may be undone, and is not kept.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from django.db import connection

from samordna.office.questions.identity import AssociationFacts

T = TypeVar("T")


class Kept(Generic[T]):
    """The answers last asked for, at most ``room`` of them."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._answers: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable | None, make: Callable[[], T]) -> T:
        """Return what is kept under ``key``; what ``make`` gives when nothing is. Nothing is kept under None."""
        if key is None:
            return make()
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = make()
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            while len(self._answers) > self._room:
                self._answers.popitem(last=False)
        return answer


def database(facts: AssociationFacts) -> Hashable | None:
    """Return which database is read: where it is, and when its association was made. None in the middle of a deed."""
    if connection.in_atomic_block:
        return None
    place = tuple(str(connection.settings_dict.get(name, "")) for name in ("ENGINE", "HOST", "PORT", "NAME"))
    return (*place, facts.created_at)
