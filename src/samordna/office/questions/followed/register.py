"""Which rows is money followed by, which cost centres has nobody placed, and who changed what?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.plan.booked import Booked
from samordna.domain.plan.register import NO_REGISTER, CostCentre, Register, RegisterRow
from samordna.domain.plan.register_differences import register_differences
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.register_proposal import BookedProject, Unplaced, booked_projects, unplaced
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store.plan_rows import ALWAYS, REGISTER, Said, history_of


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """A change of the register: its line in the journal, what it changed, when and by whom."""

    number: int
    told: tuple[str, ...]
    at: dt.datetime
    by: str


@dataclass(frozen=True, slots=True)
class RegisterShown:
    """The register as it stands, and what of the ledger it does not answer for.

    ``seen`` is the line of the journal that holds, 0 for none; ``year`` the latest that was read, whose amounts are
    told, None when nothing is read; ``changes`` are the latest first.
    """

    register: Register
    seen: int
    unplaced: tuple[Unplaced, ...]
    year: Period | None
    changes: tuple[RegisterChange, ...]


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row of the register with what it cost, net, in each year that was read, and the projects booked with it.

    ``own_rows`` are those of the projects that the register has a row for.
    """

    row: RegisterRow
    seen: int
    cost: tuple[tuple[Period, Ore | None], ...]
    projects: tuple[BookedProject, ...]
    own_rows: frozenset[str] = frozenset()


def register_shown() -> RegisterShown:
    """Return the register and what is told of it."""
    said = history_of(REGISTER, "", ALWAYS)
    register = _held(said)
    books = balances()
    if not books.years:
        return RegisterShown(register, _seen(said), (), None, tuple(_changes(said)))
    year = books.years[-1].year.period
    forms = layout_for(year.last // 100).statements
    follow_ups = [one for one in forms if one.kind is StatementKind.FOLLOW_UP]
    found = unplaced(register, books, follow_ups)
    return RegisterShown(register, _seen(said), found, year, tuple(_changes(said)))


def register_row(key: str) -> RowShown | None:
    """Return a row of the register with what is told of it; None when there is none with that key."""
    said = history_of(REGISTER, "", ALWAYS)
    register = _held(said)
    row = register.row(key)
    if row is None:
        return None
    books = balances()
    if not isinstance(row, CostCentre):
        return RowShown(row, _seen(said), (), ())
    booked = Booked(register, books)
    years = [(one.year.period, booked.over(key, one.covered)) for one in books.years]
    projects = booked_projects(row.code, books) if books.years else ()
    own = frozenset(one.project for one in register.cost_centres if one.code == row.code and one.project)
    return RowShown(row, _seen(said), tuple(years), projects, own)


def _held(said: tuple[Said[Register | None], ...]) -> Register:
    return (said[0].value if said else None) or NO_REGISTER


def _seen(said: tuple[Said[Register | None], ...]) -> int:
    return said[0].number if said else 0


def _changes(said: tuple[Said[Register | None], ...]) -> Iterator[RegisterChange]:
    befores = [one.value or NO_REGISTER for one in said[1:]]
    for one, before in zip(said, [*befores, NO_REGISTER], strict=False):
        yield RegisterChange(one.number, register_differences(before, one.value or NO_REGISTER), one.at, one.by)
