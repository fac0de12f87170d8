"""What is one figure of a statement?

What it means, what it is made of down to accounts and entered figures, how it moved, and when it is missing, why.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import Cell, EnteredOrigin, LedgerOrigin, Missing, Number, Table
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.account_table import account_table
from samordna.domain.statements.by_month import Shown, by_month
from samordna.domain.statements.contents import Contents, contents
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.definition import definition, measured
from samordna.domain.statements.holdings import PLAN_KEY, Value, When
from samordna.domain.statements.layout import Entered, FromLine, LimitOf, Measure, StatementKind, StatementLayout
from samordna.domain.statements.parts import FigurePart, parts
from samordna.domain.statements.reading import Place, Reading, Spot
from samordna.domain.statements.shown_in import MONEY
from samordna.domain.statements.span import heading
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import Unit


class Lack(Enum):
    """What is not there when a figure is missing."""

    LEDGER = "ledger"
    """A ledger for the months, or one that reaches so far."""
    MONTHS = "months"
    """Months: the ledger is known as one sum only."""
    ENTERED = "entered"
    """A figure that somebody enters by hand."""
    PLAN = "plan"
    """A budget, a forecast or the like: told by cost centre, and not for the line."""
    OTHER = "other"
    """Something else; the reason says what."""


@dataclass(frozen=True, slots=True)
class FigureTold:
    """One cell of a statement, explained.

    ``side`` says plainly that the sign is turned, empty when it is not. ``parts`` are the figures it is made of,
    ``accounts`` a table of the accounts that add up to it with what rounding does, ``months`` its months beside
    the year before. ``month_column`` is the column in which a single month of it can be asked for.
    """

    place: Place
    statement: str
    kind: StatementKind
    label: str
    heading: str
    cell: Cell
    unit: Unit
    when: When
    definition: tuple[str, ...]
    side: str
    parts: tuple[FigurePart, ...]
    contents: Contents | None
    accounts: Table | None
    months: Table | None
    month_column: str
    lack: Lack | None

    @property
    def entered_key(self) -> str:
        """What an entered figure for exactly this would be a figure for."""
        return f"{self.place.statement}:{self.place.row}"


def figure_told(reading: Reading, place: Place) -> FigureTold:
    """Return what stands at a place, explained; raises ``KeyError`` when no table has it."""
    spot, cell = reading.spot(place), reading.cell(place)
    made_of = contents(cell, reading.evaluation.holdings, spot.sign) if isinstance(cell, Number) else None
    label = f"{spot.line.code} {spot.line.label}" if spot.line.code else spot.line.label
    accounts = reading.balances.accounts
    return FigureTold(
        place=place,
        statement=spot.statement.title,
        kind=spot.statement.kind,
        label=label,
        heading=heading(spot.column.label, spot.when.period),
        cell=cell,
        unit=spot.unit,
        when=spot.when,
        definition=(*_definition(reading, spot), *_measured(spot, cell), *_by_hand(spot, cell)),
        side=_side(spot, cell),
        parts=() if _entered(cell) else parts(reading, spot),
        contents=made_of,
        accounts=account_table(cell, made_of, accounts, label) if isinstance(cell, Number) and made_of else None,
        months=_months(reading, spot),
        month_column=_month_column(reading, spot),
        lack=_lack(reading, spot) if isinstance(cell, Missing) else None,
    )


def _definition(reading: Reading, spot: Spot) -> tuple[str, ...]:
    told = definition(spot.line, reading.statements.layout, reading.balances.objects)
    if not spot.column.made_of:
        return told
    columns = reading.values(spot.statement)
    names = [columns.heading(column) for column in columns.made_of(spot.column)]
    words = swedish(" minus ") if spot.column.difference else swedish(" plus ")
    return (*told, swedish("Kolumnen visar {names}.").format(names=words.join(names)))


_SCENARIOS: Final = {
    Scenario.BUDGET: swedish("Budget för {period}."),
    Scenario.FORECAST: swedish("Prognos för {period}."),
    Scenario.UNBOOKED: swedish("Upparbetat men inte bokfört {period}."),
}


def _measured(spot: Spot, cell: Cell) -> tuple[str, ...]:
    """Return the sentence that says what of the accounts is shown, and over which time."""
    period = spot.when.period
    if spot.column.made_of:
        return ()
    if spot.when.scenario in _SCENARIOS:
        return (_SCENARIOS[spot.when.scenario].format(period=period.in_words),)
    origin = cell.origin if isinstance(cell, Number) else None
    measure = Measure(origin.measure) if isinstance(origin, LedgerOrigin) else spot.measure
    return (measured(measure, period),) if measure else (swedish("Gäller {period}.").format(period=period.in_words),)


def _by_hand(spot: Spot, cell: Cell) -> tuple[str, ...]:
    """Return the sentence that says that a figure which is otherwise computed was entered by hand."""
    if not _entered(cell) or isinstance(spot.line.source, Entered | LimitOf):
        return ()
    if isinstance(cell, Number) and isinstance(cell.origin, EnteredOrigin) and cell.origin.key.startswith(PLAN_KEY):
        return (f"{cell.origin.source.rstrip('.')}.",)
    return (swedish("Just den här siffran är inlagd för hand: bokföringen har den inte."),)


def _entered(cell: Cell) -> bool:
    return isinstance(cell, Number) and isinstance(cell.origin, EnteredOrigin)


def _side(spot: Spot, cell: Cell) -> str:
    if spot.unit not in MONEY or spot.sign == 1 or not isinstance(cell, Number):
        return ""
    return swedish(
        "Visas med omvänt tecken: intäkter, skulder och eget kapital står som plus, kostnader och tillgångar som minus."
    )


def _months(reading: Reading, spot: Spot) -> Table | None:
    """Return what the line was worth month by month: what happened, also when the figure is a plan."""
    measure = _month_measure(spot)

    def at(period: Period) -> Value:
        when = When(period, Scenario.ACTUAL)
        return reading.beyond.value(spot.statement, spot.printed, when, measure)

    title = _MONTHS[spot.line.measure or measure or spot.statement.measure]
    shown = Shown("months", title, spot.unit, spot.sign)
    return by_month(at, spot.when.period.last, reading.balances, shown)


_MONTHS: Final = {
    None: swedish("Månad för månad"),
    Measure.MOVEMENT: swedish("Utfall per månad"),
    Measure.OPENING: swedish("Saldo när månaden började"),
    Measure.CLOSING: swedish("Saldo när månaden slutade"),
}


def _month_measure(spot: Spot) -> Measure | None:
    """Return the column's measure; that of the first of those that it is computed from."""
    if not spot.column.made_of:
        return spot.column.measure
    return next(column.measure for column in spot.statement.columns if column.id == spot.column.made_of[0])


