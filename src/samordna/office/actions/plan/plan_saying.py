"""How does what a person says of the plan become a line of its journal, so that two persons lose nothing?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused, refuses
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_texts import said_problems, typed_text_problems
from samordna.office.store.plan_rows import Said, Subject, latest_said, say

T = TypeVar("T")

LONGEST: Final = 1_000
"""Characters of a comment, a reason, a name."""


@dataclass(frozen=True, slots=True)
class Thing(Generic[T]):
    """One thing that something can be said of: its place in the journal and what a person calls it.

    ``told`` gives what the trail is told of a value of it.
    """

    subject: Subject[T]
    key: str
    period: Period
    name: str
    told: Callable[[T], Mapping[str, object]]


def say_of(thing: Thing[T], value: T | None, deed: Deed, *, by: Actor, seen: int | None = None) -> int:
    """Say ``value`` of a thing in the open transaction, and return the number of the line that then holds.

    Nothing is written when that holds already. None takes back what was said. ``seen`` is the line that a person saw, 0
    for none; None asks nothing, and a number that no line has writes over nothing that holds. Raises ``Refused`` when
    something else has been said since, and when a text of the value points at a person or cannot be kept.
    """
    refuse_any(said_problems(thing.name, (thing.key, value)))
    latest = latest_said(thing.subject, thing.key, thing.period)
    number, before = (latest.number, latest.value) if latest else (0, None)
    if value == before:
        return number
    still_nothing = before is None and seen is not None and seen <= 0
    if latest and seen is not None and seen != number and not still_nothing:
        raise Refused([meanwhile(thing.name, latest)])
    said = say(thing.subject, thing.key, thing.period, value, by=by)
    old, new = (None if one is None else dict(thing.told(one)) for one in (before, value))
    record(deed, by=by, subject=mask(thing.name), old=old, **(new or {"withdrawn": True}))
    return said


def must_hold(thing: Thing[Any]) -> None:
    """Refuse to take back what nobody has said; what no database can hold is not asked for."""
    refuse_any(text_problems(thing.name, thing.key))
    latest = latest_said(thing.subject, thing.key, thing.period)
    if latest is None or latest.value is None:
        raise Refused([problems.NOTHING_TO_WITHDRAW.at(mask(thing.name))])


def meanwhile(place: str, latest: Said[Any]) -> Problem:
    """Return the problem that somebody else has said something since a person looked."""
    at = timezone.localtime(latest.at)
    return problems.SAID_MEANWHILE.at(mask(place), by=latest.by, when=f"{swedish_date(at.date())} {at:%H.%M}")


def refuse_any(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Refuse when one problem refuses; return the others, which are only told. None repeats a person's number.

    The same problem is told once.
    """
    told = tuple(dict.fromkeys(_masked(problem) for problem in found))
    if refuses(told):
        raise Refused(told)
    return told


def _masked(problem: Problem) -> Problem:
    return replace(problem, place=mask(problem.place), found=mask(problem.found), remedy=mask(problem.remedy))


def text_problems(place: str, *texts: str, longest: int = LONGEST) -> Iterator[Problem]:
    """Yield what is wrong with texts that may be left empty: too long, pointing at a person, or not to be seen."""
    for text in texts:
        if len(text) > longest:
            yield problems.TEXT_TOO_LONG.at(mask(place), count=len(text), most=longest)
        yield from typed_text_problems(place, text)
