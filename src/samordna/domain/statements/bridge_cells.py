"""Where does every öre of the result lie: on which account and cost centre, and does the follow-up tell of it?

The movements of a period are cut as finely as the ledger's sums allow: account, cost centre, project, month. Each piece
is counted by as many lines of the follow-up as take it; what none takes is named after what it is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from samordna.domain.document import ComputedOrigin, How, LedgerOrigin, Part
from samordna.domain.ledger.balances import YearBalances
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.plan.register import COST_CENTRE, PROJECT, Kind, Register, object_of, row_key
from samordna.domain.statements.cost_centre_lines import FromCostCentre, Piece
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount
from samordna.domain.statements.layout import FromAccounts
from samordna.domain.statements.selection import WITHOUT, AccountSelection
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period


class Home(Enum):
    """What a cost centre that the follow-up does not tell of is."""

    PROJECT = "projects"
    UNPLACED = "unplaced"
    OUTSIDE = "outside"
    LEFT_OUT = "left_out"
    """It has a row of its own, and lies on an account that the follow-up does not ask for."""
    NOWHERE = "without"
    """It has no cost centre at all."""


class Cell(NamedTuple):
    """The finest piece of a ledger's sums: nothing as ``code`` is no cost centre, as ``project`` none of them."""

    account: str
    code: str
    project: str
    month: Month


Cells: TypeAlias = Mapping[Cell, Ore]

_NO_CODE: Final = ""


def cells_of(year: YearBalances, accounts: Collection[str], period: Period) -> Cells:
    """Return every movement of some accounts over months of a year, cut as finely as the sums allow."""
    cells: dict[Cell, Ore] = defaultdict(int)
    for account in accounts:
        for month, ore in year.movements.accounts.get(account, {}).items():
            cells[Cell(account, _NO_CODE, "", month)] += ore
    for (account, (dimension, code)), months in year.movements.objects.items():
        if dimension == COST_CENTRE and account in accounts:
            for month, ore in months.items():
                cells[Cell(account, code, "", month)] += ore
                cells[Cell(account, _NO_CODE, "", month)] -= ore
    for (account, (dimension, code), (second, project)), months in year.movements.pairs.items():
        if (dimension, second) == (COST_CENTRE, PROJECT) and account in accounts:
            for month, ore in months.items():
                cells[Cell(account, code, project, month)] += ore
                cells[Cell(account, code, "", month)] -= ore
    return {cell: ore for cell, ore in cells.items() if ore and cell.month in period}


@dataclass(frozen=True, slots=True)
class Taker:
    """What a line of the follow-up takes: accounts, and a cost centre with or without a project; None is any."""

    accounts: frozenset[str]
    code: str | None
    project: str | None
    piece: Piece

    def takes(self, cell: Cell) -> bool:
        """Tell whether the line counts a piece."""
        return (
            cell.account in self.accounts
            and self.code in {None, cell.code}
            and self.project in {None, cell.project}
            and self.piece.counts(cell.month)
        )


class Takers:
    """What the lines of a follow-up take, found by cost centre."""

    def __init__(self, takers: Iterable[Taker]) -> None:
        self._by_code: dict[str | None, list[Taker]] = defaultdict(list)
        for taker in takers:
            self._by_code[taker.code].append(taker)

    @property
    def accounts(self) -> frozenset[str]:
        """Every account that any of them asks for."""
        asked = {taker.accounts for takers in self._by_code.values() for taker in takers}
        return frozenset().union(*asked)

    def times(self, cell: Cell) -> int:
        """Return how many lines count a piece: once is as it should be."""
        asked = (*self._by_code.get(cell.code, ()), *self._by_code.get(None, ()))
        return sum(taker.takes(cell) for taker in asked)


def takers_of(evaluation: Evaluation, lines: Iterable[Printed]) -> Iterator[Taker]:
    """Yield what the lines of accounts, and the rows of the register, among some lines take."""
    for placed in lines:
        match placed.line.source:
            case FromCostCentre(_, accounts, pieces):
                yield from (_taker(evaluation, accounts, piece) for piece in pieces)
            case FromAccounts(accounts, objects):
                yield _taker(evaluation, accounts, Piece(objects))
            case _:
                pass


