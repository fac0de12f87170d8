"""What is agreed for the rows of a year, what do the parties contribute, and what was said of each before?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.register import Kind, Register, row_in_words
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import AGREED, CONTRIBUTION, Said, said_for

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """What holds of one thing, and everything that was said of it before, the latest first.

    ``holds.value`` is None for what was taken back.
    """

    holds: Said[T | None]
    before: tuple[Said[T | None], ...]


@dataclass(frozen=True, slots=True)
class AgreedShown:
    """A year's agreed sums and contributions, what was taken back among them, and their totals.

    ``contributed`` is what the parties have decided, ``expected`` what the forecast reckons with.
    """

    year: Period
    register: Register
    sums: tuple[Told[AgreedSum], ...]
    contributions: tuple[Told[Contribution], ...]
    agreed: Ore
    contributed: Ore
    expected: Ore

    @property
    def without(self) -> tuple[tuple[str, str], ...]:
        """The rows that nothing is agreed for, by key and what a person calls them."""
        told = {one.holds.key for one in self.sums if one.holds.value}
        rows = (row for row in self.register.rows if row.kind is not Kind.OUTSIDE and row.valid_in(self.year))
        return tuple((row.key, row_in_words(row)) for row in rows if row.key not in told)


def agreed_shown(year: Period) -> AgreedShown:
    """Return what is agreed and contributed for a fiscal year."""
    sums = tuple(told_of(said_for(AGREED, year)))
    contributions = tuple(told_of(said_for(CONTRIBUTION, year)))
    held = [one.holds.value for one in contributions if one.holds.value]
    return AgreedShown(
        year,
        plan_held().plan.register,
        sums,
        contributions,
        sum(one.holds.value.amount for one in sums if one.holds.value),
        sum(one.amount for one in held),
        sum(one.in_forecast() for one in held),
    )


def told_of(said: Iterable[Said[T | None]]) -> Iterator[Told[T]]:
    """Yield the things in the order they were first told, what was taken back last."""
    by_key: dict[str, list[Said[T | None]]] = defaultdict(list)
    for one in said:
        by_key[one.key].append(one)
    things = [Told(lines[-1], tuple(reversed(lines[:-1]))) for lines in by_key.values()]
    yield from sorted(things, key=lambda thing: thing.holds.value is None)