def _month_column(reading: Reading, spot: Spot) -> str:
    """Return the column that shows just what is asked for, measured as here; empty when there is none."""
    for column in reading.columns(spot.statement.id):
        plain = column.span == "period" and column.scenario is Scenario.ACTUAL and not column.made_of
        if plain and column.measure is _month_measure(spot):
            return column.id
    return ""


def _lack(reading: Reading, spot: Spot) -> Lack:
    """Return what is not there."""
    if spot.when.scenario is not Scenario.ACTUAL and _follows_the_plan(reading, spot.statement, spot.printed):
        return Lack.PLAN
    if spot.when.scenario is not Scenario.ACTUAL or isinstance(spot.line.source, Entered):
        return Lack.ENTERED
    year = reading.balances.year_of(spot.when.period.last)
    if year is None or spot.when.period.first > year.covers_to:
        return Lack.LEDGER
    return Lack.OTHER if year.tells_movement(spot.when.period) else Lack.MONTHS


def _follows_the_plan(reading: Reading, statement: StatementLayout, placed: Printed) -> bool:
    """Tell whether a line's planned figure is what has been said of cost centres or contributions."""
    line, bridge = placed.line, reading.statements.layout.bridge
    contributions = bridge is not None and bridge.contributions == FromLine(statement.id, line.id)
    if line.planned or contributions or isinstance(line.source, FromCostCentre):
        return True
    return any(_follows_the_plan(reading, statement, part) for part in placed.parts)