def _taker(evaluation: Evaluation, accounts: AccountSelection, piece: Piece) -> Taker:
    limits = dict(piece.objects.keys)
    project = limits.get(PROJECT)
    return Taker(
        frozenset(evaluation.holdings.selected(accounts)),
        limits.get(COST_CENTRE),
        "" if project == WITHOUT else project,
        piece,
    )


@dataclass(frozen=True)
class Untold:
    """What no line of the follow-up takes, of accounts that the net cost is made of, by what it is."""

    register: Register
    names: Mapping[ObjectKey, str]
    cells: Cells

    def of(self, home: Home, year: YearBalances, period: Period) -> Amount:
        """Return all that has a home, debit positive, with where in the ledger it lies."""
        held = {cell: ore for cell, ore in self.cells.items() if self.home(cell) is home}
        if home is Home.NOWHERE:
            return _without(held, year, period)
        parts = tuple(by_cost_centre(held, year, period, self.names))
        return Amount(sum(held.values()), ComputedOrigin(_SUMS, parts))

    def home(self, cell: Cell) -> Home:
        """Return what a piece is: by the row that answers for its cost centre."""
        if cell.code == _NO_CODE:
            return Home.NOWHERE
        if not self.register.rows:
            return Home.OUTSIDE
        kind = self._kind(cell)
        return Home.UNPLACED if kind is None else _HOMES[kind]

    def _kind(self, cell: Cell) -> Kind | None:
        key = row_key(cell.code, cell.project if self.register.is_split(cell.code) else "")
        row = self.register.row(key)
        if row:
            return row.kind
        for centre in self.register.cost_centres:
            for one in centre.earlier:
                counted = (one.first or cell.month) <= cell.month <= (one.last or cell.month)
                if row_key(one.code, one.project) == key and counted:
                    return centre.kind
        return None


def by_cost_centre(cells: Cells, year: YearBalances, period: Period, names: Mapping[ObjectKey, str]) -> Iterator[Part]:
    """Yield what each cost centre, or part of one, has of some pieces, with its accounts."""
    held: dict[tuple[str, str], dict[str, Ore]] = defaultdict(lambda: defaultdict(int))
    for cell, ore in cells.items():
        held[cell.code, cell.project][cell.account] += ore
    for (code, project), accounts in sorted(held.items()):
        objects = (object_of(code), *([(PROJECT, project)] if project else [])) if code else ()
        origin = LedgerOrigin(tuple(sorted(accounts)), period, "movement", objects, (year.version,))
        name = f"{row_key(code, project)} {names.get(object_of(code), '')}".strip()
        yield Part(name or swedish("utan kostnadsställe"), sum(accounts.values()), origin)


_HOMES: Final = {Kind.PROJECT: Home.PROJECT, Kind.OUTSIDE: Home.OUTSIDE, Kind.ACTIVITY: Home.LEFT_OUT}
_SUMS: Final = swedish("Summan av kostnadsställena.")
_LESS: Final = swedish("Kontona i sin helhet, minus det som har kostnadsställe.")


def _without(held: Cells, year: YearBalances, period: Period) -> Amount:
    """Return what has no cost centre: the accounts in all, less what of them has one."""
    exact, accounts = sum(held.values()), tuple(sorted({cell.account for cell in held}))
    whole = sum(
        ore
        for account in accounts
        for month, ore in year.movements.accounts.get(account, {}).items()
        if month in period
    )
    books = (year.version,)
    placed = tuple(
        Part(code, ore, LedgerOrigin(accounts, period, "movement", (object_of(code),), books))
        for code, ore in sorted(_placed(year, frozenset(accounts), period).items())
    )
    parts = (
        Part(swedish("kontona i sin helhet"), whole, LedgerOrigin(accounts, period, "movement", (), books)),
        Part(swedish("det som har kostnadsställe"), whole - exact, ComputedOrigin(_SUMS, placed)),
    )
    return Amount(exact, ComputedOrigin(_LESS, parts, How.DIFFERENCE))


def _placed(year: YearBalances, accounts: Collection[str], period: Period) -> Mapping[str, Ore]:
    placed: dict[str, Ore] = defaultdict(int)
    for (account, (dimension, code)), months in year.movements.objects.items():
        if dimension == COST_CENTRE and account in accounts:
            placed[code] += sum(ore for month, ore in months.items() if month in period)
    return {code: ore for code, ore in placed.items() if ore}
